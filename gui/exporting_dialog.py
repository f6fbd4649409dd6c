"""A dialog that asks once, writes files off the GUI thread, and shows what was written."""

from __future__ import annotations

import re
from abc import abstractmethod
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.model.desk import FindingRow
from briefing.service.calls import Call
from gui.exporting_fields import Line
from gui.exporting_panes import ProblemPane, ProgressPane
from gui.exporting_written import WrittenPane, WrittenRow
from gui.tasks import Task
from gui.workspace import Workspace


class WritingDialog(QDialog):
    """Four panes, one at a time: the form, the progress, a problem, the list of files."""

    def __init__(
        self, workspace: Workspace, form: QWidget, note: Line, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._task: Task | None = None
        self._note = note
        self._form = form
        self.progress = ProgressPane(self.tr("Writing the documents …"))
        self.problem = ProblemPane()
        self.written = WrittenPane()
        self._lay_out()
        self.progress.cancelled.connect(self._cancel)
        self.problem.again.connect(self.start)
        self.problem.back.connect(self.ask)
        self.written.closed.connect(self.accept)
        self.ask()

    @abstractmethod
    def call(self) -> Call[Any] | None:
        """Return what is to be asked of the core; None while something is missing."""

    @abstractmethod
    def rows(self, answer: Any) -> tuple[WrittenRow, ...]:
        """Return what was written as rows of the list."""

    @abstractmethod
    def targets(self) -> tuple[Path, ...]:
        """Return the files or folders that are written to."""

    def start(self) -> None:
        """Write what the form says."""
        call = self.call()
        if call is None:
            return
        self._show(self.progress)
        self.progress.begin()
        self._task = self.workspace.tasks.run(
            call,
            self._done,
            failed=self._failed,
            step=self.progress.show_step,
            stopped=self._stopped,
            owner=self,
        )

    def ask(self) -> None:
        """Go back to the form."""
        self._note.say("")
        self._show(self.page, self.go)
        self._form.setFocus()

    def reject(self) -> None:
        """Close; what is still being written is cancelled."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().reject()

    def _show(self, pane: QWidget, default: QPushButton | None = None) -> None:
        """Bring a pane to the front; Return presses its ``default`` button and no other."""
        self.stack.setCurrentWidget(pane)
        if default is not None:
            default.setDefault(True)

    def _lay_out(self) -> None:
        self.page = self._asking()
        self.stack = QStackedWidget()
        for pane in (self.page, self.progress, self.problem, self.written):
            self.stack.addWidget(pane)
        column = QVBoxLayout(self)
        space = self.fontMetrics().averageCharWidth() * 3
        column.setContentsMargins(space, space, space, space)
        column.addWidget(self.stack)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 92)

    def _asking(self) -> QWidget:
        page = QWidget()
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.go = box.addButton(self.tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole)
        box.accepted.connect(self.start)
        box.rejected.connect(self.reject)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._form, 1)
        column.addWidget(self._note)
        column.addSpacing(self.fontMetrics().height() // 2)
        column.addWidget(box)
        return page

    def _cancel(self) -> None:
        if self._task is not None:
            self._task.cancel()

    def _stopped(self) -> None:
        self._task = None
        self.ask()
        self._note.say(self.tr("Cancelled. Files that were finished before are kept."))

    def _done(self, answer: Any) -> None:
        self._task = None
        rows = self.rows(answer)
        self._keep_folder(rows)
        self.written.show_rows(rows)
        self._show(self.written, self.written.open)

    def _keep_folder(self, rows: tuple[WrittenRow, ...]) -> None:
        folder = next((str(row.path.parent) for row in rows if row.path is not None), "")
        if folder:
            settings = replace(self.workspace.settings, export_folder=folder)
            self.workspace.change_settings(settings)

    def _failed(self, error: BriefingError) -> None:
        self._task = None
        row = self._finding_named(error.message)
        if row is not None:
            self.workspace.document.select(row.decision.passage)
        places = (place for path in self.targets() for place in (path, path.parent))
        about_place = any(str(place) in error.message for place in places)
        quotation = f"{row.code}: “{row.text}” ({row.place})" if row else ""
        self.problem.show_problem(error, quotation=quotation, about_place=about_place)
        self._show(self.problem, self.problem.try_again)

    def _finding_named(self, message: str) -> FindingRow | None:
        """Return the finding whose code a message names, if the brief holds it."""
        view = self.workspace.document.view
        words = set(re.findall(r"[\w-]+", message))
        rows = view.rows if view else ()
        return next((row for row in rows if row.code in words), None)
