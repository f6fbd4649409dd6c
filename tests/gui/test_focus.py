"""Where the focus is: it stays where the officer works, and comes back to where he worked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from briefing.model.desk import ImportedFile, ImportReview
from briefing.service.calls import ListReports, ReadReport
from gui import pages
from gui.metadata_fields import Field
from gui.shortcuts_dialog import ShortcutsDialog
from gui.sources_dialog import SourcesDialog
from gui.wiring import Wiring
from tests.builders import a_summary
from tests.gui.fakes import FakeTasks
from tests.gui.sources import a_report_view

ONE, TWO = "ab" * 32, "cd" * 32
Key = Qt.Key


@pytest.fixture
def reading(qtbot: QtBot, whole: Wiring, tasks: FakeTasks) -> Wiring:
    """The page of reports, with two of them that can be read."""
    known = (a_summary(sha256=ONE), a_summary(sha256=TWO, file_name="two.txt"))
    tasks.answers[ListReports] = lambda call: known
    tasks.answers[ReadReport] = lambda call: a_report_view(a_summary(sha256=call.sha256))
    whole.pages.go(pages.REPORTS)
    whole.workspace.refresh_library()
    qtbot.waitUntil(lambda: len(whole.workspace.reports) == 2)
    whole.pages.reports.list.table.choose(ONE)
    whole.pages.reports.list.table.setFocus()
    return whole


def focus_of(wiring: Wiring) -> QWidget:
    focus = wiring.window.focusWidget()
    assert focus is not None
    return focus


def read(qtbot: QtBot, wiring: Wiring, sha256: str) -> None:
    wiring.pages.reports.open_report.emit(sha256)
    qtbot.waitUntil(lambda: wiring.pages.reader.text.hasFocus())


def finish(wiring: Wiring, *files: ImportedFile) -> None:
    wiring.pages.reports.strip.finished.emit(ImportReview(imported=files))


def test_enter_ends_the_editing_of_a_cell_and_opens_nothing(qtbot: QtBot, reading: Wiring) -> None:
    table = reading.pages.reports.list.table
    opened: list[str] = []
    table.opened.connect(opened.append)
    for typed in ("Another title", "2022-99"):
        column = 0 if typed.startswith("A") else 2
        table.setCurrentIndex(table.model().index(0, column))
        table.edit(table.currentIndex())
        line = table.findChild(QLineEdit)
        assert line is not None
        line.setText(typed)
        QTest.keyClick(line, Key.Key_Return)
        qtbot.waitUntil(lambda: table.findChild(QLineEdit) is None)
        assert table.hasFocus()
        assert table.currentIndex().column() == column
    assert not opened
    QTest.keyClick(table, Key.Key_Return)
    assert len(opened) == 1


def test_closing_a_report_leads_back_to_the_row_it_was_opened_from(
    qtbot: QtBot, reading: Wiring
) -> None:
    read(qtbot, reading, ONE)
    QTest.keyClick(focus_of(reading), Key.Key_Escape)
    assert not reading.pages.is_reading
    assert focus_of(reading) is reading.pages.reports.list.table


def test_escape_closes_a_report_from_wherever_it_has_no_other_use(
    qtbot: QtBot, reading: Wiring
) -> None:
    reports = reading.pages.reports
    places: tuple[Callable[[], QWidget], ...] = (
        lambda: reports.list.search,
        lambda: reports.list.files,
        lambda: reports.details.lines[Field.TITLE].edit,
        lambda: reports.list.table,
    )
    for place in places:
        read(qtbot, reading, ONE)
        place().setFocus()
        QTest.keyClick(place(), Key.Key_Escape)
        assert not reading.pages.is_reading, place()
        assert focus_of(reading) is place()


def test_a_finished_import_leaves_the_focus_in_the_report_being_read(
    qtbot: QtBot, reading: Wiring
) -> None:
    read(qtbot, reading, ONE)
    finish(reading, ImportedFile("three.txt", "three.txt", sha256=TWO, title="Three"))
    assert reading.pages.reports.review.isVisible()
    assert focus_of(reading) is reading.pages.reader.text


def test_escape_closes_one_thing_the_report_and_not_the_review_of_an_import_too(
    qtbot: QtBot, reading: Wiring
) -> None:
    reports = reading.pages.reports
    read(qtbot, reading, ONE)
    finish(reading, ImportedFile("three.txt", "three.txt", sha256=TWO, title="Three"))
    QTest.keyClick(focus_of(reading), Key.Key_Escape)
    assert not reading.pages.is_reading
    assert reports.review.isVisible()
    assert focus_of(reading) is reports.review.next
    reading.pages.go(pages.REPORTS)
    assert focus_of(reading) is reports.list.table


def test_a_finished_import_takes_the_focus_from_the_list_that_it_covers(reading: Wiring) -> None:
    finish(reading, ImportedFile("three.txt", "three.txt", sha256=TWO, title="Three"))
    assert focus_of(reading) is reading.pages.reports.review.next


def test_one_can_go_on_from_an_import_without_result_where_the_library_holds_reports(
    reading: Wiring,
) -> None:
    finish(reading)
    assert reading.pages.reports.review.next.isEnabled()


def test_a_line_about_a_missing_title_leads_to_where_it_is_entered(reading: Wiring) -> None:
    reports = reading.pages.reports
    reports.list.search.setText("no such report")
    finish(reading, ImportedFile("two.txt", "two.txt", sha256=TWO, title="two.txt"))
    reports.review.table.activated.emit(reports.review.model.index(1, 0))
    assert focus_of(reading) is reports.details.lines[Field.TITLE].edit
    current = reports.list.table.current()
    assert current is not None
    assert current.sha256 == TWO
    assert not reading.pages.is_reading


def test_the_report_being_read_and_the_form_beneath_the_list_are_of_one_report(
    qtbot: QtBot, reading: Wiring
) -> None:
    reports, reader = reading.pages.reports, reading.pages.reader
    read(qtbot, reading, ONE)
    reports.list.table.setFocus()
    reports.list.table.choose(TWO)
    qtbot.waitUntil(lambda: reader.report == TWO)
    assert focus_of(reading) is reports.list.table
    finish(reading, ImportedFile("one.txt", "one.txt", sha256=ONE, title="One"))
    reports.review.table.activated.emit(reports.review.model.index(1, 0))
    current = reports.list.table.current()
    assert current is not None
    assert current.sha256 == ONE == reader.report


def test_a_report_gives_way_to_the_document_on_the_page_of_the_brief(
    qtbot: QtBot, reading: Wiring
) -> None:
    read(qtbot, reading, ONE)
    reading.pages.go(pages.FINDINGS)
    assert not reading.pages.is_reading or reading.pages.reader.isVisible()
    reading.pages.read(ONE)
    reading.pages.go(pages.BRIEF)
    assert not reading.pages.is_reading
    assert not reading.pages.reader.isVisible()


def test_a_dialog_of_the_menus_gives_the_focus_back(qtbot: QtBot, reading: Wiring) -> None:
    reading.pages.go(pages.BRIEF)
    field = reading.pages.brief.head.title
    field.setFocus()
    reading.help.show_settings()
    dialog = reading.help.dialog
    assert dialog is not None
    reading.pages.scope.search.setFocus()
    reading.pages.brief.head.addressee.setFocus()
    dialog.accept()
    qtbot.waitUntil(lambda: focus_of(reading) is field)


def panes_gone_through(wiring: Wiring, key: Qt.KeyboardModifier, steps: int) -> list[QWidget]:
    found = []
    command = wiring.actions.previous_pane if key else wiring.actions.next_pane
    for _ in range(steps):
        command.trigger()
        found.append(focus_of(wiring))
    return found


def test_f6_goes_round_the_panes_from_left_to_right(qtbot: QtBot, whole: Wiring) -> None:
    at = whole.pages
    at.go(pages.FINDINGS)
    at.want_preview(True)
    qtbot.waitUntil(at.findings.detail.isVisible)
    forward, back = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
    at.scope.search.setFocus()
    gone = panes_gone_through(whole, forward, 4)
    assert gone[0] is at.findings.list
    assert at.findings.detail.isAncestorOf(gone[1])
    assert gone[2:] == [at.preview.view, at.scope.tree]
    assert panes_gone_through(whole, back, 2)[0] is at.preview.view
    at.go(pages.REPORTS)
    at.reports.list.search.setFocus()
    gone = panes_gone_through(whole, forward, 2)
    assert at.reports.details.isAncestorOf(gone[0])
    assert gone[1] is at.reports.list.table
    at.go(pages.BRIEF)
    assert panes_gone_through(whole, forward, 2)[0] is at.preview.view
    at.go(pages.WELCOME)
    whole.actions.next_pane.trigger()


def test_zoom_and_page_commands_are_grey_while_no_page_is_seen(whole: Wiring) -> None:
    commands = whole.pages.preview.commands
    whole.pages.go(pages.FINDINGS)
    whole.pages.want_preview(True)
    assert commands.larger.isEnabled()
    whole.pages.want_preview(False)
    assert not any(action.isEnabled() for action in commands.menu() if action)


def test_escape_on_the_button_that_shows_all_reports_shows_them(reading: Wiring) -> None:
    reports = reading.pages.reports.list
    reports.search.setText("no such report")
    reports.clear.setFocus()
    QTest.keyClick(reports.clear, Key.Key_Escape)
    assert reports.search.text() == ""
    assert focus_of(reading) is reports.table


def test_another_brief_begins_with_all_findings_and_without_old_words(whole: Wiring) -> None:
    filters = whole.pages.findings.commands.filters.actions()
    filters[1].trigger()
    whole.window.status.say("Saved “Talks”")
    whole.files.begin(whole.document.draft)
    assert filters[0].isChecked()
    assert "Saved" not in whole.window.status.said


def test_a_ready_made_reason_is_replaced_by_what_is_typed_next(whole: Wiring) -> None:
    reason = whole.pages.findings.detail.fields.reason
    reason.setCurrentIndex(1)
    reason.textActivated.emit(reason.currentText())
    line = reason.lineEdit()
    assert line is not None
    assert line.selectedText() == reason.currentText() != ""


def test_the_reports_to_use_need_no_scrolling_sideways(qtbot: QtBot) -> None:
    metadata = replace(a_summary().metadata, title="A report with a very long title " * 5)
    dialog = SourcesDialog((a_summary(metadata=metadata),), ())
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.list.horizontalScrollBar().maximum() == 0
    index = dialog.list.model().index(0, 0)
    assert dialog.list.visualRect(index).width() <= dialog.list.viewport().width()


def test_home_and_end_lead_through_the_list_of_keys(qtbot: QtBot, whole: Wiring) -> None:
    dialog = ShortcutsDialog(whole.window.menuBar())
    qtbot.addWidget(dialog)
    rows = dialog.table.model().rowCount()
    for key, row in ((Key.Key_End, rows - 1), (Key.Key_Home, 0)):
        QTest.keyClick(dialog.table, key)
        assert dialog.table.currentIndex().row() == row
