"""Contents lists: a field of Word's own, already filled with links and the PDF's page numbers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from briefing.blocks import Block, ListItem, Text, plain_text
from briefing.exporters.docx_bookmarks import Bookmarks
from briefing.exporters.docx_fields import begin_field, end_field, field
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_text import styled_run
from briefing.exporters.docx_xml import NOTHING, Xml, w

ROLE = "contents"
"""Class of a list that is a contents list."""
_LEVEL = re.compile(r"level-([2-4])")
_PAGE = "page"
"""Class of the words that tell the page."""


class Contents:
    """Writes entries; knows which is the last of its list, where Word's field ends."""

    def __init__(
        self, blocks: Iterable[Block], pages: Mapping[str, str], styles: StyleSheet
    ) -> None:
        """``pages`` are the page numbers by the ids that entries lead to."""
        entries = entries_of(blocks)
        self._last = {one.list_number: one.number for one in entries}
        self._depths = {
            number: max(_level(one) for one in entries if one.list_number == number)
            for number in self._last
        }
        self._pages = pages
        self._styles = styles

    def entry(self, item: ListItem, width: int, bookmarks: Bookmarks) -> Xml:
        """Return an entry; ``width`` is that of the text in twentieths of a point."""
        words = tuple(one for one in item.content if not _tells_page(one))
        target = next((one.link for one in words if isinstance(one, Text) and one.link), "")
        anchor = bookmarks.name(target.removeprefix("#"))
        page = field(rf"PAGEREF {anchor} \h", self._page(item, target))
        named = styled_run(self._styles, plain_text(words))
        link = w("hyperlink", named, w("r", w("tab")), page, anchor=anchor, history=1)
        first, last = item.number == 1, item.number == self._last[item.list_number]
        depth = self._depths[item.list_number] - 1
        return w(
            "p",
            self._properties(_level(item), width),
            begin_field(rf'TOC \o "1-{depth}" \h \z \u') if first else NOTHING,
            link,
            end_field() if last else NOTHING,
        )

    def _page(self, item: ListItem, target: str) -> str:
        told = plain_text(one for one in item.content if _tells_page(one))
        return told or self._pages.get(target.removeprefix("#"), "")

    def _properties(self, level: int, width: int) -> Xml:
        style = self._styles.paragraph(f"toc {level - 1}")
        tab = w("tab", val="right", leader="dot", pos=width)
        return w("pPr", w("pStyle", val=style) if style else None, w("tabs", tab))


def entries_of(blocks: Iterable[Block]) -> list[ListItem]:
    """Return the entries of all contents lists."""
    return [one for one in blocks if isinstance(one, ListItem) and is_entry(one)]


def is_entry(item: ListItem) -> bool:
    """Tell whether an item is an entry of a contents list."""
    return ROLE in item.roles


def wants_pages(blocks: Iterable[Block]) -> bool:
    """Tell whether there is an entry that does not tell its page itself."""
    return any(not any(map(_tells_page, one.content)) for one in entries_of(blocks))


def _level(item: ListItem) -> int:
    found = (_LEVEL.fullmatch(role) for role in item.roles)
    return next((int(one[1]) for one in found if one), 2)


def _tells_page(piece: object) -> bool:
    return isinstance(piece, Text) and piece.role == _PAGE
