"""The panel about a finding, and the correction of its tags."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from briefing.errors import BriefingError
from briefing.service.calls import CorrectTags, ListReports, ReadPassage
from gui import theme
from gui.appearance import Look
from gui.tags_dialog import TagsDialog
from gui.tips import plain_tip
from tests.gui.findings import Desk, a_row, shown
from tests.gui.scope import VOCABULARY


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    made = Desk()
    made.workspace.vocabulary = VOCABULARY
    made.workspace.vocabulary_ready.emit()
    qtbot.addWidget(shown(made))
    qtbot.waitUntil(lambda: made.page.detail.is_complete)
    yield made
    made.workspace.deleteLater()


def test_panel_says_why_a_finding_is_there_and_where_it_stands(desk: Desk) -> None:
    detail = desk.page.detail
    assert detail.why.text().startswith("Why: names Armenia and Azerbaijan")
    row = desk.page.list.current_row()
    assert row is not None
    assert detail.place.text() == f"{row.code} · The border"
    assert detail.passage.text.toPlainText().startswith("It began before. The ceasefire")
    assert "leans on" in detail.passage.warning.text()


def test_only_what_is_possible_is_offered(desk: Desk, qtbot: QtBot) -> None:
    buttons = desk.page.detail.passage.reach.buttons
    assert buttons["longer_before"].isEnabled()
    assert not buttons["shorter_before"].isEnabled()
    QTest.mouseClick(buttons["longer_before"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: buttons["shorter_before"].isEnabled())
    assert not buttons["longer_before"].isEnabled()
    assert desk.row("f-0000").text.startswith("It began before.")


def test_what_is_not_used_is_not_extended(desk: Desk, qtbot: QtBot) -> None:
    desk.page.list.go_to(desk.passage("f-0003"))
    qtbot.waitUntil(lambda: desk.page.detail.is_complete)
    buttons = desk.page.detail.passage.reach.buttons.values()
    assert not any(button.isEnabled() for button in buttons)
    why = "Use the finding first (L or S): only what is used can be extended."
    assert all(button.toolTip() == plain_tip(why) for button in buttons)
    with qtbot.waitSignal(desk.page.said) as told:
        QTest.keyClick(desk.page.list, Qt.Key.Key_B)
    assert told.args == [why]
    press(desk, "Support")
    qtbot.waitUntil(lambda: desk.page.detail.passage.reach.buttons["longer_before"].isEnabled())
    assert "before" in desk.page.detail.passage.reach.buttons["longer_before"].toolTip()


def test_key_that_finds_nothing_more_to_add_says_so(desk: Desk, qtbot: QtBot) -> None:
    QTest.keyClick(desk.page.list, Qt.Key.Key_A)
    qtbot.waitUntil(lambda: desk.page.detail.is_complete)
    with qtbot.waitSignal(desk.page.said) as told:
        QTest.keyClick(desk.page.list, Qt.Key.Key_A)
    assert told.args == ["There is no further sentence in this paragraph."]


def test_reason_is_asked_of_what_is_left_out_only(desk: Desk) -> None:
    reason = desk.page.detail.fields.reason
    assert reason.isHidden()
    desk.page.list.go_to(desk.passage("f-0003"))
    assert reason.isHidden()
    assert desk.page.detail.fields.why_not.text() == "Not used: enough said of it"
    press(desk, "Leave Out")
    assert not reason.isHidden()
    assert desk.page.detail.fields.why_not.isHidden()
    presets = [reason.itemText(n) for n in range(reason.count())]
    assert presets[:2] == ["says the same as another", "too old"]


def press(desk: Desk, name: str) -> None:
    """Press one of the buttons that decide, with the mouse."""
    button = button_of(desk, name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def button_of(desk: Desk, name: str) -> QToolButton:
    buttons = desk.page.detail.choices.findChildren(QToolButton)
    return next(button for button in buttons if button.text().replace("&", "") == name)


def made(desk: Desk) -> list[bool]:
    """Return which of the choices is shown as made."""
    return [button_of(desk, name).isChecked() for name in ("Lead", "Support", "Leave Out")]


def test_by_mouse_one_stays_at_the_finding_and_sees_what_is_decided(desk: Desk) -> None:
    assert made(desk) == [True, False, False]
    press(desk, "Leave Out")
    assert desk.current() == "f-0000"
    assert made(desk) == [False, False, True]
    assert desk.page.detail.fields.reason.isVisible()
    press(desk, "Support")
    press(desk, "Support")
    assert desk.current() == "f-0000"
    assert made(desk) == [False, True, False]


def test_nothing_is_marked_as_left_out_that_only_the_program_does_not_use(desk: Desk) -> None:
    desk.page.list.go_to(desk.passage("f-0003"))
    assert made(desk) == [False, False, False]


def test_printed_words_begin_at_the_top_of_the_passage(desk: Desk, qtbot: QtBot) -> None:
    text = desk.page.detail.passage.text
    before = " ".join(f"Sentence {n} stands before it in the block." for n in range(40))
    own = "Here the words that are printed begin."
    view = desk.core.passage(ReadPassage(desk.row("f-0000").decision))
    text.show_view(replace(view, sentences=(before, own, before)))
    for _ in range(2):
        cursor = text.textCursor()
        start = text.document().find(own).selectionStart()
        cursor.setPosition(start)
        top = text.cursorRect(cursor)
        assert 0 <= top.top() <= 2 * top.height()
        cursor.setPosition(start + len(own))
        assert text.cursorRect(cursor).bottom() <= text.viewport().height()
        text.setPalette(theme.palette(theme.DARK))


def test_warning_follows_light_and_dark(desk: Desk, qtbot: QtBot, look: Look) -> None:
    warning = desk.page.detail.passage.warning
    look.choose("dark")
    qtbot.waitUntil(lambda: warning.palette().windowText().color() == QColor(theme.DARK.mind))


def test_finding_whose_report_is_gone_shows_its_words_alone(desk: Desk, qtbot: QtBot) -> None:
    def miss(call: ReadPassage) -> None:
        raise BriefingError("No such report.", "")

    desk.tasks.answers[ReadPassage] = miss
    desk.page.list.go_to(desk.passage("f-0001"))
    words = desk.row("f-0001").text
    qtbot.waitUntil(lambda: desk.page.detail.passage.text.toPlainText() == words)


def test_markup_in_a_report_stays_text(desk: Desk, qtbot: QtBot) -> None:
    words = "<b>Both</b> sides & <img src=x> a third."
    desk.page.detail.show_row(a_row(7, words, reason="<i>why</i>"))
    desk.page.detail.passage.show_words(words)
    assert desk.page.detail.passage.text.toPlainText() == words
    assert desk.page.detail.why.textFormat() == Qt.TextFormat.PlainText


def test_tags_are_corrected_and_the_list_is_asked_for_anew(desk: Desk, qtbot: QtBot) -> None:
    desk.page.commands.tags.trigger()
    dialog = desk.page.findChild(TagsDialog)
    assert isinstance(dialog, TagsDialog)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.search.hasFocus)
    QTest.keyClicks(dialog.search, "Georgia")
    QTest.keyClick(dialog.search, Qt.Key.Key_Return)
    theme = dialog.themes.index(0)
    dialog.themes.setData(theme, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    dialog.save()
    qtbot.waitUntil(lambda: bool(desk.core.corrected))
    assert desk.core.corrected == [CorrectTags(desk.passage("f-0000"), ("AM", "AZ", "GE"), ())]
    qtbot.waitUntil(lambda: isinstance(desk.tasks.calls[-1], ListReports | ReadPassage))


def test_down_goes_from_the_search_for_a_region_into_what_was_found(
    desk: Desk, qtbot: QtBot
) -> None:
    dialog = TagsDialog(desk.workspace, desk.row("f-0000"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.search.hasFocus)
    QTest.keyClicks(dialog.search, "Georgia")
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    assert dialog.region_list.hasFocus()
    QTest.keyClick(dialog.region_list, Qt.Key.Key_Space)
    assert dialog.regions.ticked == ("AM", "AZ", "GE")


def test_tags_are_saved_only_when_they_differ(desk: Desk, qtbot: QtBot) -> None:
    dialog = TagsDialog(desk.workspace, desk.row("f-0000"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.save_button.isEnabled()
    view = dialog.region_list
    words = view.visualRect(view.model().index(0, 0)).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert dialog.regions.ticked == ("AZ",)
    assert dialog.save_button.isEnabled()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=words)
    assert not dialog.save_button.isEnabled()


def test_what_is_ticked_comes_first_in_the_tags(desk: Desk, qtbot: QtBot) -> None:
    dialog = TagsDialog(desk.workspace, desk.row("f-0000"))
    qtbot.addWidget(dialog)
    names = [dialog.regions.index(n).data() for n in range(3)]
    assert names[:2] == ["Armenia", "Azerbaijan"]
    assert dialog.as_found.isEnabled() is False


def test_tags_as_found_by_the_program_withdraw_the_correction(desk: Desk, qtbot: QtBot) -> None:
    dialog = TagsDialog(desk.workspace, a_row(1, corrected=True))
    qtbot.addWidget(dialog)
    dialog.as_found.click()
    qtbot.waitUntil(lambda: bool(desk.core.corrected))
    assert desk.core.corrected[0].about is None
    assert desk.core.corrected[0].themes is None


def test_warning_about_a_passage_is_whole_or_cut_with_its_words_in_the_tip(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.page.resize(430, 380)
    warning = desk.page.detail.passage.warning
    assert warning.isVisible()
    assert warning.toolTip() == plain_tip(warning.text())
    assert not warning.visibleRegion().isEmpty()
    assert warning.visibleRegion().boundingRect().height() >= warning.fontMetrics().height()


def test_reasons_for_leaving_out_can_be_read_in_full(desk: Desk, qtbot: QtBot) -> None:
    desk.page.resize(900, 700)
    desk.page.commands.reason.trigger()
    reason = desk.page.detail.fields.reason
    longest = max((reason.itemText(n) for n in range(reason.count())), key=len)
    needed = reason.fontMetrics().horizontalAdvance(longest)
    line = reason.lineEdit()
    assert line is not None
    qtbot.waitUntil(lambda: line.width() >= needed)
    reason.showPopup()
    assert reason.view().viewport().width() >= needed
    reason.hidePopup()


def test_the_code_of_a_finding_is_copied_as_it_is_typed_into_ones_own_words(desk: Desk) -> None:
    row = desk.page.list.current_row()
    assert row is not None
    QTest.keyClick(desk.page.list, Qt.Key.Key_Y)
    assert QApplication.clipboard().text() == f"[{row.code}]"
