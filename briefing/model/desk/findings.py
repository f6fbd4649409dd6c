"""What a person sees of the findings of a draft: their list, counts, one among its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from briefing.model.dates import PartialDate
from briefing.model.draft import Decision, Draft


class Standing(StrEnum):
    """How the words of a decision stand in the library."""

    FOUND = "found"
    MOVED = "moved"
    """The report has been read anew and the words stand elsewhere; proposed, to be confirmed."""
    LOST = "lost"
    """The report holds no such words, or is not in the library."""


@dataclass(frozen=True, slots=True)
class FindingRow:
    """One line of the list of findings."""

    decision: Decision
    """What becomes of it; for what nobody has decided, the program's proposal."""
    code: str
    """Short code, the one that the document prints; resolves to the passage."""
    text: str
    """The words as they would be printed, sentences before and after included."""
    place: str
    """Where it stands: ``Jankowski and Bouvery 2022, p. 9 ¶ 2``."""
    reason: str
    """Why it is offered, in words fit to show."""
    why_left_out: str = ""
    """Why it is not used: the officer's reason, else the program's."""
    mentions: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    """Ids as extracted, with the officer's corrections laid over."""
    corrected: bool = False
    """Whether the officer has corrected its tags."""
    also_in: tuple[str, ...] = ()
    """Places where the same is said."""
    repeats: bool = False
    """Whether it says the same as a better one in the list."""
    date: PartialDate | None = None
    """Date of its report."""
    old_year: int | None = None
    """Year of its report where that is older than the template's limit."""
    standing: Standing = Standing.FOUND
    proposed: Decision | None = None
    """For words that have moved: the decision with its words where they stand now, which
    ``drafting.confirm`` puts in this one's place."""
    language: str = ""
    """BCP 47 tag of its report's language."""
    fits: bool = True
    """Whether it answers the section under which it stands; else the officer chooses one."""
    markings: tuple[str, ...] = ()
    """Those of all reports that it would cite, its own first; the decision's goes before them."""
    grade: str = ""
    """How reliable its source is, as the desk sees it: ``B2``."""


@dataclass(frozen=True, slots=True)
class SectionRow:
    """One section of the list, in the order of the document."""

    region: str
    theme: str
    title: str


@dataclass(frozen=True, slots=True)
class DraftView:
    """A draft as the list of findings shows it."""

    draft: Draft
    """The draft, with the program's proposal where one was due."""
    sections: tuple[SectionRow, ...]
    """All that the request asks for, empty ones too, in the order of the document."""
    rows: tuple[FindingRow, ...]
    """Section by section: what is used in the order of print, then the rest by rank."""
    found: int
    """How many findings answer, repetitions not counted."""
    used: int
    undated: int = 0
    """Passed over, because nothing tells their date and a period was asked for."""
    fresh: int = 0
    """How many findings would be proposed now that are not used.

    Reports or dates came in since, or the officer's own choices have made room.
    """


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings each region and theme would bring, as things are ticked."""

    regions: dict[str, int]
    """By region id, members included: under the themes, period and sources asked for."""
    themes: dict[str, int]
    """By theme id: under the regions, period and sources asked for."""
    total: int
    """Under all that is asked for together."""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A finding among its neighbours: the sentences of its block, and where it may grow."""

    decision: Decision
    heading_path: tuple[str, ...]
    page: str
    paragraph: int
    sentences: tuple[str, ...]
    """Every sentence of the block, in order."""
    first: int
    """Index in ``sentences`` of the first that is printed."""
    last: int
    """Index of the last that is printed."""
    own: int
    """Index of the finding itself."""
    longer_before: Decision | None = None
    """The decision with one more sentence before; None where there is none in the block."""
    longer_after: Decision | None = None
    shorter_before: Decision | None = None
    """The decision with one sentence less before; None where none was added."""
    shorter_after: Decision | None = None
    warning: str = ""
    """What to mind of the words as they would be printed: that they lean on what is left out."""
