"""Words in a colour of their own that follow light and dark."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QWidget

from gui import theme

_NEWS = (
    QEvent.Type.PaletteChange,
    QEvent.Type.ApplicationPaletteChange,
    QEvent.Type.StyleChange,
    QEvent.Type.Polish,
    QEvent.Type.Show,
)
"""What may come with other colours."""


def shade(widget: QWidget, name: str) -> None:
    """Set a widget's words in the colour of the theme with this name, now and after each change."""
    known = next(iter(widget.findChildren(_Shade)), None)
    keeper = known if known is not None else _Shade(widget)
    keeper.put_on(name)


class _Shade(QObject):
    """Keeps the words of its parent in a colour of the theme."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._name = "ink"
        widget.installEventFilter(self)

    def put_on(self, name: str) -> None:
        """Set the words in a colour, unless they are."""
        self._name = name
        wanted = QColor(getattr(theme.colours(), name))
        tone = self._widget.palette()
        if tone.color(QPalette.ColorRole.WindowText) != wanted:
            tone.setColor(QPalette.ColorRole.WindowText, wanted)
            self._widget.setPalette(tone)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Follow light and dark."""
        if event.type() in _NEWS:
            self.put_on(self._name)
        return super().eventFilter(watched, event)
