"""Figures of the officer's own: which tables the brief brings, and what of them is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.model import BriefRequest, DataFile
from briefing.own_data import ENDINGS, OwnChart, disagreement_of, with_file
from briefing.service.calls import ReadTable
from gui.brief_data_file import DataFileEntry
from gui.brief_data_ticks import IndicatorTicks
from gui.brief_fields import RequestForm
from gui.brief_words import a_column
from gui.file_dialogs import documents
from gui.keyboard import tab_through
from gui.tasks import Lane, Task
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark, SectionHeading
from gui.workspace import Workspace


class BriefData(RequestForm):
    """Adds and removes tables; ticks say which of their indicators the document shows."""

    rebuilt = Signal()
    """It has other controls than before."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        self._workspace = workspace
        self._reading: dict[int, Path] = {}
        """The files that are being read, by the numbers of their calls."""
        self._tasks: dict[int, Task] = {}
        self._numbers = count()
        self._complaints: list[str] = []
        self.entries: list[DataFileEntry] = []
        self.ticks = IndicatorTicks()
        self.ticks.chosen.connect(lambda said, shown: self.change(said, indicators=shown))
        self.ticks.rebuilt.connect(self._order)
        self.add_button = QuietButton(self.tr("Add data…"))
        self.add_button.clicked.connect(self.choose)
        self.remark = Remark()
        self._shown_as: tuple[tuple[DataFile, ...], tuple[str, ...]] | None = None
        self._lay_out()
        workspace.document.begun.connect(self._forget)
        workspace.vocabulary_ready.connect(self.show_request)
        self.show_request()

    def choose(self) -> None:
        """Ask which tables to add."""
        dialog = QFileDialog(self, self.tr("Add Data"), documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        named = " ".join(f"*{ending}" for ending in ENDINGS)
        dialog.setNameFilters([self.tr("Tables ({endings})").format(endings=named)])
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda chosen: self.add([Path(one) for one in chosen]))
        dialog.open()

    def add(self, paths: Sequence[Path]) -> None:
        """Read tables into the brief; one of the same name takes the place of the one before."""
        self._complaints = []
        for path in dict.fromkeys(paths):
            if path in self._reading.values():
                continue
            if any(path.name == other.name for other in self._reading.values()):
                said = self.tr("Two tables of different folders are named {name}: rename one.")
                self._complaints.append(said.format(name=path.name))
            else:
                self._read(path)
        self._say()

    def _read(self, path: Path) -> None:
        number = next(self._numbers)
        self._reading[number] = path
        self._tasks[number] = self._workspace.tasks.run(
            ReadTable(path),
            partial(self._take, number),
            failed=partial(self._fail, number),
            stopped=partial(self._leave, number),
            lane=Lane.LIBRARY,
            owner=self,
        )

    def show_request(self) -> None:
        """Show what the brief brings."""
        super().show_request()
        request, regions = self.request, self._workspace.taxonomy.regions
        if self._shown_as != (request.data, tuple(regions)):
            self._shown_as = (request.data, tuple(regions))
            self._show_files(request)
        self.ticks.show_names(_indicators(request), request.indicators)
        self._say()

    def _lay_out(self) -> None:
        self._files = QVBoxLayout()
        self._files.setSpacing(10)
        column = a_column(self)
        column.addWidget(SectionHeading(self.tr("Your own data")))
        column.addLayout(self._files)
        column.addWidget(self.ticks)
        column.addWidget(self.remark)
        column.addWidget(self.add_button)

    def _show_files(self, request: BriefRequest) -> None:
        for entry in self.entries:
            self._files.removeWidget(entry)
            entry.hide()
            entry.deleteLater()
        self.entries = [
            DataFileEntry(file, self._workspace.taxonomy.regions) for file in request.data
        ]
        for entry in self.entries:
            entry.remove_wanted.connect(self._remove)
            self._files.addWidget(entry)
        self._order()

    def _order(self) -> None:
        """Let Tab go on from each file to the ticks, and from those to the button."""
        tab_through(*(entry.remove_button for entry in self.entries), self.ticks, self.add_button)
        self.rebuilt.emit()

    def _take(self, number: int, file: DataFile) -> None:
        said = self.tr("Add data {name}").format(name=file.name)
        self._change_data(said, with_file(self.request.data, file))
        self._leave(number)

    def _fail(self, number: int, error: BriefingError) -> None:
        self._complaints.append(f"{error.message} {error.hint}".strip())
        self._leave(number)

    def _leave(self, number: int) -> None:
        """Note that a file is being read no more."""
        self._reading.pop(number, None)
        self._tasks.pop(number, None)
        self._say()

    def _remove(self, name: str) -> None:
        others = tuple(one for one in self.request.data if one.name != name)
        self._change_data(self.tr("Remove data {name}").format(name=name), others)
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _change_data(self, said: str, data: tuple[DataFile, ...]) -> None:
        """Bring other tables; what is shown of those that are gone goes with them."""
        request = replace(self.request, data=data)
        known = {name for file in data for name in file.indicators}
        shown = tuple(one for one in request.indicators if one in known)
        charts = request.charts and tuple(
            id_
            for id_ in request.charts
            if (wanted := OwnChart.read(id_)) is None or wanted.tables(request)
        )
        self.change(said, data=data, indicators=shown, charts=charts)

    def _forget(self) -> None:
        """Another brief is there: what is being read for the one before must not land in it."""
        self._complaints = []
        for task in self._tasks.values():
            task.cancel()
        self._reading, self._tasks = {}, {}

    def _say(self) -> None:
        if self._complaints:
            self.remark.mind("\n".join(self._complaints))
        elif self._reading:
            self.remark.say(
                self.tr("Reading {name}…").format(name=next(iter(self._reading.values())).name)
            )
        elif found := disagreement_of(self.request.data):
            self.remark.mind(found.sentence(self._workspace.taxonomy.regions))
        elif self.request.data:
            self.remark.say("")
        else:
            self.remark.say(
                self.tr(
                    "A CSV or XLSX file with a row for each indicator, country and year; it can "
                    "be dropped here. Its figures stand in charts and in the country sheet."
                )
            )


def _indicators(request: BriefRequest) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for file in request.data for name in file.indicators))
