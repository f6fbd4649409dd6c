"""Use case: files and folders in, reports in the library, one line for each that failed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing.errors import BriefingError, ImportFailure
from briefing.extraction.extractor import Extractor
from briefing.importers import IMPORTERS
from briefing.importers.reading import read_report
from briefing.importers.sidecar import SIDECAR_ENDING, read_sidecar
from briefing.library import Library
from briefing.model import Metadata, Report, ReportSummary
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


@dataclass(frozen=True, slots=True)
class FailedFile:
    """A file that did not go in, and why."""

    path: Path
    error: BriefingError


@dataclass(slots=True)
class ImportOutcome:
    """What became of every file."""

    imported: list[ImportedReport] = field(default_factory=list)
    already: list[ImportedReport] = field(default_factory=list)
    failed: list[FailedFile] = field(default_factory=list)
    left_aside: list[Path] = field(default_factory=list)
    """Files in folders whose ending no importer reads."""


def import_reports(
    library: Library,
    paths: Sequence[Path],
    progress: Progress,
    given: Metadata = Metadata(),  # noqa: B008 - frozen value
    *,
    today: date,
) -> ImportOutcome:
    """Read each file into the library; one that fails keeps no other from going in.

    ``given`` is laid over what the files say of themselves, and a sidecar file over neither.

    Raises:
        Cancelled: from ``progress``; reports imported so far stay, the current one leaves no trace.
        LibraryError: the library itself fails.
    """
    outcome = ImportOutcome()
    files = _files(paths, outcome)
    extractor = Extractor.shipped()
    progress.start(len(files))
    for path in files:
        progress.step(path.name)
        try:
            _import_file(library, path, extractor, given, today, outcome)
        except ImportFailure as error:
            outcome.failed.append(FailedFile(path, error))
    return outcome


def _files(paths: Iterable[Path], outcome: ImportOutcome) -> list[Path]:
    """Return the files named, and those inside folders that an importer reads, each once."""
    endings = {ending for importer in IMPORTERS for ending in importer.extensions}
    found: dict[Path, None] = {}
    for path in paths:
        if not path.is_dir():
            found[path] = None
            continue
        for inside in sorted(path.rglob("*")):
            if not inside.is_file() or _is_hidden(inside, path) or _is_sidecar(inside):
                continue
            if inside.suffix.lower() in endings:
                found[inside] = None
            else:
                outcome.left_aside.append(inside)
    return list(found)


def _is_hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)


def _is_sidecar(path: Path) -> bool:
    return path.name.endswith(SIDECAR_ENDING) and path.with_suffix("").is_file()


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
        if over != Metadata():
            library.correct_metadata(sha256, over)
        outcome.already.append(_known(library, sha256, path))
        return
    report = read_report(data, path.name)
    findings = extractor.findings(report)
    library.add(report, findings, data, today)
    if over != Metadata():
        library.correct_metadata(sha256, over)
    outcome.imported.append(_imported(library, report, path))


def read_file(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        ImportFailure: it cannot be read, or is larger than ``LARGEST_FILE``.
    """
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise ImportFailure(
                f"{path.name} is larger than {LARGEST_FILE // 1024 // 1024} MB.",
                "Save the part that matters as a file of its own.",
            )
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ImportFailure(f"{path} cannot be read: {reason}.") from error


def _imported(library: Library, report: Report, path: Path) -> ImportedReport:
    summary = _summary(library, report.sha256)
    title = summary.metadata.title or path.name
    return ImportedReport(path, report.sha256, title, summary.findings, report.remarks)


def _known(library: Library, sha256: str, path: Path) -> ImportedReport:
    summary = _summary(library, sha256)
    return ImportedReport(path, sha256, summary.metadata.title or path.name, summary.findings)


def _summary(library: Library, sha256: str) -> ReportSummary:
    return next(summary for summary in library.reports() if summary.sha256 == sha256)
