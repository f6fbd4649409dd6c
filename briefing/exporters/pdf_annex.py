"""What an annex of passages is made of, and on which pages its parts stand.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring
from weasyprint.document import Page

from briefing.exporters.pdf_typesetting import Typeset
from briefing.exporters.pdf_units import START, empty_like

_PASSAGE = "passage"
_SETTLED = (("h3", "annex-source"), ("div", _PASSAGE))
"""What a page that is kept may begin with: nothing above it tells how it looks."""
_KNOWN = (*_SETTLED, ("h2", "annex"), ("h2", "numbers"), ("p", "annex-note"))
"""What an annex is made of, tables aside; none of these wants to stand with what is above it."""
START_RULES = f" .{START} {{ margin-top: 0 !important }}"


@dataclass(frozen=True, slots=True)
class Blocks:
    """What an annex is made of."""

    root: Any
    kinds: tuple[tuple[str, str], ...]
    """Name and class of each."""
    texts: tuple[str, ...]

    def is_simple(self) -> bool:
        """Tell whether these are headings, passages and tables alone."""
        return all(kind in _KNOWN or kind[0] == "table" for kind in self.kinds)

    def can_begin(self, block: int) -> bool:
        """Tell whether a block looks the same whatever is above the page that it begins."""
        return self.kinds[block] in _SETTLED

    def settled(self, first: int | None, end: int) -> bool:
        """Tell whether a page that begins with block ``first`` does so whatever is after ``end``.

        It does once a passage is before ``end``: had it found room on the page before, a break
        would stand behind it.
        """
        if first is None or not self.can_begin(first):
            return False
        return any(kind == _SETTLED[1] for kind in self.kinds[first:end])

    def excerpt(self, first: int, end: int) -> str:
        """Return a document of some blocks, as if the first began a page after others."""
        body = empty_like(self.root.body)
        body.extend([deepcopy(one) for one in self.root.body[first:end]])
        body[0].classes.add(START)
        root = empty_like(self.root)
        root.extend([root.makeelement("head"), body])
        return str(tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>"))


@dataclass(frozen=True, slots=True)
class Passages:
    """An annex laid out."""

    blocks: Blocks
    typeset: Typeset
    elements: tuple[Any, ...]
    """Of each block, as the boxes of the pages know it."""
    begins: tuple[int | None, ...]
    """For each page the block that begins there; None where it goes on from the page before."""


def blocks_of(html: str) -> Blocks:
    """Return what an annex is made of."""
    root: Any = lxml_html.document_fromstring(html)
    kinds = tuple((str(one.tag), one.get("class", "")) for one in root.body)
    return Blocks(root, kinds, tuple(tostring(one, encoding="unicode") for one in root.body))


def is_alike(old: Blocks, new: Blocks) -> bool:
    """Tell whether one may be taken for the other as far as their blocks are the same."""
    around = [(dict(one.root.attrib), dict(one.root.body.attrib)) for one in (old, new)]
    return around[0] == around[1] and old.is_simple() and new.is_simple()


def laid_out_of(blocks: Blocks, first: int, typeset: Typeset) -> Passages:
    """Return what a layout of blocks from ``first`` on is."""
    elements = tuple(typeset.roots[0].find("body"))
    numbers = {element: number for number, element in enumerate(elements, first)}
    begins: list[int | None] = []
    last = first - 1
    for page in typeset.pages:
        stood = [numbers[box.element] for box in _body(page).children if box.element in numbers]
        begins.append(stood[0] if stood and stood[0] > last else None)
        last = max([last, *stood])
    return Passages(blocks, typeset, elements, tuple(begins))


def _body(page: Page) -> Any:
    html = next(box for box in page._page_box.children if box.element_tag == "html")
    return html.children[0]
