"""What a person sees of library, draft and document: plain values, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from briefing.model.dates import PartialDate
from briefing.model.draft import Decision, Draft
from briefing.model.fields import TemplateField
from briefing.model.finding import Passage, TextKind
from briefing.model.marking import Scheme
from briefing.model.report import BlockKind, ReportSummary
from briefing.model.taxonomy import Taxonomy


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
class ImportedFile:
    """One file of an import, and what became of it."""

    name: str
    path: str
    title: str = ""
    findings: int = 0
    sha256: str = ""
    remarks: tuple[str, ...] = ()
    message: str = ""
    """For a file that failed: what is wrong, in one sentence."""
    hint: str = ""
    """For a file that failed: what to do."""


@dataclass(frozen=True, slots=True)
class ImportReview:
    """What became of every file."""

    imported: tuple[ImportedFile, ...] = ()
    corrected: tuple[ImportedFile, ...] = ()
    already: tuple[ImportedFile, ...] = ()
    failed: tuple[ImportedFile, ...] = ()
    left_aside: tuple[str, ...] = ()
    """Paths of files in folders that no importer reads."""


@dataclass(frozen=True, slots=True)
class FindingSpan:
    """A sentence of a report, for reading it with its findings marked."""

    passage: Passage
    kind: TextKind
    code: str
    themes: tuple[str, ...]
    about: tuple[str, ...]
    mentions: tuple[str, ...]
    strength: float
    reason: str
    """What it is tagged with and why, in words fit to show."""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class BlockView:
    """A block of a report, for reading."""

    kind: BlockKind
    text: str
    level: int
    page: str
    """Printed page number where the block begins, or empty."""
    paragraph: int
    spans: tuple[FindingSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report, for reading: its text with its findings."""

    summary: ReportSummary
    blocks: tuple[BlockView, ...]
    remarks: tuple[str, ...] = ()


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


@dataclass(frozen=True, slots=True)
class TemplateChoice:
    """A template as the officer chooses it."""

    name: str
    title: str
    description: str
    charts: tuple[str, ...]
    sides: int
    """How many pages it should fit on; 0: no limit."""
    fields: tuple[TemplateField, ...] = ()
    """What it asks of the officer beyond what every document has."""
    fault: str = ""
    """What is wrong with it, if it cannot be used."""


@dataclass(frozen=True, slots=True)
class Missing:
    """Something that a template needs and that the brief does not have yet."""

    name: str
    """A part of the request, such as ``bottom_line``, or ``fields.`` and a field's name."""
    words: str
    """``at least one lead finding``."""


@dataclass(frozen=True, slots=True)
class ChartChoice:
    """A chart as the officer chooses it."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class ScaleChoice:
    """A likelihood scale as the officer chooses it."""

    id: str
    name: str
    terms: tuple[tuple[str, str], ...]
    """Term and its range in words: ``("likely or probable", "55–75 %")``."""
    confidences: tuple[str, ...] = ()
    """Its words for confidence, highest first; empty: those of the shipped scales."""


@dataclass(frozen=True, slots=True)
class FormatChoice:
    """A format that documents are written in."""

    id: str
    name: str
    extension: str
    """With its dot."""
    is_usual: bool = True
    """Whether it is written unless one says otherwise."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """All that can be picked."""

    taxonomy: Taxonomy
    """The shipped regions and themes."""
    templates: tuple[TemplateChoice, ...]
    charts: tuple[ChartChoice, ...]
    scales: tuple[ScaleChoice, ...]
    confidences: tuple[str, ...]
    formats: tuple[FormatChoice, ...]
    readable: tuple[tuple[str, tuple[str, ...]], ...]
    """What can be imported: the name of a format and its file name endings, with dots."""
    schemes: tuple[Scheme, ...] = ()
    """The schemes of markings, the desk's own after the shipped ones."""


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


@dataclass(frozen=True, slots=True)
class LibraryState:
    """Whether all that the library keeps is as it was written."""

    reports: int
    """How many were looked over."""
    faults: tuple[tuple[str, str], ...] = ()
    """What is wrong, each with what to do about it."""
    mended: tuple[str, ...] = ()
    can_mend: bool = False
    """Whether some of the faults can be mended."""


@dataclass(frozen=True, slots=True)
class TablesState:
    """Whether the library's tags are those that the tables of names and themes give now."""

    stale: int = 0
    """Reports that were tagged with other tables, or by another version of the program."""
    mistakes: tuple[str, ...] = ()
    """A sentence for each of the officer's own tables that is left out."""
