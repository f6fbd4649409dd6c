"""The pieces of a pack as parts to be made, and in which order their pages come.

A brief is two parts, its text and its annex of passages: the annex begins on a page of its own, and
after a change of one the other need not be made again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from briefing import resources
from briefing.blocks.lowering import lowered
from briefing.exporters.pdf_composing import parted
from briefing.exporters.pdf_notes import printed
from briefing.exporters.pdf_pages import logo_rules, paper_rules
from briefing.exporters.pdf_parts import Part, PartOrder, drawings
from briefing.exporters.pdf_tags import targets_in
from briefing.model.pack import PieceKind, RenderedPack, RenderedPiece

_ON_THE_BACK = "html { break-before: left }"
"""It begins on the back of a sheet."""
_FIGURE = "<img"


@dataclass(frozen=True, slots=True)
class Cut:
    """The HTML of a brief, cut where a part ends."""

    text: str
    annex: str
    """Empty where there is none, or where it must be laid out with the text."""
    words: tuple[tuple[str, str], ...]
    """What stands at the places that the rest of the pack, or one part of the other, leads to."""


@lru_cache(maxsize=64)
def cut(original: str, place: str, title: str) -> Cut:
    """Return a brief as a piece of a pack, cut; ``title`` takes the place of its own."""
    text, annex = (
        lowered(html, place, title if number == 0 else "") if html else ""
        for number, html in enumerate(parted(printed(original)))
    )
    words = targets_in(text)
    if annex:
        annex = annex.replace(f' id="{place}"', "", 1)  # the text has the place
        words |= targets_in(annex)
    return Cut(text, annex, tuple((name, words[name]) for name in words))


@lru_cache(maxsize=256)
def _words_at(html: str, place: str) -> str:
    """Return what stands at a place of a piece."""
    return targets_in(html).get(place, "")


class Outcome(NamedTuple):
    """What an annex takes over from the text before it."""

    tight: bool
    is_odd: bool
    """Whether its last page is the front of a sheet."""


def outcome_of(text: Part) -> Outcome:
    """Return how a text has come out."""
    return Outcome(text.tight, len(text.pages) % 2 == 1)


class Orders:
    """Says what parts a pack is made of."""

    def __init__(self, pack: RenderedPack) -> None:
        self._pack = pack
        self._rules = paper_rules(pack.whole) + _pack_style()

    def text(self, piece: RenderedPiece, html: str = "") -> PartOrder:
        """Return the order of a piece, or of a brief without its annex.

        ``html`` stands in the place of the piece's own.
        """
        of_brief = self._cut(piece)
        return PartOrder(
            place=piece.place,
            html=html or (of_brief.text if of_brief else piece.rendered.html),
            rules=self._rules + self._own_rules(piece.kind),
            figures=drawings(piece.rendered.figures),
            house=self._pack.whole.house,
            sides=piece.rendered.sides,
            is_lowered=piece.kind is PieceKind.PART,
        )

    def annex(self, piece: RenderedPiece, text: Outcome) -> Iterator[PartOrder]:
        """Yield the order of the annex of a brief, if it has one, as it follows upon the text."""
        of_brief = self._cut(piece)
        if of_brief is None or not of_brief.annex:
            return
        is_left = self._pack.whole.duplex and text.is_odd
        order = self.text(piece, of_brief.annex)
        yield replace(
            order,
            place=f"{piece.place}-annex",
            rules=order.rules + (_ON_THE_BACK if is_left else ""),
            figures=order.figures if _FIGURE in of_brief.annex else (),
            tight=text.tight,
        )

    def words(self) -> dict[str, str]:
        """Return what stands at the places that links from one part into another lead to."""
        found: dict[str, str] = {}
        for piece in self._pack.pieces:
            of_brief = self._cut(piece)
            if of_brief is not None:
                found.update(of_brief.words)
            else:
                found[piece.place] = _words_at(piece.rendered.html, piece.place)
        return found

    def _cut(self, piece: RenderedPiece) -> Cut | None:
        if piece.kind is not PieceKind.PART:
            return None
        return cut(piece.original, piece.place, piece.title)

    def _own_rules(self, kind: PieceKind) -> str:
        """Return the rules for the pages of one kind of piece alone."""
        if kind is PieceKind.COVER:
            return logo_rules(self._pack.whole)
        return _ON_THE_BACK if kind is PieceKind.BLANK else ""


@lru_cache(maxsize=1)
def _pack_style() -> str:
    return (resources.templates() / "print-pack.css").read_text("utf-8")
