"""How the keyboard goes from country to country on the map."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF

from briefing.model.atlas import Spot
from gui.map_marks import Mark
from gui.map_shapes import TURN
from gui.map_sight import Sight


def first_country(marks: Mapping[str, Mark], spots: Mapping[str, Spot], sight: Sight) -> str:
    """Return where to begin, of what is in sight; empty where nothing is.

    What is ticked comes before all else, and of that what lies nearest to the middle; then what has
    most findings.
    """
    middle = sight.on_sheet(sight.x, sight.y)

    def rank(country: str) -> tuple[bool, int, float]:
        mark, spot = marks[country], spots[country]
        away = sight.on_sheet(spot.x, spot.y) - middle
        worth = 0 if mark.ticked else mark.count or 0
        return not mark.ticked, -worth, QPointF.dotProduct(away, away)

    seen = (c for c in marks if c in spots and sight.shows(spots[c].x, spots[c].y))
    return min(seen, key=rank, default="")


def beyond(here: Spot, others: Mapping[str, Spot], across: int, down: int) -> str:
    """Return the country that comes next in a direction; empty where there is none."""
    best, nearest = "", float("inf")
    for country, spot in others.items():
        x = (spot.x - here.x + TURN / 2) % TURN - TURN / 2
        y = spot.y - here.y
        ahead, aside = (x * across, abs(y)) if across else (y * down, abs(x))
        if ahead <= 0.01 or aside > 2.5 * ahead:
            continue
        if (far := ahead + 1.6 * aside) < nearest:
            best, nearest = country, far
    return best
