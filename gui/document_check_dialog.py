"""A document that came back: what is still as it was made, and what is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.model.checked import CheckedDocument
from briefing.service.calls import CheckDocument
from gui.document_check_words import Words
from gui.tasks import Lane, Task
from gui.widgets.remark import Remark
from gui.workspace import Workspace


class DocumentCheckDialog(QDialog):
    """Begins to compare at once; closing it stops that."""

    def __init__(self, workspace: Workspace, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = Words()
        self.said = Remark("", self)
        self.remarks = Remark("", self)
        self.progress = QProgressBar(self)
        self.list = QPlainTextEdit(self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.setWindowTitle(self.tr("Check of {file}").replace("{file}", path.name))
        self._set_up()
        self.said.say(self.tr("Comparing …"))
        self._task: Task | None = workspace.tasks.run(
            CheckDocument(path),
            self._show,
            failed=self._fail,
            lane=Lane.LIBRARY,
            owner=self,
        )

    def done(self, result: int) -> None:
        """Stop comparing, and close."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        super().done(result)

    def _show(self, checked: CheckedDocument) -> None:
        self._task = None
        self.progress.hide()
        summary = self._words.summary(checked)
        (self.said.say if checked.is_verbatim else self.said.mind)(summary)
        self.remarks.say("\n".join(checked.remarks))
        lines = list(self._lines(checked))
        self.list.setPlainText("\n\n".join(lines))
        self.list.setVisible(bool(lines))

    def _lines(self, checked: CheckedDocument) -> Iterator[str]:
        """Yield what is said of each part, in a pack brief by brief below its name."""
        for brief in checked.briefs:
            if brief:
                yield brief
            parts = (one for one in checked.parts if one.brief == brief and one.is_telling)
            yield from map(self._words.part, parts)
            yield from map(self._words.added, (one for one in checked.added if one.brief == brief))

    def _fail(self, error: BriefingError) -> None:
        self._task = None
        self.progress.hide()
        self.said.mind(f"{error.message} {error.hint}".strip())

    def _set_up(self) -> None:
        em = self.fontMetrics().height()
        self.list.setReadOnly(True)
        self.list.setTabChangesFocus(True)
        self.list.setAccessibleName(self.tr("What differs"))
        self.list.hide()
        self.progress.setMaximum(0)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the comparison"))
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.setSpacing(round(em * 0.7))
        for widget in (self.said, self.progress):
            column.addWidget(widget)
        column.addWidget(self.list, 1)
        column.addWidget(self.remarks)
        column.addStretch(0)
        column.addWidget(self.buttons)
        self.resize(em * 40, em * 24)
