"""How the panel under the list is laid out: words that scroll, controls beneath them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui.finding_fields import FindingFields
from gui.finding_passage import PassagePane
from gui.finding_reading import Reading
from gui.reports_labels import Elided
from gui.widgets.flowing import Flowing
from gui.widgets.labels import plain

_MOST = 0.44
"""Part of the room that the panel takes at the most until the officer gives it more."""


class FindingSheet(QWidget):
    """Holds what the panel shows, as large as it needs to be; what it shows is for others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.why = plain(parent=self, wraps=True)
        self.place = Elided()
        self.show_button = QPushButton(self.tr("Show in Report ⏎"), self)
        self._inside = Reading(self)
        self.choices = QWidget(self)
        """The buttons that decide."""
        self.passage = PassagePane(self)
        self.passage.text.setFrameShape(QFrame.Shape.StyledPanel)  # its edge tells of the focus
        self.fields = FindingFields(self)
        self._column = QVBoxLayout(self)
        self._controls = Flowing(
            self.fontMetrics().height(), round(self.fontMetrics().height() / 3)
        )
        self._lay_out()

    def offer(self, choices: Sequence[QAction]) -> None:
        """Offer commands as buttons, for the mouse; they are pressed where the reasons stand."""
        row = QHBoxLayout(self.choices)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(self.fontMetrics().height() * 0.3))
        last: QWidget = self.passage.text
        for action in choices:
            button = QToolButton(self.choices)
            button.setDefaultAction(action)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.setAccessibleName(action.text().replace("&", ""))
            row.addWidget(button)
            QWidget.setTabOrder(last, button)
            last = button

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size that shows all of it, but leaves the list more than half of the room."""
        around = self.parentWidget()
        width = around.width() if around else self.width()
        line = self.fontMetrics().height()
        room = width - 2 * line
        column = self._column
        margins = column.contentsMargins()
        whole = self._inside.wished_height(room) + margins.top() + margins.bottom()
        whole += self._controls.heightForWidth(room) + self.fields.sizeHint().height()
        whole += self.passage.warning.sizeHint().height() + 3 * column.spacing()
        if self.why.heightForWidth(room) < 2 * line:
            whole += line  # the next finding's reasons may take two
        most = round(around.height() * _MOST) if around else whole
        return QSize(super().sizeHint().width(), min(whole, most))

    def _lay_out(self) -> None:
        self.place.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.show_button.setProperty("quiet", True)
        self.show_button.setAutoDefault(False)
        em = self.fontMetrics().height()
        gap = round(em * 0.3)
        column = self._column
        column.setContentsMargins(em, round(em * 0.4), em, round(em * 0.5))
        column.setSpacing(gap)
        column.addWidget(self._words(gap), 1)
        column.addWidget(self.passage.warning)  # not within what scrolls: it is to be seen
        self._controls.add(self.choices)
        self._controls.add(self.passage.reach)
        self._controls.add(self.fields.marked_as)
        column.addWidget(self._controls)
        written = QHBoxLayout()
        written.setSpacing(round(em * 0.4))
        written.addWidget(self.fields, 1)
        written.addWidget(self.passage.tags)
        column.addLayout(written)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setAutoFillBackground(True)
        self.setAccessibleName(self.tr("About the current finding"))
        self.setVisible(False)

    def _words(self, gap: int) -> QScrollArea:
        """Return what is to be read, in a frame that scrolls."""
        place = QHBoxLayout()
        place.addWidget(self.place, 1)
        place.addWidget(self.show_button)
        column = self._inside.column
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.why)
        column.addLayout(place)
        column.addWidget(self.passage, 1)
        return self._inside.framed(self.why.fontMetrics().height() * 2)
