"""Whether a library is whole: its file, its originals, its reports, its indexes.

What is derived, such as an index, is made anew from what it is derived from; what is left over is
deleted; what is lost is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import partial

from briefing.errors import LibraryError
from briefing.library.database import Database, Row
from briefing.library.encoding import load_block, load_finding
from briefing.library.indexing import index_report, indexed, must_be_indexed
from briefing.library.originals import Originals
from briefing.library.reading import overlay_of, report_of
from briefing.library.schema import indexes, tables
from briefing.library.search import rows_of_report
from briefing.library.writing import PLACE_COLUMNS, is_offered, place_of
from briefing.model import Finding, Report
from briefing.wording import plural


class Harm(Enum):
    """What sort of thing is wrong; decides whether and how it is mended."""

    GONE = "gone"
    """The library's drive is out; an empty one may be begun in its place."""
    FILE = "file"
    """SQLite's own structure; the file is made anew from the originals."""
    PATHS = "paths"
    """Indexes that queries go by; made anew."""
    ORPHANS = "orphans"
    """Rows that belong to nothing; deleted."""
    WORDS = "words"
    """The index of words; made anew."""
    INDEX = "index"
    """Regions, themes, dates or codes of a report's findings; made anew."""
    TEXT = "text"
    """A report whose text or findings are not what was written; its original may be read anew."""
    ORIGINAL = "original"
    """An original that is missing or altered; importing the same file again brings it back."""
    STRAY = "stray"
    """An original without a report; read into the library, deleted where it is not whole."""
    LEFTOVER = "leftover"
    """A file that was not written to its end; deleted."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong."""

    harm: Harm
    what: str
    """A sentence, fit to show."""
    subject: str = ""
    """SHA-256 of the report, or name of the file, that it is about."""


