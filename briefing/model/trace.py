"""What a finished document carries along so that it can be checked when it comes back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.brief import BriefFinding, Source


@dataclass(frozen=True, slots=True)
class TracedFinding:
    """A finding with the heading of the section it is printed under."""

    section: str
    finding: BriefFinding


@dataclass(frozen=True, slots=True)
class Trace:
    """The findings of a brief and where they come from; no more of a report than is printed."""

    title: str
    issued: date
    request: str
    """A digest of the request that the brief answers."""
    findings: tuple[TracedFinding, ...]
    sources: tuple[Source, ...]
    verified: int | None = None
    """How many findings were found equal to the library; None where they were not compared."""
    charted: tuple[TracedFinding, ...] = ()
    """Findings that charts quote and no section prints, with the chart's question."""

    @property
    def quoted(self) -> tuple[TracedFinding, ...]:
        """All findings whose words the brief holds."""
        return (*self.findings, *self.charted)


class PartKind(StrEnum):
    """What a stretch of a document's text is."""

    HEADING = "heading"
    FINDING = "finding"
    """The words of a finding."""
    MARK = "mark"
    """What stands beside a finding's words: its marks, its year, where sources differ, and before
    them its marking."""
    JUDGEMENT = "judgement"
    PASSAGE = "passage"
    """A paragraph of the annex."""
    SOURCE = "source"
    TEXT = "text"
    """Anything else."""


@dataclass(frozen=True, slots=True)
class TextPart:
    """A stretch of a document's text, as it was printed."""

    kind: PartKind
    text: str
    code: str = ""
    """The finding's, for its words and marks."""
    brief: int = 0
    """In a pack the number of the brief that it stands in, from 1; 0: in none."""


@dataclass(frozen=True, slots=True)
class CarriedData:
    """All that a document carries of itself."""

    program: str
    identifier: str
    """The document's, a digest of what it shows."""
    traces: tuple[Trace, ...]
    """Of each brief in the document, in order."""
    parts: tuple[TextPart, ...]
    """The document's text, in order; without numbers of pages, which another program may count
    otherwise."""
    title: str = ""
    """The document's; empty in files of earlier versions: that of its first brief."""
    on_blank_pages: str = ""
    """What stands on pages that are left blank, as often as there are any."""
