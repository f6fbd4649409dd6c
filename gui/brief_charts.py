"""Which charts the brief has."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from briefing.model.desk import ChartChoice
from briefing.own_data import fitting_charts
from gui.brief_fields import RequestForm
from gui.brief_words import a_column
from gui.widgets.remark import Remark, SectionHeading
from gui.workspace import Workspace


class BriefCharts(RequestForm):
    """As the template has them, or those that are ticked."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        self._workspace = workspace
        self.boxes: dict[str, QCheckBox] = {}
        self.by_template = QCheckBox(self.tr("As the template has them"))
        self.by_template.clicked.connect(self._choose_by_template)
        column = a_column(self)
        column.addWidget(SectionHeading(self.tr("Charts")))
        column.addWidget(self.by_template)
        self._list = QVBoxLayout()
        column.addLayout(self._list)
        workspace.vocabulary_ready.connect(self._take_vocabulary)
        self._take_vocabulary()

    def show_request(self) -> None:
        """Tick the charts that the brief has."""
        super().show_request()
        wanted = self._wanted()
        self.by_template.setChecked(self.request.charts is None)
        for chart, box in self.boxes.items():
            box.setChecked(chart in wanted)

    def _take_vocabulary(self) -> None:
        for chart in self._workspace.vocabulary.charts if self._workspace.vocabulary else ():
            if chart.id not in self.boxes:
                self._add(chart)
        self.show_request()

    def _add(self, chart: ChartChoice) -> None:
        box = QCheckBox(chart.name)
        box.setAccessibleDescription(chart.description)
        box.clicked.connect(lambda ticked: self._tick(chart, ticked))
        before = [self.by_template, *self.boxes.values()][-1]
        self.boxes[chart.id] = box
        described = Remark(chart.description)
        described.setIndent(box.iconSize().width() + box.fontMetrics().horizontalAdvance("  "))
        entry = QVBoxLayout()
        entry.setSpacing(0)
        entry.addWidget(box)
        entry.addWidget(described)
        self._list.addLayout(entry)
        QWidget.setTabOrder(before, box)

    def _wanted(self) -> tuple[str, ...]:
        return self._of_template() if self.request.charts is None else self.request.charts

    def _of_template(self) -> tuple[str, ...]:
        templates = self._workspace.vocabulary.templates if self._workspace.vocabulary else ()
        usual = next((t.charts for t in templates if t.name == self.request.template), ())
        return tuple(dict.fromkeys((*usual, *fitting_charts(self.request))))

    def _choose_by_template(self, ticked: bool) -> None:
        charts = None if ticked else self._of_template()
        self.change(self.tr("Change charts"), charts=charts)

    def _tick(self, chart: ChartChoice, ticked: bool) -> None:
        """Tick a chart: it comes last. Those of the template are a beginning to change."""
        others = tuple(id_ for id_ in self._wanted() if id_ != chart.id)
        name = self.tr("Add chart {name}") if ticked else self.tr("Leave out chart {name}")
        self.change(name.format(name=chart.name), charts=(*others, chart.id) if ticked else others)
