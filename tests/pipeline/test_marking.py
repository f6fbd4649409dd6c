"""The marking of a document: proposed, refused where too low, kept with reports and drafts."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing.brief_file import BriefFile, dump_brief_file, parse_brief_file
from briefing.drafting import with_request
from briefing.errors import ExportError, RequestError
from briefing.library import Library
from briefing.model import BriefRequest, Draft, Metadata
from briefing.pipeline.desk import Desk
from briefing.progress import Silent
from tests.pipeline.desks import REPORT, REQUEST, SECOND, proposed

UK = replace(REQUEST, scheme="uk", annex=False)


@pytest.fixture
def secret(borders: Library) -> Library:
    """The library with its second report marked."""
    borders.correct_metadata(SECOND.sha256, Metadata(marking="NATO SECRET", grade="B2"))
    return borders


def banner(desk: Desk, request: BriefRequest) -> str:
    return desk.build(Draft(request)).brief.request.marking


def test_a_document_without_a_marking_carries_the_highest_of_what_is_in_it(
    desk: Desk, borders: Library
) -> None:
    assert banner(desk, UK) == "OFFICIAL"
    borders.correct_metadata(SECOND.sha256, Metadata(marking="NATO SECRET"))
    desk.invalidate()
    assert banner(desk, UK) == "SECRET"
    assert banner(desk, REQUEST) == ""


def test_a_marking_is_written_as_its_scheme_has_it(desk: Desk) -> None:
    assert banner(desk, replace(UK, marking="official sensitive")) == "OFFICIAL-SENSITIVE"
    us = replace(UK, scheme="us", marking="secret // noforn")
    assert banner(desk, us) == "SECRET//NOFORN"


def test_a_marking_that_is_not_of_the_scheme_is_told(desk: Desk) -> None:
    with pytest.raises(RequestError, match="“RESTRICTED” is not of the scheme"):
        desk.build(Draft(replace(UK, marking="RESTRICTED")))
    with pytest.raises(RequestError, match="no scheme"):
        desk.build(Draft(replace(UK, scheme="mars")))


@pytest.mark.usefixtures("secret")
@pytest.mark.parametrize("ending", [".pdf", ".docx", ".brief"])
def test_a_marking_that_is_too_low_stops_the_export(
    desk: Desk, tmp_path: Path, ending: str
) -> None:
    draft = Draft(replace(UK, marking="OFFICIAL"))
    out = tmp_path / f"note{ending}"
    with pytest.raises(ExportError, match=r"OFFICIAL is too low: finding f-\w+ \(NATO SECRET\)"):
        desk.export(draft, [out], Silent())
    assert not out.exists()
    if ending == ".pdf":
        with pytest.raises(ExportError, match="too low"):
            desk.pdf(draft)


@pytest.mark.usefixtures("secret")
def test_the_officer_may_mark_one_finding_otherwise_than_its_report(desk: Desk) -> None:
    draft = proposed(desk, UK)
    decisions = tuple(
        replace(one, marking="O") if one.finding.report == SECOND.sha256 else one
        for one in draft.decisions
    )
    built = desk.build(replace(draft, decisions=decisions))
    assert built.brief.request.marking == "OFFICIAL"
    kept = parse_brief_file(dump_brief_file(BriefFile(built.draft, built.brief)))
    assert "O" in {one.marking for one in kept.draft.decisions}
    assert kept.brief is not None
    assert "O" in {one.marking for one in kept.brief.findings}


def test_a_report_marked_without_a_scheme_is_not_handed_on_unmarked(
    desk: Desk, secret: Library, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match="has no marking, parts of it have"):
        desk.export(Draft(replace(UK, scheme="")), [tmp_path / "a.docx"], Silent())


def test_marking_and_grade_of_a_report_are_kept_and_can_be_taken_back(secret: Library) -> None:
    said = secret.summary(SECOND.sha256).metadata
    assert (said.marking, said.grade) == ("NATO SECRET", "B2")
    secret.correct_metadata(SECOND.sha256, Metadata())
    assert secret.summary(SECOND.sha256).metadata == SECOND.metadata
    assert secret.summary(REPORT.sha256).metadata.marking == ""


def test_the_highest_is_proposed_anew_when_a_judgement_is_marked(desk: Desk) -> None:
    from briefing.model import Judgement

    draft = with_request(Draft(UK), judgements=(Judgement("Nobody will.", marking="TOP SECRET"),))
    assert desk.build(draft).brief.request.marking == "TOP SECRET"
