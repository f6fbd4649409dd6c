"""A part of a document that is a finished PDF but for what only the whole can tell.

A part is laid out, drawn and tagged by itself, on pages of its own. It depends on nothing but its
order, so that it can be made in another process, and kept for as long as the order is the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import FigureArea, FigureImage, House

BREAK = b"\x03"
"""Stands between the objects of a part."""
REFERENCE = b"\x01%b\x02"
"""Stands for what is known only when parts are joined: the number of an object, a page's key."""
OURS = bytes.maketrans(b"\x01\x02\x03", b"   ")
"""Takes these signs out of text."""
KEY = b"k"
"""Begins the name of a key of the structure; the numbers of objects are names without it."""
WORDS = b"="
"""Begins the name of a place elsewhere, for the words that stand there: they describe a link."""
PAGES, ROOT, FONTS, COLOURS, BEGIN, END = b"pages", b"root", b"fonts", b"colours", b"begin", b"end"
"""Names of objects of the whole: the list of pages, the element that holds all others, the fonts,
colour spaces, what stands before the text of a page, and (with the page's number) its head and foot
behind it."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """What a part needs of a figure."""

    name: str
    svg: bytes
    width_pt: float
    height_pt: float
    areas: tuple[FigureArea, ...]


@dataclass(frozen=True, slots=True)
class PartOrder:
    """All that a part depends on."""

    place: str
    """Begins the ids of its cells; no other part has it."""
    html: str
    rules: str
    """Of its pages."""
    figures: tuple[Drawing, ...] = ()
    house: House | None = None
    sides: int = 0
    """The length it is meant for, which decides whether it is set tighter; 0: any."""
    tight: bool | None = None
    """Whether it is set tighter, where that is not decided by itself."""
    is_lowered: bool = False
    """Whether its headings look as those a level higher do in a document by itself."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper of a page: its size and the margins around the text, in CSS pixels."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A heading in the outline of a document."""

    page: int
    """From 0 within the part."""
    level: int
    label: str
    across: float
    down: float
    """From the upper left corner of the page, in CSS pixels."""
    state: str
    """Whether what is below it is shown: ``open`` or ``closed``."""


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere that links lead to, in points from the lower left corner of its page."""

    name: str
    page: int
    """From 0 within the part."""
    across: float
    up: float


@dataclass(frozen=True, slots=True)
class Lettering:
    """Which letters of a font are used."""

    font: str
    """As Pango describes it."""
    size: float
    widths: dict[int, int]
    """By number of the glyph."""
    letters: dict[int, str]
    missing: dict[int, int]
    """Letters that the font lacks, and the numbers that stand for them."""


@dataclass(frozen=True, slots=True)
class Part:
    """A finished part."""

    objects: bytes
    """Its objects, with ``BREAK`` between them and ``REFERENCE`` where they refer to others."""
    streams: dict[int, bytes]
    """What follows upon an object, by its number within the part."""
    pages: tuple[int, ...]
    """The objects that are pages."""
    elements: tuple[int, ...]
    """The objects that are the uppermost elements of the structure, in order."""
    tree: int
    """The object that leads from pages and links to their elements."""
    keys: int
    """How many pages and links there are in it."""
    sheets: tuple[Sheet, ...]
    bookmarks: tuple[Bookmark, ...]
    places: tuple[Place, ...]
    links: frozenset[str]
    """Names of the places that it leads to."""
    letterings: tuple[Lettering, ...]
    tight: bool
    remarks: tuple[str, ...] = ()


def drawings(figures: Iterable[FigureImage]) -> tuple[Drawing, ...]:
    """Return what parts need of figures."""
    return tuple(
        Drawing(one.name, one.svg, one.width_pt, one.height_pt, one.areas) for one in figures
    )
