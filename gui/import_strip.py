"""An import under way: a strip with a bar, the file's name, how far it is, and Cancel."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QWidget

from briefing.errors import BriefingError
from briefing.model.desk import ImportReview
from briefing.service.calls import ImportReports
from gui import messages
from gui.focus import within
from gui.reports_labels import Elided
from gui.tasks import Lane, Task, Tasks
from gui.tips import plain_tip
from gui.widgets.labels import quiet

_BAR = """
QProgressBar { background: palette(mid); border: none; border-radius: 3px; }
QProgressBar::chunk { background: palette(link); border-radius: 3px; }
"""


class ImportStrip(QFrame):
    """Runs one import after the other; the window stays usable meanwhile."""

    finished = Signal(ImportReview)
    failed = Signal()
    """An import has ended in the midst; reports may be in that were not before."""
    stopped = Signal()
    """A cancelled import has ended and left no trace."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._task: Task | None = None
        self._waiting: list[tuple[Path, ...]] = []
        self.had_focus = False
        """Whether the officer waited for the import here when it ended."""
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress of the import"))
        self.name, self.count = Elided(), quiet()
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setAccessibleName(self.tr("Cancel the import"))
        self.cancel.clicked.connect(self.stop)
        self._lay_out()
        self.hide()

    @property
    def is_running(self) -> bool:
        """Whether an import is under way."""
        return self._task is not None

    def begin(self, paths: Sequence[Path]) -> None:
        """Import files and folders; while another import is under way, after it."""
        if not paths:
            return
        if self._task is not None:
            self._waiting.append(tuple(paths))
            return
        self._show(self.tr("Looking through the files …"), "", 0, 0)
        self.cancel.setEnabled(True)
        self.show()
        self._task = self._tasks.run(
            ImportReports(tuple(paths)),
            self._finish,
            failed=self._fail,
            step=self._step,
            stopped=self._end_stopped,
            lane=Lane.LIBRARY,
            owner=self,
        )

    def stop(self) -> None:
        """Ask the import to end; the library will be as it was before."""
        if self._task is not None:
            self._waiting.clear()
            self.cancel.setEnabled(False)
            self.name.setText(self.tr("Cancelling …"))
            self._task.cancel()

    def _step(self, done: int, of: int, name: str) -> None:
        if self.cancel.isEnabled():
            told = self.tr("{number} of {count}").format(number=min(done + 1, of), count=of)
            self._show(name, told if of else "", done, of)

    def _show(self, name: str, count: str, done: int, of: int) -> None:
        self.bar.setRange(0, of)
        self.bar.setValue(done)
        self.name.setText(name)
        self.name.setToolTip(plain_tip(name))
        self.count.setText(count)

    def _finish(self, review: ImportReview) -> None:
        self._end()
        self.finished.emit(review)
        self._go_on()

    def _fail(self, error: BriefingError) -> None:
        self._end()
        messages.tell(self.window(), error)
        self.failed.emit()
        self._go_on()

    def _end_stopped(self) -> None:
        self._end()
        self.stopped.emit()
        self._go_on()

    def _end(self) -> None:
        self._task = None
        self.had_focus = within(self.window().focusWidget(), self)
        self.hide()

    def _go_on(self) -> None:
        if self._waiting:
            self.begin(self._waiting.pop(0))

    def _lay_out(self) -> None:
        gap = self.fontMetrics().averageCharWidth() * 2
        self.bar.setMinimumWidth(gap * 10)
        self.bar.setMaximumHeight(self.fontMetrics().height() // 2)
        self.bar.setStyleSheet(_BAR)
        row = QHBoxLayout(self)
        row.setContentsMargins(gap, gap // 2, gap, gap // 2)
        row.setSpacing(gap)
        row.addWidget(self.bar, 1)
        row.addWidget(self.name, 2)
        row.addWidget(self.count)
        row.addWidget(self.cancel)
