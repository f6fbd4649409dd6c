from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import drafting
from briefing.brief_file import read_brief_file
from briefing.errors import BriefError
from briefing.library import Library
from briefing.model import Choice, Draft, Judgement
from briefing.model.desk import Standing
from briefing.pipeline.desk import Desk
from briefing.progress import Silent
from tests.builders import original_of
from tests.pipeline.desks import (
    ALMATY,
    COUNT,
    FIRE,
    GUARDS,
    REPORT,
    REQUEST,
    TODAY,
    TRUCE,
    a_desk,
    add_first,
    add_second,
    proposed,
    read_anew,
)


@pytest.fixture
def saved(desk: Desk, tmp_path: Path) -> Path:
    """A brief in which the finding on the fire is longer by two sentences."""
    draft = proposed(desk)
    row = next(row for row in desk.view(draft).rows if row.text == FIRE)
    longer = desk.passage(row.decision).longer_after
    assert longer is not None
    draft = drafting.put(draft, replace(longer, choice=Choice.LEAD, note="Ask."))
    path = tmp_path / "borders.brief"
    desk.save(draft, path, (row.code,))
    return path


def test_a_saved_draft_opens_as_it_was(desk: Desk, saved: Path) -> None:
    opened = desk.open(saved)
    assert (opened.moved, opened.lost, opened.saved) == ((), (), TODAY)
    assert len(opened.seen) == 1
    assert opened.draft.request == REQUEST
    assert [one.note for one in opened.draft.decisions if one.note] == ["Ask."]
    assert desk.view(opened.draft).draft == opened.draft


def test_words_of_a_report_that_is_not_there_stay_printed_and_are_said_not_compared(
    saved: Path, tmp_path: Path
) -> None:
    with Library.open(tmp_path / "other") as library:
        add_second(library)
        desk = a_desk(library)
        opened = desk.open(saved)
        assert {one.finding.exact for one in opened.lost} == {FIRE, ALMATY}
        built = desk.build(opened.draft)
        assert {finding.text for finding in built.brief.findings} == {
            f"{FIRE} {TRUCE}",
            ALMATY,
            GUARDS,
        }
        assert [finding.text for finding in built.verification.verbatim] == [GUARDS]
        assert len(built.verification.not_compared) == 2
        assert {source.metadata.title for source in built.brief.sources} == {"Talks at the Border"}
        (pdf,) = desk.export(opened.draft, [tmp_path / "a.pdf"], Silent())
        assert pdf.pages == 2  # one side, and the annex
        rows = {row.text: row for row in desk.view(opened.draft).rows}
        assert rows[ALMATY].standing is Standing.LOST
        assert rows[ALMATY].place == "Novak 2023, ¶ 2"


def test_what_was_lost_is_still_known_after_saving_again(saved: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "other") as library:
        desk = a_desk(library)
        again = tmp_path / "again.brief"
        desk.save(desk.open(saved).draft, again)
        opened = desk.open(again)
        assert len(opened.lost) == 3
        assert len(desk.build(opened.draft).brief.findings) == 3


def test_words_that_stand_elsewhere_are_proposed_and_taken_when_confirmed(
    saved: Path, tmp_path: Path
) -> None:
    anew = read_anew("A preface of the new reading.", f"{FIRE} {TRUCE} {COUNT}", ALMATY)
    with Library.open(tmp_path / "other") as library:
        add_first(library, anew, original_of(REPORT))
        add_second(library)
        desk = a_desk(library)
        opened = desk.open(saved)
        assert opened.lost == ()
        assert {one.finding.block for one in opened.moved} == {1, 2}
        row = next(row for row in desk.view(opened.draft).rows if row.text == f"{FIRE} {TRUCE}")
        assert (row.standing, row.decision.finding.block) == (Standing.MOVED, 0)
        assert row.proposed is not None
        assert row.proposed.note == "Ask."
        draft = drafting.confirm(opened.draft, row.decision.passage, row.proposed)
        shown = next(row for row in desk.view(draft).rows if row.text == f"{FIRE} {TRUCE}")
        assert (shown.standing, shown.place) == (Standing.FOUND, "Novak 2023, ¶ 2")
        verification = desk.build(draft).verification
        assert f"{FIRE} {TRUCE}" in [finding.text for finding in verification.verbatim]


