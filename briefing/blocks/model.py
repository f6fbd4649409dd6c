"""What a finished document consists of, free of HTML and of any output format."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias


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
    """``#id`` within the document, or empty."""
    ids: tuple[str, ...] = ()
    """Names by which links find this run."""
    language: str = ""
    """BCP 47, where it differs from the document's."""


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A forced end of line inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Note:
    """Words that are not read in the line: a footnote, called from where it stands."""

    content: tuple[Inline, ...]


Inline: TypeAlias = Text | LineBreak | Note


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
    number: int
    """Its place in the list, from 1; of a numbered paragraph, the number it is printed with."""
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
    ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table; ``heading`` rows are repeated on every page."""

    cells: tuple[Cell, ...]
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; every row has the same number of cells."""

    rows: tuple[Row, ...]
    ids: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    caption: tuple[Inline, ...] = ()


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


Block = Heading | Paragraph | ListItem | Quote | Table | Figure


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document in the order of reading."""

    title: str
    language: str
    blocks: tuple[Block, ...]
    direction: Direction = Direction.AUTO
    roles: tuple[str, ...] = ()
    """Classes of the body: the kind of document."""
