"""The parts of a pack in order: blank pages, contents, heads and feet.

Imports WeasyPrint, so only ``pdf_pack`` imports it, when a pack is made.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.exporters.pages import running_head
from briefing.exporters.pdf_contents import paged
from briefing.exporters.pdf_heads import Slip
from briefing.exporters.pdf_part_kept import Maker
from briefing.exporters.pdf_parts import Part, PartOrder
from briefing.exporters.pdf_pieces import Orders
from briefing.model.pack import PieceKind, RenderedPack, RenderedPiece

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

    def __init__(self, pack: RenderedPack, maker: Maker) -> None:
        self._pack = pack
        self._orders = Orders(pack)
        self._maker = maker
        self._texts = {piece.place: self._orders.text(piece) for piece in pack.pieces}

    def stretches(self) -> tuple[Stretch, ...]:
        """Return all parts in order; the contents tell where everything begins."""
        blank = self._orders.text(self._pack.blank)
        texts = {self._texts[piece.place]: piece for piece in self._pack.pieces}
        self._maker.have([*texts, blank], lambda order, part: self._after(texts, order, part))
        stretches = self._in_order(blank)
        for _ in range(_MOST_ROUNDS):
            found = begins(stretches)
            for piece in self._pack.pieces:
                if piece.kind is PieceKind.CONTENTS:
                    html = paged(piece.rendered.html, found)
                    self._texts[piece.place] = self._orders.contents(piece, html)
            stretches = self._in_order(blank)
            if begins(stretches) == found:
                break
        return stretches

    def _after(
        self, texts: dict[PartOrder, RenderedPiece], order: PartOrder, text: Part
    ) -> PartOrder | None:
        """Return the order of the annex that follows upon a text."""
        return self._annex(texts[order], text) if order in texts else None

    def _annex(self, piece: RenderedPiece, text: Part) -> PartOrder | None:
        return self._orders.annex(piece, text.tight, len(text.pages))

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
            annex = self._annex(piece, text)
            if annex is not None:
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


def slips(stretches: Sequence[Stretch]) -> Iterator[tuple[Slip, ...]]:
    """Yield what stands around the pages of each part."""
    totals = lengths(stretches)
    total, number = sum(len(one.part.pages) for one in stretches), 0
    for one in stretches:
        around = []
        for index, sheet in enumerate(one.part.sheets):
            number += 1
            foot = _foot(one, one.before + index + 1, totals[one.piece.place])
            around.append(Slip(sheet, _head(one), foot, number, total))
        yield tuple(around)


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
