"""Turn the elements of a page into blocks: headings, paragraphs, list items, tables, notes."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import HtmlElement

from briefing.importers.draft import DraftBlock
from briefing.importers.html_byline import BYLINE_NAMES
from briefing.importers.html_collector import INLINE, TextCollector
from briefing.importers.html_tables import is_data_table, table_text
from briefing.importers.html_tree import names_of, text_of
from briefing.importers.sentences import ends_sentence
from briefing.model import BlockKind

_HEADING = re.compile(r"h([1-6])")
_KINDS = {"li": BlockKind.LIST_ITEM, "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION}
_NOTE_NAMES = re.compile(
    r"foot-?notes?|end-?notes?|\b(?:doc-)?(?:endnote|footnote)s?\b|^references$|reflist",
    re.IGNORECASE,
)
_NOTE_TARGET = re.compile(
    r"^(?:_?(?:ftn|edn|fn|footnote|endnote|note)[-_:]?\d+|cite_note.*)$", re.IGNORECASE
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def blocks_of(root: HtmlElement) -> list[DraftBlock]:
    """Return the blocks in ``root`` in reading order; no element is read twice or lost."""
    reader = TextCollector()
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


def _read_table(table: HtmlElement, reader: TextCollector) -> None:
    reader.flush()
    caption = table.find("caption")
    if caption is not None and text_of(caption):
        reader.blocks.append(DraftBlock(BlockKind.CAPTION, text_of(caption)))
    reader.blocks.append(DraftBlock(BlockKind.TABLE, table_text(table)))


def _open(element: HtmlElement, reader: TextCollector, state: list[tuple[BlockKind, int]]) -> None:
    if element.tag == "br":
        _break_line(element, reader)
    elif element.tag not in INLINE:
        reader.flush()
        state.append((reader.kind, reader.level))
        reader.kind, reader.level = _kind_of(element, reader.kind, reader.level)
    elif element.tag == "sup":
        _raise_figures(element)
    reader.collect(element, element.text)


def _close(
    element: HtmlElement,
    root: HtmlElement,
    reader: TextCollector,
    state: list[tuple[BlockKind, int]],
    *,
    is_table: bool,
) -> None:
    if element.tag not in INLINE and element.tag != "br" and not is_table:
        reader.flush()
        reader.kind, reader.level = state.pop()
    if element is not root:
        parent = element.getparent()
        reader.collect(parent if parent is not None else element, element.tail)


def _break_line(element: HtmlElement, reader: TextCollector) -> None:
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
