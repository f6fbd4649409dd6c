"""What goes where on a page that is put together out of two others: geometry alone.

Lengths are in CSS pixels, from the top of the page that something stands on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TypeVar

from briefing.exporters.pdf_layout import POINTS, Sheet, Span
from briefing.exporters.pdf_versions import Versions
from briefing.model.desk import PageHit, PreviewPage

Hit = TypeVar("Hit", bound=PageHit)

_NEARLY = 0.5
"""Rounding: so much may stand out over the end of the page."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the document on the page that is made, and where its picture comes from."""

    part: int
    top: float
    bottom: float
    at: float
    """Where its top goes."""
    is_new: bool
    """Whether it is taken from what was laid out anew, rather than from the page as it was."""

    @property
    def end(self) -> float:
        """Where it ends on the page that is made."""
        return self.at + self.bottom - self.top

    def goes_on_with(self, other: Piece) -> bool:
        """Tell whether ``other`` follows in the same picture, so that one band holds both."""
        same = abs((self.at - self.top) - (other.at - other.top)) < _NEARLY / 10
        return self.is_new == other.is_new and same and other.top >= self.bottom - _NEARLY


class Montage:
    """The parts of a page that can be taken from the page as it was, and those that cannot."""

    def __init__(self, sheet: Sheet, parts: range, versions: Versions) -> None:
        """Take the page as it was, and which parts of the new version are to stand on it."""
        stood = {span.unit: span for span in sheet.spans}
        self._sheet = sheet
        self._parts = parts
        self._old: Mapping[int, Span] = {
            part: stood[unit]
            for part in parts
            if (unit := versions.was(part)) is not None and unit in stood
        }

    def wanted(self) -> list[range]:
        """Return the runs of parts that have to be laid out: the new, and their neighbours."""
        runs: list[range] = []
        if len(self._parts) == 1 and not self._old:
            return [self._parts]
        for one, other in pairwise(self._parts):
            if self._stood_together(one, other):
                continue
            if runs and runs[-1].stop > one:
                runs[-1] = range(runs[-1].start, other + 1)
            else:
                runs.append(range(one, other + 1))
        return runs

    @property
    def kept(self) -> Collection[int]:
        """The parts that are taken from the page as it was."""
        return self._old.keys()

    def pieces(self, fresh: Mapping[int, Span]) -> list[Piece]:
        """Return what fits on the page, in order; ``fresh`` is where the wanted parts stand."""
        placed: list[Piece] = []
        at = self._sheet.spans[0].top
        for part in self._parts:
            span = self._old.get(part) or fresh.get(part)
            if span is None:
                break
            if placed:
                at = placed[-1].end + self._gap(placed[-1].part, part, fresh)
            piece = Piece(part, span.top, span.bottom, at, part not in self._old)
            if piece.end > self._sheet.bottom + _NEARLY:
                break
            placed.append(piece)
        return placed

    def strips(self, pieces: Iterable[Piece]) -> list[Piece]:
        """Return all that the page is made of: pieces from the same place as one, and its edges."""
        sheet = self._sheet
        joined = [Piece(-1, 0, sheet.spans[0].top, 0, False)]
        for piece in pieces:
            if joined[-1].goes_on_with(piece):
                joined[-1] = replace(joined[-1], bottom=piece.bottom)
            else:
                joined.append(piece)
        return [*joined, Piece(-1, sheet.bottom, sheet.height, sheet.bottom, False)]

    def _gap(self, one: int, other: int, fresh: Mapping[int, Span]) -> float:
        together = self._stood_together(one, other)
        spans: Mapping[int, Span] = self._old if together else fresh
        return spans[other].top - spans[one].bottom if other in spans else 0.0

    def _stood_together(self, one: int, other: int) -> bool:
        old = self._old
        return one in old and other in old and old[other].unit == old[one].unit + 1


def hits_of(
    piece: Piece, picture: PreviewPage, page: PreviewPage, hits: Iterable[Hit]
) -> Iterator[Hit]:
    """Yield those of a picture's ``hits`` that stand in a piece, where they stand on ``page``."""
    high, made = picture.height_pt / POINTS, page.height_pt / POINTS
    for hit in hits:
        middle = (hit.top + hit.height / 2) * high
        if piece.top <= middle <= piece.bottom:
            top = (hit.top * high - piece.top + piece.at) / made
            yield replace(hit, top=top, height=hit.height * high / made)
