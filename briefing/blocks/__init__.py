"""Semantic HTML in, headings, paragraphs, lists, tables and figures out: what Word is written from.

``read_document`` reads what a template rendered. PDF is made from the same HTML directly.
"""

from briefing.blocks.inline import plain_text
from briefing.blocks.links import inlines
from briefing.blocks.model import (
    Block,
    Cell,
    Contents,
    ContentsEntry,
    Direction,
    Document,
    Figure,
    Flow,
    Heading,
    Inline,
    LineBreak,
    ListItem,
    Note,
    PageBreak,
    Paragraph,
    Position,
    Quote,
    Row,
    Table,
    Text,
    Turn,
)
from briefing.blocks.reader import read_document

__all__ = [
    "Block",
    "Cell",
    "Contents",
    "ContentsEntry",
    "Direction",
    "Document",
    "Figure",
    "Flow",
    "Heading",
    "Inline",
    "LineBreak",
    "ListItem",
    "Note",
    "PageBreak",
    "Paragraph",
    "Position",
    "Quote",
    "Row",
    "Table",
    "Text",
    "Turn",
    "inlines",
    "plain_text",
    "read_document",
]
