"""The library looked over, and mended if the officer wants it."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.model.desk import LibraryState
from briefing.service.calls import CheckLibrary
from gui.tasks import Lane, Task
from gui.widgets.remark import Remark
from gui.workspace import Workspace


class CheckDialog(QDialog):
    """Begins to look at once; closing it stops the look."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._task: Task | None = None
        self.said = Remark("", self)
        self.progress = QProgressBar(self)
        self.list = QPlainTextEdit(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.mend = QPushButton(self.tr("&Mend"), self)
        self.buttons.addButton(self.mend, QDialogButtonBox.ButtonRole.ActionRole)
        self.setWindowTitle(self.tr("Check Library"))
        self._set_up()
        self._look()

    def _look(self, *, mend: bool = False) -> None:
        self.mend.setEnabled(False)
        self.progress.show()
        self.said.say(self.tr("Mending …") if mend else self.tr("Looking the library over …"))
        self._task = self._workspace.tasks.run(
            CheckLibrary(mend),
            lambda state: self._show(state, mend),
            failed=self._fail,
            step=self._step,
            lane=Lane.LIBRARY,
            owner=self,
        )

    def _step(self, done: int, of: int, name: str) -> None:
        self.progress.setMaximum(of)
        self.progress.setValue(done)
        told = self.tr("Looking at {name}")
        self.said.say(told.replace("{name}", name))

    def _show(self, state: LibraryState, mended: bool) -> None:
        self._task = None
        self.progress.hide()
        reports = self.tr("%n report(s) looked over", "", state.reports)
        if state.faults:
            wrong = self.tr("%n thing(s) wrong", "", len(state.faults))
            self.said.mind(f"{reports}: {wrong}.")
        else:
            whole = self.tr("the library is whole")
            self.said.say(f"{reports}: {whole}.")
        self.list.setPlainText("\n\n".join(self._lines(state)))
        self.list.setVisible(bool(state.faults or state.mended))
        self.mend.setEnabled(state.can_mend)
        if mended:
            self._workspace.refresh_library()

    def _lines(self, state: LibraryState) -> list[str]:
        mended = self.tr("Mended: {what}")
        told = [f"{what}\n{remedy}" for what, remedy in state.faults]
        return [*told, *(mended.replace("{what}", what) for what in state.mended)]

    def _fail(self, error: BriefingError) -> None:
        self._task = None
        self.progress.hide()
        self.said.mind(f"{error.message} {error.hint}".strip())

    def done(self, result: int) -> None:
        """Stop looking, and close."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)

    def _set_up(self) -> None:
        em = self.fontMetrics().height()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.hide()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the check"))
        self.mend.clicked.connect(lambda: self._look(mend=True))
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.setSpacing(round(em * 0.7))
        column.addWidget(self.said)
        column.addWidget(self.progress)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        column.addWidget(self.buttons)
        self.resize(em * 34, em * 16)
