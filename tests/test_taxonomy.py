from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.model import RegionKind, Taxonomy
from briefing.taxonomy import load_taxonomy, read_table


@pytest.fixture(scope="module")
def taxonomy() -> Taxonomy:
    return load_taxonomy()


def test_every_country_of_iso_3166_and_kosovo_is_there(taxonomy: Taxonomy) -> None:
    countries = [r for r in taxonomy.regions.values() if r.kind is RegionKind.COUNTRY]
    assert len(countries) == 250
    assert {"AF", "ZW", "AX", "BQ", "XK"} <= {country.id for country in countries}


def test_countries_have_the_names_an_officer_writes(taxonomy: Taxonomy) -> None:
    names = {code: taxonomy.regions[code].name for code in ("CD", "HK", "MM", "TR", "AM")}
    assert names == {
        "CD": "DR Congo",
        "HK": "Hong Kong",
        "MM": "Myanmar",
        "TR": "Turkey",
        "AM": "Armenia",
    }


def test_thirteen_themes_are_there_with_name_and_description(taxonomy: Taxonomy) -> None:
    assert len(taxonomy.themes) == 13
    assert all(theme.name and theme.description for theme in taxonomy.themes.values())


@pytest.mark.parametrize(
    ("bloc", "count"),
    [
        ("eu", 27),
        ("nato", 32),
        ("osce", 57),
        ("csto", 6),
        ("cis", 9),
        ("sco", 10),
        ("asean", 11),
        ("gcc", 6),
        ("arab-league", 22),
        ("ecowas", 12),
        ("sadc", 16),
        ("oecd", 38),
        ("oic", 57),
        ("opec", 12),
        ("commonwealth", 56),
        ("council-of-europe", 46),
        ("apec", 21),
        ("cptpp", 12),
        ("g7", 7),
        ("schengen", 29),
    ],
)
def test_blocs_have_as_many_members_as_in_2025(taxonomy: Taxonomy, bloc: str, count: int) -> None:
    assert len(taxonomy.regions[bloc].members) == count


def test_the_post_soviet_space_covers_its_sub_regions_and_their_countries(
    taxonomy: Taxonomy,
) -> None:
    covered = taxonomy.covers("post-soviet")
    assert {"RU", "UA", "BY", "MD", "GE", "AM", "AZ", "KZ", "TM", "EE", "south-caucasus"} <= covered
    assert "PL" not in covered


def test_every_sovereign_country_belongs_to_some_sub_region(taxonomy: Taxonomy) -> None:
    areas = [r.id for r in taxonomy.regions.values() if r.kind is RegionKind.SUBREGION]
    covered = frozenset().union(*(taxonomy.covers(area) for area in areas))
    far_away = {"BV", "GG", "CX", "GI", "JE", "IM", "IO", "HM", "SJ", "TF", "AQ", "UM", "GS", "CC"}
    countries = {r.id for r in taxonomy.regions.values() if r.kind is RegionKind.COUNTRY}
    europe_in_blocs_only = {"BG", "HR", "RO", "VA"}
    assert countries - covered <= far_away | europe_in_blocs_only


def test_a_damaged_table_is_named_with_the_line(tmp_path: Path) -> None:
    broken = tmp_path / "regions.toml"
    broken.write_text('[gulf]\nname = "Gulf\n', encoding="utf-8")
    with pytest.raises(BriefingError, match=r"regions\.toml cannot be read.*line 2"):
        read_table(broken)


def test_a_missing_table_is_one_sentence_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(BriefingError) as caught:
        read_table(tmp_path / "regions.toml")
    assert "regions.toml" in caught.value.message
    assert caught.value.hint
