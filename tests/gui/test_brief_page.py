"""The form of the brief: what is typed and chosen is in the request, and can be undone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from briefing.model import BriefRequest, Draft, Judgement
from briefing.model.desk import PreviewState
from gui.brief_page import BriefPage
from gui.workspace import Workspace
from tests.gui.scope import VOCABULARY, a_workspace, request_of

JUDGED = (
    Judgement("The talks go on.", "likely", "moderate"),
    Judgement("The border stays open.", "unlikely", "low"),
)


def a_page(qtbot: QtBot, workspace: Workspace) -> BriefPage:
    page = BriefPage(workspace)
    qtbot.addWidget(page)
    page.resize(600, 800)
    page.show()
    return page


def choose(combo: QComboBox, text: str) -> None:
    """Choose an entry by keyboard, as far down as it stands."""
    place = next(n for n in range(combo.count()) if combo.itemText(n).startswith(text))
    combo.setFocus()
    while combo.currentIndex() != place:
        key = Qt.Key.Key_Down if combo.currentIndex() < place else Qt.Key.Key_Up
        QTest.keyClick(combo, key)


def undo_name(workspace: Workspace) -> str:
    return workspace.document.undo_stack.undoText()


def test_typing_a_title_is_one_step_with_a_name(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    QTest.keyClicks(page.head.title, "Who keeps the peace")
    assert page.head.title.text() == "Who keeps the peace"
    assert request_of(workspace).title == "Who keeps the peace"
    assert undo_name(workspace) == "Change title"
    assert workspace.document.undo_stack.count() == 1
    workspace.document.undo_stack.undo()
    assert page.head.title.text() == ""


def test_undo_in_a_field_is_the_undo_of_the_brief(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    QTest.keyClicks(page.head.title, "One")
    QTest.keyClicks(page.head.addressee, "Director")
    for _ in range(2):
        QTest.keyClick(page.head.title, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert request_of(workspace) == BriefRequest()
    assert page.head.addressee.text() == ""
    QTest.keyClick(
        page.opening.bottom_line,
        Qt.Key.Key_Z,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert request_of(workspace).title == "One"


def test_a_brief_without_title_shows_the_one_it_would_get(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(regions=("AM", "GE"), themes=("energy",)))
    page = a_page(qtbot, workspace)
    assert page.head.title.placeholderText() == "Armenia and Georgia: energy"


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("addressee", "Director", "Director"),
        ("from_whom", "Desk", "Desk"),
        ("through", "Head", "Head"),
        ("copies", "A; B ; ", ("A", "B")),
        ("reference", "X/1", "X/1"),
        ("version", "2", "2"),
    ],
)
def test_the_lines_of_the_head_are_in_the_request(
    qtbot: QtBot, field: str, typed: str, meant: object
) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    line = getattr(page.head, field)
    QTest.keyClicks(line, typed)
    assert getattr(request_of(workspace), {"from_whom": "sender"}.get(field, field)) == meant
    assert line.text() == typed, "what is being typed is left alone"


def test_texts_of_several_lines_are_in_the_request(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    QTest.keyClicks(page.opening.bottom_line, "It holds.")
    QTest.keyClicks(page.closing.lines, "One")
    QTest.keyClick(page.closing.lines, Qt.Key.Key_Return)
    QTest.keyClicks(page.closing.lines, "Two")
    request = request_of(workspace)
    assert request.bottom_line == "It holds."
    assert request.lines_to_take == ("One", "Two")
    workspace.document.undo_stack.undo()
    assert page.closing.lines.toPlainText() == ""


def test_no_marking_is_chosen_in_words_and_leaves_the_field_empty(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    marking = page.head.marking
    assert marking.itemText(0) == "none"
    choose(marking, "RESTRICTED")
    marking.setCurrentIndex(0)
    marking.activated.emit(0)
    assert request_of(workspace).marking == ""
    assert marking.currentText() == ""


def test_template_size_marking_and_day_are_chosen(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    choose(page.head.template, "Memo")
    assert request_of(workspace).template == "memo"
    assert page.head.described.text() == "To, from and subject at the head."
    choose(page.head.page_size, "Letter")
    assert request_of(workspace).page_size == "Letter"
    assert request_of(workspace).annex is None
    choose(page.head.annex, "Without")
    assert request_of(workspace).annex is False
    choose(page.head.notes, "In endnotes")
    assert request_of(workspace).notes == "endnotes"
    choose(page.head.contents, "List the headings")
    assert request_of(workspace).contents is True
    choose(page.head.marking, "RESTRICTED")
    assert request_of(workspace).marking == "RESTRICTED"
    line = page.head.marking.lineEdit()
    assert line is not None
    line.selectAll()
    QTest.keyClicks(line, "HOUSE ONLY")
    assert request_of(workspace).marking == "HOUSE ONLY"
    QTest.keyClicks(page.head.issued, "2026-11")
    QTest.keyClick(page.head.issued, Qt.Key.Key_Return)
    assert "no day" in page.head.fault.text()
    QTest.keyClicks(page.head.issued, "-21")
    QTest.keyClick(page.head.issued, Qt.Key.Key_Return)
    assert request_of(workspace).issued == date(2026, 11, 21)


def test_another_brief_fills_every_field(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    request = BriefRequest(
        title="T", template="memo", copies=("A", "B"), bottom_line="B", judgements=JUDGED,
        charts=("timeline",), marking="OFFICIAL", scale="icd203",
    )  # fmt: skip
    workspace.document.begin(Draft(request))
    assert page.head.title.text() == "T"
    assert page.head.template.currentText() == "Memo"
    assert page.head.copies.text() == "A; B"
    assert page.head.marking.currentText() == "OFFICIAL"
    assert [editor.text.toPlainText() for editor in page.judgements.editors] == [
        "The talks go on.",
        "The border stays open.",
    ]
    assert page.charts.boxes["timeline"].isChecked()
    assert not page.charts.by_template.isChecked()
    assert workspace.document.undo_stack.count() == 0, "showing changes nothing"
    assert request_of(workspace) == request


def test_the_form_fills_once_the_vocabulary_has_come(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(template="memo", judgements=JUDGED))
    workspace.vocabulary = None
    page = a_page(qtbot, workspace)
    workspace.vocabulary = VOCABULARY
    workspace.vocabulary_ready.emit()
    assert page.head.template.currentText() == "Memo"
    assert page.judgements.editors[0].likelihood.currentText().startswith("likely or probable")
    assert workspace.document.undo_stack.count() == 0


def test_a_judgement_is_added_written_and_removed(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    page.judgements.add_button.click()
    assert request_of(workspace).judgements == (), "an empty card prints nothing"
    editor = page.judgements.editors[0]
    QTest.keyClicks(editor.text, "The talks go on.")
    choose(editor.likelihood, "likely")
    choose(editor.confidence, "moderate")
    QTest.keyClicks(editor.would_change, "A walk-out")
    assert request_of(workspace).judgements == (
        Judgement("The talks go on.", "likely", "moderate", "A walk-out"),
    )
    names = [
        workspace.document.undo_stack.text(n) for n in range(workspace.document.undo_stack.count())
    ]
    assert names[0] == "Add judgement"
    editor.remove.click()
    assert page.judgements.editors == []
    workspace.document.undo_stack.undo()
    assert page.judgements.editors[0].would_change.toPlainText() == "A walk-out"


def test_judgements_are_moved_by_button_and_key(qtbot: QtBot) -> None:
    workspace = a_workspace(BriefRequest(judgements=JUDGED))
    page = a_page(qtbot, workspace)
    first, second = page.judgements.editors
    assert not first.up.isEnabled()
    assert not second.down.isEnabled()
    second.up.click()
    assert request_of(workspace).judgements == JUDGED[::-1]
    assert first.text.toPlainText() == "The border stays open."
    page.judgements.move_focused(1)
    assert request_of(workspace).judgements == JUDGED
    page.judgements.remove_focused()
    assert request_of(workspace).judgements == JUDGED[:1]


def test_an_empty_card_goes_without_a_trace(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    page.judgements.add()
    page.judgements.editors[0].remove.click()
    assert page.judgements.editors == []
    assert workspace.document.undo_stack.count() == 0


def test_another_scale_keeps_the_judgements_and_marks_what_does_not_fit(qtbot: QtBot) -> None:
    judged = (Judgement("It holds.", "highly likely", "low"), JUDGED[0])
    workspace = a_workspace(BriefRequest(judgements=judged))
    page = a_page(qtbot, workspace)
    choose(page.judgements.scale, "ICD 203")
    assert request_of(workspace).scale == "icd203"
    assert request_of(workspace).judgements == judged
    first, second = page.judgements.editors
    assert "no term of the ICD 203" in first.remark.text()
    assert first.likelihood.currentText() == "highly likely (not of this scale)"
    assert second.remark.isHidden()
    choose(first.likelihood, "very likely")
    assert request_of(workspace).judgements[0].likelihood == "very likely"
    assert first.remark.isHidden()


@pytest.mark.parametrize(
    ("text", "likelihood", "said"),
    [
        ("The talks could go on.", "", "“could” says no likelihood"),
        ("It is likely, with high confidence.", "", "two things"),
        ("It is unlikely to hold.", "likely", "the field “likely”"),
        ("It will probably hold.", "likely", ""),
        ("It is probable that it holds.", "likely", ""),
        ("Talks go on in May.", "likely", ""),
        ("It is likely that it may hold.", "", ""),
    ],
)
def test_a_quiet_line_says_what_to_mind(
    qtbot: QtBot, text: str, likelihood: str, said: str
) -> None:
    workspace = a_workspace(BriefRequest(judgements=(Judgement("", likelihood),)))
    page = a_page(qtbot, workspace)
    editor = page.judgements.editors[0]
    QTest.keyClicks(editor.text, text)
    assert said in editor.remark.text()
    assert editor.remark.isHidden() is not bool(said)


def test_charts_are_those_of_the_template_until_one_is_ticked(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    boxes = page.charts.boxes
    assert boxes["coverage"].isChecked()
    boxes["timeline"].click()
    assert request_of(workspace).charts == ("coverage", "timeline")
    assert undo_name(workspace) == "Add chart Timeline"
    boxes["coverage"].click()
    boxes["timeline"].click()
    assert request_of(workspace).charts == ()
    page.charts.by_template.click()
    assert request_of(workspace).charts is None
    choose(page.head.template, "Memo")
    assert boxes["timeline"].isChecked()
    assert not boxes["coverage"].isChecked()


def test_the_meter_says_how_long_it_is_and_what_to_do(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_workspace())
    assert page.meter.bar.isHidden()
    page.show_length(PreviewState(3, 2.3, 2, (), 14, 5, ("Nothing on energy.",)))
    assert page.meter.length.text().startswith("2.3 of 2 side")
    assert page.meter.over.text() == "Over by 0.3: leave out a finding or a chart."
    assert "14 finding" in page.meter.made_of.text()
    assert page.meter.omitted.text() == "Nothing on energy."
    page.show_length(PreviewState(3, 2.3, 2, (), 14, 5, room=7))
    assert (
        "beside your own words and charts there is room for about 7 finding"
        in page.meter.over.text()
    )
    page.show_length(PreviewState(3, 2.3, 2, (), 14, 5, room=0, charts=1))
    assert page.meter.over.text().endswith("Leave out a chart, or shorten your words.")
    page.show_length(PreviewState(3, 2.3, 2, (), 14, 5, room=0))
    assert page.meter.over.text().endswith("your own words alone fill the sides. Shorten them.")
    page.show_length(PreviewState(2, 1.6, 2, (), 9, 4))
    assert page.meter.over.isHidden()
    page.show_length(PreviewState(7, 6.2, 0, (), 9, 4))
    assert page.meter.length.text() == "6.2 sides"
    assert page.meter.bar.isHidden()


def test_the_wheel_changes_no_choice(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    middle = QPointF(10, 10)
    wheel = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(page.head.template, wheel)
    assert request_of(workspace).template == "note"


def test_tab_goes_through_the_fields_in_their_order(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_workspace(BriefRequest(judgements=JUDGED[:1])))
    page.head.title.setFocus()
    page.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.head.title)
    order: list[QWidget] = []
    while (field := QApplication.focusWidget()) is not None and field not in order:
        order.append(field)
        QTest.keyClick(field, Qt.Key.Key_Tab)
    wanted = [
        page.head.title, page.head.addressee, page.head.from_whom, page.head.issued,
        page.opening.bottom_line, page.judgements.editors[0].text,
        page.judgements.editors[0].likelihood, page.judgements.add_button, page.closing.lines,
        page.charts.by_template,
    ]  # fmt: skip
    places = [order.index(field) for field in wanted]
    assert places == sorted(places)


def test_every_field_has_a_name_and_nothing_is_cut_off_in_a_narrow_column(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_workspace(BriefRequest(judgements=JUDGED)))
    page.resize(500, 700)
    for kind in (QLineEdit, QPlainTextEdit, QComboBox):
        for field in page.findChildren(kind):
            assert field.accessibleName() or isinstance(field.parent(), QComboBox)
    sheet = page.area.widget()
    assert sheet is not None
    assert sheet.minimumSizeHint().width() <= page.area.viewport().width()


def test_commands_carry_their_keys(qtbot: QtBot) -> None:
    workspace = a_workspace()
    page = a_page(qtbot, workspace)
    actions = [action for action in page.menu_actions() if action]
    assert [action.shortcut().toString() for action in actions[:2]] == ["Ctrl+J", "Alt+Shift+Up"]
    actions[0].trigger()
    assert len(page.judgements.editors) == 1
    draft = workspace.document.draft
    workspace.document.begin(replace(draft, request=BriefRequest(judgements=JUDGED)))
    assert len(page.judgements.editors) == 2, "an empty card does not go over to another brief"


def in_sight(page: BriefPage, field: QWidget) -> bool:
    """Return whether all of a field is on screen, with room for its label above."""
    top = field.mapTo(page.area.viewport(), QPoint(0, 0)).y()
    height = page.area.viewport().height()
    return top >= field.fontMetrics().height() and top + field.height() <= height


def test_whatever_has_the_focus_is_on_screen_with_its_label(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_workspace(BriefRequest(judgements=JUDGED)))
    page.resize(600, 320)
    page.activateWindow()
    fields = [page.closing.enclosures, page.head.addressee, page.opening.bottom_line]
    for field in (*fields, page.judgements.editors[1].would_change, page.closing.action):
        field.setFocus()
        qtbot.waitUntil(partial(in_sight, page, field))


def test_a_new_judgement_is_on_screen_and_stays_there_while_it_grows(qtbot: QtBot) -> None:
    page = a_page(qtbot, a_workspace(BriefRequest(judgements=JUDGED)))
    page.resize(600, 320)
    page.activateWindow()
    page.head.title.setFocus()
    qtbot.waitUntil(page.head.title.hasFocus)
    QTest.keyClick(page.head.title, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    text = page.judgements.editors[-1].text
    qtbot.waitUntil(lambda: text.hasFocus() and in_sight(page, text))
    text.setPlainText("One line.\nAnother.\nA third.\nA fourth.")
    qtbot.waitUntil(lambda: in_sight(page, text))
