"""File names: filled from the request, safe everywhere."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.model import BriefRequest, RegionGroup
from briefing.model.desk import TemplateChoice, Vocabulary
from gui.exporting_form import day_in_words
from gui.exporting_names import (
    NameWords,
    example_of,
    explained,
    file_name,
    safe_name,
    without_ending,
    words_of,
)
from tests.briefs import TAXONOMY

NOTE = TemplateChoice("note", "Briefing note", "", (), 2)
VOCABULARY = Vocabulary(TAXONOMY, (NOTE,), (), (), (), (), ())
TODAY = date(2026, 11, 22)


def test_words_come_from_the_request() -> None:
    request = BriefRequest(("south-caucasus",), title="Who keeps the peace?", reference="A/1")
    words = words_of(request, VOCABULARY, TODAY)
    assert words == NameWords("2026-11-22", "Who keeps the peace?", "A/1", "note", "South Caucasus")


def test_regions_stand_for_a_title_that_is_missing() -> None:
    group = RegionGroup("Black Sea", ("GE", "TR"))
    request = BriefRequest((group.id, "central-asia"), groups=(group,))
    assert words_of(request, VOCABULARY, TODAY).title == "Black Sea, Central Asia"
    assert words_of(BriefRequest(), VOCABULARY, TODAY).title == "Briefing note"


def test_date_of_issue_goes_before_today() -> None:
    request = BriefRequest(issued=date(2026, 12, 1))
    assert words_of(request, None, TODAY).date == "2026-12-01"


def test_pattern_is_filled_and_empty_words_leave_no_gap() -> None:
    words = NameWords(date="2026-11-22", title="Peace: a question", template="Briefing note")
    assert file_name("{date} {reference} {title}", words) == "2026-11-22 Peace - a question"
    assert file_name("{reference} - {title}", words) == "Peace - a question"
    assert file_name("{unknown} {date}", words) == "{unknown} 2026-11-22"
    assert file_name("{reference}", words) == "Briefing note"
    assert file_name("", NameWords()) == "briefing"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EECA/2026/114", "EECA - 2026 - 114"),
        ("../../etc/passwd", "etc - passwd"),
        ('what? "now" <here>*', "what now here"),
        ("one\ntwo\x00three", "one twothree"),
        ("ends with a dot.", "ends with a dot"),
        ("nul", "nul_"),
        ("COM1", "COM1_"),
        ("Հայաստան և Грузия", "Հայաստան և Грузия"),
        (".hidden", "hidden"),
        ("   ", ""),
    ],
)
def test_names_are_safe_on_every_file_system(text: str, name: str) -> None:
    assert safe_name(text) == name


def test_long_names_are_cut_between_characters() -> None:
    name = safe_name("ж" * 300)
    assert len(name.encode()) <= 180
    assert set(name) == {"ж"}


def test_long_names_end_with_a_whole_word_and_without_a_comma() -> None:
    assert safe_name("word " * 34 + "observers, of the guard") == "word " * 34 + "observers"
    assert safe_name("word " * 34 + "observations (with maps)") == ("word " * 34).strip()
    assert safe_name("a title, ") == "a title"


def test_typed_ending_is_taken_off() -> None:
    assert without_ending("note.PDF", (".pdf", ".docx")) == "note"
    assert without_ending("note.v2", (".pdf", ".docx")) == "note.v2"


def test_day_is_told_in_short_words() -> None:
    assert day_in_words(date(2026, 11, 21), TODAY) == "21 Nov"
    assert day_in_words(date(2025, 11, 21), TODAY) == "21 Nov 2025"


def test_a_pattern_is_explained_with_an_example() -> None:
    assert "{date}, {title}" in explained()
    assert example_of("{region} {template}") == "Such as “South Caucasus note”"
