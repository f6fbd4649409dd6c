"""Countries as they stand to the brief: their tints, and which of the small ones have a dot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import hypot, log1p

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor

from briefing.model.atlas import Spot
from gui.map_sight import Sight
from gui.theme import Colours

DOT = 3.4
"""Radius of a dot, in pixels."""
REACH = 9.0
"""How far from a dot's middle a click still means it, at sea and on small land."""
NEAR = DOT + 1.5
"""The same on the land of a country that is large enough to be meant itself."""
_TOO_SMALL = 7.0
"""A country whose land would be no larger than a square of this side has a dot."""
_APART = 8.5
"""Dots nearer than this would hide one another; the one that has less to say waits."""
_PALEST, _STRONGEST = 0.16, 0.62
"""Parts of the accent in the tint for one finding, and for most."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A country as it stands to the brief."""

    name: str
    count: int | None
    """How many findings it would bring; None while that is not known."""
    ticked: bool
    wider: str = ""
    """Name of the sub-region in which it lies."""


def share_of(count: int | None, most: int) -> float:
    """Return how strong the tint for a number is, from 0 to 1: ten beside a hundred still shows."""
    return log1p(count) / log1p(most) if count and most else 0.0


def fill_of(mark: Mark | None, marks: Mapping[str, Mark], colours: Colours) -> QColor:
    """Return the colour of a country's land."""
    if mark is None:
        return QColor(colours.desk)
    if mark.ticked:
        return QColor(colours.accent)
    share = share_of(mark.count, max((one.count or 0 for one in marks.values()), default=0))
    if not share:
        return QColor(colours.paper)
    return mixed(colours.paper, colours.accent, _PALEST + (_STRONGEST - _PALEST) * share)


def mixed(one: str, other: str, share: float) -> QColor:
    """Return a colour between two; 0 is the first."""
    low, high = QColor(one), QColor(other)
    return QColor.fromRgbF(
        low.redF() + (high.redF() - low.redF()) * share,
        low.greenF() + (high.greenF() - low.greenF()) * share,
        low.blueF() + (high.blueF() - low.blueF()) * share,
    )


def dots(marks: Mapping[str, Mark], spots: Mapping[str, Spot], sight: Sight) -> dict[str, QPointF]:
    """Return where the dots of small countries stand: what is ticked first, then by number."""
    small = [country for country in marks if country in spots and is_small(spots[country], sight)]
    small.sort(key=lambda c: (not marks[c].ticked, -(marks[c].count or 0), -spots[c].extent, c))
    placed: dict[str, QPointF] = {}
    for country in small:
        at = sight.on_sheet(spots[country].x, spots[country].y)
        if sight.shows(spots[country].x, spots[country].y, -REACH) and _is_free(at, placed):
            placed[country] = at
    return placed


def is_small(spot: Spot, sight: Sight) -> bool:
    """Tell whether a country is too small, seen from so far away, to be met without a dot."""
    return spot.extent * sight.scale < _TOO_SMALL


def dot_at(at: QPointF, placed: Mapping[str, QPointF], reach: float = REACH) -> str:
    """Return the country whose dot a click means; empty for none."""
    reached = [(_apart(at, dot), country) for country, dot in placed.items()]
    within = [one for one in reached if one[0] <= reach]
    return min(within)[1] if within else ""


def _is_free(at: QPointF, placed: Mapping[str, QPointF]) -> bool:
    return all(_apart(at, other) >= _APART for other in placed.values())


def _apart(one: QPointF, other: QPointF) -> float:
    return hypot(one.x() - other.x(), one.y() - other.y())
