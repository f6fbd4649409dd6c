"""Room for a list that shows whole lines only: none is cut off at its lower edge."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget


class WholeLines(QWidget):
    """Gives a view of lines of one height as much of its own height as whole lines take."""

    def __init__(self, view: QAbstractItemView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        view.setParent(self)
        self.setSizePolicy(view.sizePolicy())
        view.model().modelReset.connect(self._fit)
        view.model().rowsInserted.connect(self._fit)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the view's."""
        return self._view.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for three lines."""
        return QSize(self._view.minimumSizeHint().width(), 3 * self._line())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the view."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _fit(self) -> None:
        self._view.setGeometry(0, 0, self.width(), self.height() - self.height() % self._line())

    def _line(self) -> int:
        return max(1, self._view.sizeHintForRow(0), self.fontMetrics().height())
