"""What the officer asks for, and the officer's own judgements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.fields import FieldValue
from briefing.model.indicators import DataFile


class PageSize(StrEnum):
    """The sizes of paper that documents are made for, upright."""

    A4 = "A4"
    LETTER = "Letter"

    @property
    def width_mm(self) -> float:
        """Width in millimetres."""
        return _SIDES_MM[self][0]

    @property
    def height_mm(self) -> float:
        """Height in millimetres."""
        return _SIDES_MM[self][1]


_SIDES_MM = {PageSize.A4: (210.0, 297.0), PageSize.LETTER: (215.9, 279.4)}
"""Width and height: ISO 216 and ANSI Y14.1."""


PURPOSES = ("For information", "For decision", "For discussion", "For action")
"""What documents are usually for; any other text will do."""
BINDING_MM = 28
"""Margin on the inner side of sheets that are bound."""
NARROWEST_BINDING, WIDEST_BINDING = 20, 40
"""Millimetres of a binding margin that leave room for holes and for text."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the officer thinks, in the officer's words; documents keep it apart from findings."""

    text: str
    likelihood: str = ""
    """A term of the request's scale, such as ``likely``; empty where none is given."""
    confidence: str = ""
    """``high``, ``moderate`` or ``low``; a separate axis."""
    would_change: str = ""
    """What would change the judgement."""
    marking: str = ""
    """Its own marking, in the words of the request's scheme; empty: that of the document."""


@dataclass(frozen=True, slots=True)
class RegionGroup:
    """A region of the officer's own: a name for several regions; it travels with the request."""

    name: str
    members: tuple[str, ...]
    """Ids of countries, sub-regions or blocs."""

    @property
    def id(self) -> str:
        """How a request names the group among its regions: ``group:Black Sea``."""
        return f"{GROUP_PREFIX}{self.name}"


GROUP_PREFIX = "group:"
"""Begins the region ids of groups, so that none is taken for a shipped region."""


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """All that the officer can ask of a document; everything but the scope has a default."""

    regions: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    since: date | None = None
    """Leave out findings of reports and of events before this day."""
    until: date | None = None
    sources: tuple[str, ...] = ()
    """SHA-256 (or a beginning of it) or file names of the reports to use; empty: all."""
    max_findings: int = 12
    max_words: int | None = None
    groups: tuple[RegionGroup, ...] = ()
    """Regions of the officer's own, which ``regions`` may name by their ids."""
    template: str = "note"
    title: str = ""
    purpose: str = ""
    """What the document is for, such as ``For decision``; empty: as the template says."""
    addressee: str = ""
    sender: str = ""
    through: str = ""
    copies: tuple[str, ...] = ()
    reference: str = ""
    version: str = ""
    marking: str = ""
    """Stands on every page. Under a scheme a level of it, with caveats after it; empty: the highest
    of what is in the document."""
    scheme: str = ""
    """Id of the scheme of markings; empty: none, and the marking is free text."""
    portion_marks: bool = False
    """Whether each finding, judgement and paragraph of the desk begins with its own marking."""
    issued: date | None = None
    bottom_line: str = ""
    judgements: tuple[Judgement, ...] = ()
    scale: str = "phia"
    """The likelihood scale that the judgements use: ``phia`` or ``icd203``."""
    recommendation: str = ""
    lines_to_take: tuple[str, ...] = ()
    action: str = ""
    """What is asked of the addressee, and by when (memo)."""
    enclosures: tuple[str, ...] = ()
    charts: tuple[str, ...] | None = None
    """Ids of the charts wanted, in order; None: those that the template names, and of own data.

    One of own data may say what it shows: ``lines: GDP growth | AM, GE | 2015-2024``.
    """
    comments: bool = False
    """Whether each finding has a comment in Word with its source and passage."""
    page_size: str = PageSize.A4.value
    """The value of a ``PageSize``."""
    duplex: bool = False
    """Whether it is printed on both sides and bound: margins are mirrored."""
    binding_mm: int = 0
    """Margin on the side where sheets are bound; 0: the usual one if it is printed on both sides,
    none if on one."""
    annex: bool | None = None
    """Whether the passages are printed in an annex; None: as the template says."""
    notes: str = ""
    """Where the sources of findings stand: ``none`` (behind the words), ``footnotes`` or
    ``endnotes``; empty: as the template says."""
    contents: bool | None = None
    """Whether a list of the headings stands before the text; None: as the template says."""
    fields: tuple[FieldValue, ...] = ()
    """What is written in the fields that templates declare; those of other templates stay."""
    data: tuple[DataFile, ...] = ()
    """Figures of the officer's own, for charts and the country sheet."""
    indicators: tuple[str, ...] = ()
    """Which indicators of the data are shown, in order; empty: all, as the files have them."""
