"""What a person sees of the document: its pages, what it lacks, the files written and opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing.model.draft import Decision, Draft


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a template needs and that the brief does not have yet."""

    name: str
    """A part of the request, such as ``bottom_line``, or ``fields.`` and a field's name."""
    words: str
    """``at least one lead finding``."""


@dataclass(frozen=True, slots=True)
class PageHit:
    """Where a finding stands on a page; all measures are parts of the page's width and height."""

    code: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class PagePoint(PageHit):
    """Where a point of a chart lies; its code is that of the one finding behind it, else empty."""

    chart: str
    """The chart's ``anchor``."""
    label: str
    """The point's."""
    words: str
    """What it is: ``2022: 3 findings``."""
    outline: tuple[tuple[float, ...], ...] = ()
    """The edge of all that is drawn for the point where it is no box: rings, x and y in turn, in
    parts of this place's width and height. Of several places one has it."""

    def is_of(self, other: PageHit | None) -> bool:
        """Return whether another place is one of the same point: some have several."""
        if not isinstance(other, PagePoint):
            return False
        return (self.chart, self.label) == (other.chart, other.label)


@dataclass(frozen=True, slots=True)
class PreviewPage:
    """One page of the document as it will be printed."""

    number: int
    """From 1."""
    pdf: bytes
    """A PDF of this one page."""
    width_pt: float
    height_pt: float
    hits: tuple[PageHit, ...] = ()
    points: tuple[PagePoint, ...] = ()
    """Where points of charts lie behind which anything stands."""
    exact: bool = True
    """False: laid out ahead of the rest; how the pages break may still change."""


@dataclass(frozen=True, slots=True)
class PreviewState:
    """What is known of the whole document once all of it is laid out."""

    pages: int
    filled: float
    """Length in sides before the annex, the last counted by how far it is filled: 2.3."""
    sides: int
    """The template's length in sides; 0: no limit."""
    remarks: tuple[str, ...] = ()
    findings: int = 0
    reports: int = 0
    omitted: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()
    """What the template needs and the brief does not have."""
    charts: int = 0
    room: int | None = None
    """About how many findings have room, where the document is longer than its template's sides."""


NOTHING_FOUND = "nothing found"
"""What a search of a finished file says that is as it should be, at its end."""


def reassures(remark: str) -> bool:
    """Return whether a remark on a file tells that nothing is to be minded."""
    return remark.endswith(f": {NOTHING_FOUND}.")


@dataclass(frozen=True, slots=True)
class ExportedFile:
    """A file that was written."""

    path: Path
    pages: int | None
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SeriesEntry:
    """What became of one region's brief when several were written in one go."""

    region: str
    title: str
    files: tuple[ExportedFile, ...] = ()
    findings: int = 0
    message: str = ""
    """Why nothing was written, if nothing was."""
    region_name: str = ""
    reports: int = 0
    """How many reports its findings are from."""
    thin: tuple[str, ...] = ()
    """In what it is thin: ``only 3 findings``, ``one report only``."""


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """A brief read from a file."""

    draft: Draft
    seen: tuple[str, ...] = ()
    """Codes of the findings that the officer has looked at."""
    moved: tuple[Decision, ...] = ()
    """Decisions whose words stand elsewhere now, each as proposed."""
    lost: tuple[Decision, ...] = field(default=())
    """Decisions whose words, or whose report, the library does not hold; they stay printed."""
    saved: date | None = None
