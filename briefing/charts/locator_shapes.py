"""What of the world lies on a map, in points of print: land, coasts, boundaries."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.charts.locator_view import View, area_of
from briefing.maps.framing import Frame
from briefing.maps.shapes import Array
from briefing.maps.world import World


@dataclass(slots=True)
class Land:
    """The map's lines and areas, sorted by how they are drawn; every array is points of print."""

    areas: dict[str, list[Array]] = field(default_factory=dict)
    """Rings of each country that lie on the map."""
    coasts: list[Array] = field(default_factory=list)
    """Coasts and boundaries of countries that are not asked for."""
    edges: list[Array] = field(default_factory=list)
    """Coasts and boundaries of countries that are."""
    contested: list[Array] = field(default_factory=list)
    disputed: dict[str, list[Array]] = field(default_factory=dict)
    """Rings of each contested area that countries asked for dispute, which has nobody's tint."""


def land_of(world: World, frame: Frame, wanted: frozenset[str]) -> Land:
    """Return what lies on the map of these countries."""
    view = View.of(world, frame)
    land = Land()
    for country, ring in view.land():
        land.areas.setdefault(country, []).append(ring)
    for area in world.areas:
        is_disputed = area.countries & wanted and area.code not in wanted
        if is_disputed and (rings := view.area(world.disputed.get(area.place.name, ()))):
            land.disputed[area.place.name] = rings
    for line, placed in view.lines():
        if line.is_contested:
            land.contested.append(placed)
        elif not line.is_inner:
            (land.edges if line.countries & wanted else land.coasts).append(placed)
    past = (line for line, countries in world.past if countries & wanted)
    placed_by_hand = (frame.place(line) for line in (*world.contested, *past) if frame.faces(line))
    land.contested += filter(view.touches, placed_by_hand)
    return land


def sizes(land: Land) -> dict[str, float]:
    """Return the area of each country as printed, in square points; holes count too."""
    return {code: sum(map(area_of, rings)) for code, rings in land.areas.items()}
