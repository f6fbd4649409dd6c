"""What stands beneath the locator map: how its signs are read, and what it does not name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.charts.drawing import WIDTH_PT
from briefing.charts.locator_ground import Shown
from briefing.charts.locator_layout import Layout
from briefing.charts.locator_type import short, wrapped
from briefing.wording import listed, plural, with_capital

CAUTION = "Boundaries and names are not authoritative and imply no endorsement."
SIZE_PT = 6.8
_MOST_TOLD = 6
"""Countries without a name on the map that the note lists, those with most findings."""


def notes(layouts: Sequence[Layout], shown: Sequence[Shown]) -> list[str]:
    """Return the lines beneath the map, whose parts these are."""
    return wrapped(" ".join(_sentences(layouts, shown)), SIZE_PT, WIDTH_PT)


def _sentences(layouts: Sequence[Layout], shown: Sequence[Shown]) -> Iterator[str]:
    if len(layouts) > 1:
        yield "What is framed on the left is enlarged on the right."
    if coded := [each for layout in layouts for each in layout.coded]:
        by_code = sorted(coded, key=lambda each: each.code)
        yield f"{', '.join(f'{each.code} {short(each.name)}' for each in by_code)}."
    if unnamed := [each for layout in layouts for each in layout.unnamed if each.findings]:
        yield _unnamed(unnamed)
    if any(layout.capitals for layout in layouts):
        yield "Dots: capitals."
    if any(layout.dots for layout in layouts):
        yield "Circles: too small to be drawn."
    yield from _shading(shown)
    yield from _contested(layouts)
    yield CAUTION


def _unnamed(unnamed: Sequence[Shown]) -> str:
    most_first = sorted(unnamed, key=lambda each: (-each.findings, each.name))
    told = [f"{short(each.name)} {each.findings:,}" for each in most_first[:_MOST_TOLD]]
    if rest := len(most_first) - len(told):
        told.append(plural(rest, "other"))
    return f"Not named on the map: {listed(told)}."


def _contested(layouts: Sequence[Layout]) -> Iterator[str]:
    lands = [layout.land for layout in layouts]
    drawn = {
        "dashed": any(land.contested for land in lands),
        "hatched": any(land.disputed for land in lands),
    }
    if signs := [sign for sign, is_drawn in drawn.items() if is_drawn]:
        yield f"{with_capital(' or '.join(signs))}: contested."


def _shading(shown: Sequence[Shown]) -> Iterator[str]:
    counts = {each.findings for each in shown}
    if len(counts - {0}) > 1:
        white = "; white: none" if 0 in counts else ""
        yield f"The darker, the more findings{white}."
    elif len(counts) > 1:
        yield "White: no finding."
