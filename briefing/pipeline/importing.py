"""Use case: files and folders in, reports in the library, one line for each that failed."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing.errors import Cancelled, ImportFailure, reason
from briefing.extraction.extractor import Extractor
from briefing.extraction.rules import RuleJudge
from briefing.importers.local_file import printable, read_regular_file
from briefing.importers.reading import read_report
from briefing.importers.sidecar import read_sidecar
from briefing.library import AlreadyHeldError, Library, NoTextError
from briefing.model import Metadata, ReportSummary
from briefing.pipeline.collecting import uncollected
from briefing.pipeline.gathering import FailedFile, gather
from briefing.pipeline.undoing import Changes
from briefing.progress import Progress, check
from briefing.taxonomy import tables_version

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
        Cancelled, KeyboardInterrupt: the person stopped it; the library is as it was before.
        LibraryError: the library itself fails; what was imported so far stays.
    """
    changes = Changes(library)
    try:
        return _Import(library, changes, progress, given, today).run(paths)
    except (Cancelled, KeyboardInterrupt):
        changes.take_back()
        raise


class _Import:
    """One import under way."""

    def __init__(
        self, library: Library, changes: Changes, progress: Progress, given: Metadata, today: date
    ) -> None:
        self._library, self._changes, self._progress = library, changes, progress
        self._given, self._today = given, today
        self._extractor = Extractor.shipped()
        self._judge = RuleJudge()

    def run(self, paths: Sequence[Path]) -> ImportOutcome:
        gathered = gather(paths)
        outcome = ImportOutcome(failed=gathered.failed, left_aside=gathered.left_aside)
        self._progress.start(len(gathered.files))
        for path in gathered.files:
            self._progress.step(printable(path.name))
            try:
                self._take(path, outcome)
            except (ImportFailure, NoTextError) as error:
                outcome.failed.append(FailedFile(path, error))
        return outcome

    def _take(self, path: Path, outcome: ImportOutcome) -> None:
        data = read_file(path)
        sha256 = hashlib.sha256(data).hexdigest()
        over = read_sidecar(path).overlaid(self._given)
        if self._library.contains(sha256):
            self._correct(sha256, over, path, outcome)
            return
        check(self._progress)
        report = read_report(data, printable(path.name))
        check(self._progress)
        with uncollected():
            findings = self._extractor.findings(report)
        check(self._progress)
        self._changes.bring(sha256)
        try:
            self._library.add(
                report, findings, data, self._today, over, self._judge, tables_version()
            )
        except AlreadyHeldError:  # another program put it in while this one was reading it
            self._changes.keep(sha256)
            self._correct(sha256, over, path, outcome)
            return
        outcome.imported.append(_entry(path, self._library.summary(sha256), report.remarks))

    def _correct(self, sha256: str, over: Metadata, path: Path, outcome: ImportOutcome) -> None:
        """Lay ``over`` over what is known of a report that is there, if that changes it."""
        known = self._library.summary(sha256)
        if known.metadata.overlaid(over) == known.metadata:
            outcome.already.append(_entry(path, known))
            return
        self._changes.correct(sha256)
        self._library.correct_metadata(sha256, over)
        outcome.corrected.append(_entry(path, self._library.summary(sha256)))


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
