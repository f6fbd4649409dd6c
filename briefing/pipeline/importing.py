"""Use case: files and folders in, reports in the library, one line for each that failed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing.errors import ImportFailure, reason
from briefing.extraction.extractor import Extractor
from briefing.importers.local_file import printable, read_regular_file
from briefing.importers.reading import read_report
from briefing.importers.sidecar import read_sidecar
from briefing.library import AlreadyHeldError, Library, NoTextError
from briefing.model import Metadata, ReportSummary
from briefing.pipeline.gathering import FailedFile, gather
from briefing.progress import Progress

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes; a report is text, and a file beyond this is taken for a mistake."""


@dataclass(frozen=True, slots=True)
class ImportedReport:
    """A report that went in, or was there already."""

    path: Path
    sha256: str
    title: str
    findings: int
    remarks: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file's name, fit to show."""
        return printable(self.path.name)


@dataclass(slots=True)
class ImportOutcome:
    """What became of every file."""

    imported: list[ImportedReport] = field(default_factory=list)
    corrected: list[ImportedReport] = field(default_factory=list)
    """There already; what is known of them was changed."""
    already: list[ImportedReport] = field(default_factory=list)
    """There already; nothing changed."""
    failed: list[FailedFile] = field(default_factory=list)
    left_aside: list[Path] = field(default_factory=list)
    """Files in folders whose ending no importer reads, and links to folders."""


def import_reports(
    library: Library,
    paths: Sequence[Path],
    progress: Progress,
    given: Metadata = Metadata(),  # noqa: B008 - frozen value
    *,
    today: date,
) -> ImportOutcome:
    """Read each file into the library; one that fails keeps no other from going in.

    A sidecar file is laid over what a file says of itself, and ``given`` over both. A report that
    is there already keeps all but what they correct.

    Raises:
        Cancelled: from ``progress``; reports imported so far stay, the current one leaves no trace.
        LibraryError: the library itself fails.
    """
    gathered = gather(paths)
    outcome = ImportOutcome(failed=gathered.failed, left_aside=gathered.left_aside)
    extractor = Extractor.shipped()
    progress.start(len(gathered.files))
    for path in gathered.files:
        progress.step(printable(path.name))
        try:
            _import_file(library, path, extractor, given, today, outcome)
        except (ImportFailure, NoTextError) as error:
            outcome.failed.append(FailedFile(path, error))
    return outcome


def _import_file(
    library: Library,
    path: Path,
    extractor: Extractor,
    given: Metadata,
    today: date,
    outcome: ImportOutcome,
) -> None:
    data = read_file(path)
    sha256 = hashlib.sha256(data).hexdigest()
    over = read_sidecar(path).overlaid(given)
    if library.contains(sha256):
        _correct(library, sha256, over, path, outcome)
        return
    report = read_report(data, printable(path.name))
    try:
        library.add(report, extractor.findings(report), data, today, over)
    except AlreadyHeldError:  # another program put it in while this one was reading it
        _correct(library, sha256, over, path, outcome)
        return
    outcome.imported.append(_entry(path, library.summary(sha256), report.remarks))


def _correct(
    library: Library, sha256: str, over: Metadata, path: Path, outcome: ImportOutcome
) -> None:
    """Lay ``over`` over what is known of a report that is there already, if that changes it."""
    known = library.summary(sha256)
    if known.metadata.overlaid(over) == known.metadata:
        outcome.already.append(_entry(path, known))
        return
    library.correct_metadata(sha256, over)
    outcome.corrected.append(_entry(path, library.summary(sha256)))


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        ImportFailure: it cannot be read, is no regular file, or is larger than ``LARGEST_FILE``.
    """
    try:
        return read_regular_file(path, LARGEST_FILE)
    except OSError as error:
        raise ImportFailure(f"{printable(str(path))} cannot be read: {reason(error)}.") from error


def _entry(path: Path, report: ReportSummary, remarks: tuple[str, ...] = ()) -> ImportedReport:
    title = report.metadata.title or printable(path.name)
    return ImportedReport(path, report.sha256, title, report.findings, remarks)
