"""Room for a long form: whatever field has the focus is on screen, with its label."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QComboBox, QFrame, QScrollArea, QWidget

from gui.timers import timer

_LINES = 2.2
"""Lines kept free around a field: its label stands above it, a remark may stand beneath."""


class FormArea(QScrollArea):
    """Follows the focus, and goes on following it while fields grow or are added."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._field: QWidget | None = None
        self._follows = False
        """Whether the field was on screen before the form took another height."""
        self._soon = timer(self, 0, self.reveal)
        application = QGuiApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._take_focus)
        bar = self.verticalScrollBar()
        bar.valueChanged.connect(self._note_place)
        bar.rangeChanged.connect(self._keep_up)

    @property
    def field(self) -> QWidget | None:
        """The field that has, or had last, the focus."""
        return self._field

    def reveal(self) -> None:
        """Bring the field with its label on screen; of one too tall, its beginning."""
        if self._field is None:
            return
        wanted, page = self._place(self._field), self.viewport().height()
        bar, top = self.verticalScrollBar(), self.verticalScrollBar().value()
        if wanted.bottom() > top + page:
            top = wanted.bottom() - page + 1
        bar.setValue(min(top, wanted.top()))
        self._follows = True

    def _take_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        inside = self.widget()
        if now is None or inside is None or not inside.isAncestorOf(now):
            return
        if self._field is not None:
            self._field.destroyed.disconnect(self._forget)
        self._field = _whole(now)
        self._field.destroyed.connect(self._forget)
        self._soon.start()  # what was added with it has its place by then

    def _forget(self) -> None:
        self._field = None

    def _note_place(self) -> None:
        page = QRect(0, self.verticalScrollBar().value(), 1, self.viewport().height())
        field = self._place(self._field) if self._field is not None else QRect()
        self._follows = page.top() <= field.top() and field.bottom() <= page.bottom()

    def _keep_up(self) -> None:
        if self._follows:
            self._soon.start()

    def _place(self, field: QWidget) -> QRect:
        """Return where a field stands in the form, with some room around it."""
        around = round(self.fontMetrics().lineSpacing() * _LINES)
        sheet = self.widget()
        top = (field.mapTo(sheet, QPoint(0, 0)).y() if sheet else 0) - around
        height = field.height() + 2 * around
        return QRect(0, max(0, top), 1, height - min(0, top))


def _whole(field: QWidget) -> QWidget:
    """Return the field of which a line may be a part."""
    above = field.parentWidget()
    return above if isinstance(above, QComboBox) else field
