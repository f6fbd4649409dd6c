"""A quiet strip that says when what tags reports has changed, and tags them anew."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from briefing.errors import BriefingError
from briefing.model.desk import TablesState
from briefing.service.calls import LookTablesOver, RetagReports
from gui import messages
from gui.tasks import Lane, Task
from gui.widgets.remark import Remark
from gui.workspace import Workspace


class TablesStrip(QFrame):
    """Takes no room while the tags are those that would be given today."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self.told = Remark()
        self.button = QPushButton()
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self._act)
        gap = self.fontMetrics().averageCharWidth() * 2
        row = QHBoxLayout(self)
        row.setContentsMargins(gap, gap // 2, gap, gap // 2)
        row.setSpacing(gap)
        row.addWidget(self.told, 1)
        row.addWidget(self.button)
        self.hide()
        workspace.library_changed.connect(self._look)

    @property
    def is_running(self) -> bool:
        """Whether reports are being tagged anew."""
        return self._task is not None

    def _look(self) -> None:
        if self._task is None and self._workspace.reports:
            self._workspace.tasks.run(
                LookTablesOver(), self._show, failed=lambda _: None, owner=self, replaces="tables"
            )
        elif self._task is None:
            self.hide()

    def _show(self, state: TablesState) -> None:
        if self._task is not None:
            return
        said = list(state.mistakes)
        if state.mistakes:
            said.append(
                self.tr("A table of yours with a mistake is left out; the shipped one holds.")
            )
        if state.stale:
            said.append(
                self.tr(
                    "Tables, program or dates have changed: %n report(s) to be tagged again.",
                    "",
                    state.stale,
                )
            )
        self._name_button(self.tr("Tag Again"), self.tr("Tag the reports again"))
        self.button.setVisible(bool(state.stale))
        self.told.say(" ".join(said), mind=bool(state.mistakes))
        self.setVisible(bool(said))

    def _act(self) -> None:
        if self._task is not None:
            self.button.setEnabled(False)
            self._task.cancel()
            return
        self._name_button(self.tr("Cancel"), self.tr("Cancel tagging the reports again"))
        self.told.say(self.tr("Tagging the reports again …"))
        self._task = self._workspace.tasks.run(
            RetagReports(),
            lambda _: self._end(),
            failed=self._fail,
            step=self._step,
            stopped=self._end,
            lane=Lane.LIBRARY,
            owner=self,
        )

    def _step(self, done: int, of: int, name: str) -> None:
        told = self.tr("Tagging the reports again: {number} of {count}, {name}")
        self.told.say(told.format(number=min(done + 1, of), count=of, name=name))

    def _fail(self, error: BriefingError) -> None:
        messages.tell(self.window(), error)
        self._end()

    def _end(self) -> None:
        """Show what holds now: all is done, or a part is where it was stopped."""
        self._task = None
        self.button.setEnabled(True)
        self._workspace.refresh_library()

    def _name_button(self, text: str, name: str) -> None:
        self.button.setText(text)
        self.button.setAccessibleName(name)
