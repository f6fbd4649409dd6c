"""An annex of passages after a change: only the pages on which something changed laid out anew.

An annex is a run of blocks, and between two passages a page may always end. So what stands on the
pages before a change is settled by what stands there and the passage that follows; and where a page
begins with the same block as a page did before, those behind are as they were. What is not so
simple is laid out whole.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

from weasyprint.document import Page

from briefing.exporters.pdf_annex import Blocks, Passages, blocks_of, is_alike, laid_out_of
from briefing.exporters.pdf_typesetting import Typeset

_AT_A_TIME = 3
"""So many pages are laid out before it is looked whether they are as before again."""

LayOut: TypeAlias = Callable[[str, bool], Typeset]
"""Lays out a document; told whether its first page is the back of a sheet."""


@dataclass(frozen=True, slots=True)
class Side:
    """Of the sheet on which an annex begins."""

    is_back: bool
    differs: bool
    """Whether backs are laid out otherwise than fronts."""


def passages(html: str, lay_out: LayOut, old: Passages | None, side: Side) -> Passages:
    """Return an annex laid out; ``old`` is the last one, laid out likewise but for its words."""
    blocks = blocks_of(html)
    if old is not None and is_alike(old.blocks, blocks):
        if old.blocks.texts == blocks.texts:
            return old
        made = _Renewal(old, blocks, lay_out, side).made()
        if made is not None:
            return made
    return laid_out_of(blocks, 0, lay_out(html, side.is_back))


class _Renewal:
    """The next version of an annex, put together of pages that are kept and pages laid out."""

    def __init__(self, old: Passages, blocks: Blocks, lay_out: LayOut, side: Side) -> None:
        self._old, self._blocks, self._lay_out, self._side = old, blocks, lay_out, side
        pairs = zip(old.blocks.texts, blocks.texts, strict=False)
        self._same = sum(1 for _ in takewhile(_are_equal, pairs))
        most = min(len(old.blocks.texts), len(blocks.texts)) - self._same
        backwards = zip(reversed(old.blocks.texts), reversed(blocks.texts), strict=False)
        self._tail = min(sum(1 for _ in takewhile(_are_equal, backwards)), most)
        self._pages: list[Page] = []
        self._begins: list[int | None] = []
        self._elements: list[Any] = []

    def made(self) -> Passages | None:
        """Return it; None where no page can be kept."""
        old = self._old
        kept = [
            number
            for number, first in enumerate(old.begins)
            if number and old.blocks.settled(first, self._same)
        ]
        if not kept:
            return None
        self._take(old, range(kept[-1]), 0, old.begins[kept[-1]] or 0, 0)
        while len(self._elements) < len(self._blocks.texts):
            self._go_on()
        return self._put_together()

    def _go_on(self) -> None:
        """Add pages: those of the old version from here on, or some that are laid out."""
        first, old = len(self._elements), self._old
        page = self._old_page(first, len(self._pages))
        if page is not None:
            shift = len(old.blocks.texts) - len(self._blocks.texts)
            self._take(old, range(page, len(old.begins)), first, len(self._blocks.texts), shift)
            return
        count = _AT_A_TIME * len(old.blocks.texts) // len(old.begins) + 1
        while not self._laid_out(first, min(first + count, len(self._blocks.texts))):
            count *= 2

    def _laid_out(self, first: int, end: int) -> bool:
        """Lay out blocks, and take the pages that are settled; tell whether there are any."""
        is_back = self._side.is_back != (len(self._pages) % 2 == 1)
        made = laid_out_of(
            self._blocks, first, self._lay_out(self._blocks.excerpt(first, end), is_back)
        )
        if end == len(self._blocks.texts):
            self._take(made, range(len(made.begins)), first, end, 0, first)
            return True
        ends = [n for n, one in enumerate(made.begins) if n and self._blocks.settled(one, end)]
        if not ends:
            return False
        again = (
            n for n in ends if self._old_page(made.begins[n], len(self._pages) + n) is not None
        )
        stop = next(again, ends[-1])
        self._take(made, range(stop), first, made.begins[stop] or 0, 0, first)
        return True

    def _old_page(self, first: int | None, number: int) -> int | None:
        """Return the old page that began as the new page of this number does, with ``first``."""
        if first is None or first < len(self._blocks.texts) - self._tail:
            return None
        was = first + len(self._old.blocks.texts) - len(self._blocks.texts)
        if was not in self._old.begins or not self._blocks.can_begin(first):
            return None
        page = self._old.begins.index(was)
        is_turned = self._side.differs and (page - number) % 2 == 1
        return page if page and not is_turned else None

    def _take(
        self, source: Passages, pages: range, first: int, end: int, shift: int, base: int = 0
    ) -> None:
        """Add pages of a layout with blocks ``first`` to ``end``.

        There they are numbered higher by ``shift``, and its elements are those from ``base`` on.
        """
        self._pages += [source.typeset.pages[page] for page in pages]
        begins = (source.begins[page] for page in pages)
        self._begins += [one if one is None else one - shift for one in begins]
        self._elements += source.elements[first + shift - base : end + shift - base]

    def _put_together(self) -> Passages:
        root, body = Element("html"), Element("body")
        root.append(body)
        body.extend(self._elements)
        old = self._old.typeset
        typeset = Typeset(old.document.copy(self._pages), (root,), old.tight)
        return Passages(self._blocks, typeset, tuple(self._elements), tuple(self._begins))


def _are_equal(pair: Sequence[str]) -> bool:
    return pair[0] == pair[1]
