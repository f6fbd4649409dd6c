"""Searching all reports from the page of findings: asks while one types, shows the answers."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.errors import BriefingError
from briefing.model.desk import FindingRow
from briefing.service.calls import SearchFindings
from gui.timers import timer
from gui.workspace import Workspace

_PAUSE_MS = 120
"""Typing that pauses so long is searched for."""


class SearchField(QLineEdit):
    """The field for the words; leads into the list by Down or Enter, out of it by Escape."""

    answered = Signal(str, object)
    """The words, and the findings that hold them."""
    ended = Signal()
    """There is nothing to search for any more."""
    failed = Signal(BriefingError)
    list_wanted = Signal()
    """The officer goes on in the list."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._enter_list = False
        self._asked_for = False
        self._pause = timer(self, _PAUSE_MS, self.search)
        self.setPlaceholderText(self.tr("Search all reports"))
        self.setAccessibleName(self.tr("Search all reports"))
        self.setToolTip(
            self.tr(
                "Words that findings of any report hold, the code of one, such as f-3k7q, "
                "or its mark in the document, such as [1 ¶ 15]"
            )
        )
        self.setClearButtonEnabled(True)
        self.textChanged.connect(self._note_change)
        self.installEventFilter(self)

    @property
    def words(self) -> str:
        """What is searched for."""
        return self.text().strip()

    def begin(self) -> None:
        """Let the officer type what is to be searched for."""
        self._asked_for = True
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def look_up(self, words: str) -> None:
        """Search for words at once, and lead into the list as soon as they are found."""
        self.setText(words)
        self._go_to_list()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Remember whether the officer came here, or the window put the focus here."""
        super().focusInEvent(event)
        reasons = Qt.FocusReason
        by_itself = (reasons.ActiveWindowFocusReason, reasons.OtherFocusReason)
        self._asked_for |= event.reason() not in by_itself

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Forget it once the officer has gone elsewhere in the window."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            self._asked_for = False

    @property
    def came_by_itself(self) -> bool:
        """Whether the focus is here although nobody asked for it."""
        return not self._asked_for and not self.words

    def search(self) -> None:
        """Ask for the findings that hold the words."""
        self._pause.stop()
        words = self.words
        if not words:
            return
        self._workspace.tasks.run(
            SearchFindings(words, self._workspace.document.draft),
            lambda rows: self._take(words, rows),
            failed=self.failed.emit,
            replaces="search",
            owner=self,
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Go to the list by Down and Enter, end the search by Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Escape:
                self.clear()
                self.list_wanted.emit()
                return True
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go_to_list()
                return True
        return super().eventFilter(watched, event)

    def _go_to_list(self) -> None:
        if self._pause.isActive():
            self._enter_list = True
            self.search()
        else:
            self.list_wanted.emit()

    def _note_change(self) -> None:
        self._enter_list = False
        if self.words:
            self._pause.start()
        else:
            self._pause.stop()
            self.ended.emit()

    def _take(self, words: str, rows: tuple[FindingRow, ...]) -> None:
        if words != self.words:
            return
        self.answered.emit(words, rows)
        if self._enter_list:
            self._enter_list = False
            self.list_wanted.emit()
