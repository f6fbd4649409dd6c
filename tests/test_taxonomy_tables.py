from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BriefingError
from briefing.resources import USER_DATA, assets
from briefing.taxonomy import load_regions, load_taxonomy, own_mistakes, read_table, tables_version
from briefing.taxonomy.lines import Lines
from briefing.taxonomy.tables import check_shipped, check_tables, own_folder

WRONG = {
    "an unknown member": (
        "regions.toml",
        '[atlantis]\nname = "Atlantis"\nkind = "bloc"\nmembers = [\n  "EE",\n  "QQ",\n]\n',
        5,
        r"members of \[atlantis\] has 'QQ', which is no country and no region",
    ),
    "an unknown kind": (
        "regions.toml",
        '[atlantis]\nname = "Atlantis"\nkind = "island"\n',
        2,
        r'kind of \[atlantis\] is not "sub-region" or "bloc"',
    ),
    "a missing name": (
        "regions.toml",
        '[atlantis]\nkind = "bloc"\n',
        0,
        r"\[atlantis\] has no name",
    ),
    "a circle": (
        "regions.toml",
        '[east]\nname = "East"\nkind = "bloc"\nmembers = ["far-east"]\n'
        '[far-east]\nname = "Far East"\nkind = "bloc"\nmembers = ["east"]\n',
        3,
        r"\[east\] is a member of itself",
    ),
    "an unknown key": (
        "countries.toml",
        'QA = { adjectivs = ["Qatari"] }\n',
        0,
        r"'adjectivs' is nothing that \[QA\] can have",
    ),
    "a wrong type": (
        "countries.toml",
        'QA = { names = "Qatar" }\n',
        0,
        r"names of \[QA\] is not a l",
    ),
    "a name for two": (
        "places.toml",
        '[QA]\ncities = ["Doha", "Springfield"]\n[EE]\ncities = [\n "Springfield"]\n',
        4,
        r"“Springfield” stands for \[EE\] here, and for \[QA\] in places\.toml",
    ),
    "an unknown country": ("places.toml", '[QQ]\ncities = ["Doha"]\n', 0, r"\[QQ\] is not the id"),
    "years the wrong way round": (
        "officials.toml",
        '[EE]\nofficials = ["A Person; 2019-",\n "Another One; 2024-2019"]\n',
        2,
        r"the years of “Another One; 2024-2019” end before they begin",
    ),
    "years that are none": (
        "officials.toml",
        '[EE]\nofficials = ["A Person; lately"]\n',
        1,
        r"the years of “A Person; lately” are not such as",
    ),
    "a weight that is none": (
        "themes.toml",
        '[[theme]]\nid = "sport"\nname = "Sport"\ndescription = "Games."\n'
        '[[theme.sense]]\nterms = ["match"]\nstrength = "huge"\n',
        6,
        r"strength of a sense of the theme 'sport' is not \"strong\"",
    ),
    "a number beyond its range": (
        "themes.toml",
        '[[theme]]\nid = "sport"\nname = "Sport"\ndescription = "Games."\n'
        '[[theme.sense]]\nterms = ["match"]\nstrength = "weak"\nparties = 40\n',
        7,
        "parties of a sense of the theme 'sport' is not a whole number",
    ),
    "a term of two weights": (
        "themes.toml",
        '[[theme]]\nid = "sport"\nname = "Sport"\ndescription = "Games."\n'
        'strong = ["match"]\nweak = ["ball", "match"]\n',
        5,
        "“match” is weak for the theme 'sport' here, and strong above",
    ),
    "a term without a word": (
        "themes.toml",
        '[[theme]]\nid = "sport"\nname = "Sport"\ndescription = "Games."\nstrong = ["–"]\n',
        4,
        "strong of the theme 'sport' is not a list of texts",
    ),
    "a phrase that stands for nothing known": (
        "traps.toml",
        '[phrases]\n"Doha Dash" = ["QQ"]\n',
        1,
        r"Doha Dash of \[phrases\] has 'QQ'",
    ),
}
"""What is appended to a small table, after how many lines the mistake stands, and what is told."""

SMALL = {
    "countries.toml": 'EE = { adjectives = ["Estonian"] }\n',
    "regions.toml": '[north]\nname = "North"\nkind = "sub-region"\nmembers = ["EE"]\n',
    "places.toml": "",
    "officials.toml": "",
    "themes.toml": "",
    "traps.toml": "",
}


@pytest.fixture
def tables(tmp_path: Path) -> Path:
    """A folder with small tables without a mistake."""
    for name, text in SMALL.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for the officer's own tables, empty."""
    monkeypatch.setenv(USER_DATA, str(tmp_path))
    own_folder().mkdir()
    return own_folder()


def test_the_shipped_tables_have_no_mistake() -> None:
    check_tables(assets("taxonomy"))


@pytest.mark.parametrize("what", WRONG)
def test_a_mistake_is_told_with_its_file_and_line(tables: Path, what: str) -> None:
    name, wrong, after, told = WRONG[what]
    with (tables / "countries.toml").open("a", encoding="utf-8") as table:
        table.write("" if name == "countries.toml" else "QA = {}\n")
    before = (tables / name).read_text(encoding="utf-8")
    (tables / name).write_text(before + wrong, encoding="utf-8")
    line = before.count("\n") + after + 1
    with pytest.raises(BriefingError, match=rf"In {name}, line {line}: .*{told}"):
        check_tables(tables)


def test_loading_tables_of_another_folder_checks_them(tables: Path) -> None:
    assert load_regions(tables)["north"].members == ("EE",)
    (tables / "regions.toml").write_text('[north]\nkind = "bloc"\n', encoding="utf-8")
    with pytest.raises(BriefingError, match=r"regions\.toml, line 1"):
        load_regions(tables)


