"""The parts of a pack in order: blank pages, contents, heads and feet.

Imports WeasyPrint, so only ``pdf_pack`` imports it, when a pack is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from briefing.exporters.pages import running_head
from briefing.exporters.pdf_contents import paged
from briefing.exporters.pdf_heads import Slip
from briefing.exporters.pdf_part_kept import Maker
from briefing.exporters.pdf_parts import Part, PartOrder
from briefing.exporters.pdf_pieces import Orders, Outcome, outcome_of
from briefing.model.pack import PieceKind, RenderedPack, RenderedPiece

Outcomes: TypeAlias = dict[str, Outcome]
"""How the texts of briefs came out, by the briefs' places."""
_MOST_ROUNDS = 4
"""Page numbers seldom change how many pages the contents take."""
_COUNTED = (PieceKind.PART, PieceKind.ANNEX)
"""Pieces whose pages are counted by themselves, and have a head."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part in its place in the pack."""

    part: Part
    piece: RenderedPiece
    """To which it belongs; a blank page to that which it follows."""
    before: int = 0
    """How many pages of its piece stand before it."""
    is_blank: bool = False


class Binder:
    """Has the parts of one pack made, and puts them in order."""

    def __init__(self, pack: RenderedPack, maker: Maker, before: Outcomes) -> None:
        """``before`` is how the texts of briefs came out the last time."""
        self._pack = pack
        self._orders = Orders(pack)
        self._maker = maker
        self._texts = {piece.place: self._orders.text(piece) for piece in pack.pieces}
        self._before = before
        self.outcomes: Outcomes = {}
        """How they have come out."""

    def stretches(self) -> tuple[Stretch, ...]:
        """Return all parts in order; the contents tell where everything begins."""
        blank = self._orders.text(self._pack.blank)
        self._maker.have([*self._first(), blank], self._after)
        stretches = self._in_order(blank)
        for _ in range(_MOST_ROUNDS):
            found = begins(stretches)
            for piece in self._pack.pieces:
                if piece.kind is PieceKind.CONTENTS:
                    html = paged(piece.rendered.html, found)
                    self._texts[piece.place] = self._orders.text(piece, html)
            stretches = self._in_order(blank)
            if begins(stretches) == found:
                break
        return stretches

    def _first(self) -> Iterator[PartOrder]:
        """Yield the orders of the texts, and of annexes that follow on texts as they came out."""
        for piece in self._pack.pieces:
            yield self._texts[piece.place]  # contents tell how many pages they take without numbers
            if piece.place in self._before:
                yield from self._orders.annex(piece, self._before[piece.place])

    def _after(self, order: PartOrder, text: Part) -> Iterator[PartOrder]:
        """Yield the order of the annex that follows upon a text."""
        for piece in self._pack.pieces:
            if self._texts[piece.place] is order:
                yield from self._orders.annex(piece, outcome_of(text))

    def _in_order(self, blank: PartOrder) -> tuple[Stretch, ...]:
        made: list[Stretch] = []
        pages = 0
        for piece in self._pack.pieces:
            if self._pack.whole.duplex and pages % 2:
                made.append(Stretch(self._maker.part(blank), made[-1].piece, is_blank=True))
                pages += 1
            text = self._maker.part(self._texts[piece.place])
            made.append(Stretch(text, piece))
            pages += len(text.pages)
            self.outcomes[piece.place] = outcome_of(text)
            for annex in self._orders.annex(piece, outcome_of(text)):
                made.append(Stretch(self._maker.part(annex), piece, len(text.pages)))
                pages += len(made[-1].part.pages)
        return tuple(made)


def begins(stretches: Sequence[Stretch]) -> dict[str, int]:
    """Return on which page of the pack each piece begins."""
    found: dict[str, int] = {}
    number = 1
    for one in stretches:
        found.setdefault(one.piece.place, number)
        number += len(one.part.pages)
    return found


def lengths(stretches: Sequence[Stretch]) -> dict[str, int]:
    """Return how many pages each piece takes, those left blank behind it not counted."""
    counted = Counter[str]()
    for one in stretches:
        if not one.is_blank:
            counted[one.piece.place] += len(one.part.pages)
    return dict(counted)


def slips(stretches: Sequence[Stretch], pack: RenderedPack) -> Iterator[Slip]:
    """Yield what stands around each page."""
    totals = lengths(stretches)
    total, number = sum(len(one.part.pages) for one in stretches), 0
    reference = " · ".join(filter(None, (pack.whole.reference, _copy(pack))))
    for one in stretches:
        for index, sheet in enumerate(one.part.sheets):
            number += 1
            foot = _foot(one, one.before + index + 1, totals[one.piece.place])
            around = (pack.whole.marking, _head(one), reference, foot)
            yield Slip(sheet, *around, number, total)


def _copy(pack: RenderedPack) -> str:
    return f"Copy {pack.copy.number} of {pack.copy.total}" if pack.copy else ""


def _head(one: Stretch) -> str:
    """Return what stands above the text: nothing on the cover, on dividers and blank pages."""
    if one.is_blank:
        return ""
    tab = one.piece.tab if one.piece.kind in _COUNTED else ""
    return running_head(" · ".join(filter(None, (tab, one.piece.head))))


def _foot(one: Stretch, number: int, total: int) -> str:
    """Return what tells the place of a page in its tab."""
    is_counted = one.piece.kind in _COUNTED and not one.is_blank
    counted = f"page {number} of {total}" if is_counted else ""
    return " · ".join(filter(None, (one.piece.tab, counted)))