class Examination:
    """Looks a library over, and mends."""

    def __init__(self, database: Database, originals: Originals) -> None:
        self._database, self._originals = database, originals

    def of_file(self) -> Iterator[Fault]:
        """Yield what is wrong with the library's file."""
        for message in self._database.structure_faults():
            yield Fault(Harm.FILE, f"The library's file is damaged: {message}.")
        lost = tables() - self._names()
        if lost:
            told = f"it lacks the table “{min(lost)}”"
            yield Fault(Harm.FILE, f"The library's file is damaged: {told}.")
        missing = indexes().keys() - self._names()
        if missing:
            said = plural(len(missing), "index", "indexes")
            yield Fault(Harm.PATHS, f"{said} of the library's file missing: searches are slow.")
        orphans = self._database.orphans()
        if orphans:
            said = plural(sum(orphans.values()), "row")
            yield Fault(Harm.ORPHANS, f"{said} of the library's file belong to no report.")

    def of_words(self) -> Iterator[Fault]:
        """Yield what is wrong with the index of words, which is over the findings of all."""
        if not self._database.is_index_whole("finding_words"):
            yield Fault(Harm.WORDS, "The index of words does not agree with the findings.")

    def of_report(self, sha256: str) -> Iterator[Fault]:
        """Yield what is wrong with one report: its original, its text and findings, its indexes."""
        row = self._database.row("SELECT * FROM report WHERE sha256 = ?", (sha256,))
        if row is None:  # taken out meanwhile
            return
        name = row["file_name"]
        try:
            self._originals.read(sha256)
        except LibraryError as error:
            yield Fault(Harm.ORIGINAL, f"{name}: {error.message}", sha256)
        try:
            report, rows, findings = self._read(row)
        except LibraryError:
            yield Fault(Harm.TEXT, f"{name}: what is kept of its text cannot be read.", sha256)
            return
        astray = sum(not _stands(finding, report) for finding in findings)
        missing = row["findings"] - sum(is_offered(finding) for finding in findings)
        if astray:
            said = f"{name}: {plural(astray, 'finding')} not in its text as kept."
            yield Fault(Harm.TEXT, said, sha256)
        elif missing > 0:
            said = f"{name}: {plural(missing, 'finding')} fewer than were imported."
            yield Fault(Harm.TEXT, said, sha256)
        elif wrong := sum(map(partial(_is_elsewhere, report), rows, findings)):
            said = (
                f"{name}: page, paragraph or surroundings of {plural(wrong, 'finding')} are wrong."
            )
            yield Fault(Harm.TEXT, said, sha256)
        elif indexed(self._database, row, rows) != must_be_indexed(rows, findings, report.metadata):
            said = f"{name}: the index of its findings does not agree with them."
            yield Fault(Harm.INDEX, said, sha256)

    def of_folder(self) -> Iterator[Fault]:
        """Yield files among the originals that belong to nothing."""
        held = {row["sha256"] for row in self._database.rows("SELECT sha256 FROM report")}
        for name in self._originals.names():
            if name not in held:
                said = f"originals/{name[:12]}… is of no report that the library lists."
                yield Fault(Harm.STRAY, said, name)
        for name in self._originals.leftovers():
            yield Fault(Harm.LEFTOVER, f"originals/{name} was not written to its end.", name)

    def mend(self, fault: Fault) -> bool:
        """Mend a fault; return whether it could be, here. A report's text is not ours to mend.

        Raises:
            LibraryError: the disk refuses.
        """
        match fault.harm:
            case Harm.WORDS:
                self._database.renew_index("finding_words")
            case Harm.PATHS:
                self._make_paths()
            case Harm.ORPHANS:
                self._database.delete_orphans()
            case Harm.INDEX:
                self._index_anew(fault.subject)
            case Harm.LEFTOVER:
                self._originals.remove(fault.subject)
            case Harm.STRAY:
                return self._sweep(fault.subject)
            case Harm.TEXT:
                self._drop_unreadable(fault.subject)
                return False
            case Harm.GONE | Harm.FILE | Harm.ORIGINAL:
                return False
        return True

    def reports(self) -> list[tuple[str, str]]:
        """Return fingerprint and file name of every report, whatever else of it can be read."""
        rows = self._database.rows("SELECT sha256, file_name FROM report ORDER BY id")
        return [(row["sha256"], row["file_name"]) for row in rows]

    def original(self, sha256: str) -> tuple[bytes, date]:
        """Return an original, whether or not a report is listed for it, and when it was kept.

        Raises:
            LibraryError: it is missing, cannot be read or has been altered.
        """
        return self._originals.read(sha256), self._originals.day_of(sha256)

    def _read(self, row: Row) -> tuple[Report, list[Row], list[Finding]]:
        """Return a report with its findings, and their rows.

        Raises:
            LibraryError: some of it is not what was written.
        """
        blocks = self._database.rows(
            "SELECT number, content FROM block WHERE report = ? ORDER BY number", (row["id"],)
        )
        rows = rows_of_report(self._database, row["sha256"])
        with self._database.decoding():
            if [block["number"] for block in blocks] != list(range(len(blocks))):
                raise ValueError("blocks are missing")
            for block in blocks:
                load_block(block["content"])
            return report_of(row, blocks), rows, [load_finding(one) for one in rows]

    def _index_anew(self, sha256: str) -> None:
        with self._database.atomic():
            row = self._database.row("SELECT * FROM report WHERE sha256 = ?", (sha256,))
            if row is not None:
                report, rows, findings = self._read(row)
                index_report(self._database, row, rows, findings, report.metadata)

    def _names(self) -> set[str]:
        rows = self._database.rows("SELECT name FROM sqlite_schema")
        return {row["name"] for row in rows}

    def _make_paths(self) -> None:
        with self._database.atomic():
            there = self._names()
            for name, statement in indexes().items():
                if name not in there:
                    self._database.run(statement)

    def _drop_unreadable(self, sha256: str) -> None:
        """Give up corrections of a report's metadata that cannot be read: all else is in it."""
        with self._database.atomic():
            row = self._database.row("SELECT * FROM report WHERE sha256 = ?", (sha256,))
            if row is None:
                return
            try:
                with self._database.decoding():
                    overlay_of(row)
            except LibraryError:
                self._database.run("UPDATE report SET overlay = NULL WHERE sha256 = ?", (sha256,))

    def _sweep(self, sha256: str) -> bool:
        """Delete an original that is not whole; one that is may be all that is left of a report."""
        with self._database.atomic():  # nobody brings the report in while its original is deleted
            held = self._database.row("SELECT 1 FROM report WHERE sha256 = ?", (sha256,))
            if held is not None:
                return True
            try:
                self._originals.read(sha256)
            except LibraryError:
                self._originals.remove(sha256)
                return True
            return False


def _is_elsewhere(report: Report, row: Row, finding: Finding) -> bool:
    """Return whether a finding is said to stand on another page or in another paragraph."""
    said = tuple(row[column] for column in PLACE_COLUMNS)
    return said != place_of(report, finding)


def _stands(finding: Finding, report: Report) -> bool:
    place = finding.passage
    if not 0 <= place.block < len(report.blocks) or place.start < 0:
        return False
    return report.blocks[place.block].text[place.start : place.end] == finding.text
