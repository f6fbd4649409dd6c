"""The ordered document before it is laid out: sections, findings, charts, numbered sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.model.chart import ChartData, FigureImage
from briefing.model.dates import PartialDate
from briefing.model.house import House
from briefing.model.report import Metadata
from briefing.model.request import BriefRequest

if TYPE_CHECKING:
    from briefing.model.trace import Trace


@dataclass(frozen=True, slots=True)
class Quotation:
    """A passage held so that it survives a re-import: report, position, words, surroundings."""

    report: str
    """SHA-256 of the report's file."""
    block: int
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a finding stands, as printed in its mark: ``[1, p. 9 ¶ 2]``."""

    source: int
    """Number in the brief's list of sources, from 1."""
    page: str
    """Printed page number, or empty where the source has no pages."""
    paragraph: int


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Where another source gives another figure or year for what a finding says."""

    here: str
    """The finding's own words: ``about 2,000 soldiers``."""
    there: str
    """The other's: ``1,960 troops``."""
    citation: Citation
    """Where the other stands."""
    quotation: Quotation
    """The other's passage, which holds ``there``."""


@dataclass(frozen=True, slots=True)
class BriefFinding:
    """A finding as it stands in the brief: the report's own words and where they come from."""

    code: str
    """Short code that names the finding in this brief and resolves to its passage: ``f-3k7q``."""
    text: str
    quotations: tuple[Quotation, ...]
    """The passages that ``text`` is made of, in order; the first report cited."""
    citations: tuple[Citation, ...]
    """The passage's own place first, then where the same is said elsewhere."""
    elsewhere: tuple[Quotation, ...] = ()
    """The passages of the citations after the first, in their order."""
    lead: bool = False
    year: int | None = None
    """Year of the source, where it is older than the template's limit; printed beside the mark."""
    own: int = -1
    """Index in ``quotations`` of the finding itself, which the first citation is the place of; the
    others are sentences beside it. Counted from the end."""
    disagreements: tuple[Disagreement, ...] = ()
    """Where other sources differ from it; printed beside it."""
    marking: str = ""
    """Its own marking, where the officer has given it one; else its sources' holds."""
    portion: str = ""
    """Stands in brackets before it, where portion marks are printed: ``S``."""


@dataclass(frozen=True, slots=True)
class SourceParagraph:
    """A whole paragraph of a source that holds words of the brief, as the annex prints it."""

    report: str
    """SHA-256 of the report's file."""
    block: int
    text: str
    sentences: tuple[int, ...] = ()
    """Offsets at which its sentences begin, ascending; where a long one may be cut."""


@dataclass(frozen=True, slots=True)
class Section:
    """The findings on one region and theme."""

    title: str
    region: str
    theme: str
    findings: tuple[BriefFinding, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """One entry of the numbered list of sources."""

    number: int
    sha256: str
    file_name: str
    metadata: Metadata
    imported: str
    """Day of import, ISO 8601."""
    cited: int
    """How many findings of the brief cite it."""


@dataclass(frozen=True, slots=True)
class Brief:
    """The document. Saved as one ``.brief`` file."""

    request: BriefRequest
    title: str
    issued: date
    cut_off: PartialDate | None
    """Up to when the sources reach: the latest of their dates; None where none is dated."""
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    charts: tuple[ChartData, ...]
    omitted: tuple[str, ...] = field(default=())
    """Sentences on what was asked and is not there, fit to print: a chart without enough data."""
    unprinted: tuple[str, ...] = ()
    """Those of ``omitted`` that are for the officer alone: a chart that only the template wants."""
    candidates: int = 0
    """How many findings answered the request."""
    verified: int | None = None
    """How many findings were found equal to the stored source, letter by letter; None where they
    were not compared."""
    program: str = ""
    """Name and version of the program that made it."""
    paragraphs: tuple[SourceParagraph, ...] = ()
    """The paragraphs that its findings are taken from, each once; those that are at hand."""
    charted: tuple[BriefFinding, ...] = ()
    """Findings that charts quote and no section prints, the best first."""
    counted: tuple[Source, ...] = ()
    """Reports that charts count findings of and that are no sources, by name; their number is 0."""

    @property
    def findings(self) -> tuple[BriefFinding, ...]:
        """All findings in the order of the document."""
        return tuple(finding for section in self.sections for finding in section.findings)

    @property
    def quoted(self) -> tuple[BriefFinding, ...]:
        """All findings whose words it holds: those of its sections, and those of its charts."""
        return (*self.findings, *self.charted)

    def with_findings(self, change: Callable[[BriefFinding], BriefFinding]) -> Brief:
        """Return the document with each finding that it quotes changed."""
        sections = (
            replace(section, findings=tuple(map(change, section.findings)))
            for section in self.sections
        )
        charted = tuple(map(change, self.charted))
        return replace(self, sections=tuple(sections), charted=charted)


@dataclass(frozen=True, slots=True)
class Comment:
    """What stands beside a finding in the margin, in formats that have comments."""

    on: str
    """Id of what it is on: the code of a finding."""
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RenderedBrief:
    """A brief turned into semantic HTML by a template, ready for any exporter."""

    html: str
    """A whole HTML document: ``lang``, ``title`` and the body; no style, no script."""
    figures: tuple[FigureImage, ...]
    title: str
    author: str
    subject: str
    language: str
    issued: date
    marking: str
    reference: str
    """Reference and version as the foot of a page shows them."""
    page_size: str
    identifier: str
    """A digest of the content; the document's identifier, the same for the same brief."""
    made_by: str
    """Program and version."""
    remarks: tuple[str, ...] = field(default=())
    """Sentences on what could not be printed as it is, fit to show; exporters hand them on."""
    sides: int = 0
    """How many pages it should fit on; 0: no limit."""
    reference_document: Path | None = None
    """The Word document whose styles are worn; None: the shipped one."""
    comments: tuple[Comment, ...] = ()
    """Comments on findings, where they are wanted."""
    house: House | None = None
    """Logo, colours and fonts of a house; None: the program's own."""
    traces: tuple[Trace, ...] = ()
    """What is carried along for checking the document when it comes back; empty: nothing is."""
    duplex: bool = False
    """Whether it is printed on both sides: then left-hand pages are bound at their right."""
    binding_mm: int = 0
    """Margin on the side where sheets are bound; 0: they are not."""
    pieces: tuple[str, ...] = ()
    """Of a pack the ids of its pieces, in order; empty for a brief by itself."""
    on_blank_pages: str = ""
    """What a pack prints on pages that are left blank."""
