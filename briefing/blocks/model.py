"""What a finished document consists of, free of HTML and of any output format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Position(Enum):
    """Where a piece of text stands against the line."""

    LINE = "line"
    SUPER = "super"
    SUB = "sub"


class Direction(Enum):
    """Direction of writing that the HTML asks for."""

    AUTO = "auto"
    LTR = "ltr"
    RTL = "rtl"


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters that look the same and lead to the same place."""

    text: str
    strong: bool = False
    emphasis: bool = False
    position: Position = Position.LINE
    role: str = ""
    """The class of the nearest element that has one: ``mark``, ``old``; it names the look."""
    link: str = ""
    """``#id`` within the document, an address outside, or empty."""
    ids: tuple[str, ...] = ()
    """Names by which links find this run."""
    language: str = ""
    """BCP 47, where it differs from the document's."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced end of line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote or endnote, standing where it is called."""

    content: tuple[Text | LineBreak, ...]
    at_end: bool = False
    """True for an endnote, False for a note at the foot of the page."""


Inline = Text | LineBreak | Note


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the document's title."""

    level: int
    content: tuple[Inline, ...]
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; ``roles`` are its classes, ``within`` those of what encloses it."""

    content: tuple[Inline, ...]
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    direction: Direction = Direction.AUTO


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; items of one list share ``list_number``, unique in the document."""

    content: tuple[Inline, ...]
    ordered: bool
    level: int
    """0 for an outer list."""
    number: int
    """What an ordered list prints before the item; counts from 1 in other lists."""
    list_number: int
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """Classes of the item, then of its list."""
    direction: Direction = Direction.AUTO


@dataclass(frozen=True, slots=True)
class Quote:
    """A paragraph of a block quotation."""

    content: tuple[Inline, ...]
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table with the paragraphs it holds; never without one."""

    paragraphs: tuple[Paragraph, ...]
    heading: bool = False
    columns: int = 1
    rows: int = 1
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``heading`` rows are repeated on every page."""

    cells: tuple[Cell, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row covers the same number of columns."""

    rows: tuple[Row, ...]
    columns: int
    caption: tuple[Inline, ...] = ()
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with the question it answers above and its caption below."""

    name: str
    """As in ``FigureImage.name``."""
    alt: str
    question: tuple[Inline, ...] = ()
    caption: tuple[Inline, ...] = ()
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents list."""

    level: int
    """1 for the outermost."""
    content: tuple[Inline, ...]
    target: str
    """Id of the heading it leads to."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents list of a longer document."""

    entries: tuple[ContentsEntry, ...]
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins on a new page."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows begins on a new page, which lies (``landscape``) or stands."""

    landscape: bool


Flow = Heading | Paragraph | ListItem | Quote | Table | Figure | Contents
"""Blocks that put something on the page."""
Block = Flow | PageBreak | Turn


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in the order of reading."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    direction: Direction = Direction.AUTO
    roles: tuple[str, ...] = ()
    """Classes of the body: the kind of document."""
