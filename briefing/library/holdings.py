"""What an open library holds, as the other stages ask for it: model values out, never rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from briefing.errors import LibraryError
from briefing.library.database import Database, Row
from briefing.library.encoding import Worded, dump, load_finding, worded
from briefing.library.facets import Facets
from briefing.library.originals import Originals
from briefing.library.outlines import Outlines
from briefing.library.reading import overlay_of, report_of, stored_finding, summary_of
from briefing.library.recent import Recent
from briefing.library.search import (
    FindingQuery,
    beside,
    by_code,
    by_words,
    latest,
    matching,
    row_at,
    rows_by_id,
    rows_of_report,
    words_by_id,
)
from briefing.model import (
    Finding,
    Metadata,
    Passage,
    Report,
    ReportSummary,
    StoredFinding,
)
from briefing.quotations import typed_code

_OF_REPORTS = "SELECT * FROM report WHERE sha256 IN (SELECT value FROM json_each(?))"
_CODE = re.compile(r"f-[a-z2-7]{4,52}")
FINGERPRINT = re.compile(r"[0-9a-f]{6,64}")


class Holdings:
    """Reports and findings to be asked for; changes nothing."""

    def __init__(self, database: Database, originals: Originals) -> None:
        self._database = database
        self._originals = originals
        self._counted: tuple[tuple[int, int], Facets] | None = None
        self._outlined: tuple[tuple[int, int], Outlines] | None = None
        self._recent = Recent(self._stored)

    def contains(self, sha256: str) -> bool:
        """Return whether a file with these bytes has been imported."""
        return self._database.row("SELECT 1 FROM report WHERE sha256 = ?", (sha256,)) is not None

    def tagged_otherwise(self, tables: str) -> tuple[str, ...]:
        """Return the reports that were tagged with other tables than these, in order of import."""
        wanted = "SELECT sha256 FROM report WHERE tables <> ? ORDER BY id"
        return tuple(row["sha256"] for row in self._database.rows(wanted, (tables,)))

    def revision(self) -> tuple[int, int]:
        """Return what is another whenever the content is, also where another process changed it.

        To be compared with what the same open library gave before.
        """
        return self._database.revision()

    def reports(self) -> tuple[ReportSummary, ...]:
        """Return what is known of every report, in the order of import."""
        rows = self._database.rows("SELECT * FROM report ORDER BY id")
        with self._database.decoding():
            return tuple(map(summary_of, rows))

    def summary(self, sha256: str) -> ReportSummary:
        """Return what a list of reports shows of one.

        Raises:
            LibraryError: the library does not hold it.
        """
        row = self._row(sha256)
        with self._database.decoding():
            return summary_of(row)

    def report(self, sha256: str) -> Report:
        """Return a report with all its blocks, corrections of its metadata laid over.

        Raises:
            LibraryError: the library does not hold it.
        """
        row = self._row(sha256)
        blocks = self._database.rows(
            "SELECT content FROM block WHERE report = ? ORDER BY number", (row["id"],)
        )
        with self._database.decoding():
            return report_of(row, blocks)

    def original(self, sha256: str) -> bytes:
        """Return the file as it was imported, byte for byte.

        Raises:
            LibraryError: the library does not hold it, or its copy is missing or altered.
        """
        self._row(sha256)
        return self._originals.read(sha256)

    def find_report(self, name: str) -> str:
        """Return the SHA-256 of the report that a file name or the beginning of its hash names.

        Raises:
            LibraryError: no report, or several, are called so.
        """
        found = self._named(name)
        if len(found) == 1:
            return found[0]
        if found:
            raise LibraryError(
                f"“{name}” may mean {len(found)} reports of the library.",
                "Name it by more characters of its fingerprint, as “reports” lists it.",
            )
        raise LibraryError(
            f"The library holds no report “{name}”.",
            "Give a file name or six or more characters of a fingerprint, as “reports” lists them.",
        )

    def corrections(self, sha256: str) -> Metadata:
        """Return the officer's corrections of a report's metadata.

        Raises:
            LibraryError: the library does not hold the report.
        """
        row = self._row(sha256)
        with self._database.decoding():
            return overlay_of(row)

    def findings_of(self, sha256: str) -> tuple[Finding, ...]:
        """Return every sentence of a report with its tags, in the order it was added.

        Raises:
            LibraryError: the library does not hold the report.
        """
        self._row(sha256)
        rows = rows_of_report(self._database, sha256)
        with self._database.decoding():
            return tuple(map(load_finding, rows))

    def candidates(self, query: FindingQuery) -> tuple[StoredFinding, ...]:
        """Return the findings that answer the query, in the order of import and text."""
        return self._stored(matching(self._database, query))

    def latest(self, number: int) -> tuple[StoredFinding, ...]:
        """Return so many of the findings that came in last, in the order of import and text."""
        return self._stored(latest(self._database, number))

    def outlines(self) -> Outlines:
        """Return what ranks findings without their words, as the library is now."""
        revision = self.revision()
        if self._outlined is None or self._outlined[0] != revision:
            self._outlined = revision, Outlines(self._database)
        return self._outlined[1]

    def numbers(self, query: FindingQuery, *, placed: bool = False) -> list[int]:
        """Return the library's numbers of the findings that answer, in the order of import.

        With ``placed``, those that nothing dates are left out.
        """
        return matching(self._database, query, placed=placed)

    def beside(self, query: FindingQuery, numbers: Sequence[int]) -> list[int]:
        """Return which findings that answer stand in one paragraph with any of some others."""
        return beside(self._database, query, numbers)

    def wordings(self, numbers: Iterable[int]) -> list[Worded]:
        """Return what findings say, by their numbers and in that order; what is gone is left out.

        A small part of what ``stored`` reads.
        """
        wanted = list(numbers)
        found = words_by_id(self._database, wanted)
        with self._database.decoding():
            return [worded(found[id_]) for id_ in wanted if id_ in found]

    def numbered(self, numbers: Iterable[int]) -> tuple[StoredFinding, ...]:
        """Return findings by the library's numbers, in that order."""
        return self._stored(list(numbers))

    def search(self, words: str, limit: int = 50) -> tuple[StoredFinding, ...]:
        """Return findings that hold all the words, best first; the last word may be unfinished."""
        revision = self.revision()
        return self._recent.get(by_words(self._database, words, limit), revision)

    def stored(self, passage: Passage) -> StoredFinding | None:
        """Return the finding that is this passage, or None."""
        return self.stored_many([passage]).get(passage)

    def stored_many(self, passages: Iterable[Passage]) -> dict[Passage, StoredFinding]:
        """Return the findings that are these passages; those that are none are left out."""
        rows = (row_at(self._database, passage) for passage in passages)
        found = self._stored([row["id"] for row in rows if row is not None])
        return {one.finding.passage: one for one in found}

    def findings_of_code(
        self, code: str, reports: frozenset[str] = frozenset()
    ) -> tuple[StoredFinding, ...]:
        """Return the findings that a code such as ``f-3k7q`` means, in the order of import.

        Four characters may mean several in a large library; a longer code, as documents print it
        where two clash, or ``reports`` by their SHA-256 narrow it down.
        """
        wanted = typed_code(code)
        if not _CODE.fullmatch(wanted):
            return ()
        return self._stored(by_code(self._database, wanted, reports))

    def count(self, query: FindingQuery) -> int:
        """Return how many findings answer; under a period, those that nothing dates do not count.

        The same holds for the two that follow.
        """
        return self._facets().count(query)

    def count_by_region(
        self, query: FindingQuery, covers: Mapping[str, Iterable[str]]
    ) -> dict[str, int]:
        """Return how many findings that answer name, or are about, any region that each covers."""
        return self._facets().count_by_region(query, covers)

    def count_by_theme(self, query: FindingQuery) -> dict[str, int]:
        """Return how many findings that answer have each theme; themes without any are left out."""
        return self._facets().count_by_theme(query)

    @contextmanager
    def _counting_on(self, follow: Callable[[Facets], None]) -> Iterator[None]:
        """Let what has been counted go along with a change made within, not be counted anew."""
        before, counted = self.revision(), self._counted
        self._counted = None  # a change that is broken off leaves nothing half followed
        yield
        if counted is None or counted[0] != before:
            return
        follow(counted[1])
        now = self.revision()
        if now[0] == before[0]:  # nobody else has written meanwhile
            self._counted = now, counted[1]

    def _facets(self) -> Facets:
        """Return the sets of findings as they are now."""
        revision = self.revision()
        if self._counted is None or self._counted[0] != revision:
            self._counted = revision, Facets(self._database)
        return self._counted[1]

    def _stored(self, ids: list[int]) -> tuple[StoredFinding, ...]:
        """Return the findings with these ids, in this order, those that lean with their support."""
        rows = rows_by_id(self._database, ids)
        leaning = (row["before"] for row in rows.values() if row["needs_context"])
        befores = {*leaning} - {None, *rows}
        with_befores = rows | rows_by_id(self._database, befores)
        reports = self._database.rows(_OF_REPORTS, (dump([*{r["sha256"] for r in rows.values()}]),))
        with self._database.decoding():
            summaries = {row["sha256"]: summary_of(row) for row in reports}
            findings = {id_: load_finding(row) for id_, row in with_befores.items()}
            return tuple(stored_finding(rows[id_], findings, summaries) for id_ in ids)

    def _row(self, sha256: str) -> Row:
        row = self._database.row("SELECT * FROM report WHERE sha256 = ?", (sha256,))
        if row is None:
            raise LibraryError(
                f"The library holds no report {sha256[:12]}.",
                "It may have been removed elsewhere; importing its file brings it back.",
            )
        return row

    def _named(self, name: str) -> list[str]:
        rows = self._database.rows("SELECT sha256, file_name FROM report ORDER BY id")
        wanted = name.casefold()
        named = [row["sha256"] for row in rows if row["file_name"].casefold() == wanted]
        if named or not FINGERPRINT.fullmatch(wanted):
            return named
        return [row["sha256"] for row in rows if row["sha256"].startswith(wanted)]
