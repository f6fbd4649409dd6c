"""The dialog in which the officer says what a chart of own data shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from briefing.model import BriefRequest, Taxonomy
from briefing.own_data import (
    BARS,
    DOTS,
    LINES,
    OwnChart,
    countries_asked,
    labels_of,
    named,
    regions_within,
    shape_of,
    tables_of,
)
from gui.widgets.remark import Remark

_ID = Qt.ItemDataRole.UserRole


class DataChartDialog(QDialog):
    """Indicator, form, years and countries; ``chosen`` brings the id of the chart."""

    chosen = Signal(str)

    def __init__(
        self,
        request: BriefRequest,
        taxonomy: Taxonomy,
        wanted: OwnChart | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Chart of your data"))
        self._tables = tables_of(replace(request, indicators=()))
        self._taxonomy = taxonomy
        self._asked = countries_asked(request, taxonomy)
        self._make_controls()
        self._lay_out(self.tr("Add") if wanted is None else self.tr("Change"))
        self._begin(wanted)

    def chart(self) -> OwnChart:
        """Return the chart as the dialog shows it."""
        form, last = self.form.currentData(), self.last.currentData()
        first = last if form == BARS else self.first.currentData()
        return OwnChart(form, self.indicator.currentText(), self._ticked(), first, last)

    def accept(self) -> None:
        """Hand the chart over and close."""
        if not self._fault():
            self.chosen.emit(self.chart().id)
            super().accept()

    def _make_controls(self) -> None:
        self.indicator, self.form = QComboBox(), QComboBox()
        self.first, self.last = QComboBox(), QComboBox()
        self.indicator.addItems(labels_of(self._tables))
        forms = (
            (LINES, self.tr("Lines: how it has gone over the years")),
            (BARS, self.tr("Bars: countries compared in one year")),
            (DOTS, self.tr("Dots: two years compared")),
        )
        for form, words in forms:
            self.form.addItem(words, form)
        self.countries = QListWidget()
        self.countries.setMinimumHeight(10 * self.fontMetrics().height())
        self.indicator.currentIndexChanged.connect(self._show_table)
        self.indicator.activated.connect(self._suggest_form)
        self.form.currentIndexChanged.connect(self._show)
        for box in (self.first, self.last):
            box.currentIndexChanged.connect(self._show)
        self.countries.itemChanged.connect(self._show)
        self.remark, self.fault = Remark(), Remark()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self, done: str) -> None:
        self.take_button = self.buttons.addButton(done, QDialogButtonBox.ButtonRole.AcceptRole)
        self._rows = QFormLayout()
        self._rows.addRow(self.tr("&Indicator"), self.indicator)
        self._rows.addRow(self.tr("&Shown as"), self.form)
        self._rows.addRow(self.tr("&From"), self.first)
        self._rows.addRow(self.tr("&To"), self.last)
        self._rows.addRow(self.tr("&Countries"), self.countries)
        column = QVBoxLayout(self)
        column.addLayout(self._rows)
        for widget in (self.remark, self.fault, self.buttons):
            column.addWidget(widget)
        for box in (self.indicator, self.form):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        self.setMinimumWidth(64 * self.fontMetrics().averageCharWidth())

    def _begin(self, wanted: OwnChart | None) -> None:
        """Show the chart that is to be changed; a new one is of the first indicator."""
        found = named(wanted.indicator, self._tables) if wanted is not None else ()
        if found:
            self.indicator.setCurrentIndex(self._tables.index(found[0]))
        self._show_table()
        if wanted is None:
            self._suggest_form()
            return
        self.form.setCurrentIndex(self.form.findData(wanted.form))
        for box, year in ((self.first, wanted.first), (self.last, wanted.last)):
            box.setCurrentIndex(max(0, box.findData(year)))
        chosen = {*regions_within(wanted.regions(self._taxonomy), self._taxonomy)}
        for item in self._items():
            if item.data(_ID) in chosen:
                item.setCheckState(Qt.CheckState.Checked)

    def _show_table(self) -> None:
        """Offer the years and countries of the indicator; what is chosen stays where it can."""
        table = self._tables[self.indicator.currentIndex()]
        for box in (self.first, self.last):
            before = box.currentData()
            box.blockSignals(True)
            box.clear()
            box.addItem("", None)
            for year in table.years:
                box.addItem(str(year), year)
            box.setCurrentIndex(max(0, box.findData(before)))
            box.blockSignals(False)
        ticked = self._ticked()
        self.countries.blockSignals(True)
        self.countries.clear()
        asked = [one for one in self._asked if one in table.values]
        for region in (*asked, *(one for one in table.values if one not in asked)):
            self._add_country(region, region in ticked)
        self.countries.blockSignals(False)
        self._show()

    def _add_country(self, region: str, ticked: bool) -> None:
        known = self._taxonomy.regions.get(region)
        item = QListWidgetItem(known.name if known is not None else region)
        item.setData(_ID, region)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.countries.addItem(item)

    def _suggest_form(self) -> None:
        suited = shape_of(self._tables[self.indicator.currentIndex()])
        if suited:
            self.form.setCurrentIndex(self.form.findData(suited))

    def _show(self) -> None:
        """Say what is left to the program, and what is wrong."""
        is_one_year = self.form.currentData() == BARS
        self._rows.setRowVisible(self.first, not is_one_year)
        label = self._rows.labelForField(self.last)
        label.setText(self.tr("&Year") if is_one_year else self.tr("&To"))  # type: ignore[attr-defined]
        latest = self.tr("the latest that nearly all have")
        self.first.setItemText(0, self.tr("as the figures begin"))
        self.last.setItemText(0, latest if is_one_year else self.tr("as the figures end"))
        none = self.tr("None ticked: those of the brief, and others of a small table to compare.")
        self.remark.say("" if self._ticked() else none)
        fault = self._fault()
        self.fault.mind(fault)
        self.take_button.setEnabled(not fault)

    def _fault(self) -> str:
        """Return what cannot be, in one sentence; empty where all can."""
        wanted = self.chart()
        if wanted.first and wanted.last and wanted.first > wanted.last:
            return self.tr("The last year comes before the first.")
        return ""

    def _ticked(self) -> tuple[str, ...]:
        checked = Qt.CheckState.Checked
        return tuple(item.data(_ID) for item in self._items() if item.checkState() == checked)

    def _items(self) -> Sequence[QListWidgetItem]:
        return [self.countries.item(row) for row in range(self.countries.count())]
