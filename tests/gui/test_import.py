"""Importing: the strip while it lasts, the review afterwards, the dialogs before."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from briefing.errors import LibraryError
from briefing.model.desk import ImportedFile, ImportReview
from briefing.service.calls import ImportReports, ListReports
from gui.reports_page import ReportsPage
from gui.tasks import Lane
from tests.gui.fakes import FakeTasks
from tests.gui.sources import ONE, REPORTS, TWO, a_workspace, calls_of


class HeldTask:
    def __init__(self, kept: dict[str, Any]) -> None:
        self.kept = kept
        self.cancelled = False

    def cancel(self) -> None:
        self.cancelled = True


class HeldTasks(FakeTasks):
    """Holds an import under way until the test says what becomes of it."""

    def __init__(self) -> None:
        super().__init__({ListReports: lambda _: REPORTS})
        self.held: list[HeldTask] = []

    def run(self, call: Any, done: Any, **kept: Any) -> Any:
        if not isinstance(call, ImportReports):
            return super().run(call, done, **kept)
        self.calls.append(call)
        self.held.append(HeldTask({"done": done, **kept}))
        return self.held[-1]


@pytest.fixture
def tasks() -> HeldTasks:
    return HeldTasks()


@pytest.fixture
def page(qtbot: QtBot, tasks: HeldTasks) -> ReportsPage:
    workspace = a_workspace(())
    workspace.tasks = tasks
    made = ReportsPage(workspace)
    qtbot.addWidget(made)
    made.resize(900, 640)
    made.show()
    return made


def file(name: str, **said: Any) -> ImportedFile:
    return ImportedFile(name, f"/reports/{name}", **said)


REVIEW = ImportReview(
    imported=(
        file("talks.pdf", title="Talks", findings=41, sha256=ONE, remarks=("One page is empty.",)),
    ),
    corrected=(file("memo.txt", title="Memo", findings=7, sha256=TWO),),
    already=(file("old.txt", title="old.txt", findings=3),),
    failed=(file("scan.pdf", message="scan.pdf holds no text.", hint="Have it recognised first."),),
    left_aside=("/reports/table.xlsx",),
)


def lines(page: ReportsPage) -> list[tuple[str, str]]:
    return [(row.name, row.what) for row in page.review.model.rows]


def test_import_runs_beside_everything_else(page: ReportsPage, tasks: HeldTasks) -> None:
    page.import_paths([Path("/reports")])
    assert tasks.calls[-1] == ImportReports((Path("/reports"),))
    assert tasks.held[0].kept["lane"] is Lane.LIBRARY
    assert page.strip.isVisible()
    assert page.empty.isEnabled()


def test_strip_names_the_file_and_how_far_it_is(page: ReportsPage, tasks: HeldTasks) -> None:
    page.import_paths([Path("/reports")])
    tasks.held[0].kept["step"](2, 12, "talks.pdf")
    assert page.strip.name.text() == "talks.pdf"
    assert page.strip.count.text() == "3 of 12"
    assert (page.strip.bar.value(), page.strip.bar.maximum()) == (2, 12)


def test_cancelled_import_leaves_the_library_as_it_was(
    page: ReportsPage, tasks: HeldTasks, qtbot: QtBot
) -> None:
    page.import_paths([Path("/reports")])
    QTest.mouseClick(page.strip.cancel, Qt.MouseButton.LeftButton)
    assert tasks.held[0].cancelled
    assert page.strip.name.text() == "Cancelling …"
    tasks.held[0].kept["stopped"]()
    assert not page.strip.isVisible()
    assert page.empty.notice.text() == "Cancelled. The library is as it was."


def test_second_import_waits_for_the_first(page: ReportsPage, tasks: HeldTasks) -> None:
    page.import_paths([Path("/a")])
    page.import_paths([Path("/b")])
    assert len(tasks.held) == 1
    tasks.held[0].kept["done"](ImportReview())
    assert tasks.calls[-1] == ImportReports((Path("/b"),))


def test_import_that_fails_as_a_whole_is_explained(page: ReportsPage, tasks: HeldTasks) -> None:
    page.import_paths([Path("/a")])
    tasks.held[0].kept["failed"](LibraryError("The library is full.", "Make room."))
    box = page.window().findChild(QMessageBox)
    assert box is not None
    assert box.text() == "The library is full."
    assert not page.strip.isVisible()
    assert isinstance(tasks.calls[-1], ListReports)  # some of them may be in
    box.close()


def test_review_says_what_became_of_each_file(
    page: ReportsPage, tasks: HeldTasks, qtbot: QtBot
) -> None:
    page.import_paths([Path("/reports")])
    with qtbot.waitSignal(page.import_finished) as told:
        tasks.held[0].kept["done"](REVIEW)
    assert told.args == [REVIEW]
    assert page.review.isVisible()
    said = lines(page)
    assert ("New", "1") in said
    assert ("", "One page is empty.") in said
    assert ("Corrected", "1") in said
    assert ("Already there", "1") in said
    assert said.index(("scan.pdf", "scan.pdf holds no text.")) + 1 == said.index(
        ("", "Have it recognised first.")
    )
    assert said[-1] == ("/reports/table.xlsx", "")
    assert "1 failed" in page.review.summary.text()


def test_list_of_reports_is_read_anew_after_an_import(
    page: ReportsPage, tasks: HeldTasks, qtbot: QtBot
) -> None:
    page.import_paths([Path("/reports")])
    tasks.held[0].kept["done"](REVIEW)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3)
    assert page.review.isVisible()
    page.review.back.click()
    assert page.list.isVisible()


def test_review_can_be_copied(page: ReportsPage, qtbot: QtBot) -> None:
    page.strip.finished.emit(REVIEW)
    QTest.keyClick(page.review.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert "scan.pdf\tscan.pdf holds no text." in copied
    assert "Failed (1)" in copied


def test_line_that_is_too_long_is_shown_in_full(page: ReportsPage) -> None:
    page.strip.finished.emit(REVIEW)
    row = lines(page).index(("scan.pdf", "scan.pdf holds no text."))
    page.review.table.selectRow(row)
    assert page.review.line.text() == "scan.pdf – scan.pdf holds no text."


def test_review_leads_on_to_the_findings(page: ReportsPage, qtbot: QtBot) -> None:
    page.strip.finished.emit(REVIEW)
    with qtbot.waitSignal(page.next_wanted):
        page.review.next.click()


def test_review_without_reports_leads_back(page: ReportsPage) -> None:
    page.strip.finished.emit(ImportReview(failed=REVIEW.failed))
    assert not page.review.next.isEnabled()
    page.strip.finished.emit(ImportReview())
    assert page.review.summary.text() == "No file that can be read was found."


def test_new_report_opens_from_the_review(page: ReportsPage, qtbot: QtBot) -> None:
    page.strip.finished.emit(REVIEW)
    with qtbot.waitSignal(page.open_report) as opened:
        page.review.table.activated.emit(page.review.model.index(1, 0))
    assert opened.args == [ONE]


def test_dialog_offers_the_formats_that_can_be_read(page: ReportsPage, qtbot: QtBot) -> None:
    filters = page.chooser.filters()
    assert filters[0] == "Reports (*.docx *.md *.pdf *.txt)"
    assert "Word (*.docx)" in filters
    dialog = page.chooser.choose_files()
    assert dialog.fileMode() is QFileDialog.FileMode.ExistingFiles
    dialog.filesSelected.emit(["/reports/a.pdf", "/reports/b.pdf"])
    assert calls_of(page._workspace, ImportReports) == [
        ImportReports((Path("/reports/a.pdf"), Path("/reports/b.pdf")))
    ]
    dialog.reject()


def test_folder_is_chosen_as_a_whole(page: ReportsPage) -> None:
    dialog = page.chooser.choose_folder()
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.reject()
