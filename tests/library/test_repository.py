"""What is put into the library comes out again, whole."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import LibraryError
from briefing.library import FindingQuery, Library, NoTextError
from briefing.model import Block, BlockKind, Finding, Metadata, PartialDate, Report, TextKind
from tests.builders import TALKS, a_block, a_finding, a_report, found_in, original_of
from tests.library.strategies import METADATA, findings_in, reports

TODAY = date(2023, 6, 1)
FIRST = "Armenia and Azerbaijan met in Prague."
SECOND = "Both sides left without a date."


def kept(library: Library, report: Report, *findings: Finding) -> Report:
    library.add(report, findings, original_of(report), TODAY)
    return report


@settings(deadline=None, max_examples=60)
@given(st.data())
def test_every_field_of_a_report_and_its_findings_survives(data: st.DataObject) -> None:
    report, original = data.draw(reports())
    findings = data.draw(findings_in(report))
    with tempfile.TemporaryDirectory() as folder:
        with Library.open(Path(folder)) as library:
            library.add(report, findings, original, TODAY)
        with Library.open(Path(folder), create=False) as library:
            assert library.report(report.sha256) == report
            assert library.findings_of(report.sha256) == tuple(findings)
            assert library.original(report.sha256) == original
            offered = library.candidates(FindingQuery())
            assert [one.finding for one in offered] == [
                one for one in findings if one.kind is TextKind.BODY
            ]


@settings(deadline=None, max_examples=30)
@given(METADATA, METADATA)
def test_corrections_lie_over_what_the_file_says(said: Metadata, over: Metadata) -> None:
    report = a_report(metadata=said)
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder)) as library:
        kept(library, report)
        library.correct_metadata(report.sha256, over)
        assert library.report(report.sha256).metadata == said.overlaid(over)
        assert library.reports()[0].metadata == said.overlaid(over)


def test_a_later_correction_keeps_an_earlier_one_and_an_empty_one_withdraws_all(
    library: Library,
) -> None:
    sha = kept(library, a_report()).sha256
    said = library.report(sha).metadata
    library.correct_metadata(sha, Metadata(title="Corrected"))
    library.correct_metadata(sha, Metadata(date=PartialDate(2020)))
    corrected = library.report(sha).metadata
    assert (corrected.title, corrected.date) == ("Corrected", PartialDate(2020))
    library.correct_metadata(sha, Metadata())
    assert library.report(sha).metadata == said


def test_corrections_go_in_together_with_the_report_or_not_at_all(library: Library) -> None:
    report, over = a_report(), Metadata(title="Corrected", date=PartialDate(1999))
    with pytest.raises(NoTextError, match="are no text"):
        library.add(report, (), original_of(report), TODAY, Metadata(title="\udcff"))
    assert library.reports() == ()
    library.add(report, [found_in(report, TALKS)], original_of(report), TODAY, over)
    assert library.summary(report.sha256).metadata == report.metadata.overlaid(over)
    in_1999 = FindingQuery(since=date(1999, 1, 1), until=date(1999, 12, 31))
    assert len(library.candidates(in_1999)) == 1
    library.correct_metadata(report.sha256, Metadata())
    assert library.report(report.sha256) == report


def test_a_finding_comes_with_its_place_its_surroundings_and_the_sentence_it_leans_on(
    library: Library,
) -> None:
    text = f"{FIRST} {SECOND} Nobody was surprised by that, least of all the hosts."
    block = Block(BlockKind.PARAGRAPH, text, 2, (10,), 4, heading_path=("Talks", "In Prague"))
    report = replace(a_report(block), page_labels=("i", "ii", "iii"))
    before = found_in(report, FIRST)
    finding = replace(found_in(report, SECOND), needs_context=True)
    kept(library, report, before, finding)
    stored = library.candidates(FindingQuery())[1]
    assert (stored.finding, stored.before) == (finding, before)
    assert (stored.page_label, stored.paragraph) == ("iii", 4)
    assert stored.heading_path == ("Talks", "In Prague")
    assert stored.quote_prefix == f"{FIRST} "
    assert stored.quote_suffix == " Nobody was surprised by that, least of "
    assert stored.report == library.reports()[0]


def test_the_first_sentence_of_a_block_has_none_before_it(library: Library) -> None:
    report = a_report(FIRST, SECOND)
    leaning = (replace(found_in(report, text), needs_context=True) for text in (FIRST, SECOND))
    kept(library, report, *leaning)
    assert [stored.before for stored in library.candidates(FindingQuery())] == [None, None]


def test_only_running_text_is_offered_and_counted_but_everything_is_kept(library: Library) -> None:
    report = a_report(FIRST, a_block(SECOND, BlockKind.HEADING))
    body = found_in(report, FIRST)
    heading = found_in(report, SECOND, kind=TextKind.HEADING)
    kept(library, report, body, heading)
    assert [stored.finding for stored in library.candidates(FindingQuery())] == [body]
    assert library.search("sides") == ()
    assert library.findings_of(report.sha256) == (body, heading)
    assert library.reports()[0].findings == 1


def test_importing_the_same_bytes_again_is_refused_and_adds_nothing(library: Library) -> None:
    report = kept(library, a_report())
    assert library.contains(report.sha256)
    with pytest.raises(LibraryError, match="in the library already"):
        kept(library, report)
    assert len(library.reports()) == 1


def test_a_report_whose_findings_cannot_be_kept_leaves_no_trace(library: Library) -> None:
    report = a_report(FIRST)
    outside = replace(a_finding(FIRST, report=report.sha256), text="lone \ud800 surrogate")
    with pytest.raises(LibraryError, match="no text"):
        kept(library, report, found_in(report, FIRST), outside)
    assert library.reports() == ()
    assert library.search("Prague") == ()
    kept(library, report, found_in(report, FIRST))
    assert len(library.candidates(FindingQuery())) == 1


def test_a_report_is_found_by_file_name_or_the_beginning_of_its_hash(library: Library) -> None:
    report = kept(library, a_report(file_name="Talks in Prague.pdf"))
    kept(library, a_report(file_name="other.pdf"))
    for name in ("talks in prague.PDF", report.sha256, report.sha256[:6].upper()):
        assert library.find_report(name) == report.sha256


def test_a_name_that_means_no_report_or_several_is_an_error(library: Library) -> None:
    report = kept(library, a_report(FIRST))
    kept(library, a_report(SECOND))
    with pytest.raises(LibraryError, match="may mean 2 reports"):
        library.find_report("talks.txt")
    for name in ("missing.pdf", report.sha256[:5]):
        with pytest.raises(LibraryError, match="holds no report"):
            library.find_report(name)


def test_what_the_library_does_not_hold_is_an_error_in_words(library: Library) -> None:
    for ask in (library.report, library.summary, library.original, library.findings_of):
        with pytest.raises(LibraryError, match="holds no report abababababab"):
            ask("ab" * 32)


def test_two_processes_may_use_a_library_at_the_same_time(tmp_path: Path) -> None:
    with Library.open(tmp_path) as one, Library.open(tmp_path) as other:
        kept(one, a_report(FIRST))
        kept(other, a_report(SECOND))
        assert len(one.reports()) == len(other.reports()) == 2
