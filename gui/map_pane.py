"""The map beside the tree of regions: both show the same ticks, and each changes those of both."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.model import Taxonomy
from briefing.model.atlas import Atlas
from briefing.service.map_calls import DrawAtlas
from gui.map_marks import Mark
from gui.map_regions import MapRegions
from gui.map_view import MapView
from gui.models.regions import RegionsModel
from gui.models.regions_ticked import Ticked
from gui.tips import plain_tip
from gui.widgets.remark import Remark, SectionHeading
from gui.workspace import Workspace

_MOST_OFFERED = 12
"""Regions of a country that its menu names."""


class MapPane(QWidget):
    """The map with its buttons. Its shapes are asked for when it is first seen."""

    toggled = Signal(str, bool)
    """The officer ticks or unticks a region."""

    def __init__(
        self, workspace: Workspace, regions: RegionsModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._regions = regions
        self._places = MapRegions(Taxonomy({}, {}))
        self._asked = self._fitted = False
        self.view = MapView()
        self.view.words_when_empty = self.tr("The map is being drawn…")
        self.remark = Remark()
        self._lay_out()
        self.view.toggled.connect(self._toggle)
        self.view.sub_region_toggled.connect(self._toggle_sub_region)
        self.view.menu_wanted.connect(self._show_menu)
        self.view.looked.connect(self._leave_it_there)
        workspace.document.begun.connect(self._look_anew)
        workspace.document.viewed.connect(self._ask)
        self._say_what_it_is()

    def take(self, taxonomy: Taxonomy) -> None:
        """Show these regions; those that are no country, or have no shape, stay in the tree."""
        self._places = MapRegions(taxonomy)
        self.refresh()

    def refresh(self) -> None:
        """Show ticks and counts as the tree has them."""
        if self.isVisible():
            self.view.show_marks(self._marks())
            self._fit_first()
            self.view.begin()
            self.view.say_current()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the shapes the first time; catch up with what was ticked meanwhile."""
        super().showEvent(event)
        self.refresh()
        if self._workspace.document.view is not None:  # the findings come first
            self._ask()

    def fit_to_ticked(self) -> None:
        """Bring into sight what is ticked; the whole world where nothing is."""
        self.view.fit(country for country, mark in self.view.marks.items() if mark.ticked)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 14, 12, 9)
        head = QHBoxLayout()
        head.addWidget(SectionHeading(self.tr("Map")))
        head.addStretch(1)
        view = self.view
        self.buttons = [
            self._button("−", self.tr("Zoom out"), view.zoom_out, sign=True),
            self._button("+", self.tr("Zoom in"), view.zoom_in, sign=True),
            self._button(self.tr("Ticked"), self.tr("Show what is ticked"), self.fit_to_ticked),
            self._button(self.tr("World"), self.tr("Show the whole world"), view.show_world),
        ]
        for button in self.buttons:
            head.addWidget(button)
        column.addLayout(head)
        column.addWidget(view, 1)
        column.addWidget(self.remark)

    def _button(
        self, text: str, name: str, then: Callable[[], None], *, sign: bool = False
    ) -> QToolButton:
        button = QToolButton()
        button.setText(text)
        button.setAccessibleName(name)
        button.setToolTip(plain_tip(name))
        button.setAutoRaise(True)
        button.setProperty("sign", sign)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: then())
        return button

    # The shapes --------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._asked or not self.isVisible():
            return
        self._asked = True
        self._workspace.tasks.run(DrawAtlas(), self._take_atlas, failed=self._fail, owner=self)

    def _take_atlas(self, atlas: Atlas) -> None:
        self.view.take(atlas)
        self._say_what_it_is()
        self.refresh()

    def _fail(self, error: BriefingError) -> None:
        """Say that there is no map; it is asked for again when it is shown again."""
        self._asked = False
        self.view.words_when_empty = self.tr("The map cannot be shown. Tick regions in the tree.")
        self.view.update()
        self.remark.mind(error.message)

    def _say_what_it_is(self) -> None:
        self.remark.say(
            self.tr(
                "Stronger tint: more findings. Hold a country for its sub-region. "
                "Boundaries and names are not authoritative and imply no official endorsement."
            )
        )

    def _look_anew(self) -> None:
        self._fitted = False

    def _leave_it_there(self) -> None:
        """Move the map no more: the officer has turned to it."""
        if self.view.shapes is not None:
            self._fitted = True

    def _fit_first(self) -> None:
        """Begin with what is ticked in sight; after that it is the officer who moves the map.

        So it is before that, once the officer has moved the map or ticked on it.
        """
        ticked = any(mark.ticked for mark in self.view.marks.values())
        if self.view.shapes is not None and ticked and not self._fitted:
            self.fit_to_ticked()

    # Ticks -------------------------------------------------------------------------------------

    def _marks(self) -> dict[str, Mark]:
        """Return all countries; those that the map does not have do no harm."""
        places = self._places
        return {
            country: Mark(
                places.name(country),
                self._regions.count_of(country),
                self._regions.state_of(country) is Ticked.YES,
                places.name(places.wider(country)),
            )
            for country in places.countries
        }

    def _toggle(self, region: str) -> None:
        self._leave_it_there()
        self.toggled.emit(region, self._regions.state_of(region) is not Ticked.YES)

    def _toggle_sub_region(self, country: str) -> None:
        wider = self._places.wider(country)
        if not wider:
            self._toggle(country)
            return
        self._toggle(wider)
        ticked = self._regions.state_of(wider) is Ticked.YES
        said = self.tr("{region}: ticked") if ticked else self.tr("{region}: not ticked")
        self.view.say(said.replace("{region}", self._places.name(wider)))

    def _show_menu(self, country: str, at: QPoint) -> None:
        self.menu(country).popup(at)

    def menu(self, country: str) -> QMenu:
        """Return what one can do with a country: tick it, or a region in which it lies."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for region in [country, *self._places.around(country)[:_MOST_OFFERED]] if country else []:
            action = menu.addAction(self._places.name(region).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(self._regions.state_of(region) is Ticked.YES)
            action.triggered.connect(lambda _=False, region=region: self._toggle(region))
        menu.addSeparator()
        if country:
            menu.addAction(self.tr("&Centre here"), lambda: self.view.fit((country,)))
        menu.addAction(self.tr("Show &what is ticked"), self.fit_to_ticked)
        menu.addAction(self.tr("Show the whole w&orld"), self.view.show_world)
        return menu
