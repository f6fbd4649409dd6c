"""The language of a report: what its file says of itself, and what its text shows."""

from __future__ import annotations

from briefing.importers import read_report
from briefing.importers.language import remark_on_language, settled_language
from briefing.model import Metadata

RUSSIAN = (
    "Стороны обсудили в столице ход переговоров, которые продолжаются с марта, и договорились, что "
    "следующая встреча пройдет не позднее осени, если этому не помешают бои на границе. "
)


def test_a_language_that_the_text_belies_is_corrected() -> None:
    assert settled_language("en-US", RUSSIAN) == "ru"
    assert settled_language("ru-RU", RUSSIAN) == "ru-RU"
    assert settled_language("", RUSSIAN) == "ru"


def test_a_text_too_short_to_tell_keeps_what_is_stated() -> None:
    assert settled_language("fr", "Paris, mars 2021") == "fr"


def test_a_language_that_is_not_read_is_told_with_its_name() -> None:
    (remark,) = remark_on_language("ar-LB")
    assert remark.startswith("The report is in Arabic: only the names of countries")
    assert remark_on_language("de-AT") == remark_on_language("en") == remark_on_language("") == ()


def test_what_the_officer_says_of_the_language_counts() -> None:
    report = read_report(RUSSIAN.encode(), "a.txt", Metadata(language="uk"))
    assert report.metadata.language == "uk"
    assert "Ukrainian" in report.remarks[0]
