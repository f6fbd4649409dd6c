"""Completions that do not swallow a click: one beside their list goes where it was aimed at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QCompleter, QLineEdit


class Completions(QCompleter):
    """Offers words for a line; a click anywhere else closes them and does what it would do."""

    def __init__(self, words: tuple[str, ...] | list[str], line: QLineEdit) -> None:
        super().__init__(list(words), line)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        line.setCompleter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Close the list on a click beside it, and hand the click on."""
        popup = self.popup()
        if (
            isinstance(event, QMouseEvent)
            and event.type() is QEvent.Type.MouseButtonPress
            and popup is not None
            and popup.isVisible()
            and not popup.rect().contains(popup.mapFromGlobal(event.globalPosition().toPoint()))
        ):
            popup.hide()
            _hand_on(event, event.globalPosition())
            return True
        return super().eventFilter(watched, event)


def _hand_on(event: QMouseEvent, at: QPointF) -> None:
    """Let the widget at a place of the screen have a click that its list has taken."""
    aimed = QApplication.widgetAt(at.toPoint())
    if aimed is None or not aimed.isEnabled():
        return
    if aimed.focusPolicy() & Qt.FocusPolicy.ClickFocus:
        aimed.setFocus(Qt.FocusReason.MouseFocusReason)
    here = QPointF(aimed.mapFromGlobal(at))
    again = QMouseEvent(event.type(), here, at, event.button(), event.buttons(), event.modifiers())
    QCoreApplication.sendEvent(aimed, again)