def test_changed_words_are_never_taken_in_silence(saved: Path, tmp_path: Path) -> None:
    changed = ALMATY.replace("Almaty", "Astana")
    with Library.open(tmp_path / "other") as library:
        anew = read_anew(f"{FIRE} {TRUCE} {COUNT}", changed)
        library.add(anew, [], original_of(REPORT), TODAY)
        desk = a_desk(library)
        opened = desk.open(saved)
        (moved,) = opened.moved
        assert moved.finding.exact == changed
        assert ALMATY in [finding.text for finding in desk.build(opened.draft).brief.findings]


def test_a_report_taken_out_while_a_brief_is_open_leaves_its_findings_printed(
    tmp_path: Path,
) -> None:
    with Library.open(tmp_path / "l") as library:
        add_first(library)
        add_second(library)
        desk = a_desk(library)
        draft = proposed(desk)
        before = desk.build(draft).brief.findings
        library.remove(REPORT.sha256)
        desk.invalidate()
        built = desk.build(draft)
        assert [finding.text for finding in built.brief.findings] == [f.text for f in before]
        assert len(built.verification.not_compared) == 2


def test_a_draft_that_cannot_be_built_is_saved_all_the_same(desk: Desk, tmp_path: Path) -> None:
    draft = drafting.with_request(proposed(desk), judgements=(Judgement(""),))
    path = tmp_path / "half.brief"
    desk.save(draft, path)
    assert json.loads(path.read_text("utf-8"))["brief"] is None
    assert desk.open(path).draft == draft


def test_a_document_of_the_first_format_opens_as_a_draft(desk: Desk, saved: Path) -> None:
    document = json.loads(saved.read_text("utf-8"))
    for section in document["brief"]["sections"]:
        for finding in section["findings"]:
            del finding["own"]
            finding["quotations"] = finding["quotations"][:1]
            finding["text"] = finding["quotations"][0]["exact"]
    first = {"format": "deskbrief", "version": 1, "brief": document["brief"]}
    saved.write_text(json.dumps(first), "utf-8")
    opened = desk.open(saved)
    assert opened.lost == ()
    assert {one.finding.exact for one in opened.draft.decisions} == {FIRE, GUARDS, ALMATY}
    assert desk.view(opened.draft).draft == opened.draft


def test_what_is_no_brief_is_refused(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "a.brief"
    path.write_bytes(b"{}")
    with pytest.raises(BriefError, match="not a brief"):
        desk.open(path)


def test_an_empty_draft_is_saved_and_opened(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "new.brief"
    desk.save(Draft(REQUEST), path)
    assert desk.open(path).draft.request == REQUEST


def test_a_draft_saved_without_its_document_says_where_its_words_come_from(
    desk: Desk, tmp_path: Path
) -> None:
    draft = proposed(desk)
    first = draft.decisions[0]
    draft = drafting.decide(draft, first, Choice.LEFT_OUT, "known")
    broken = drafting.with_request(draft, template="there is none such")
    desk.save(broken, tmp_path / "a.brief")
    assert read_brief_file(tmp_path / "a.brief").brief is None
    with Library.open(tmp_path / "elsewhere") as empty:
        opened = a_desk(empty).open(tmp_path / "a.brief")
        whole = drafting.with_request(opened.draft, template="note")
        rows = {row.decision.passage: row for row in a_desk(empty).view(whole).rows}
    assert {one.passage for one in opened.lost} == {one.passage for one in draft.decisions}
    assert all(row.place for row in rows.values())
    assert "Novak 2023" in rows[first.passage].place
