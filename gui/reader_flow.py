"""A layout that sets widgets in lines, like words, as wide as there is room."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP = 2


class FlowLayout(QLayout):
    """Lines of widgets from left to right; its height follows from its width."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._hints: list[QSize] = []
        """What each widget asks for, asked once; empty after a change."""
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take one more."""
        self._items.append(item)

    def invalidate(self) -> None:
        """Forget what the widgets asked for: it may be other."""
        self._hints = []
        super().invalidate()

    def count(self) -> int:
        """Return how many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return one of them, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802
        """Return one of them and forget it."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """Say that it wants no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines at a width."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Put the widgets into their lines."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the least it needs; it makes do with the width it gets."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the widest widget."""
        size = QSize()
        for hint in self._asked():
            size = size.expandedTo(hint)
        return size

    def _asked(self) -> list[QSize]:
        if len(self._hints) != len(self._items):
            self._hints = [item.sizeHint() for item in self._items]
        return self._hints

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Return the height of the lines in a rectangle, having placed the widgets if asked."""
        left, top, height = rect.x(), rect.y(), 0
        for item, hint in zip(self._items, self._asked(), strict=True):
            if left > rect.x() and left + hint.width() > rect.x() + rect.width():
                left, top = rect.x(), top + height + GAP
                height = 0
            if place:
                item.setGeometry(QRect(QPoint(left, top), hint))
            left += hint.width() + GAP
            height = max(height, hint.height())
        return top + height - rect.y()
