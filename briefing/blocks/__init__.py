"""Semantic HTML in, headings, paragraphs, lists, tables and figures out: what Word is written from.

``read_document`` reads what a template rendered. PDF is made from the same HTML directly.
"""

from briefing.blocks.direction import runs_from_the_right
from briefing.blocks.inline import plain_text
from briefing.blocks.links import inlines
from briefing.blocks.model import (
    Block,
    Cell,
    Direction,
    Document,
    Figure,
    Heading,
    Inline,
    LineBreak,
    ListItem,
    Note,
    Paragraph,
    Position,
    Quote,
    Row,
    Table,
    Text,
)
from briefing.blocks.reader import read_document

__all__ = [
    "Block",
    "Cell",
    "Direction",
    "Document",
    "Figure",
    "Heading",
    "Inline",
    "LineBreak",
    "ListItem",
    "Note",
    "Paragraph",
    "Position",
    "Quote",
    "Row",
    "Table",
    "Text",
    "inlines",
    "plain_text",
    "read_document",
    "runs_from_the_right",
]
