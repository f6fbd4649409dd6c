"""Use case: files and folders in, reports in the library, one line for each that failed."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from briefing.apart import Limits, ReadFile, shared_readers
from briefing.apart.readers import awaited
from briefing.errors import Cancelled, ImportFailure, LibraryError, reason
from briefing.extraction.edition import tags_version
from briefing.extraction.rules import RuleJudge
from briefing.importers.local_file import printable, read_regular_file
from briefing.importers.sidecar import read_sidecar
from briefing.library import AlreadyHeldError, Library, NoTextError
from briefing.model import Metadata, ReportSummary
from briefing.pipeline.gathering import FailedFile, gather
from briefing.pipeline.retagging import Tagger
from briefing.pipeline.undoing import Changes
from briefing.progress import Progress, check
from briefing.wording import plural

LARGEST_FILE = 256 * 1024 * 1024
"""Bytes; a report is text, and a file beyond this is taken for a mistake."""
_MOST_AHEAD = 4
"""Files a process that may be read before those in front of them are in."""
_BYTES_AHEAD = 4 * 1024 * 1024
"""So large may all of these be, but for the one that each process reads: they wait in memory."""


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
    limits: Limits | None = None,
) -> ImportOutcome:
    """Read each file into the library; one that fails keeps no other from going in.

    Files are read apart, several at a time, each within the limits (by default those of the
    settings); they go in one by one.
    A sidecar file is laid over what a file says of itself, and ``given`` over both. A report that
    is there already keeps all but what they correct.

    Raises:
        Cancelled, KeyboardInterrupt: the person stopped it; the library is as it was before.
        LibraryError: the library itself fails; what was imported so far stays.
    """
    changes = Changes(library)
    try:
        return _Import(library, changes, progress, given, today, limits).run(paths)
    except (Cancelled, KeyboardInterrupt):
        changes.take_back()
        raise


@dataclass(frozen=True, slots=True)
class _Begun:
    """A file that is being read."""

    path: Path
    data: bytes
    sha256: str
    over: Metadata
    answer: Future[ReadFile]


class _Import:
    """One import under way."""

    def __init__(
        self,
        library: Library,
        changes: Changes,
        progress: Progress,
        given: Metadata,
        today: date,
        limits: Limits | None,
    ) -> None:
        self._library, self._changes, self._progress = library, changes, progress
        self._given, self._today, self._limits = given, today, limits
        self._judge = RuleJudge()
        self._tagger = Tagger(library)
        self._readers = shared_readers()
        self._begun: deque[_Begun] = deque()
        self._outcome = ImportOutcome()

    def run(self, paths: Sequence[Path]) -> ImportOutcome:
        gathered = gather(paths)
        self._outcome = ImportOutcome(failed=gathered.failed, left_aside=gathered.left_aside)
        self._progress.start(len(gathered.files))
        try:
            self._work_through(gathered.files)
        except LibraryError as error:
            raise self._with_what_stays(error) from error
        finally:
            self._readers.leave(file.answer for file in self._begun)
        order = {path: place for place, path in enumerate(gathered.files)}
        self._outcome.failed.sort(key=lambda failed: order.get(failed.path, -1))
        return self._outcome

    def _with_what_stays(self, error: LibraryError) -> LibraryError:
        """Return why the library failed, with what is in by then: the others are yet to come."""
        stays = len(self._outcome.imported)
        if not stays:
            return error
        said = f"{plural(stays, 'report')} of this import {'is' if stays == 1 else 'are'} in"
        return LibraryError(error.message, f"{error.hint} {said}; import the others again.".strip())

    def _work_through(self, files: Iterable[Path]) -> None:
        for path in files:
            self._begin(path)
            while self._is_far_ahead():
                self._finish(self._begun[0])
        while self._begun:
            self._finish(self._begun[0])

    def _is_far_ahead(self) -> bool:
        """Whether enough files wait behind a long one, so that no reading process idles."""
        waiting = len(self._begun) - self._readers.count
        ahead = sum(len(file.data) for file in self._begun)
        return waiting > 0 and (waiting > _MOST_AHEAD * self._readers.count or ahead > _BYTES_AHEAD)

    def _begin(self, path: Path) -> None:
        """Have a file read, or settle it where it need not or cannot be."""
        try:
            data = read_file(path)
            over = read_sidecar(path).overlaid(self._given)
            sha256 = hashlib.sha256(data).hexdigest()
        except ImportFailure as error:
            self._progress.step(printable(path.name))
            self._outcome.failed.append(FailedFile(path, error))
            return
        while any(sha256 == before.sha256 for before in self._begun):  # it comes twice
            self._finish(self._begun[0])
        if self._library.contains(sha256):
            self._progress.step(printable(path.name))
            self._correct(sha256, over, path)
            return
        answer = self._readers.read(data, printable(path.name), self._limits, said=over)
        self._begun.append(_Begun(path, data, sha256, over, answer))

    def _finish(self, file: _Begun) -> None:
        """Put a file into the library once it is read."""
        self._progress.step(printable(file.path.name))
        try:
            read = awaited(file.answer, lambda: check(self._progress))
            check(self._progress)
            self._take(file, read)
        except (ImportFailure, NoTextError) as error:
            self._outcome.failed.append(FailedFile(file.path, error))
        self._begun.popleft()

    def _take(self, file: _Begun, read: ReadFile) -> None:
        self._changes.bring(file.sha256)
        try:
            self._library.add(
                read.report,
                read.findings,
                file.data,
                self._today,
                file.over,
                self._judge,
                tags_version(),
            )
        except AlreadyHeldError:  # another program put it in meanwhile
            self._changes.keep(file.sha256)
            self._correct(file.sha256, file.over, file.path)
            return
        held = self._library.summary(file.sha256)
        self._outcome.imported.append(_entry(file.path, held, read.report.remarks))

    def _correct(self, sha256: str, over: Metadata, path: Path) -> None:
        """Lay ``over`` over what is known of a report that is there, if that changes it."""
        known = self._library.summary(sha256)
        if known.metadata.overlaid(over) == known.metadata:
            self._outcome.already.append(_entry(path, known))
            return
        self._changes.correct(sha256)
        self._tagger.correct(sha256, over)
        self._outcome.corrected.append(_entry(path, self._library.summary(sha256)))


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
