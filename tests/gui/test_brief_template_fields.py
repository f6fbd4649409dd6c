"""The fields that a template asks for, and the list of what is still needed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from briefing.model import BriefRequest, FieldKind, FieldValue, TemplateField
from briefing.model.desk import Missing, PreviewState, TemplateChoice
from gui.brief_field_texts import TEXTS
from gui.brief_page import BriefPage
from gui.widgets.remark import Remark
from gui.workspace import Workspace
from tests.gui.scope import VOCABULARY, a_workspace, request_of

VISIT = TemplateChoice(
    "visit",
    "Visit brief",
    "Two sides.",
    (),
    2,
    (
        TemplateField("objective", "Objective", hint="In two lines"),
        TemplateField("day", "Date of the meeting", FieldKind.DATE, needed=True),
        TemplateField("points", "Points to make", FieldKind.LINES),
        TemplateField("asked", "If asked", FieldKind.PAIRS),
        TemplateField("figures", "Figures", FieldKind.TABLE, columns=("What", "Value")),
    ),
)


def a_page(qtbot: QtBot, workspace: Workspace) -> BriefPage:
    workspace.vocabulary = replace(VOCABULARY, templates=(*VOCABULARY.templates, VISIT))
    page = BriefPage(workspace)
    qtbot.addWidget(page)
    page.resize(600, 800)
    page.show()
    return page


def visit(**changes: object) -> BriefRequest:
    return replace(BriefRequest(template="visit"), **changes)  # type: ignore[arg-type]


def state(*missing: Missing) -> PreviewState:
    return PreviewState(pages=1, filled=0.5, sides=2, missing=missing)


def test_the_template_decides_which_fields_there_are(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    assert page.own_fields.isHidden()
    page.own_fields.change("Template", template="visit")
    assert list(page.own_fields.controls) == ["objective", "day", "points", "asked", "figures"]
    assert page.own_fields.controls["day"].accessibleName() == "Date of the meeting"
    workspace.document.undo_stack.undo()
    assert page.own_fields.isHidden()


def test_words_instead_of_a_date_are_told_of(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_workspace(visit()))
    day = page.own_fields.controls["day"]
    assert isinstance(day, QLineEdit)

    def told() -> bool:
        return any(one.text().startswith("No date") for one in page.findChildren(Remark))

    QTest.keyClicks(day, "tomorow")
    assert told()
    day.selectAll()
    QTest.keyClicks(day, "3 December 2026")
    assert not told()


def test_what_is_typed_is_in_the_request_and_one_step_to_undo(qtbot: QtBot) -> None:
    workspace = a_workspace(visit())
    page = a_page(qtbot, workspace)
    points = page.own_fields.controls["points"]
    assert isinstance(points, QPlainTextEdit)
    QTest.keyClicks(points, "One")
    QTest.keyClick(points, Qt.Key.Key_Return)
    QTest.keyClicks(points, "Two")
    assert request_of(workspace).fields == (FieldValue("points", (("One",), ("Two",))),)
    assert workspace.document.undo_stack.undoText() == "Change Points to make"
    workspace.document.undo_stack.undo()
    assert points.toPlainText() == ""
    assert request_of(workspace).fields == ()


def test_a_day_is_typed_in_a_line(qtbot: QtBot) -> None:
    workspace = a_workspace(visit())
    day = a_page(qtbot, workspace).own_fields.controls["day"]
    assert isinstance(day, QLineEdit)
    QTest.keyClicks(day, "2026-11-30")
    assert request_of(workspace).fields == (FieldValue("day", (("2026-11-30",),)),)


@pytest.mark.parametrize(
    ("kind", "rows", "typed"),
    [
        (FieldKind.TEXT, (("One.\n\nTwo.",),), "One.\n\nTwo."),
        (FieldKind.LINES, (("One.",), ("Two.",)), "One.\nTwo."),
        (FieldKind.PAIRS, (("Why?", "So."), ("When?", "")), "Why?\nSo.\n\nWhen?"),
        (FieldKind.TABLE, (("Area", "29"), ("Growth", "")), "Area | 29\nGrowth | "),
    ],
)
def test_a_field_is_read_as_it_is_written(
    kind: FieldKind, rows: tuple[tuple[str, ...], ...], typed: str
) -> None:
    assert TEXTS[kind].write(rows) == typed
    assert TEXTS[kind].read(typed) == rows


def test_words_for_another_template_stay_in_the_request(qtbot: QtBot) -> None:
    kept = FieldValue("elsewhere", (("Kept.",),))
    workspace = a_workspace(visit(fields=(kept,)))
    page = a_page(qtbot, workspace)
    objective = page.own_fields.controls["objective"]
    assert isinstance(objective, QPlainTextEdit)
    objective.setPlainText("Talk.")
    assert request_of(workspace).fields == (kept, FieldValue("objective", (("Talk.",),)))


def test_each_thing_still_needed_leads_to_its_field(qtbot: QtBot) -> None:
    workspace = a_workspace(visit())
    page = a_page(qtbot, workspace)
    assert page.checklist.isHidden()
    page.show_length(
        state(
            Missing("addressee", "to whom it goes"),
            Missing("fields.day", "date of the meeting"),
            Missing("lead_finding", "at least one lead finding"),
        )
    )
    to_whom, day, finding = page.checklist.buttons
    day.click()
    assert page.focusWidget() is page.own_fields.controls["day"]
    to_whom.click()
    assert page.focusWidget() is page.head.addressee
    with qtbot.waitSignal(page.findings_wanted):
        finding.click()
    page.show_length(state())
    assert page.checklist.isHidden()


def test_tab_goes_through_what_is_needed_and_the_fields(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_workspace(visit()))
    page.show_length(state(Missing("addressee", "to whom it goes")))
    page.checklist.buttons[0].setFocus()
    QTest.keyClick(page.checklist.buttons[0], Qt.Key.Key_Tab)
    assert page.focusWidget() is page.head.template
    objective = page.own_fields.controls["objective"]
    objective.setFocus()
    QTest.keyClick(objective, Qt.Key.Key_Backtab)
    before = page.focusWidget()
    assert before is not None
    assert page.head.isAncestorOf(before)
    QTest.keyClick(before, Qt.Key.Key_Tab)
    assert page.focusWidget() is objective


def test_a_template_at_fault_says_so_where_it_is_chosen(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(template="broken"))
    broken = TemplateChoice("broken", "broken", "", (), 0, fault="broken.html.j2, line 3: no.")
    page = a_page(qtbot, workspace)
    workspace.vocabulary = replace(VOCABULARY, templates=(broken,))
    workspace.vocabulary_ready.emit()
    assert page.head.described.text() == "broken.html.j2, line 3: no."
