"""The pieces of a pack laid out each alone, and in which order their pages come.

Imports WeasyPrint, so only ``pdf_pack`` imports it, when a pack is made.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from weasyprint.document import Page

from briefing import resources
from briefing.blocks.lowering import inside_of, lowered
from briefing.exporters.pdf_contents import paged
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_house import Wardrobe
from briefing.exporters.pdf_notes import printed
from briefing.exporters.pdf_pages import logo_rules, paper_rules
from briefing.exporters.pdf_typesetting import Press, Typeset, press
from briefing.model.pack import PieceKind, RenderedPack, RenderedPiece
from briefing.progress import Progress, check

Kept: TypeAlias = dict[tuple[Any, ...], Typeset]
"""Layouts by all that they depend on."""
_HEADING = re.compile(r"\bh([123])\b")
_BACK = "html { break-before: left }"
"""It begins on the back of a sheet."""
_MOST_ROUNDS = 4
"""Page numbers seldom change how many pages the contents take."""


@dataclass(frozen=True, slots=True)
class PackPage:
    """A page in its place in the pack."""

    page: Page
    piece: RenderedPiece
    """To which it belongs; a blank one to that which it follows."""
    number: int = 0
    """In its tab, from 1; 0: it is not counted there."""
    total: int = 0
    """How many pages its tab has."""
    is_blank: bool = False


class Compositor:
    """Lays out the pieces of one pack."""

    def __init__(
        self, pack: RenderedPack, fetcher: FigureFetcher, kept: Kept, progress: Progress
    ) -> None:
        self._pack = pack
        self.fetcher = fetcher
        self._kept = kept
        self._progress = progress
        self._rules = paper_rules(pack.whole) + _pack_style()
        self.used: Kept = {}
        """What this pack was made of."""

    def pages(self) -> tuple[PackPage, ...]:
        """Return all pages in order; the contents tell where everything begins."""
        laid_out = {}
        for piece in self._pack.pieces:
            check(self._progress)
            laid_out[piece.place] = self._typeset(piece)
        pages = self._in_order(laid_out)
        for _ in range(_MOST_ROUNDS):
            found = begins(pages)
            for piece in self._pack.pieces:
                if piece.kind is PieceKind.CONTENTS:
                    laid_out[piece.place] = self._typeset(_with_pages(piece, found))
            pages = self._in_order(laid_out)
            if begins(pages) == found:
                break
        return pages

    @property
    def html(self) -> str:
        """All pieces as they are laid out, in one document."""
        inside = "".join(inside_of(_printed(piece)) for piece in self._pack.pieces)
        return f"<html><body>{inside}</body></html>"

    def _typeset(self, piece: RenderedPiece) -> Typeset:
        is_part = piece.kind is PieceKind.PART
        html = _printed(piece)
        rules = self._rules + self._own_rules(piece.kind)
        key = (html, piece.rendered.figures, rules, piece.rendered.sides, self.fetcher.house)
        made = self._kept.get(key) or self.used.get(key)
        if made is None:
            chosen = _part_press() if is_part else press()
            made = chosen.fitted(html, rules, self.fetcher, piece.rendered.sides)
        self.used[key] = made
        return made

    def _own_rules(self, kind: PieceKind) -> str:
        """Return the rules for the pages of one kind of piece alone."""
        if kind is PieceKind.COVER:
            return logo_rules(self._pack.whole)
        return _BACK if kind is PieceKind.BLANK else ""

    def _in_order(self, laid_out: Mapping[str, Typeset]) -> tuple[PackPage, ...]:
        pages: list[PackPage] = []
        for piece in self._pack.pieces:
            if self._pack.whole.duplex and len(pages) % 2:
                blank = self._typeset(self._pack.blank).pages[0]
                before = pages[-1].piece
                pages.append(PackPage(blank, before, is_blank=True))
            own = laid_out[piece.place].pages
            counted = piece.kind in (PieceKind.PART, PieceKind.ANNEX)
            pages.extend(
                PackPage(page, piece, number if counted else 0, len(own))
                for number, page in enumerate(own, 1)
            )
        return tuple(pages)


def _printed(piece: RenderedPiece) -> str:
    """Return a piece as it is laid out: its notes where they are printed."""
    if printed(piece.original) == piece.original:
        return piece.rendered.html
    return lowered(printed(piece.original), piece.place, piece.title)


def begins(pages: tuple[PackPage, ...]) -> dict[str, int]:
    """Return on which page of the pack each piece begins."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        found.setdefault(page.piece.place, number)
    return found


def lengths(pages: tuple[PackPage, ...]) -> dict[str, int]:
    """Return how many pages each piece takes, those left blank behind it not counted."""
    return dict(Counter(page.piece.place for page in pages if not page.is_blank))


def _with_pages(piece: RenderedPiece, begins: Mapping[str, int]) -> RenderedPiece:
    html = paged(piece.rendered.html, begins)
    return replace(piece, rendered=replace(piece.rendered, html=html))


def _pack_style() -> str:
    return (resources.templates() / "print-pack.css").read_text("utf-8")


@lru_cache(maxsize=1)
def _part_press() -> Press:
    """Return the press for parts, in which headings look as those a level higher do in a brief."""
    common = press()
    return replace(common, wardrobe=_LoweredWardrobe(common.fonts, common.counters))


class _LoweredWardrobe(Wardrobe):
    """The stylesheets with what they say of a heading said of the next lower one."""

    def text(self, path: Path) -> str:
        """Return a stylesheet whose headings are a level lower."""
        return _HEADING.sub(lambda found: f"h{int(found[1]) + 1}", super().text(path))
