"""A chart in large, beside it its numbers, beneath them the findings behind the one chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.model import ChartPoint
from briefing.model.desk import FindingRow
from briefing.model.offers import ChartOffer
from gui.chart_picture import ChartPicture
from gui.widgets import fitting
from gui.widgets.labels import headline, plain, quiet
from gui.widgets.remark import Remark, SectionHeading

_CODE = Qt.ItemDataRole.UserRole


class ChartDialog(QDialog):
    """Leads from a bar, cell or dot to what the reports say."""

    finding_wanted = Signal(str)
    """A finding, by its code, is to be shown where it is worked on."""

    def __init__(
        self, offer: ChartOffer, rows: Sequence[FindingRow], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._offer = offer
        self._rows = {row.code: row for row in rows}
        self._points = {point.label: point for point in offer.data.points} if offer.data else {}
        self.setWindowTitle(offer.choice.name)
        self.picture = ChartPicture(offer)
        self.points = QListWidget()
        self.points.setAccessibleName(self.tr("Numbers of the chart"))
        self.points.setWordWrap(True)
        self.points.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.findings = QListWidget(self)
        self.findings.setAccessibleName(self.tr("Findings behind the number"))
        self.findings.setWordWrap(True)
        self.nothing = Remark()
        self._fill_points()
        self._lay_out()
        self.picture.picked.connect(self._pick)
        self.points.currentItemChanged.connect(lambda item, _: self._show_point(item))
        self.findings.itemActivated.connect(self._lead)
        self.points.setCurrentRow(0)
        self.resize(fitting.room_for(self).boundedTo(self.sizeHint()))

    def _fill_points(self) -> None:
        for label, point in self._points.items():
            item = QListWidgetItem(f"{label}: {point.value} {point.counted}")
            item.setData(_CODE, label)
            self.points.addItem(item)

    def _lay_out(self) -> None:
        data = self._offer.data
        column = QVBoxLayout(self)
        row = QHBoxLayout()
        shown = QVBoxLayout()
        if data is not None:
            shown.addWidget(headline(data.question, 1.15))
            shown.addWidget(plain(data.answer, wraps=True))
        shown.addWidget(self.picture, 1)
        if data is not None:
            basis = quiet(data.basis)
            basis.setWordWrap(True)
            shown.addWidget(basis)
        row.addLayout(shown, 3)
        if self._points:
            row.addLayout(self._behind(), 2)
        column.addLayout(row, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)

    def _behind(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.addWidget(SectionHeading(self.tr("Numbers")))
        column.addWidget(self.points, 2)
        if not any(point.codes for point in self._points.values()):  # the officer's own figures
            column.addWidget(self.nothing)
            self.findings.hide()
            return column
        column.addWidget(SectionHeading(self.tr("Findings behind it")))
        column.addWidget(self.nothing)
        column.addWidget(self.findings, 3)
        column.addWidget(Remark(self.tr("Enter, or a double click, leads to the finding.")))
        return column

    def _pick(self, label: str) -> None:
        for row in range(self.points.count()):
            if self.points.item(row).data(_CODE) == label:
                self.points.setCurrentRow(row)
                behind = self.findings if self.findings.count() else self.points
                behind.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_point(self, item: QListWidgetItem | None) -> None:
        point = self._points.get(str(item.data(_CODE))) if item is not None else None
        self.findings.clear()
        self.picture.mark(point.label if point is not None else "")
        if point is not None:
            self._show_findings(point)

    def _show_findings(self, point: ChartPoint) -> None:
        known = [self._rows[code] for code in map(self._known, point.codes) if code]
        for row in known:
            entry = QListWidgetItem(f"{row.text}\n{row.place}")
            entry.setData(_CODE, row.code)
            self.findings.addItem(entry)
        if self.findings.count():
            self.findings.setCurrentRow(0)
        others = len(point.codes) - len(known)
        said = point.source if not point.codes else ""
        if others:
            said = self.tr("%n more in the library, not in the list of findings", "", others)
        self.nothing.say(said)

    def _known(self, code: str) -> str:
        """Return a code as the list of findings has it, where one is the beginning of the other."""
        if code in self._rows:
            return code
        found = (one for one in self._rows if code.startswith(one) or one.startswith(code))
        return next(found, "")

    def _lead(self, item: QListWidgetItem) -> None:
        self.finding_wanted.emit(str(item.data(_CODE)))
        self.accept()
