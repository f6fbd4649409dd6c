"""The window by keyboard alone: Return presses, Tab reads, Ctrl and a digit lead to the work."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from briefing.model import Draft
from briefing.model.desk import DraftView
from briefing.service.calls import ViewDraft
from gui import keyboard, pages
from gui.findings_page import FindingsPage
from gui.reader_pane import ReaderPane
from gui.wiring import Wiring
from tests.gui.fakes import FakeTasks
from tests.gui.findings import REQUEST, SECTIONS, some_rows
from tests.gui.scope import VOCABULARY


@pytest.fixture
def at_work(wiring: Wiring, tasks: FakeTasks, qtbot: QtBot) -> Wiring:
    """The window with findings in it, and a brief open."""
    rows = some_rows()
    tasks.answers[ViewDraft] = lambda call: DraftView(call.draft, SECTIONS, rows, len(rows), 4)
    wiring.workspace.vocabulary = VOCABULARY
    wiring.workspace.vocabulary_ready.emit()
    wiring.window.resize(1366, 768)
    wiring.files.begin(Draft(REQUEST))
    qtbot.waitUntil(lambda: bool(wiring.pages.findings.model.rows))
    wiring.window.activateWindow()
    return wiring


def walked(keys: Qt.Key = Qt.Key.Key_Tab) -> list[QWidget]:
    """Return where Tab stops, from the focus on until it is back there."""
    found = [_focus()]
    for _ in range(120):
        QTest.keyClick(found[-1], keys)
        if _focus() is found[0]:
            return found
        found.append(_focus())
    raise AssertionError("Tab does not come back to where it began")


def _focus() -> QWidget:
    focus = QApplication.focusWidget()
    assert focus is not None
    return focus


def in_turn(found: list[QWidget], *wanted: QWidget) -> bool:
    """Return whether these are stopped at in this order, whatever is between them."""
    places = [found.index(widget) for widget in wanted]
    return places == sorted(places)


def follows_the_eye(found: list[QWidget], part: QWidget) -> bool:
    """Return whether each stop in a part stands beneath the one before, or right of it."""
    stops = [one for one in found if part.isAncestorOf(one)]
    places = [QRect(one.mapTo(part, QPoint(0, 0)), one.size()) for one in stops]
    return len(places) > 2 and all(
        second.top() >= first.bottom()
        or (second.bottom() > first.top() and second.left() >= first.right())
        for first, second in pairwise(places)
    )


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_return_presses_the_button_that_has_the_focus(
    at_work: Wiring, qtbot: QtBot, key: Qt.Key
) -> None:
    export = at_work.pages.preview.head.export
    export.setFocus()
    with qtbot.waitSignal(at_work.pages.preview.export_wanted, timeout=1000):
        QTest.keyClick(export, key)


def test_return_presses_buttons_of_every_page(at_work: Wiring, qtbot: QtBot) -> None:
    pages_ = at_work.pages
    pages_.go(pages.BRIEF)
    add = pages_.brief.judgements.add_button
    add.setFocus()
    QTest.keyClick(add, Qt.Key.Key_Return)
    assert len(pages_.brief.judgements.editors) == 1
    pages_.go(pages.FINDINGS)
    used = pages_.findings.head.buttons[1]
    used.setFocus()
    QTest.keyClick(used, Qt.Key.Key_Return)
    assert used.isChecked()


def test_tab_goes_from_the_list_through_the_panel_as_one_reads_it(at_work: Wiring) -> None:
    at_work.pages.go(pages.FINDINGS)
    page, preview = at_work.pages.findings, at_work.pages.preview
    detail = page.detail
    found = walked()
    assert found[0] is page.list
    assert follows_the_eye(found, detail)
    assert in_turn(found, page.list, detail.show_button, detail.passage.text, detail.fields.note)
    assert in_turn(found, detail.passage.tags, preview.head.template, preview.head.export)
    assert in_turn(found, preview.head.export, preview.view, at_work.pages.scope.search)
    assert in_turn(found, at_work.pages.scope.search, at_work.pages.scope.tree)


def test_tab_goes_through_a_report_being_read_as_one_reads_it(qtbot: QtBot) -> None:
    reader = ReaderPane()
    qtbot.addWidget(reader)
    reader.resize(700, 620)
    reader.show()
    reader.activateWindow()
    reader.legend.hide()  # empty, it has no place of its own
    reader.find_bar.open()
    for button in (reader.sentence.use, reader.sentence.leave_out):
        button.setEnabled(True)
    reader.head.original_button.setFocus()
    qtbot.waitUntil(reader.head.original_button.hasFocus)
    assert follows_the_eye(walked(), reader)


def test_tab_goes_through_the_form_and_on_to_the_pages(at_work: Wiring, qtbot: QtBot) -> None:
    at_work.pages.go(pages.BRIEF)
    page, preview = at_work.pages.brief, at_work.pages.preview
    page.judgements.add()
    card = page.judgements.editors[0]
    qtbot.waitUntil(card.text.isVisible)
    page.head.template.setFocus()
    assert in_turn(
        walked(),
        *(page.head.title, page.head.addressee, page.opening.bottom_line),
        *(card.text, card.would_change, page.judgements.add_button),
        *(page.closing.lines, page.charts.by_template, *page.charts.boxes.values()),
        *(preview.head.template, preview.head.export, preview.view),
    )


def test_the_first_finding_has_the_focus_once_a_brief_is_there(
    wiring: Wiring, tasks: FakeTasks, qtbot: QtBot
) -> None:
    rows = some_rows()
    tasks.answers[ViewDraft] = lambda call: DraftView(call.draft, SECTIONS, rows, len(rows), 4)
    wiring.window.activateWindow()
    wiring.window.welcome.findChildren(QPushButton)[-1].setFocus()
    wiring.files.begin(Draft(REQUEST))
    findings = wiring.pages.findings
    qtbot.waitUntil(findings.list.hasFocus)
    assert findings.list.current_row() == findings.model.rows[0]


def test_ctrl_and_a_digit_lead_to_the_work(at_work: Wiring, qtbot: QtBot) -> None:
    window, pages_ = at_work.window, at_work.pages
    control = Qt.KeyboardModifier.ControlModifier
    pages_.findings.head.search.setFocus()
    QTest.keyClick(window, Qt.Key.Key_2, control)
    assert pages_.findings.list.hasFocus()
    assert pages_.findings.list.currentIndex().isValid()
    QTest.keyClick(window, Qt.Key.Key_3, control)
    pages_.brief.closing.action.setFocus()
    QTest.keyClick(window, Qt.Key.Key_2, control)
    assert pages_.findings.list.hasFocus()
    QTest.keyClick(window, Qt.Key.Key_3, control)
    assert pages_.brief.closing.action.hasFocus(), "the field that had it last"
    assert in_sight(pages_.brief.closing.action)


def in_sight(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_brief_to_be_read_only_says_so(at_work: Wiring) -> None:
    document, window = at_work.document, at_work.window
    document.begin(document.draft, read_only=True)
    assert "(read-only)" in window.windowTitle()
    assert "read-only" in window.status.kept
    assert not at_work.pages.brief.head.title.isEnabled()
    at_work.pages.scope.themes.toggled.emit("energy", True)
    assert "reading only" in window.status.said
    document.begin(document.draft)
    assert "(read-only)" not in window.windowTitle()
    assert at_work.pages.brief.head.title.isEnabled()


def test_choosing_what_to_import_leaves_the_page_only_once_something_is_chosen(
    wiring: Wiring, tmp_path: Path
) -> None:
    wiring.window.welcome.import_wanted.emit()
    dialog = wiring.window.findChildren(QFileDialog)[0]
    assert wiring.pages.name == pages.WELCOME
    assert dialog.directory().exists()
    dialog.reject()
    assert wiring.pages.name == pages.WELCOME
    wiring.pages.reports.chooser.chosen.emit([tmp_path / "a.txt"])
    assert wiring.pages.name == pages.REPORTS


def test_undo_and_the_end_of_a_search_show_the_current_finding(
    at_work: Wiring, qtbot: QtBot
) -> None:
    page = at_work.pages.findings
    at_work.window.resize(900, 420)
    at_work.pages.go(pages.FINDINGS)
    last = page.model.rows[-1]
    page.list.go_to(last.decision.passage)
    page.head.search.answered.emit("words", page.model.rows[:1])
    page.head.search.ended.emit()
    qtbot.waitUntil(lambda: _on_screen(page))
    page.list.verticalScrollBar().setValue(0)
    page._following.go_to_code(last.code)
    qtbot.waitUntil(lambda: _on_screen(page))


def _on_screen(page: FindingsPage) -> bool:
    rect = page.list.visualRect(page.list.currentIndex())
    return rect.isValid() and page.list.viewport().rect().intersects(rect)


def test_a_field_of_text_leaves_the_window_its_keys(at_work: Wiring, qtbot: QtBot) -> None:
    at_work.pages.go(pages.BRIEF)
    title = at_work.pages.brief.head.title
    title.setFocus()
    qtbot.waitUntil(title.hasFocus)
    at_work.actions.export.setShortcut("Ctrl+A")  # a field's on every platform; Ctrl+E on Linux
    with qtbot.waitSignal(at_work.actions.export.triggered):
        QTest.keyClick(title, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    if at_work.exporting.dialog is not None:
        at_work.exporting.dialog.reject()
    QTest.keyClicks(title, "e")
    assert title.text() == "e"


def test_the_window_outlives_what_stood_last_in_it_when_tab_was_led(qtbot: QtBot) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    menu = window.menuBar().addMenu("File")
    sheet, first, last = QWidget(), QPushButton("first"), QLabel("last")
    column = QVBoxLayout(sheet)
    column.addWidget(first)
    column.addWidget(last)
    window.setCentralWidget(sheet)
    keyboard.tab_through(sheet, first)
    delete(last)
    assert isValid(menu)
    assert isValid(first)
    assert list(keyboard.stops_of(sheet)) == [first]
