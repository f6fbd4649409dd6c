"""Semantic HTML in, blocks in the order of reading out.

An element that is not part of the semantic HTML is an error that names it: what one format would
drop in silence and another print is found when the template is written, not in the document.
A class nobody knows is no error; the block keeps it, and an exporter gives it the plain look.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache

from briefing.blocks import tree
from briefing.blocks.errors import misplaced
from briefing.blocks.figures import read_figure
from briefing.blocks.inline import INLINE, read_inlines, read_piece, tidy
from briefing.blocks.links import check_ids, check_links
from briefing.blocks.lists import LISTS, ListReader, is_numbered, read_numbered
from briefing.blocks.model import (
    Block,
    Document,
    Heading,
    Inline,
    Paragraph,
    Quote,
    Text,
)
from briefing.blocks.tables import read_table
from briefing.blocks.tree import Element
from briefing.errors import TemplateError

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
CONTAINERS = frozenset({"div", "section"})
_LEAVES = frozenset({"p", "table", "figure", "blockquote"})
_HEAD = frozenset({"meta", "title"})
FLOW = CONTAINERS | _LEAVES | LISTS | frozenset(HEADINGS)


@lru_cache(maxsize=2)
def read_document(html: str) -> Document:
    """Return the blocks of a semantic HTML document; they are kept, as several ask for them.

    Raises:
        TemplateError: an element outside the semantic HTML, an uneven table, a picture without
            alternative text, text that stands loose in a table, list or figure, a link to nowhere
            in the document, two elements of one id, nothing at all, no title or language.
    """
    root = tree.parse(html)
    body = root.find("body")
    title = " ".join((root.findtext("head/title") or "").split())
    language = root.get("lang", "")
    if body is None or not title or not language:
        raise TemplateError(
            "The template's HTML lacks a body, a title or a language.",
            "It begins <html lang=…><head><title>…</title></head><body>.",
        )
    _check_head(root)
    check_ids(root)
    blocks = tuple(_Reader().container(body, ()))
    check_links(blocks)
    return Document(title, language, blocks, tree.direction(root), tree.classes(body))


def read_part(element: Element) -> tuple[Block, ...]:
    """Return the blocks of an element that stands in a body, whatever its links lead to.

    Raises:
        TemplateError: as ``read_document``, but for ids and links.
    """
    return tuple(_Reader().part(element))


def _check_head(root: Element) -> None:
    for element in root.iterfind("head/*"):
        if element.tag not in _HEAD:
            raise misplaced(element, _HEAD)


class _Reader:
    """Walks the tree; knows only how many lists there have been."""

    def __init__(self) -> None:
        self._lists = ListReader()
        self._kinds: dict[str, Callable[[Element, tuple[str, ...]], Iterator[Block]]] = {
            **dict.fromkeys(HEADINGS, self._heading),
            **dict.fromkeys(CONTAINERS, self._inner_container),
            **dict.fromkeys(LISTS, lambda element, _: self._lists.read(element)),
            "p": self._paragraph,
            "table": lambda element, _: iter((read_table(element),)),
            "figure": lambda element, _: iter((read_figure(element),)),
            "blockquote": self._quote,
        }

    def container(self, element: Element, within: tuple[str, ...]) -> Iterator[Block]:
        """Yield what stands in an element; text that stands loose becomes a paragraph."""
        loose: list[Inline] = [Text(element.text)] if element.text else []
        for child in tree.children(element):
            if child.tag in INLINE:
                loose.extend(read_piece(child))
            else:
                yield from _loose_paragraph(loose, within, element)
                yield from self._block(child, within)
                loose = []
            if child.tail:
                loose.append(Text(child.tail))
        yield from _loose_paragraph(loose, within, element)

    def part(self, element: Element) -> Iterator[Block]:
        """Return the blocks of an element that stands in a body."""
        return self._block(element, ())

    def _block(self, element: Element, within: tuple[str, ...]) -> Iterator[Block]:
        read = self._kinds.get(tree.name(element))
        if read is None:
            raise misplaced(element, FLOW)
        return read(element, within)

    def _inner_container(self, element: Element, within: tuple[str, ...]) -> Iterator[Block]:
        """Yield the blocks of a division; its id goes to the first."""
        names = tree.ids(element)
        for block in self.container(element, within + tree.classes(element)):
            yield replace(block, ids=names + block.ids)
            names = ()

    def _heading(self, element: Element, _: tuple[str, ...]) -> Iterator[Block]:
        level = HEADINGS[tree.name(element)]
        yield Heading(level, read_inlines(element), tree.ids(element), tree.classes(element))

    def _paragraph(self, element: Element, within: tuple[str, ...]) -> Iterator[Block]:
        if is_numbered(element):
            yield read_numbered(element)
            return
        content = read_inlines(element)
        names, roles = tree.ids(element), tree.classes(element)
        yield Paragraph(content, names, roles, within, tree.direction(element))

    def _quote(self, element: Element, within: tuple[str, ...]) -> Iterator[Block]:
        names = tree.ids(element)
        for block in self.container(element, within):
            if not isinstance(block, Paragraph):
                raise misplaced(element, frozenset({"p"}))
            roles = block.roles + tree.classes(element)
            yield Quote(block.content, names + block.ids, roles)
            names = ()


def _loose_paragraph(
    pieces: list[Inline], within: tuple[str, ...], element: Element
) -> Iterator[Paragraph]:
    content = tidy(pieces)
    if content:
        yield Paragraph(content, within=within, direction=tree.direction(element))