def test_lines_are_found_under_headings_in_lists_and_in_tables_of_one_line() -> None:
    lines = Lines(
        '# head\na = { names = ["x"] }\n[b]\nnames = [\n  "one",\n  "two, [three]",\n]\n'
        '[[c]]\nid = "1"\n[[c]]\nid = "2"\n[[c.d]]\nterms = ["t"]\n'
    )
    assert lines.of(("a", "names"), "x") == 2
    assert lines.of(("b", "names"), "two, [three]") == 6
    assert lines.of(("c", 1, "id")) == 11
    assert lines.of(("c", 1, "d", 0, "terms"), "t") == 13
    assert lines.of(("nowhere", "at", "all")) == 1


def test_the_shipped_tables_are_looked_through_once_and_then_when_they_change(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[Path] = []
    monkeypatch.setattr("briefing.taxonomy.tables.check_tables", seen.append)
    check_shipped()
    check_shipped()
    assert len(seen) == 1
    assert (own.parent / "tables-checked").is_file()


def test_a_region_of_the_officer_stands_beside_the_shipped_ones(own: Path) -> None:
    text = '[black-sea]\nname = "Black Sea"\nkind = "sub-region"\nmembers = ["BG", "GE", "RO"]\n'
    (own / "regions.toml").write_text(text, encoding="utf-8")
    regions = load_taxonomy().regions
    assert regions["black-sea"].members == ("BG", "GE", "RO")
    assert "nato" in regions
    assert own_mistakes() == ()


def test_a_name_of_the_officer_is_added_and_leaves_what_it_stood_for(own: Path) -> None:
    (own / "countries.toml").write_text('CG = { names = ["Congo"] }\n', encoding="utf-8")
    countries = read_table(assets("taxonomy", "countries.toml"))
    assert "Congo" in countries["CG"]["names"]
    assert "Congo-Brazzaville" in countries["CG"]["names"]
    assert "Congo" not in countries["CD"]["names"]


def test_members_of_the_officer_take_the_place_of_the_shipped_ones(own: Path) -> None:
    (own / "regions.toml").write_text('[gulf]\nmembers = ["QA", "OM"]\n', encoding="utf-8")
    gulf = load_taxonomy().regions["gulf"]
    assert gulf.members == ("QA", "OM")
    assert gulf.name


def test_a_theme_and_a_term_of_the_officer_are_laid_over_by_id(own: Path) -> None:
    text = (
        '[[theme]]\nid = "energy"\nstrong = ["gas"]\n'
        '[[theme]]\nid = "sport"\nname = "Sport"\ndescription = "Games."\nstrong = ["match"]\n'
    )
    (own / "themes.toml").write_text(text, encoding="utf-8")
    rows: Any = read_table(assets("taxonomy", "themes.toml"))["theme"]
    themes = {row["id"]: row for row in rows}
    assert themes["energy"]["name"]
    assert "gas" in themes["energy"]["strong"]
    assert "gas" not in themes["energy"]["plain"]
    assert themes["sport"]["strong"] == ["match"]
    assert load_taxonomy().themes["sport"].name == "Sport"


def test_a_mistake_of_the_officer_leaves_that_table_out_and_nothing_else(own: Path) -> None:
    (own / "regions.toml").write_text('\n[gulf]\nmembers = ["QQ"]\n', encoding="utf-8")
    (own / "countries.toml").write_text('EE = { names = ["Eesti"] }\n', encoding="utf-8")
    assert len(load_taxonomy().regions["gulf"].members) > 2
    assert "Eesti" in read_table(assets("taxonomy", "countries.toml"))["EE"]["names"]
    (mistake,) = own_mistakes()
    assert mistake.sentence.startswith("In regions.toml, line 3: members of [gulf] has 'QQ'")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("regions.toml", '[gulf\nname = "Gulf"\n', "cannot be read"),
        ("region.toml", "", "there is no table of this name"),
        ("countries.toml", 'QQ = { names = ["Atlantis"] }\n', r"[QQ] is not the code of a country"),
        ("regions.toml", '[gulf]\nmembers = ["middle-east"]\n[middle-east]\nmembers = ["gulf"]\n',
         "[gulf] is a member of itself"),
        ("themes.toml", '[[theme]]\nid = "sport"\n', "the theme 'sport' has no name"),
        ("traps.toml", 'sport = 1\n', "'sport' is nothing that the file can have"),
    ],
)  # fmt: skip
def test_own_tables_are_held_to_the_same_rules(own: Path, name: str, text: str, told: str) -> None:
    (own / name).write_text(text, encoding="utf-8")
    assert [told in mistake.what for mistake in own_mistakes()] == [True]
    assert "gulf" in load_taxonomy().regions


def test_names_in_a_language_may_be_the_officers_own(own: Path) -> None:
    (own / "fr").mkdir()
    (own / "fr" / "names.toml").write_text('[areas]\nQQ = ["Atlantide"]\n', encoding="utf-8")
    (mistake,) = own_mistakes()
    assert mistake.sentence.startswith("In fr/names.toml, line 2: 'QQ' is not the id of a country")


def test_the_version_of_the_tables_is_another_when_an_own_table_is_used(
    own: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = tables_version()
    elsewhere = tmp_path_factory.mktemp("data")
    shutil.copytree(own, elsewhere / "taxonomy")
    text = 'EE = { names = ["Eesti"] }\n'
    (elsewhere / "taxonomy" / "countries.toml").write_text(text, encoding="utf-8")
    monkeypatch.setenv(USER_DATA, str(elsewhere))
    assert tables_version() != before
