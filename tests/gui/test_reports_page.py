"""The page of sources: its table, the details of a report, what is corrected and removed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from time import perf_counter
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QMenu, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model import BriefRequest, Choice, Decision, Draft, Metadata, PartialDate, Quotation
from briefing.service.calls import (
    CorrectMetadata,
    ListReports,
    ListVocabulary,
    RemoveReports,
    ShowOriginal,
)
from gui import reports_original
from gui.metadata_fields import Field
from gui.reports_page import ReportsPage
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks
from tests.gui.sources import CUSTOMS, MEMO, ONE, REPORTS, TALKS, THREE, TWO, a_workspace, calls_of

Key = Qt.Key


def test_original_is_opened_by_the_systems_own_program(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[Path] = []

    def open_first(path: Path) -> bool:
        opened.append(path)
        return len(opened) == 1

    monkeypatch.setattr(reports_original, "open_file", open_first)
    path = Path("talks.pdf")
    page = ReportsPage(a_workspace(answers={ShowOriginal: lambda call: path}))
    qtbot.addWidget(page)
    page.show()
    page.list.table.choose(ONE)
    page.list.original.click()
    qtbot.waitUntil(lambda: opened == [path])
    assert calls_of(page._workspace, ShowOriginal) == [ShowOriginal(ONE)]
    page.does.original.trigger()
    qtbot.waitUntil(lambda: bool(page.findChildren(QMessageBox)))
    box = page.findChildren(QMessageBox)[0]
    assert box.text() == "No program on this machine opens such files."
    box.close()


def test_menu_of_a_report_offers_what_can_be_done_with_it(qtbot: QtBot) -> None:
    page = ReportsPage(a_workspace())
    qtbot.addWidget(page)
    page.show()
    page.list.table.choose(ONE)
    page.list.table.customContextMenuRequested.emit(page.list.table.rect().center())
    menu = page.findChild(QMenu)
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    assert texts == ["&Open Report", "Open Ori&ginal File", "&Remove from Library…"]
    menu.close()


@pytest.fixture
def library() -> list[Any]:
    """The reports that the core would list."""
    return list(REPORTS)


@pytest.fixture
def workspace(library: list[Any]) -> Workspace:
    def correct(call: CorrectMetadata) -> Any:
        row = next(n for n, report in enumerate(library) if report.sha256 == call.sha256)
        stated = library[row].stated or library[row].metadata
        metadata = stated.overlaid(call.over)
        library[row] = replace(library[row], metadata=metadata, stated=stated)
        return library[row]

    def remove(call: RemoveReports) -> None:
        library[:] = [report for report in library if report.sha256 not in call.sha256]

    answers: dict[type, Callable[[Any], Any]] = {
        ListReports: lambda _: tuple(library),
        CorrectMetadata: correct,
        RemoveReports: remove,
    }
    return a_workspace(REPORTS, answers)


@pytest.fixture
def page(qtbot: QtBot, workspace: Workspace) -> ReportsPage:
    made = ReportsPage(workspace)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    return made


def edit(page: ReportsPage, field: Field) -> QLineEdit:
    return page.details.lines[field].edit


def retype(qtbot: QtBot, line: QLineEdit, text: str) -> None:
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, text) if text else QTest.keyClick(line, Key.Key_Delete)
    QTest.keyClick(line, Key.Key_Return)


def titles(page: ReportsPage) -> list[str]:
    return [report.metadata.title or report.file_name for report in page.model.shown()]


def test_empty_library_says_what_to_do(qtbot: QtBot) -> None:
    page = ReportsPage(a_workspace(()))
    qtbot.addWidget(page)
    page.show()
    assert page.empty.isVisible()
    assert page.empty.files.property("primary")
    assert "Import the reports" in page.empty.sentence.text()


def test_library_is_counted_quietly_at_the_edge(page: ReportsPage) -> None:
    assert page.list.isVisible()
    assert page.list.count.text().startswith("3 report")
    assert "60 finding" in page.list.count.text()
    page.list.search.setText("border")
    assert page.list.count.text().startswith("1 report")


def test_find_field_keeps_the_report_that_was_current(page: ReportsPage, qtbot: QtBot) -> None:
    page.list.table.choose(THREE)
    QTest.keyClicks(page.list.search, "customs")
    assert titles(page) == ["A Customs Union"]
    QTest.keyClick(page.list.search, Key.Key_Escape)
    current = page.list.table.current()
    assert current is not None
    assert current.sha256 == THREE
    QTest.keyClick(page.list.search, Key.Key_Down)
    assert page.list.table.hasFocus()


def test_details_tell_about_the_current_report(page: ReportsPage) -> None:
    assert edit(page, Field.AUTHORS).text() == "Ada Novak; Ben Okoro"
    assert edit(page, Field.DATE).text() == "2023-05-04"
    assert edit(page, Field.LANGUAGE).text() == "English"
    assert page.details.facts.file.text() == "talks.pdf"
    assert page.details.facts.imported.text() == "20 November 2026"
    page.list.table.choose(TWO)
    assert edit(page, Field.TITLE).text() == ""
    assert page.details.facts.file.text() == "memo.txt"


def test_fingerprint_can_be_copied(page: ReportsPage) -> None:
    page.details.facts.copy.click()
    assert QGuiApplication.clipboard().text() == ONE


def test_enter_in_a_field_corrects_it_and_keeps_the_others(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    retype(qtbot, edit(page, Field.PUBLISHER), "Ministry")
    [call] = calls_of(workspace, CorrectMetadata)
    assert call == CorrectMetadata(ONE, replace(TALKS.metadata, publisher="Ministry"))
    assert page.model.index(0, 2).data() == "Ministry"
    qtbot.waitUntil(page.details.lines[Field.PUBLISHER].withdraw.isVisible)
    assert "Institute" in page.details.lines[Field.PUBLISHER].withdraw.toolTip()
    assert page.details.lines[Field.DATE].origin.text() == "from the file"


def test_leaving_a_field_corrects_it(page: ReportsPage, workspace: Workspace, qtbot: QtBot) -> None:
    line = edit(page, Field.DATE)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, "2022-09")
    page.list.search.setFocus()
    [call] = calls_of(workspace, CorrectMetadata)
    assert call.over.date == PartialDate(2022, 9)


def test_as_in_the_file_withdraws_one_correction(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    retype(qtbot, edit(page, Field.PUBLISHER), "Ministry")
    retype(qtbot, edit(page, Field.TITLE), "Border talks")
    line = page.details.lines[Field.TITLE]
    qtbot.waitUntil(line.withdraw.isVisible)
    line.withdraw.click()
    qtbot.waitUntil(lambda: page.model.index(0, 0).data() == "Talks at the Border")
    assert page.model.index(0, 2).data() == "Ministry"
    assert edit(page, Field.TITLE).text() == "Talks at the Border"


def test_field_that_is_wrong_in_the_file_can_be_left_empty(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    retype(qtbot, edit(page, Field.AUTHORS), "")
    qtbot.waitUntil(lambda: page.model.index(0, 1).data() == "")
    retype(qtbot, edit(page, Field.PUBLISHER), "Ministry")
    qtbot.waitUntil(lambda: page.model.index(0, 2).data() == "Ministry")
    assert edit(page, Field.AUTHORS).text() == ""
    line = page.details.lines[Field.AUTHORS]
    qtbot.waitUntil(line.withdraw.isVisible)
    line.withdraw.click()
    qtbot.waitUntil(lambda: edit(page, Field.AUTHORS).text() == "Ada Novak; Ben Okoro")
    assert page.model.index(0, 2).data() == "Ministry"


def test_correction_that_fails_is_explained_and_taken_back(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    def refuse(_: CorrectMetadata) -> Any:
        raise LibraryError("The library cannot be written to.")

    tasks = workspace.tasks
    assert isinstance(tasks, FakeTasks)
    tasks.answers[CorrectMetadata] = refuse
    retype(qtbot, edit(page, Field.TITLE), "Border talks")
    assert page.model.index(0, 0).data() == "Border talks"
    qtbot.waitUntil(lambda: page.findChild(QMessageBox) is not None)
    assert page.model.index(0, 0).data() == "Talks at the Border"
    assert edit(page, Field.TITLE).text() == "Talks at the Border"


def test_what_the_file_does_not_say_is_marked_as_the_officers(
    page: ReportsPage, qtbot: QtBot
) -> None:
    page.list.table.choose(TWO)
    retype(qtbot, edit(page, Field.TITLE), "A memo")
    line = page.details.lines[Field.TITLE]
    qtbot.waitUntil(lambda: line.origin.text() == "entered by you")


def test_date_that_is_none_is_explained_and_not_taken(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    retype(qtbot, edit(page, Field.DATE), "in May 2022")
    line = page.details.lines[Field.DATE]
    assert line.notice.isVisible()
    assert "2022-09" in line.notice.text()
    assert not calls_of(workspace, CorrectMetadata)
    QTest.keyClick(line.edit, Key.Key_Escape)
    assert line.edit.text() == "2023-05-04"
    assert not line.notice.isVisible()


def test_nothing_is_asked_where_nothing_was_changed(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    retype(qtbot, edit(page, Field.TITLE), "Talks at the Border")
    assert not calls_of(workspace, CorrectMetadata)


def test_cell_is_edited_in_place(page: ReportsPage, workspace: Workspace, qtbot: QtBot) -> None:
    table = page.list.table
    table.setCurrentIndex(page.model.index(2, 3))
    QTest.keyClick(table, Key.Key_F2)
    [editor] = table.viewport().findChildren(QLineEdit)
    assert editor.text() == "2010"
    QTest.keyClicks(editor, "2010-03")
    QTest.keyClick(editor, Key.Key_Return)
    qtbot.waitUntil(lambda: bool(calls_of(workspace, CorrectMetadata)))
    assert calls_of(workspace, CorrectMetadata)[0].over == replace(
        CUSTOMS.metadata, date=PartialDate(2010, 3)
    )


def test_cell_that_cannot_be_taken_is_explained(page: ReportsPage, workspace: Workspace) -> None:
    page.model.setData(page.model.index(0, 3), "soon")
    assert "is not a date" in page.list.notice.text()
    assert page.list.notice.isVisible()
    assert not calls_of(workspace, CorrectMetadata)


def test_enter_and_double_click_open_the_report(page: ReportsPage, qtbot: QtBot) -> None:
    page.list.table.choose(THREE)
    with qtbot.waitSignal(page.open_report) as opened:
        QTest.keyClick(page.list.table, Key.Key_Return)
    assert opened.args == [THREE]
    with qtbot.waitSignal(page.open_report):
        page.list.open.click()


def test_removing_says_what_it_means_and_asks(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    used = Decision(Quotation(ONE, 0, 0, 5, "Words"), Choice.SUPPORT)
    workspace.document.begin(Draft(BriefRequest(), (used,)))
    page.list.table.choose(ONE)
    QTest.keyClick(page.list.table, Key.Key_Delete)
    box = page.findChild(QMessageBox)
    assert box is not None
    assert "Talks at the Border" in box.informativeText()
    assert "The open brief uses 1" in box.informativeText()
    assert not calls_of(workspace, RemoveReports)
    yes = next(b for b in box.findChildren(QPushButton) if b.text() == "&Remove")
    assert box.defaultButton() is box.escapeButton(), "a hasty Enter does no harm"
    yes.click()
    assert calls_of(workspace, RemoveReports) == [RemoveReports((ONE,))]
    assert page.list.notice.text().startswith("Removing 1 report")
    qtbot.waitUntil(lambda: len(titles(page)) == 2)
    assert not page.list.notice.isVisible()
    assert edit(page, Field.TITLE).text() != "Talks at the Border"


def test_last_report_removed_leads_back_to_the_beginning(
    page: ReportsPage, workspace: Workspace
) -> None:
    workspace.reports = ()
    workspace.library_changed.emit()
    assert page.empty.isVisible()
    assert not page.does.open.isEnabled()


def test_columns_are_remembered(page: ReportsPage, qtbot: QtBot) -> None:
    page.list.table.setColumnWidth(2, 222)
    page.list.table.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    other = ReportsPage(a_workspace())
    qtbot.addWidget(other)
    other.restore_header(page.header_state())
    assert other.list.table.columnWidth(2) == 222
    assert titles(other) == ["A Customs Union", "memo.txt", "Talks at the Border"]


def test_columns_are_as_wide_as_their_words(page: ReportsPage, workspace: Workspace) -> None:
    table, before = page.list.table, page.list.table.columnWidth(1)
    authors = ("Commission for Customs and Borders", "Ben Okoro")
    known = replace(TALKS.metadata, authors=authors)
    more = tuple(replace(TALKS, sha256=f"{n:064x}", metadata=known) for n in range(9))
    page.resize(1366, 700)
    workspace.reports = more
    workspace.library_changed.emit()
    needed = table.fontMetrics().horizontalAdvance(", ".join(authors))
    assert before < needed < table.columnWidth(1)
    assert table.columnWidth(0) >= table.viewport().width() * 0.4


def test_columns_that_the_officer_has_drawn_stay_so(
    page: ReportsPage, workspace: Workspace
) -> None:
    page.list.table.setColumnWidth(1, 77)
    workspace.reports = tuple(replace(TALKS, sha256=f"{n:064x}") for n in range(9))
    workspace.library_changed.emit()
    page.resize(1100, 700)
    assert page.list.table.columnWidth(1) == 77


def test_commands_are_there_for_the_menu(page: ReportsPage) -> None:
    names = [action.text() for action in page.menu_actions() if action]
    assert names[0] == "Import &Files…"
    assert any("Remove" in name for name in names)


def test_everything_has_a_name_and_can_be_reached(page: ReportsPage) -> None:
    for widget in page.findChildren(QLineEdit):
        if widget.isVisible() and widget.parent() is not page.list.table:
            assert widget.accessibleName()
    assert page.list.table.accessibleName() == "Reports"


def test_thousand_reports_do_not_hold_up_the_page(page: ReportsPage, workspace: Workspace) -> None:
    workspace.reports = tuple(replace(TALKS, sha256=f"{n:064x}") for n in range(1000))
    began = perf_counter()
    workspace.library_changed.emit()
    assert perf_counter() - began < 2  # far above what it takes: a guard against growth
    assert page.model.rowCount() == 1000


def test_report_without_metadata_shows_empty_fields(page: ReportsPage) -> None:
    page.details.show_report(replace(MEMO, metadata=Metadata(), stated=Metadata()))
    assert {line.edit.text() for line in page.details.lines.values()} == {""}
    assert page.details.lines[Field.TITLE].origin.text() == "not in the file"


def test_a_cell_goes_on_being_edited_while_the_library_answers(
    page: ReportsPage, workspace: Workspace, qtbot: QtBot
) -> None:
    table = page.list.table
    table.setCurrentIndex(page.model.index(0, 0))
    table.edit(page.model.index(0, 1))
    editor = table.findChild(QLineEdit)
    assert editor is not None
    editor.setText("half a na")
    first, *others = workspace.reports
    renamed = replace(first, metadata=replace(first.metadata, title="Another title"))
    workspace.reports = (renamed, *others)
    workspace.library_changed.emit()
    assert page.model.index(0, 0).data() == "Another title"
    assert table.findChild(QLineEdit) is editor
    assert editor.text() == "half a na"
    assert table.state() == QAbstractItemView.State.EditingState


def test_a_search_without_an_answer_says_so_and_leads_back(page: ReportsPage) -> None:
    page.list.search.setText("nothing like it")
    assert page.list.nothing.isVisibleTo(page)
    assert "nothing like it" in page.list.nothing_said.text()
    page.list.clear.click()
    assert page.list.search.text() == ""
    assert not page.list.nothing.isVisibleTo(page)
    assert page.model.rowCount() == len(REPORTS)


def test_what_imports_is_made_ready_while_one_chooses(
    page: ReportsPage, workspace: Workspace
) -> None:
    asked = len(calls_of(workspace, ListVocabulary))
    dialog = page.chooser.choose_files()
    assert len(calls_of(workspace, ListVocabulary)) == asked + 1
    dialog.reject()
