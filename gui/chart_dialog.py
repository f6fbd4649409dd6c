"""A chart in large, beside it its numbers, beneath them the findings behind the one chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from briefing.model.offers import ChartOffer
from gui.chart_behind import ChartBehind
from gui.chart_picture import ChartPicture
from gui.chart_words import WORDY, named, told
from gui.widgets import fitting
from gui.widgets.entry_delegate import FootRole, ValueRole, entry_list
from gui.widgets.labels import headline, plain, quiet
from gui.widgets.remark import Remark, SectionHeading
from gui.workspace import Workspace

_LABEL = Qt.ItemDataRole.UserRole
_OF_WINDOW = 0.86
"""How much of the window that it belongs to the dialog takes, at the least."""


class ChartDialog(QDialog):
    """Leads from a bar, cell or dot to what the reports say."""

    finding_wanted = Signal(str)
    """A finding, by its code, is to be shown where it is worked on."""

    def __init__(
        self, workspace: Workspace, offer: ChartOffer, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._points = {point.label: point for point in offer.data.points} if offer.data else {}
        self._has_findings = any(point.codes for point in self._points.values())
        self.setWindowTitle(offer.choice.name)
        self.picture = ChartPicture(offer)
        self.points = entry_list(self.tr("Numbers of the chart"))
        self.source = Remark()
        """Where a number comes from behind which no finding stands: the officer's own figures."""
        self.behind = ChartBehind(workspace)
        self._fill_points()
        self._lay_out()
        self.picture.picked.connect(self.choose)
        self.points.currentItemChanged.connect(lambda item, _: self._show_point(item))
        self.points.itemActivated.connect(lambda _: self._go_behind())
        self.behind.wanted.connect(self._lead)
        self.points.setCurrentRow(0)
        self._take_room()

    def _fill_points(self) -> None:
        for label, point in self._points.items():
            item = QListWidgetItem(label)
            value = told(point)
            item.setData(FootRole if len(value) > WORDY else ValueRole, value)
            item.setData(_LABEL, label)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, named(point))
            self.points.addItem(item)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        row.setSpacing(self.fontMetrics().height())
        row.addLayout(self._shown(), 3)
        if self._points:
            row.addLayout(self._numbers(), 2)
        column.addLayout(row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        for button in buttons.findChildren(QPushButton):
            button.setAutoDefault(False)  # Enter is for the lists
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _shown(self) -> QVBoxLayout:
        data = self._offer.data
        column = QVBoxLayout()
        if data is not None:
            question = headline(data.question, 1.15)
            question.setWordWrap(True)
            column.addWidget(question)
            column.addWidget(plain(data.answer, wraps=True))
        column.addWidget(self.picture)
        if data is not None:
            basis = quiet(data.basis)
            basis.setWordWrap(True)
            column.addWidget(basis)
        column.addStretch(1)
        return column

    def _numbers(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(SectionHeading(self.tr("Numbers")))
        column.addWidget(self.points, 2)
        column.addWidget(self.source)
        if self._has_findings:
            column.addWidget(self.behind, 3)
        return column

    def _take_room(self) -> None:
        """Be large, but never larger than the screen."""
        around = self.parentWidget()
        wished = self.sizeHint()
        if around is not None:
            wished = wished.expandedTo(around.size() * _OF_WINDOW)
        self.resize(fitting.room_for(self).boundedTo(wished))

    def choose(self, label: str) -> None:
        """Show what stands behind a point, and go there."""
        for row in range(self.points.count()):
            if self.points.item(row).data(_LABEL) == label:
                self.points.setCurrentRow(row)
                self._go_behind()

    def _go_behind(self) -> None:
        behind = self.behind.findings if self._has_findings else self.points
        behind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_point(self, item: QListWidgetItem | None) -> None:
        point = self._points.get(str(item.data(_LABEL))) if item is not None else None
        self.picture.mark(point.label if point is not None else "")
        self.source.say(point.source if point is not None and not point.codes else "")
        if self._has_findings:
            self.behind.show_point(point)

    def _lead(self, code: str) -> None:
        self.finding_wanted.emit(code)
        self.accept()
