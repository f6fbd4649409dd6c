"""A code that a document prints leads back to its finding."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.library import Library
from briefing.model import Passage, Report
from briefing.quotations import full_code
from tests.builders import a_finding, a_report, original_of

COUNT = 1200


@pytest.fixture
def report(library: Library) -> Report:
    """A report of many findings, so that some share the first characters of their codes."""
    texts = [f"Round {number} of the talks failed." for number in range(COUNT)]
    made = a_report(*texts)
    findings = [
        a_finding(text, report=made.sha256, block=number) for number, text in enumerate(texts)
    ]
    library.add(made, findings, original_of(made), date(2023, 6, 1))
    return made


def passages(library: Library, report: Report) -> list[Passage]:
    return [finding.passage for finding in library.findings_of(report.sha256)]


def test_a_whole_code_and_any_beginning_lead_to_the_finding(
    library: Library, report: Report
) -> None:
    for passage in passages(library, report)[:5]:
        code = full_code(passage)
        for length in (12, 14, len(code)):
            (found,) = library.findings_of_code(code[:length])
            assert found.finding.passage == passage
        assert passage in [one.finding.passage for one in library.findings_of_code(code[:6])]


def test_a_code_is_understood_as_people_write_it(library: Library, report: Report) -> None:
    passage = passages(library, report)[3]
    (found,) = library.findings_of_code(f"  {full_code(passage)[:12].upper()} ")
    assert found.finding.passage == passage


def test_a_short_code_gives_all_that_it_may_mean(library: Library, report: Report) -> None:
    by_code: dict[str, list[Passage]] = {}
    for passage in passages(library, report):
        by_code.setdefault(full_code(passage)[:6], []).append(passage)
    code, meant = max(by_code.items(), key=lambda pair: len(pair[1]))
    assert [one.finding.passage for one in library.findings_of_code(code)] == meant
    assert library.findings_of_code(code, frozenset({"ab" * 32})) == ()
    assert len(library.findings_of_code(code, frozenset({report.sha256}))) == len(meant)


@pytest.mark.usefixtures("report")
@pytest.mark.parametrize("code", ["", "f-", "f-abc", "3k7q", "f-3k7q1", "f-%%%%", "g-3k7q"])
def test_what_is_no_code_means_nothing(library: Library, code: str) -> None:
    assert library.findings_of_code(code) == ()
