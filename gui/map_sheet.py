"""What lies where on the map: which part of the world is in sight, and which country is current."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QPoint, QPointF, QSize, QSizeF, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from briefing.model.atlas import Atlas
from gui.map_marks import NEAR, REACH, Mark, dot_at, dots, is_small
from gui.map_picture import MapPicture
from gui.map_scene import Scene
from gui.map_shapes import Shapes
from gui.map_sight import Sight
from gui.map_walking import beyond, first_country

_LEAST = QSize(220, 150)
_SMALL = 4
"""A country of so small a part of the sheet's height is seen beneath its words."""
_STEP = 1.5
"""How much closer one key or button leads."""


class MapSheet(QWidget):
    """Looks closer and elsewhere, goes from country to country; how it looks is for others."""

    current_changed = Signal(str)
    """The country that the keyboard is at is another; empty: none."""
    looked = Signal()
    """Another part of the world is wanted than was in sight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMinimumSize(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.shapes: Shapes | None = None
        self.marks: dict[str, Mark] = {}
        self.current = ""
        self._sight = Sight(QSizeF(self.size()), -97.0, 64.0).whole()
        self._to_fit: tuple[str, ...] = ()
        """What is to be in sight until the officer looks elsewhere, whatever the map's size."""
        self._scene: Scene | None = None
        self._picture = MapPicture(self)

    @property
    def sight(self) -> Sight:
        """Which part of the world is in sight."""
        return self._sight

    def take(self, atlas: Atlas) -> None:
        """Show the world; what was to be brought into sight before now is."""
        self.shapes = Shapes(atlas)
        self._sight = replace(self._sight, top=atlas.top, bottom=atlas.bottom).whole()
        self._renew()
        self._fit()

    def show_marks(self, marks: Mapping[str, Mark]) -> None:
        """Show these countries as those that can be ticked, each as it stands to the brief."""
        if marks != self.marks:
            self.marks = dict(marks)
            if self.current not in self.marks:
                self.go_to("")
            self._renew()

    def look(self, sight: Sight) -> None:
        """Show another part of the world."""
        self._to_fit = ()
        self._look(sight)
        self.looked.emit()

    def _look(self, sight: Sight) -> None:
        if sight != self._sight:
            self._sight, self._scene = sight, None
            self._picture.follow()

    def fit(self, countries: Iterable[str]) -> None:
        """Bring these countries into sight; without any that the map has, the whole world."""
        self._to_fit = tuple(countries)
        if self.shapes is not None and not self._to_fit:
            self._look(self._sight.whole())
        self._fit()
        self.looked.emit()

    def _fit(self) -> None:
        """Keep in sight what is to be, until the officer looks elsewhere."""
        if self.shapes is not None and self._to_fit:
            boxes = [self.shapes.spots[c].box for c in self._to_fit if c in self.shapes.spots]
            self._look(self._sight.around(boxes) if boxes else self._sight.whole())

    def zoom(self, by: float, about: QPointF | None = None) -> None:
        """Look closer, or from further away; about a point, else the middle."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        self.look(self._sight.zoomed(by, about if about is not None else middle))

    def zoom_in(self) -> None:
        """Look closer, at the current country if it is in sight."""
        self.zoom(_STEP, self._held())

    def zoom_out(self) -> None:
        """Look from further away."""
        self.zoom(1 / _STEP, self._held())

    def show_world(self) -> None:
        """Show the whole world."""
        self.look(self._sight.whole())

    def go_to(self, country: str) -> None:
        """Make a country the current one, and bring it into sight."""
        if country == self.current:
            return
        spot = self.shapes.spots.get(country) if self.shapes else None
        if spot is not None and not self._sight.shows(spot.x, spot.y):
            self.look(replace(self._sight, x=spot.x, y=spot.y).kept())
        self.point_to(country)

    def point_to(self, country: str) -> None:
        """Make a country the current one, and leave in sight what is: a hand points at it."""
        if country != self.current:
            self.current = country
            self.update()
            self.current_changed.emit(country)

    def step(self, across: int, down: int) -> None:
        """Go to the nearest country in a direction; from none, to where one begins."""
        if self.shapes is None:
            return
        known = {c: spot for c, spot in self.shapes.spots.items() if c in self.marks}
        here = known.pop(self.current, None)
        if here is None:
            self.begin()
        else:
            self.go_to(beyond(here, known, across, down) or self.current)

    def begin(self) -> None:
        """Have a current country while the keyboard is here; the arrows lead on from it."""
        if self.shapes is not None and self.hasFocus() and not self.current:
            self.go_to(first_country(self.marks, self.shapes.spots, self._sight))

    def country_at(self, at: QPointF) -> str:
        """Return the country at a point of the widget that can be ticked; empty for none."""
        if self.shapes is None:
            return ""
        land = self.shapes.country_at(self._sight.on_map(at))
        is_meant = land in self.marks and not is_small(self.shapes.spots[land], self._sight)
        found = dot_at(at, self._shown().dots, NEAR if is_meant else REACH) or land
        return found if found in self.marks else ""

    def is_disputed_at(self, at: QPointF) -> bool:
        """Return whether a point of the widget shows land in dispute."""
        return self.shapes is not None and self.shapes.is_disputed_at(self._sight.on_map(at))

    def place_of(self, country: str) -> QPoint:
        """Return where a country is seen."""
        spot = self.shapes.spots.get(country) if self.shapes else None
        at = self._sight.on_sheet(spot.x, spot.y) if spot else QPointF(self.rect().center())
        return at.toPoint()

    def top_of(self, country: str) -> QPointF:
        """Return where a country ends above if it is small, else its place.

        Words that stand above it then leave it to be seen.
        """
        at, spot = QPointF(self.place_of(country)), self.shapes and self.shapes.spots.get(country)
        if not spot or (spot.box[3] - spot.box[1]) * self._sight.scale > self.height() / _SMALL:
            return at
        return at + QPointF(0, (spot.box[1] - spot.y) * self._sight.scale)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep in sight what was."""
        super().resizeEvent(event)
        self._sight = self._sight.resized(QSizeF(self.size()))
        self._renew()
        self._fit()

    def _shown(self) -> Scene:
        assert self.shapes is not None  # noqa: S101 - asked only once the shapes are there
        if self._scene is None:
            placed = dots(self.marks, self.shapes.spots, self._sight)
            self._scene = Scene(self.shapes, self.marks, placed, self._sight)
        return self._scene

    def _renew(self) -> None:
        self._scene = None
        self._picture.forget()

    def _held(self) -> QPointF | None:
        spot = self.shapes.spots.get(self.current) if self.shapes else None
        if spot is None or not self._sight.shows(spot.x, spot.y):
            return None
        return self._sight.on_sheet(spot.x, spot.y)
