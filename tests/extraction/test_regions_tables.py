from __future__ import annotations

from collections.abc import Iterator

import pytest
from babel import Locale
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extraction.gazetteer import Name, NameKind
from briefing.extraction.inflection import inflected
from briefing.extraction.languages import russian
from briefing.extraction.languages.names import names_of
from briefing.extraction.languages.shelf import RULES, Languages
from briefing.extraction.languages.tables import read_names
from briefing.extraction.names import shipped_names
from briefing.extraction.officials import (
    by_full_name,
    by_short_form,
    read_officials,
    unmistakable_names,
)
from briefing.resources import assets
from briefing.taxonomy import is_country, load_regions, read_table
from tests.extraction.reading import read

FOLDER = assets("taxonomy")
REGIONS = load_regions(FOLDER)


def _all_names() -> Iterator[Name]:
    yield from shipped_names(FOLDER)
    yield from unmistakable_names(read_officials(read_table(FOLDER / "officials.toml")))
    for language, rules in RULES.items():
        table = read_names(FOLDER / language, REGIONS)
        yield from names_of(Locale(language), table, rules, filter(is_country, REGIONS))


def test_every_name_stands_for_regions_that_exist() -> None:
    unknown = {(n.text, r) for n in _all_names() for r in n.regions if r not in REGIONS}
    assert unknown == set()


def test_only_traps_stand_for_no_region() -> None:
    empty = {name.kind for name in _all_names() if not name.regions}
    assert empty == {NameKind.NOTHING}


def test_every_country_has_a_name_and_nearly_every_one_an_adjective() -> None:
    named, described = set(), set()
    for name in shipped_names(FOLDER):
        named |= {*name.regions} if name.kind is NameKind.COUNTRY else set()
        if name.kind in {NameKind.ADJECTIVE, NameKind.PEOPLE}:
            described |= {*name.regions}
    countries = set(filter(is_country, REGIONS))
    assert countries <= named
    assert len(countries - described) < 35


def test_every_sub_region_and_bloc_has_a_name() -> None:
    named = {r for n in shipped_names(FOLDER) if n.kind is NameKind.GROUP for r in n.regions}
    assert {region for region in REGIONS if not is_country(region)} <= named


def test_office_holders_of_more_than_a_hundred_countries_are_known() -> None:
    table = read_table(FOLDER / "officials.toml")
    assert len([code for code in table if is_country(code)]) > 100


def test_a_line_of_officials_is_read_into_spellings_short_forms_and_years() -> None:
    row = {"GE": {"officials": ["Irakli Example! / Irakli Exämple!; 2010-2014"]}}
    first, second, bare = read_officials(row)
    assert (first.full, first.unmistakable, first.years) == (
        "Irakli Example",
        ("Example",),
        "2010–2014",
    )
    assert (second.full, bare.full) == ("Irakli Exämple", "Irakli Example")


def test_short_forms_after_an_equals_sign_replace_the_last_word() -> None:
    row = {"CN": {"officials": ["Li Sample = Li, Old Li!; 1990-"]}}
    (official,) = read_officials(row)
    assert (official.shorts, official.unmistakable, official.years) == (
        ("Li",),
        ("Old Li",),
        "1990–",
    )


def test_of_two_people_with_one_name_the_first_in_the_table_counts() -> None:
    row = {"PT": {"officials": ["Ana Sample; 2001-"]}, "eu": {"officials": ["Ana Sample; 2010-"]}}
    officials = read_officials(row)
    assert by_full_name(officials)["Ana Sample"].region == "PT"
    assert [official.region for official in by_short_form(officials)["Sample"]] == ["PT", "eu"]


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Россия", "Россией"),
        ("Украина", "Украине"),
        ("Турция", "Турции"),
        ("Китай", "Китаем"),
        ("Казахстан", "Казахстаном"),
        ("Беларусь", "Беларуси"),
        ("Польша", "Польшу"),
    ],
)
def test_russian_names_are_known_in_their_cases(name: str, form: str) -> None:
    assert form in russian.RULES.noun(name)
    assert name in russian.RULES.noun(name)


def test_names_of_languages_without_tables_are_declined_where_that_is_known() -> None:
    assert inflected("Italia", "it") == ("Italia",)
    assert "України" not in inflected("Україна", "it")
    assert "Україною" in inflected("Україна", "uk")


def test_a_language_is_made_once_and_english_never() -> None:
    languages = Languages(FOLDER, REGIONS)
    french = languages.gazetteer("fr-CA")
    assert french is not None
    assert french is languages.gazetteer("fr")
    assert languages.gazetteer("en-GB") is None
    assert languages.gazetteer("xx-unknown") is None


WORDS = (
    *("Iran", "the Gulf", "Russo-", "U.S.", "(CSTO)", "it", "both countries", "President", "May"),
    *("the Alliance", "Western", "these states", ",", ".", "in", "war", "é", "İ", "$", "Georgia"),
)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.lists(st.one_of(st.sampled_from(WORDS), st.text(max_size=6))), max_size=6))
def test_any_report_is_read_to_its_end_with_names_within_its_sentences(
    report: list[list[str]],
) -> None:
    lines = [" ".join(words) for words in report]
    tags = read(*lines)
    assert len(tags) == len(lines)
    for tag in tags:
        assert {region for _, _, region in tag.spans} == {*tag.mentions}
        assert {*tag.mentions, *tag.about} <= {evidence.tag for evidence in tag.evidence}
        assert {*tag.mentions, *tag.about} <= REGIONS.keys()
