"""Heads and feet put together of lines that are set, for pages that are finished but for them.

They are the only thing on a page that depends on all others, so they are drawn when the rest is
done; as artefacts: they are no part of what is read out. Where they stand is what CSS makes of the
margins of a page: see ``pdf_pages``.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.exporters.pdf_joining import Frame
from briefing.exporters.pdf_pages import ABOVE_MM, BELOW_MM
from briefing.exporters.pdf_parts import Lettering, Sheet
from briefing.exporters.pdf_setting import Line, SetWords, Words, setting
from briefing.model import House

_POINTS = 0.75
"""Points in a CSS pixel."""
_MM = 96 / 25.4
_GAP = 8.0
"""Pixels at the least between two that stand beside each other."""
Set = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """What stands around the text of a page."""

    sheet: Sheet
    marking: str
    head: str
    reference: str
    foot: str
    """Below the reference: what tells the place of the page in its part."""
    number: int
    """Of the page in the whole."""
    total: int

    @property
    def above(self) -> tuple[Words, ...]:
        """What stands above the text: left and right."""
        return Words(self.marking, is_marked=True), Words(self.head)

    @property
    def below(self) -> tuple[Words, ...]:
        """What stands below the text: left and right, and the lines between."""
        numbered = Words(f"Page {self.number} of {self.total}")
        return Words(self.marking, is_marked=True), numbered, *map(Words, self._between())

    @property
    def across(self) -> float:
        """How wide the text is."""
        return self.sheet.width - self.sheet.left - self.sheet.right

    def _between(self) -> tuple[str, ...]:
        return (self.reference, self.foot) if self.foot else (self.reference,)


class Heads:
    """Draws heads and feet; keeps the lines for the next document."""

    def __init__(self) -> None:
        self._kept: SetWords = {}

    def frames(self, slips: Sequence[Slip], house: House | None) -> list[Frame]:
        """Return heads and feet, one of each slip."""
        rows = [row for slip in slips for row in ((slip.above, slip), (slip.below, slip))]
        wanted = list(dict.fromkeys(one for row, _ in rows for one in row))
        found = setting(wanted, house, self._kept)
        narrow = [
            _narrowed(row, slip) if _is_wide([found[one, house] for one in row], slip) else row
            for row, slip in rows
        ]
        self._kept = found | setting((one for row in narrow for one in row), house, {
            **self._kept, **found})  # fmt: skip
        sets = [[self._kept[one, house] for one in row] for row in narrow]
        return [
            _frame(slip, above, below)
            for slip, above, below in zip(slips, sets[::2], sets[1::2], strict=True)
        ]


def _narrowed(row: Sequence[Words], slip: Slip) -> tuple[Words, ...]:
    """Return what stands beside each other with lines so narrow that all fit."""
    width = slip.across / min(len(row), 3) - _GAP
    return tuple(replace(one, width=round(width, 2)) for one in row)


def _is_wide(row: Sequence[Set], slip: Slip) -> bool:
    """Tell whether words do not fit beside each other on a line."""
    left, right, *between = (max((line.width for line in one), default=0) for one in row)
    if not between:
        return left + right + _GAP > slip.across
    return 2 * max(left, right) + max(between) + 2 * _GAP > slip.across


def _frame(slip: Slip, above: Sequence[Set], below: Sequence[Set]) -> Frame:
    sheet = slip.sheet
    ends, middle = sheet.width - sheet.right, sheet.left + slip.across / 2
    bottom = sheet.top - ABOVE_MM * _MM
    top = sheet.height - sheet.bottom + BELOW_MM * _MM
    (left, right), (under_left, under_right, *between) = above, below
    lines = [
        *_placed(left, bottom - _height(left), lambda _: sheet.left),
        *_placed(right, bottom - _height(right), lambda width: ends - width),
        *_placed(under_left, top, lambda _: sheet.left),
        *_placed(_one_below_the_other(between), top, lambda width: middle - width / 2),
        *_placed(under_right, top, lambda width: ends - width),
    ]
    drawn = b"\n".join(b"q\n1 0 0 1 %.3f %.3f cm\n%b\nQ" % place for place, _ in lines)
    flipped = b"%.5f 0 0 %.5f 0 %.5f cm" % (_POINTS, -_POINTS, sheet.height * _POINTS)
    content = b"Q\n/Artifact <</Type /Pagination>> BDC\nq\n%b\n%b\nQ\nEMC" % (flipped, drawn)
    used = dict.fromkeys(id(one) for _, some in lines for one in some)
    letterings = {id(one): one for _, some in lines for one in some}
    return Frame(zlib.compress(content, 6), tuple(letterings[one] for one in used))


def _one_below_the_other(sets: Iterable[Set]) -> Set:
    """Return lines under each other; words that are empty leave a line empty."""
    lines = [lines or (None,) for lines in sets]
    found = [one for some in lines for one in some]
    height = next((one.height for one in found if one), 0.0)
    return tuple(one or Line(0, height, b"", ()) for one in found)


def _height(lines: Set) -> float:
    return sum(line.height for line in lines)


def _placed(
    lines: Set, top: float, left: Callable[[float], float]
) -> Iterator[tuple[tuple[float, float, bytes], tuple[Lettering, ...]]]:
    """Yield where each line goes, what draws it and its letters."""
    for line in lines:
        if line.drawing:
            yield (left(line.width), top, line.drawing), line.letterings
        top += line.height
