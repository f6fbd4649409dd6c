"""Turn the elements of a page into blocks: headings, paragraphs, list items, tables, notes."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from briefing.importers.draft import DraftBlock
from briefing.importers.headings import looks_like_heading
from briefing.importers.html_byline import BYLINE_NAMES
from briefing.importers.html_tables import is_data_table, table_text
from briefing.importers.html_tree import names_of, text_of
from briefing.importers.sentences import ends_sentence, words
from briefing.model import BlockKind

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s"
    " samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_HEADING = re.compile(r"h([1-6])")
_KINDS = {"li": BlockKind.LIST_ITEM, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
_NOTE_NAMES = re.compile(
    r"foot-?notes?|end-?notes?|\b(?:doc-)?(?:endnote|footnote)s?\b|^references$|reflist",
    re.IGNORECASE,
)
_NOTE_TARGET = re.compile(
    r"^(?:_?(?:ftn|edn|fn|footnote|endnote|note)[-_:]?\d+|cite_note.*)$", re.IGNORECASE
)
_BULLET = re.compile(r"[•●▪◦‣∙·■□➢➤]\s*(?=\S)")
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LONGEST_META = 40  # words


@dataclass(slots=True)
class _Reader:
    """Collects the text between block-level tags and makes a block of it at each."""

    blocks: list[DraftBlock] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    strong: int = 0
    """Characters in bold of what is collected."""
    linked: int = 0
    """Characters in links of what is collected."""

    def flush(self) -> None:
        """Make a block of what was collected, if it is anything."""
        text = " ".join("".join(self.text).split())
        if any(character.isalnum() for character in text):
            self.blocks.append(self._block(text))
        self.text, self.strong, self.linked = [], 0, 0

    def _block(self, text: str) -> DraftBlock:
        kind, level = self.kind, self.level
        if kind in _LINKABLE and (bullet := _BULLET.match(text)):
            kind, text = BlockKind.LIST_ITEM, text[bullet.end() :]
        length = len(text.replace(" ", ""))
        if (
            kind is BlockKind.PARAGRAPH
            and self.strong >= 0.95 * length
            and looks_like_heading(text)
        ):
            kind, level = BlockKind.HEADING, 4
        elif kind in _LINKABLE and self._is_navigation(text, length):
            kind = BlockKind.FURNITURE
        elif kind is BlockKind.META and words(text) > _LONGEST_META:
            kind = BlockKind.PARAGRAPH
        return DraftBlock(kind, text, level=level)

    def _is_navigation(self, text: str, length: int) -> bool:
        """Return whether what was collected is links and hardly a word between them."""
        if self.linked >= 0.9 * length:
            return True
        return self.linked >= 0.6 * length and words(text) <= 30 and not ends_sentence(text)


_LINKABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


def blocks_of(root: HtmlElement) -> list[DraftBlock]:
    """Return the blocks in ``root`` in reading order; no element is read twice or lost."""
    reader = _Reader()
    tables = {table for table in root.iter("table") if is_data_table(table)}
    state: list[tuple[BlockKind, int]] = []
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if not isinstance(element.tag, str):
            continue
        if event == "start":
            if element in tables:
                _read_table(element, reader)
                walk.skip_subtree()
                continue
            _open(element, reader, state)
        else:
            _close(element, root, reader, state, is_table=element in tables)
    reader.flush()
    return _with_rest_of_lists(reader.blocks)


def _with_rest_of_lists(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return ``blocks`` with the last, uneven item of a list of links treated like the others."""
    for index, block in enumerate(blocks[2:], 2):
        before = blocks[index - 2 : index]
        is_item = block.kind is BlockKind.LIST_ITEM and not ends_sentence(block.text)
        if is_item and all(other.kind is BlockKind.FURNITURE for other in before):
            block.kind = BlockKind.FURNITURE
    return blocks


def _read_table(table: HtmlElement, reader: _Reader) -> None:
    reader.flush()
    caption = table.find("caption")
    if caption is not None and text_of(caption):
        reader.blocks.append(DraftBlock(BlockKind.CAPTION, text_of(caption)))
    reader.blocks.append(DraftBlock(BlockKind.TABLE, table_text(table)))


def _open(element: HtmlElement, reader: _Reader, state: list[tuple[BlockKind, int]]) -> None:
    if element.tag == "br":
        _break_line(element, reader)
    elif element.tag not in _INLINE:
        reader.flush()
        state.append((reader.kind, reader.level))
        reader.kind, reader.level = _kind_of(element, reader.kind, reader.level)
    elif element.tag == "sup":
        _raise_figures(element)
    _collect(element, element.text, reader)


def _close(
    element: HtmlElement,
    root: HtmlElement,
    reader: _Reader,
    state: list[tuple[BlockKind, int]],
    *,
    is_table: bool,
) -> None:
    if element.tag not in _INLINE and element.tag != "br" and not is_table:
        reader.flush()
        reader.kind, reader.level = state.pop()
    if element is not root:
        parent = element.getparent()
        _collect(parent if parent is not None else element, element.tail, reader)


def _collect(inside: HtmlElement, text: str | None, reader: _Reader) -> None:
    if not text:
        return
    reader.text.append(text)
    length = len("".join(text.split()))
    around = _inline_around(inside)
    reader.strong += length if around & {"b", "strong"} else 0
    reader.linked += length if "a" in around else 0


def _inline_around(element: HtmlElement | None) -> set[str]:
    """Return the names of the inline elements that the text directly in ``element`` is in."""
    names = set()
    while element is not None and element.tag in _INLINE:
        if element.tag != "a" or element.get("href"):
            names.add(str(element.tag))
        element = element.getparent()
    return names


def _break_line(element: HtmlElement, reader: _Reader) -> None:
    following = element.getnext()
    blank = not (element.tail or "").strip()
    doubled = blank and following is not None and following.tag == "br"
    if doubled and reader.kind is not BlockKind.HEADING:
        reader.flush()
    else:
        reader.text.append(" ")


def _kind_of(element: HtmlElement, kind: BlockKind, level: int) -> tuple[BlockKind, int]:
    names = names_of(element)
    if kind is BlockKind.FOOTNOTE or _NOTE_NAMES.search(names) or _has_note_target(element):
        return BlockKind.FOOTNOTE, 0
    if heading := _HEADING.fullmatch(str(element.tag)):
        return BlockKind.HEADING, int(heading.group(1))
    if kind is BlockKind.META or BYLINE_NAMES.search(names):
        return BlockKind.META, 0
    if element.tag in _KINDS:
        return _KINDS[str(element.tag)], 0
    if kind in (BlockKind.LIST_ITEM, BlockKind.CAPTION):
        return kind, 0
    return BlockKind.PARAGRAPH, 0


def _has_note_target(element: HtmlElement) -> bool:
    """Return whether a note's number, to which its call links, opens the element."""
    if _NOTE_TARGET.match(element.get("id", "")):
        return True
    if element.tag not in ("p", "li", "div") or (element.text or "").strip():
        return False
    first = next((child for child in element.iter("a")), None)
    if first is None:
        return False
    return any(_NOTE_TARGET.match(first.get(name, "")) for name in ("id", "name"))


def _raise_figures(element: HtmlElement) -> None:
    """Write the figures of a superscript as raised characters, so that calls are told as such."""
    text = text_of(element).strip("[]() ")
    if text.isascii() and text.isdigit():
        for child in list(element):
            child.drop_tree()
        element.text = text.translate(_RAISED)
