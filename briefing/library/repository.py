"""The library as the other stages see it: opened, asked by ``Holdings``, added to and corrected."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Self

from briefing.errors import LibraryError, reason
from briefing.library.correcting import (
    index_tags,
    keep_tags,
    remove_report,
    restore_tags,
    set_findings_aside,
    write_tags,
)
from briefing.library.database import AlreadyHeldError, Database, Row
from briefing.library.encoding import load_finding, load_metadata
from briefing.library.examining import Examination
from briefing.library.holdings import FINGERPRINT, Holdings
from briefing.library.migrations import migrate
from briefing.library.originals import Originals
from briefing.library.reading import overlay_of
from briefing.library.rulebook import Judge, RuleBook
from briefing.library.search import (
    ids_of_report,
    row_at,
    rows_by_id,
)
from briefing.library.writing import (
    note_tables,
    replace_findings,
    replace_text,
    write_overlay,
    write_report,
)
from briefing.model import (
    Finding,
    Metadata,
    Passage,
    Report,
)
from briefing.progress import Progress

_FILE = "library.sqlite"
_NOTHING = Metadata()


class Library(Holdings):
    """An open library folder; to be used from one thread at a time."""

    def __init__(self, database: Database, originals: Originals) -> None:
        super().__init__(database, originals)
        self.rulebook = RuleBook(database)
        """The officer's rules for tags."""
        self.examination = Examination(database, originals)
        """Whether the library is whole."""

    @classmethod
    def open(
        cls, folder: Path, *, create: bool = True, progress: Progress | None = None
    ) -> Library:
        """Open the library in ``folder``, making it where it is missing and ``create`` is set.

        ``progress`` is told how far one of an older program is brought up to date.

        Raises:
            Cancelled: from ``progress``; the library is as it was.
            LibraryError: there is none, it cannot be opened, is damaged, or is of a newer program.
        """
        if not create and not _is_file(folder / _FILE):
            raise LibraryError(
                f"There is no library in {folder}.", "Import a report, or name another folder."
            )
        _make_folder(folder)
        database = Database(folder / _FILE)
        try:
            migrate(database, progress)
        except BaseException:
            database.close()
            raise
        return cls(database, Originals(folder / "originals"))

    @property
    def folder(self) -> Path:
        """The folder of the library, which other data of the desk lies in too."""
        return self._originals.folder.parent

    def close(self) -> None:
        """Close the library's file."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def add(
        self,
        report: Report,
        findings: Sequence[Finding],
        original: bytes,
        imported: date,
        over: Metadata = _NOTHING,
        judge: Judge | None = None,
        tables: str = "",
    ) -> None:
        """Keep a report with its original and its findings, all or nothing.

        ``over`` are the officer's corrections of its metadata, laid over what the file says; the
        findings are tagged by what is known with them.
        ``tables`` is the version of the tables that it was tagged with.
        ``judge`` says which findings the officer's rules speak of; without it none is obeyed. Tags
        that were corrected before the report was last taken out are corrected again.

        Raises:
            AlreadyHeldError: it is there already.
            LibraryError: the disk refuses.
            NoTextError: it, or ``over``, holds characters that are no text.
            ValueError: the report's hash is not that of ``original``.
        """
        with self._leaving_nothing_of(report.sha256), self._database.atomic():
            if self.contains(report.sha256):
                raise AlreadyHeldError(f"{report.file_name} is in the library already.")
            self._originals.keep(report.sha256, original)
            write_report(self._database, report, findings, imported)
            if over != _NOTHING:
                result = report.metadata.overlaid(over)
                write_overlay(self._database, report.sha256, over, result)
            note_tables(self._database, self._row(report.sha256)["id"], tables)
            self._settle_tags(report.sha256, judge)

    def retag(
        self, report: Report, findings: Sequence[Finding], tables: str, judge: Judge | None = None
    ) -> None:
        """Put other findings in the place of those of a report, all or nothing.

        What the officer corrected is kept for sentences that have the same words; his rules are
        obeyed anew where there is a ``judge``.

        Raises:
            LibraryError: the disk refuses, or the library does not hold the report.
        """
        with self._database.atomic():
            key = self._row(report.sha256)["id"]
            set_findings_aside(self._database, key, report.sha256)
            replace_findings(self._database, report, key, findings)
            note_tables(self._database, key, tables)
            self._settle_tags(report.sha256, judge)

    def reread(
        self, report: Report, findings: Sequence[Finding], tables: str, judge: Judge | None = None
    ) -> None:
        """Put a report that was read anew from its original in its own place, all or nothing.

        What the officer corrected of it holds as before.

        Raises:
            LibraryError: the disk refuses, or the library does not hold the report.
        """
        with self._database.atomic():
            row = self._row(report.sha256)
            with self._database.decoding():
                over = overlay_of(row)
            keep_tags(self._database, row["id"], report.sha256)
            replace_text(self._database, report, row["id"], over)
            replace_findings(self._database, report, row["id"], findings)
            self._database.renew_index("finding_words")  # what it held may not be what was there
            note_tables(self._database, row["id"], tables)
            self._settle_tags(report.sha256, judge)

    def _settle_tags(self, sha256: str, judge: Judge | None) -> None:
        """Let rules and earlier corrections hold for a report that has come in."""
        restored = restore_tags(self._database, self._row(sha256)["id"], sha256)
        if judge is not None:
            self.rulebook.take_in(sha256, judge)
        for id_, row in rows_by_id(self._database, restored).items():
            with self._database.decoding():
                finding = load_finding(row)
            index_tags(self._database, id_, finding)

    def remove(self, sha256: str) -> None:
        """Take a report out with its findings, its corrections and its original, all or nothing.

        The original goes last, and not at all where the report has come in again meanwhile.

        Raises:
            LibraryError: the disk refuses, or the library does not hold the report.
        """
        gone: list[int] = []
        with self._counting_on(lambda facets: facets.forget(gone)), self._database.atomic():
            key = self._row(sha256)["id"]
            gone += ids_of_report(self._database, key)
            remove_report(self._database, key)
        self.sweep(sha256)

    @contextmanager
    def _leaving_nothing_of(self, sha256: str) -> Iterator[None]:
        """Delete the original that has been written if the report does not come in after all."""
        try:
            yield
        except AlreadyHeldError:
            raise
        except BaseException:
            with suppress(LibraryError):  # one that stays harms nothing: the next import takes it
                self.sweep(sha256)
            raise

    def sweep(self, sha256: str) -> None:
        """Delete an original that belongs to no report, as an interrupted ``add`` may leave it.

        Raises:
            LibraryError: the disk refuses.
        """
        with self._database.atomic():  # nobody brings the report in while its original is deleted
            if FINGERPRINT.fullmatch(sha256) and not self.contains(sha256):
                self._originals.remove(sha256)

    def correct_metadata(self, sha256: str, over: Metadata) -> None:
        """Lay the officer's corrections over what the file says of itself.

        What ``over`` leaves empty keeps an earlier correction; an empty ``over`` withdraws all.
        Under another date or language the report counts as tagged otherwise.

        Raises:
            LibraryError: the library does not hold the report.
        """
        changed: list[int] = []
        with self._counting_on(lambda one: one.renew(changed)), self._database.atomic():
            row = self._row(sha256)
            if over != _NOTHING:
                with self._database.decoding():
                    over = overlay_of(row).overlaid(over)
            self._lay_over(row, over)
            changed += self.rulebook.follow_publisher(row["id"])

    def replace_corrections(self, sha256: str, over: Metadata) -> None:
        """Make ``over`` the officer's only corrections of a report's metadata.

        Under another date or language the report counts as tagged otherwise.

        Raises:
            LibraryError: the library does not hold the report.
        """
        changed: list[int] = []
        with self._counting_on(lambda one: one.renew(changed)), self._database.atomic():
            row = self._row(sha256)
            self._lay_over(row, over)
            changed += self.rulebook.follow_publisher(row["id"])

    def _lay_over(self, row: Row, over: Metadata) -> None:
        """Keep ``over``; where it changes what sentences are read by, tagging anew is due."""
        with self._database.decoding():
            said, earlier = load_metadata(row["metadata"]), overlay_of(row)
        result = said.overlaid(over)
        write_overlay(self._database, row["sha256"], over, result)
        if result.leading != said.overlaid(earlier).leading:
            note_tables(self._database, row["id"], "")

    def correct_tags(
        self, passage: Passage, about: tuple[str, ...] | None, themes: tuple[str, ...] | None
    ) -> None:
        """Lay the officer's tags over those of extraction, in place of any earlier ones.

        None leaves it to extraction; None for both withdraws all corrections of the finding.

        Raises:
            LibraryError: the library holds no finding that is this passage.
        """
        changed: list[int] = []
        with self._counting_on(lambda facets: facets.retag(changed)), self._database.atomic():
            row = row_at(self._database, passage)
            if row is None:
                raise LibraryError(
                    "The library holds no finding in this place.",
                    "Its report has been removed, or read anew by another version.",
                )
            write_tags(self._database, row, about, themes)
            changed.append(row["id"])
            (retagged,) = rows_by_id(self._database, changed).values()
            with self._database.decoding():
                finding = load_finding(retagged)
            index_tags(self._database, row["id"], finding)


def _is_file(path: Path) -> bool:
    """Return whether there is such a file.

    Raises:
        LibraryError: the machine does not say: a name that is too long, a folder closed to us.
    """
    try:
        return path.is_file()
    except OSError as error:
        raise LibraryError(
            f"The library folder {path.parent} cannot be opened: {reason(error)}.",
            "Choose another place.",
        ) from error


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryError(
            f"The library folder {folder} cannot be made: {reason(error)}.", "Choose another place."
        ) from error
