"""A row of controls in which some give way to the others where room is short."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget


class YieldingRow(QWidget):
    """Asks for no more width than what stays needs; the rest is seen where there is room for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._yielding: Sequence[QWidget] = ()
        self.row = QHBoxLayout(self)

    def let_yield(self, *parts: QWidget) -> None:
        """Let these parts of the row go, the first one first."""
        self._yielding = parts
        self._settle()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of what stays."""
        lasting = [part for part in self._parts() if part not in self._yielding]
        return QSize(self._width(lasting, least=True), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Show as much as there is room for."""
        super().resizeEvent(event)
        self._settle()

    def event(self, event: QEvent) -> bool:
        """Look again when a part wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def _settle(self) -> None:
        shown = self._parts()
        for part in self._yielding:
            fits = self._width(shown) <= self.width()
            part.setVisible(fits)
            if not fits:
                shown.remove(part)

    def _parts(self) -> list[QWidget]:
        items = (self.row.itemAt(n) for n in range(self.row.count()))
        return [widget for item in items if item and (widget := item.widget())]

    def _width(self, parts: Sequence[QWidget], *, least: bool = False) -> int:
        margins = self.row.contentsMargins()
        between = self.row.spacing() * max(0, len(parts) - 1)
        wide = sum(_least(part) if least else part.sizeHint().width() for part in parts)
        return wide + between + margins.left() + margins.right()


def _least(part: QWidget) -> int:
    return part.minimumWidth() or part.minimumSizeHint().width()
