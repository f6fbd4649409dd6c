"""Charts of the officer's own figures: which are offered, and a button to ask for one more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.model import BriefRequest, Taxonomy
from briefing.model.desk import ChartChoice
from briefing.own_data import OwnChart, fitting_charts, offered_charts
from gui.brief_data_chart import DataChartDialog
from gui.brief_words import a_column
from gui.models.regions_ticked import with_groups
from gui.widgets.quiet_button import QuietButton
from gui.workspace import Workspace


class OwnCharts(QWidget):
    """Knows the charts that the figures of a request can have; changes none of it itself."""

    chosen = Signal(str, str)
    """The id of a chart, and that of the chart in whose place it is to stand, or nothing."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._request = BriefRequest()
        self._known: tuple[object, ...] = ()
        self.offered: tuple[str, ...] = ()
        """Ids of the charts that can be ticked."""
        self.fitting: tuple[str, ...] = ()
        """Ids of those that stand in a document where nobody chooses."""
        self.add_button = QuietButton(self.tr("Add a chart of your data…"))
        self.add_button.clicked.connect(self.add)
        column: QVBoxLayout = a_column(self)
        column.addWidget(self.add_button)

    @property
    def has_figures(self) -> bool:
        """Whether there is anything to be drawn."""
        return any(file.series for file in self._request.data)

    def show_request(self, request: BriefRequest) -> None:
        """Find the charts anew if the figures, or what is asked of them, have changed."""
        asked = (
            *(request.data, request.indicators, request.regions, request.groups, request.charts),
            id(self._workspace.vocabulary),
        )
        self._request = request
        if asked != self._known:
            self._known, taxonomy = asked, self._taxonomy()
            self.offered = offered_charts(request, taxonomy)
            self.fitting = fitting_charts(request, taxonomy)
        self.setVisible(self.has_figures)

    def choice(self, id_: str) -> ChartChoice | None:
        """Return a chart as it is chosen; None where the program knows no such form."""
        wanted, vocabulary = OwnChart.read(id_), self._workspace.vocabulary
        for form in vocabulary.charts if vocabulary is not None and wanted is not None else ():
            if wanted is not None and form.id == wanted.form:
                return ChartChoice(id_, wanted.title or form.name, form.description)
        return None

    def add(self) -> DataChartDialog:
        """Ask for one more chart."""
        return self._ask("")

    def change(self, id_: str) -> DataChartDialog:
        """Ask what a chart is to show instead."""
        return self._ask(id_)

    def _ask(self, id_: str) -> DataChartDialog:
        wanted = OwnChart.read(id_)
        dialog = DataChartDialog(self._request, self._taxonomy(), wanted, self.window())
        dialog.chosen.connect(lambda new: self.chosen.emit(new, id_))
        dialog.open()
        return dialog

    def _taxonomy(self) -> Taxonomy:
        return with_groups(self._workspace.taxonomy, self._request.groups)
