"""A pack: several briefs under one cover, with contents, document control, dividers and annexes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.brief import RenderedBrief
from briefing.model.request import BINDING_MM, PageSize


@dataclass(frozen=True, slots=True)
class PackPart:
    """One brief of a pack."""

    file: str
    """A ``.brief`` file or a request (TOML), as a path from the pack file's folder."""
    title: str = ""
    """On its divider and in the contents; empty: the brief's own."""
    template: str = ""
    """Id of the template it wears; empty: the brief's own."""


@dataclass(frozen=True, slots=True)
class PackAnnex:
    """A paper of the officer's own that goes along: text, Markdown, Word, a web page or a table."""

    file: str
    """As a path from the pack file's folder; a table is a ``.csv`` file."""
    title: str = ""
    """Empty: what the file calls itself, or its name."""


@dataclass(frozen=True, slots=True)
class PackVersion:
    """One line of the history in the document control."""

    version: str
    day: date | None = None
    author: str = ""
    change: str = ""


@dataclass(frozen=True, slots=True)
class Pack:
    """All that is asked of a pack; everything but its title and parts has a default."""

    title: str = ""
    event: str = ""
    """What it is for: ``Visit of the Foreign Minister``."""
    begins: date | None = None
    """Day of the event, or its first."""
    ends: date | None = None
    """Its last day, where it takes several."""
    place: str = ""
    department: str = ""
    """Who answers for the pack, as its cover says."""
    contact: str = ""
    recipients: tuple[str, ...] = ()
    """Who gets a copy, in the order of the copies' numbers."""
    scheme: str = ""
    """Id of the marking scheme; empty: the marking is free text."""
    marking: str = ""
    reference: str = ""
    version: str = ""
    issued: date | None = None
    """None: the latest day on which one of its briefs was issued."""
    versions: tuple[PackVersion, ...] = ()
    """What was changed when, oldest first."""
    parts: tuple[PackPart, ...] = ()
    annexes: tuple[PackAnnex, ...] = ()
    page_size: str = PageSize.A4.value
    """The value of a ``PageSize``."""
    duplex: bool = True
    """Printed on both sides: margins are mirrored, and every part begins on a right-hand page."""
    binding_mm: int = BINDING_MM
    """Margin on the side where the sheets are bound."""


class PieceKind(StrEnum):
    """What a piece of a pack is."""

    COVER = "cover"
    CONTENTS = "contents"
    CONTROL = "control"
    DIVIDER = "divider"
    PART = "part"
    ANNEX = "annex"
    KEY = "key"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class RenderedPiece:
    """A piece of a pack that is laid out by itself."""

    kind: PieceKind
    place: str
    """Its id, to which links lead; no other id in the pack begins with it."""
    rendered: RenderedBrief
    """Its HTML, all of which stands in one ``section`` of that id, and its figures."""
    tab: str = ""
    """What stands on its tab: ``Tab 2``; empty in front and at the end."""
    head: str = ""
    """What stands at the head of its pages."""
    original: str = ""
    """Of a brief its own HTML, as it is by itself."""
    title: str = ""
    """Of a brief what takes the place of its own title; empty: nothing does."""


@dataclass(frozen=True, slots=True)
class Copy:
    """One of the numbered copies of a pack."""

    number: int
    total: int
    recipient: str


@dataclass(frozen=True, slots=True)
class PageCount:
    """Which pages of the PDF the pieces of a pack take, by their ids."""

    begins: Mapping[str, int]
    """The first page of each."""
    lengths: Mapping[str, int]
    """How many each has, without those left blank behind it."""


@dataclass(frozen=True, slots=True)
class RenderedPack:
    """A pack turned into semantic HTML, piece by piece, ready for any exporter."""

    whole: RenderedBrief
    """All pieces in one document, in order: what it says of itself, its links and figures."""
    pieces: tuple[RenderedPiece, ...]
    blank: RenderedPiece
    """What is printed on the back of a page that nothing stands on."""
    copy: Copy | None = None
    """None: copies are not numbered."""
