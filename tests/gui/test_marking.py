"""Markings, grades and releasable versions in the window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.drafting import with_request
from briefing.marking import schemes
from briefing.model import BriefRequest, Choice, Judgement, Metadata
from briefing.model.desk import DraftView
from briefing.service.calls import ExportReleasable
from gui.export_dialog import ExportDialog
from gui.exporting_level import VersionCombo, renamed
from gui.metadata_fields import Field, FieldError, text_of, with_text
from gui.workspace import Workspace
from tests.gui import out
from tests.gui.findings import Desk, a_row, shown
from tests.gui.scope import VOCABULARY, a_workspace, request_of
from tests.gui.test_brief_page import a_page, choose

KNOWN = replace(VOCABULARY, schemes=schemes())


def a_marked_workspace(request: BriefRequest, *markings: str) -> Workspace:
    """Return a workspace that knows the schemes, with a finding for each marking in use."""
    workspace = a_workspace(request)
    workspace.vocabulary = KNOWN
    draft = workspace.document.draft
    rows = tuple(
        a_row(number, choice=Choice.SUPPORT, markings=(marking,))
        for number, marking in enumerate(markings)
    )
    workspace.document.amend(DraftView(draft, (), rows, len(rows), len(rows)))
    return workspace


def test_the_levels_of_the_scheme_are_offered_as_markings(qtbot: QtBot) -> None:
    page = a_page(qtbot, workspace := a_marked_workspace(BriefRequest()))
    choose(page.head.marked.scheme, "NATO")
    assert request_of(workspace).scheme == "nato"
    offered = [page.head.marking.itemText(n) for n in range(page.head.marking.count())]
    assert offered[:3] == ["none", "NATO UNCLASSIFIED", "NATO RESTRICTED"]
    choose(page.head.marking, "NATO SECRET")
    assert request_of(workspace).marking == "NATO SECRET"
    choose(page.head.marked.scheme, "none")
    assert request_of(workspace).scheme == ""
    assert page.head.marking.currentText() == "NATO SECRET"
    assert not page.head.marked.portions.isEnabled()


def test_the_highest_of_what_is_in_the_brief_is_proposed(qtbot: QtBot) -> None:
    workspace = a_marked_workspace(BriefRequest(scheme="uk"), "", "NATO SECRET")
    page = a_page(qtbot, workspace)
    assert page.head.marked.remark.text() == "SECRET: the highest of what is in the brief."
    judged = (Judgement("(TS) It holds."),)
    document = workspace.document
    document.apply("x", with_request(document.draft, judgements=judged))
    assert page.head.marked.remark.text().startswith("TOP SECRET")


def test_a_marking_that_is_too_low_is_told_at_once_and_put_right_with_a_click(
    qtbot: QtBot,
) -> None:
    workspace = a_marked_workspace(BriefRequest(scheme="uk", marking="OFFICIAL"), "SECRET")
    page = a_page(qtbot, workspace)
    marked = page.head.marked
    assert marked.remark.text() == "Too low, and not exported: f-0000 (SECRET)."
    assert marked.use.text() == "Use SECRET"
    marked.use.click()
    assert request_of(workspace).marking == "SECRET"
    assert marked.remark.text() == ""
    assert not marked.use.isVisible()
    workspace.document.undo_stack.undo()
    assert marked.remark.text().startswith("Too low")


def test_a_half_typed_marking_is_told_at_its_field_after_a_pause(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_marked_workspace(BriefRequest(scheme="uk")))
    field, remark = page.head.marking, page.head.marked.remark
    field.setFocus()
    QTest.keyClicks(field, "OFFICIAL-S")
    assert "Did you mean" not in remark.text()
    qtbot.waitUntil(lambda: "Did you mean OFFICIAL-SENSITIVE?" in remark.text())
    field_end = field.mapTo(page, field.rect().bottomLeft()).y()
    assert 0 < remark.mapTo(page, remark.rect().topLeft()).y() - field_end < field.height()


@pytest.mark.parametrize(
    ("request_", "marking", "said"),
    [
        (BriefRequest(scheme="uk", marking="RESTRICTED"), "", "Not of this scheme"),
        (BriefRequest(scheme="uk", marking="SECRET"), "GEHEIM", "Cannot be ranked"),
        (BriefRequest(marking="OFFICIAL"), "SECRET", "not exported without a scheme"),
        (BriefRequest(scheme="us", marking="SECRET"), "SECRET//NOFORN", "carry NOFORN"),
        (BriefRequest(marking="anything"), "", ""),
    ],
)
def test_what_is_to_be_minded_of_a_marking_is_said(
    qtbot: QtBot, request_: BriefRequest, marking: str, said: str
) -> None:
    page = a_page(qtbot, a_marked_workspace(request_, marking))
    assert said in page.head.marked.remark.text()
    assert page.head.marked.remark.isVisible() is bool(said)


def test_portion_marks_are_asked_for_with_a_tick(qtbot: QtBot) -> None:
    page = a_page(qtbot, workspace := a_marked_workspace(BriefRequest(scheme="us")))
    page.head.marked.portions.click()
    assert request_of(workspace).portion_marks
    assert workspace.document.undo_stack.undoText() == "Change portion marks"


def test_a_judgement_has_a_marking_of_its_own_under_a_scheme(qtbot: QtBot) -> None:
    request = BriefRequest(judgements=(Judgement("It holds."),))
    page = a_page(qtbot, workspace := a_marked_workspace(request))
    (editor,) = page.judgements.editors
    assert not editor.marking.isVisible()
    choose(page.head.marked.scheme, "NATO")
    choose(editor.marking, "(NR)")
    assert request_of(workspace).judgements[0].marking == "NATO RESTRICTED"
    choose(editor.marking, "that of the document")
    assert request_of(workspace).judgements[0].marking == ""


def test_the_bottom_line_has_its_hints_too(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_marked_workspace(BriefRequest()))
    QTest.keyClicks(page.opening.bottom_line, "The truce could hold.")
    assert "“could” says no likelihood" in page.opening.remark.text()
    page.opening.bottom_line.clear()
    assert page.opening.remark.text() == ""


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    made.workspace.vocabulary = KNOWN
    made.workspace.vocabulary_ready.emit()
    qtbot.addWidget(shown(made))
    qtbot.waitUntil(lambda: made.page.detail.is_complete)
    yield made
    made.workspace.deleteLater()


def test_a_finding_is_marked_in_its_panel(desk: Desk, qtbot: QtBot) -> None:
    fields, document = desk.page.detail.fields, desk.workspace.document
    assert not fields.marking.isVisible()
    document.apply("x", with_request(document.draft, scheme="uk"))
    qtbot.waitUntil(fields.marking.isVisible)
    choose(fields.marking, "(S)")
    row = desk.page.detail.row
    assert row is not None
    passage = row.decision.passage
    marked = {one.passage: one.marking for one in document.draft.decisions}
    assert marked[passage] == "SECRET"
    assert document.undo_stack.undoText() == "Mark finding"
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: fields.marking.currentText() == "as its report")


def test_the_note_keeps_its_room_beside_a_marking_where_the_window_is_narrow(
    desk: Desk, qtbot: QtBot
) -> None:
    page, fields, document = desk.page, desk.page.detail.fields, desk.workspace.document
    page.resize(380, 600)
    document.apply("x", with_request(document.draft, scheme="uk"))
    qtbot.waitUntil(fields.marking.isVisible)
    letter = fields.fontMetrics().averageCharWidth()
    qtbot.waitUntil(lambda: fields.note.width() >= 12 * letter)
    for part in (fields.note, fields.marking):
        assert part.mapTo(page, part.rect().topRight()).x() <= page.width()


def test_marking_and_grade_of_a_report_are_typed() -> None:
    said = with_text(Metadata("Talks"), Field.GRADE, " b2")
    assert text_of(said, Field.GRADE) == "B2"
    said = with_text(said, Field.MARKING, "nato  restricted")
    assert text_of(said, Field.MARKING) == "NATO RESTRICTED"
    assert with_text(said, Field.MARKING, "").marking == ""
    with pytest.raises(FieldError, match="no grade"):
        with_text(said, Field.GRADE, "Z9")


def test_each_version_has_a_file_name_of_its_own() -> None:
    assert renamed("note", "", "SECRET") == "note SECRET"
    assert renamed("note SECRET", "SECRET", "") == "note"
    assert renamed("my own", "SECRET", "OFFICIAL") == "my own OFFICIAL"
    assert renamed("note", "", "SECRET UE/EU SECRET") == "note SECRET UE-EU SECRET"


def test_a_releasable_version_is_asked_for_in_the_export_dialog(
    qtbot: QtBot, tmp_path: Path
) -> None:
    asked: list[ExportReleasable] = []

    def write(call: ExportReleasable) -> object:
        asked.append(call)
        return out.written(call)  # type: ignore[arg-type] # it has the same paths

    workspace = out.workspace(tmp_path, {ExportReleasable: write})
    workspace.vocabulary = replace(out.VOCABULARY, schemes=schemes())
    document = workspace.document
    document.apply("x", with_request(document.draft, scheme="uk", marking="SECRET"))
    dialog = ExportDialog(workspace)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: not dialog.form.is_looking)
    document.apply("x", with_request(document.draft, title="Operation Nightfall"))
    dialog.form.name.setText(dialog.form._usual_name(""))
    assert "Nightfall" in dialog.form.paths()[0].stem
    choose(dialog.form.version, "releasable at OFFICIAL-SENSITIVE")
    assert dialog.form.paths()[0].stem.endswith(" OFFICIAL-SENSITIVE")
    assert "Nightfall" not in dialog.form.paths()[0].stem
    dialog.go.click()
    qtbot.waitUntil(lambda: bool(asked))
    assert asked[0].level == "OFFICIAL-SENSITIVE"
    assert asked[0].paths == dialog.form.paths()


def test_no_version_is_offered_above_the_document_itself(qtbot: QtBot) -> None:
    uk = next(one for one in schemes() if one.id == "uk")
    combo = VersionCombo(uk, "OFFICIAL-SENSITIVE")
    qtbot.addWidget(combo)
    names = [level.name for level in uk.levels]
    assert [combo.itemData(n) for n in range(combo.count())] == ["", *names[:2]]
    combo.setCurrentIndex(2)
    combo.offer(uk, "OFFICIAL")
    assert combo.level == ""
    combo.offer(uk, "")
    assert combo.count() == 1 + len(names)


def test_without_a_scheme_there_is_one_version(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ExportDialog(out.workspace(tmp_path))
    qtbot.addWidget(dialog)
    assert dialog.form.version.count() == 1
    assert not dialog.form.version.isVisible()
