"""Parts set one after another that go on in another row where room is short."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Flowing(QWidget):
    """Rows of parts, each as wide as it likes to be and centred on its row's height.

    A widget and not a layout: the items of a layout written in Python belong to Qt, which takes
    them away while Python still holds them.
    """

    def __init__(self, across: int, down: int, parent: QWidget | None = None) -> None:
        """Leave so many pixels between parts of a row, and between rows."""
        super().__init__(parent)
        self._parts: list[QWidget] = []
        self._across, self._down = across, down
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, part: QWidget) -> None:
        """Set a part after the others."""
        part.setParent(self)
        self._parts.append(part)
        self._settle()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Return that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all rows at a width."""
        rows = self._rows(width)
        return sum(map(_height, rows)) + self._down * max(0, len(rows) - 1)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of a single row."""
        shown = self._shown()
        between = self._across * max(0, len(shown) - 1)
        return QSize(sum(map(_width, shown)) + between, _height(shown))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size of the largest part."""
        shown = self._shown()
        return QSize(max(map(_width, shown), default=0), _height(shown))

    def event(self, event: QEvent) -> bool:
        """Set the parts anew when one of them wants another size, comes or goes."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._settle()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Set the parts anew."""
        super().resizeEvent(event)
        self._place()

    def _settle(self) -> None:
        self.updateGeometry()
        self._place()

    def _place(self) -> None:
        top = 0
        for row in self._rows(self.width()):
            left, height = 0, _height(row)
            for part in row:
                size = part.sizeHint()
                part.setGeometry(QRect(QPoint(left, top + (height - size.height()) // 2), size))
                left += size.width() + self._across
            top += height + self._down

    def _shown(self) -> list[QWidget]:
        return [part for part in self._parts if not part.isHidden()]

    def _rows(self, width: int) -> list[list[QWidget]]:
        rows: list[list[QWidget]] = []
        left = 0
        for part in self._shown():
            if not rows or left + _width(part) > width:
                rows.append([])
                left = 0
            rows[-1].append(part)
            left += _width(part) + self._across
        return rows


def _width(part: QWidget) -> int:
    return part.sizeHint().width()


def _height(row: list[QWidget]) -> int:
    return max((part.sizeHint().height() for part in row), default=0)
