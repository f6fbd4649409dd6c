"""What a person sees of the library: imports, reports as they are read, whether all is in order."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.finding import Passage, TextKind
from briefing.model.report import BlockKind, ReportSummary


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
    """Whether the tags of the library are those that would be given now."""

    stale: int = 0
    """Reports that were tagged with other tables, by another version, or under another date."""
    mistakes: tuple[str, ...] = ()
    """A sentence for each of the officer's own tables that is left out."""
