"""Which charts the brief has, in which order; each is looked at before it is taken."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from briefing.model.desk import ChartChoice
from briefing.model.offers import ChartOffer
from briefing.own_data import OwnChart
from gui.brief_data_charts import OwnCharts
from gui.brief_fields import RequestForm
from gui.brief_words import a_column
from gui.chart_dialog import ChartDialog
from gui.chart_entry import ChartEntry
from gui.chart_looking import ChartLooking
from gui.chart_offers import ChartOffers
from gui.chart_remark import ChartRemark
from gui.keyboard import tab_through
from gui.timers import timer
from gui.widgets.remark import SectionHeading
from gui.workspace import Workspace


class BriefCharts(RequestForm):
    """As the template has them, or those that are ticked, in the officer's order."""

    finding_wanted = Signal(str)
    """A finding behind a chart, by its code, is to be shown."""
    reordered = Signal()
    """The chart that has the focus stands elsewhere now, and is laid out there."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace.document, parent)
        self._workspace = workspace
        self.entries: dict[str, ChartEntry] = {}
        """As they stand on the page."""
        self.looking = ChartLooking(workspace, self)
        self.looking.finding_wanted.connect(self.finding_wanted)
        self._reordered_soon = timer(self, 0, self.reordered.emit)
        self._known: list[str] = []
        """The charts of findings, in the order in which the program names them."""
        self.own = OwnCharts(workspace)
        self.own.chosen.connect(self._put_own)
        self.by_template = QCheckBox(self.tr("As the template has them"))
        self.by_template.clicked.connect(self._choose_by_template)
        column = a_column(self)
        column.addWidget(SectionHeading(self.tr("Charts")))
        column.addWidget(self.by_template)
        self.offers = ChartOffers(workspace, self)
        column.addWidget(ChartRemark(self.offers))
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        column.addLayout(self._list)
        column.addWidget(self.own)
        self.offers.arrived.connect(self._take_offer)
        self.offers.forgotten.connect(self._forget)
        workspace.vocabulary_ready.connect(self._take_vocabulary)
        self._take_vocabulary()

    @property
    def boxes(self) -> dict[str, QCheckBox]:
        """The ticks by the ids of their charts."""
        return {id_: entry.box for id_, entry in self.entries.items()}

    def show_request(self) -> None:
        """Tick the charts that the brief has; they stand first, in its order."""
        super().show_request()
        self._show_own()
        wanted = self._wanted()
        self.by_template.setChecked(self.request.charts is None)
        for chart, entry in self.entries.items():
            entry.tick(chart in wanted)
        order = [id_ for id_ in wanted if id_ in self.entries]
        known = [*self._known, *self.own.offered]
        others = (id_ for id_ in known if id_ in self.entries and id_ not in wanted)
        self._order([*order, *others])

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Have the charts drawn."""
        super().showEvent(event)
        self.offers.watch(True)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Have no more drawn."""
        super().hideEvent(event)
        self.offers.watch(False)

    def look_at(self, chart: str) -> ChartDialog | None:
        """Open a chart large, with what stands behind it; None where it has no picture."""
        offer = self.entries[chart].offer
        if offer is None or offer.data is None:
            return None
        return self.looking.open(offer)

    def _put_own(self, new: str, instead: str) -> None:
        """Let the brief have a chart of own data, last or in the place of another."""
        wanted = [new if id_ == instead else id_ for id_ in self._wanted()]
        choice = self.own.choice(new)
        said = self.tr("Change chart {name}") if instead else self.tr("Add chart {name}")
        name = said.format(name=choice.name if choice else new)
        self.change(name, charts=tuple(dict.fromkeys((*wanted, new))))

    def _take_vocabulary(self) -> None:
        vocabulary = self._workspace.vocabulary
        for chart in vocabulary.charts if vocabulary else ():
            if chart.id not in self.entries and OwnChart.read(chart.id) is None:
                self._add(chart)
                self._known.append(chart.id)
        self.show_request()
        tab_through(self.by_template, *self.entries.values(), self.own)

    def _show_own(self) -> None:
        """Have an entry for each chart of own data that is offered, and for no other."""
        self.own.show_request(self.request)
        offered = {id_: self.own.choice(id_) for id_ in self.own.offered}
        for id_ in [one for one in self.entries if OwnChart.read(one) and one not in offered]:
            self._take_away(id_)
        for id_, choice in offered.items():
            if choice is not None and id_ not in self.entries:
                self._add(choice)
            if id_ in self.entries:
                self.entries[id_].change_button.setVisible(self.own.has_figures)

    def _take_away(self, id_: str) -> None:
        entry = self.entries.pop(id_)
        if entry.isAncestorOf(self.focusWidget()):
            self.own.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._list.removeWidget(entry)
        entry.hide()
        entry.deleteLater()

    def _add(self, chart: ChartChoice) -> None:
        entry = self.entries[chart.id] = ChartEntry(chart)
        entry.ticked.connect(lambda ticked: self._tick(chart, ticked))
        entry.moved.connect(lambda by: self._move(chart, by))
        entry.dropped.connect(lambda other: self._put(other, chart.id))
        entry.look_wanted.connect(lambda: self.look_at(chart.id))
        entry.change_wanted.connect(lambda: self.own.change(chart.id))
        self._list.addWidget(entry)

    def _order(self, ids: list[str]) -> None:
        """Let the entries stand, and Tab go through them, in an order."""
        self.entries = {id_: self.entries[id_] for id_ in ids}
        entries = list(self.entries.values())
        places = [self._list.indexOf(entry) for entry in entries]
        if places == sorted(places):
            return
        for place, entry in enumerate(entries):
            self._list.removeWidget(entry)
            self._list.insertWidget(place, entry)
        tab_through(self.by_template, *entries, self.own)

    def _take_offer(self, offer: ChartOffer) -> None:
        entry = self.entries.get(offer.choice.id)
        if entry is not None and entry.offer != offer:
            entry.show_offer(offer)

    def _forget(self) -> None:
        for entry in self.entries.values():
            entry.show_offer(None)

    def _wanted(self) -> tuple[str, ...]:
        return self._of_template() if self.request.charts is None else self.request.charts

    def _of_template(self) -> tuple[str, ...]:
        templates = self._workspace.vocabulary.templates if self._workspace.vocabulary else ()
        usual = next((t.charts for t in templates if t.name == self.request.template), ())
        return tuple(dict.fromkeys((*usual, *self.own.fitting)))

    def _choose_by_template(self, ticked: bool) -> None:
        charts = None if ticked else self._of_template()
        self.change(self.tr("Change charts"), charts=charts)

    def _tick(self, chart: ChartChoice, ticked: bool) -> None:
        """Tick a chart: it comes last. Those of the template are a beginning to change."""
        others = tuple(id_ for id_ in self._wanted() if id_ != chart.id)
        name = self.tr("Add chart {name}") if ticked else self.tr("Leave out chart {name}")
        self.change(name.format(name=chart.name), charts=(*others, chart.id) if ticked else others)

    def _move(self, chart: ChartChoice, by: int) -> None:
        wanted = self._wanted()
        if chart.id in wanted:
            place = wanted.index(chart.id) + by
            if 0 <= place < len(wanted):
                self._put(chart.id, wanted[place])
                self._reordered_soon.start()

    def _put(self, chart: str, at: str) -> None:
        """Give a chart the place of another; beyond the ticked ones, the last place."""
        wanted = self._wanted()
        if chart not in wanted or chart == at:
            return
        place = wanted.index(at) if at in wanted else len(wanted)
        others = [id_ for id_ in wanted if id_ != chart]
        others.insert(place, chart)
        name = self.tr("Move chart {name}").format(name=self.entries[chart].choice.name)
        self.change(name, charts=tuple(others))
