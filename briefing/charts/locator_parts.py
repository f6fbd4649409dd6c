"""How the map is divided: one whole, or the world with its crowded part enlarged beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from briefing.charts.drawing import WIDTH_PT
from briefing.charts.locator_board import Box
from briefing.maps.core import core_of
from briefing.maps.framing import Frame, frame_of
from briefing.maps.placing import vectors_of
from briefing.maps.projecting import EqualEarth
from briefing.maps.world import World, load_world

HEIGHTS = range(180, 275)
"""Points of print between which a map is high: with title and caption less than half a page."""
_ALONE = range(180, 240)
"""The same for one country: what is around it takes most of the map."""
_PAD = 2.0
"""Points of print around countries that are shown larger elsewhere."""
_BETWEEN = 8.0
"""Points of print between two maps side by side."""
_OVERVIEWS = ((6, 0.36), (15, 0.47))
"""Up to so many countries beside those enlarged, the share of the width that the world takes."""
_CLUSTER_DEG = 22.5
"""How far from a country others lie with it together."""
_LEAST_CLUSTER = 8
_SHARE_CLUSTER = 0.5
"""So many countries, and so large a share of all, are worth being enlarged,"""
_LEAST_GAIN = 1.6
"""if they are shown so much larger than on a map of all."""


@dataclass(frozen=True, slots=True)
class Part:
    """One map of those that are drawn side by side."""

    frame: Frame
    named: frozenset[str]
    """Countries asked for that it names; all are tinted."""
    left: float = 0.0
    """Points of print from the left edge of the sheet."""
    enlarged: frozenset[str] = frozenset()
    """Countries that another part shows larger."""

    @property
    def inset(self) -> Box | None:
        """A box about these: left, bottom, right, top; None where there are none."""
        if not self.enlarged:
            return None
        cores = [core_of(load_world(), code) for code in sorted(self.enlarged)]
        placed = self.frame.place(np.concatenate(cores))
        left, low = (placed.min(axis=0) - _PAD).tolist()
        right, top = (placed.max(axis=0) + _PAD).tolist()
        return left, low, right, top


@lru_cache(maxsize=4)
def parts_of(codes: frozenset[str]) -> tuple[Part, ...]:
    """Return the maps that these countries need."""
    world = load_world()
    whole = frame_of(world, codes, WIDTH_PT, HEIGHTS if len(codes) > 1 else _ALONE)
    cluster = _cluster(world, sorted(codes)) if isinstance(whole.projection, EqualEarth) else None
    share = next((s for most, s in _OVERVIEWS if cluster and len(codes - cluster) <= most), None)
    if not cluster or not share:
        return (Part(whole, codes),)
    width = round(WIDTH_PT * share)
    large = frame_of(world, cluster, WIDTH_PT - width - _BETWEEN, HEIGHTS)
    if large.scale < _LEAST_GAIN * whole.scale:
        return (Part(whole, codes),)
    overview = frame_of(world, codes, width, range(1, int(large.height)))
    return (
        Part(overview, codes - cluster, enlarged=cluster),
        Part(large, cluster, left=width + _BETWEEN),
    )


def _cluster(world: World, codes: Sequence[str]) -> frozenset[str] | None:
    """Return those countries of which most lie close together; None where too few do."""
    middles = np.array([vectors_of(core_of(world, code)).mean(axis=0) for code in codes])
    middles /= np.linalg.norm(middles, axis=1, keepdims=True)
    near = np.einsum("ik,jk->ij", middles, middles) > np.cos(np.radians(_CLUSTER_DEG))
    most = near[np.argmax(near.sum(axis=1))]
    if not max(_LEAST_CLUSTER, _SHARE_CLUSTER * len(codes)) <= most.sum() < len(codes):
        return None
    return frozenset(code for code, is_near in zip(codes, most.tolist(), strict=True) if is_near)
