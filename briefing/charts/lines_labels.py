"""Where the names of lines stand at the right: as near to their ends as they have room."""

from __future__ import annotations

from collections.abc import Sequence

_LINE_PT = 10.5


def spread(heights: Sequence[float], top: float, foot: float) -> list[float]:
    """Return heights so moved that a line fits between any two, as little as can be.

    Those that would touch become a group around the middle of where its members were; none of them
    leaves what lies between ``top`` and ``foot``.
    """
    groups: list[list[int]] = []
    for place in sorted(range(len(heights)), key=lambda place: heights[place]):
        groups.append([place])
        while len(groups) > 1 and _touch(heights, groups[-2], groups[-1], (top, foot)):
            groups[-2:] = [groups[-2] + groups[-1]]
    moved = list(heights)
    for group in groups:
        for place, at in zip(group, _around(heights, group, (top, foot)), strict=True):
            moved[place] = at
    return moved


def _touch(
    heights: Sequence[float], above: list[int], below: list[int], ends: tuple[float, float]
) -> bool:
    return _around(heights, below, ends)[0] - _around(heights, above, ends)[-1] < _LINE_PT


def _around(heights: Sequence[float], group: list[int], ends: tuple[float, float]) -> list[float]:
    """Return where the members of a group stand."""
    high = _LINE_PT * (len(group) - 1)
    middle = sum(heights[place] for place in group) / len(group)
    top = min(max(middle - high / 2, ends[0]), ends[1] - high)
    return [top + _LINE_PT * n for n in range(len(group))]
