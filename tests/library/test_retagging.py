"""Findings of a report replaced by others, with what the officer said of them kept."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.errors import LibraryError
from briefing.library import FindingQuery, Library
from briefing.model import Report
from tests.builders import TALKS, a_report, found_in, original_of

TODAY = date(2024, 1, 2)
GAS = "Baku sold more gas to its neighbours than in any year before."


@pytest.fixture
def report(library: Library) -> Report:
    """A report of two sentences, tagged with the tables “old”."""
    made = a_report(TALKS, GAS)
    findings = [found_in(made, TALKS), found_in(made, GAS, about=("AZ",), themes=("energy",))]
    library.add(made, findings, original_of(made), TODAY, tables="old")
    return made


def themes(library: Library, theme: str) -> list[str]:
    query = FindingQuery(regions=frozenset(), themes=frozenset({theme}))
    return [one.finding.text for one in library.candidates(query)]


def test_a_report_tells_with_which_tables_it_was_tagged(library: Library, report: Report) -> None:
    assert library.tagged_otherwise("old") == ()
    assert library.tagged_otherwise("new") == (report.sha256,)


def test_other_findings_take_the_place_of_those_of_a_report(
    library: Library, report: Report
) -> None:
    anew = [found_in(report, TALKS, themes=("politics",)), found_in(report, GAS)]
    library.retag(report, anew, "new")
    assert library.findings_of(report.sha256) == tuple(anew)
    assert library.tagged_otherwise("new") == ()
    assert themes(library, "politics") == [TALKS]
    assert themes(library, "energy") == []
    (word, *_) = GAS.split()
    assert [one.finding.text for one in library.search(word)] == [GAS]


def test_sentences_may_be_other_ones_than_before(library: Library, report: Report) -> None:
    library.retag(report, [found_in(report, TALKS)], "new")
    assert library.summary(report.sha256).findings == 1
    assert themes(library, "energy") == []


def test_what_the_officer_corrected_holds_after_tagging_anew(
    library: Library, report: Report
) -> None:
    library.correct_tags(found_in(report, GAS).passage, ("GE",), ("politics",))
    library.retag(report, [found_in(report, TALKS), found_in(report, GAS)], "new")
    (corrected,) = (one for one in library.findings_of(report.sha256) if one.text == GAS)
    assert (corrected.about, corrected.themes) == (("GE",), ("politics",))
    assert themes(library, "politics") == [GAS]
    library.correct_tags(corrected.passage, None, None)
    assert themes(library, "politics") == []


def test_a_report_that_is_not_there_is_not_tagged_anew(library: Library) -> None:
    with pytest.raises(LibraryError):
        library.retag(a_report(TALKS), [], "new")
