"""The schema brought about by ordered migrations, each in one transaction with its record.

To change the schema, add one function to the end of ``MIGRATIONS``, and its statements to
``schema``; never edit one that has been published.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefing.errors import DamagedError, LibraryError
from briefing.library.database import Database
from briefing.library.encoding import load_finding
from briefing.library.schema import BEGINNINGS, CODES, CORRECTIONS, FIRST, RULES, WEIGHTS
from briefing.library.search import rows_by_id
from briefing.library.tags import write_tags_of
from briefing.library.writing import write_codes
from briefing.model import Passage
from briefing.progress import Progress, Silent


def reports_and_findings(database: Database) -> None:
    """Create the tables of reports, blocks and findings and the full-text index."""
    for statement in FIRST:
        database.run(statement)


def corrections_of_tags(database: Database) -> None:
    """Create the table of corrected tags, and what removing and counting findings needs."""
    for statement in CORRECTIONS:
        database.run(statement)


_UNCODED = """SELECT f.id, r.sha256, f.block, f.start, f."end"
    FROM finding f JOIN report r ON r.id = f.report WHERE f.kind = 'body'"""


def codes_of_findings(database: Database) -> None:
    """Create the index of codes and fill it for the findings that are there."""
    for statement in CODES:
        database.run(statement)
    write_codes(
        database,
        (
            (row["id"], Passage(row["sha256"], row["block"], row["start"], row["end"]))
            for row in database.rows(_UNCODED)
        ),
    )


def rules_of_tags(database: Database) -> None:
    """Create the tables of the officer's rules, and of corrections that outlive a report."""
    for statement in RULES:
        database.run(statement)


def tables_of_tags(database: Database) -> None:
    """Let each report say with which tables of names and themes it was tagged."""
    database.run("ALTER TABLE report ADD COLUMN tables TEXT NOT NULL DEFAULT ''")


_SLICE = 2_000


def weights_of_tags(database: Database) -> Iterator[None]:
    """Let regions and themes say how sure they are, so that the best of many are found at once."""
    for statement in WEIGHTS:
        database.run(statement)
    for ids in _slices(database):
        yield
        rows = rows_by_id(database, ids)
        with database.decoding():
            held = [(id_, load_finding(row)) for id_, row in rows.items()]
        write_tags_of(database, held)


def beginnings_of_words(database: Database) -> Iterator[None]:
    """Let the full-text index hold the first letters of words too, for searching while typing."""
    for statement in BEGINNINGS:
        database.run(statement)
    for ids in _slices(database):
        yield
        database.run(_TAKE_WORDS, (ids[0], ids[-1]))


def _slices(database: Database) -> list[list[int]]:
    """Return the findings that are offered, so many at a time that a person sees them go by."""
    offered = database.rows("SELECT id FROM finding WHERE kind = 'body' ORDER BY id")
    ids = [row["id"] for row in offered]
    return [ids[first : first + _SLICE] for first in range(0, len(ids), _SLICE)]


_TAKE_WORDS = """INSERT INTO finding_words (rowid, text)
    SELECT id, text FROM offered WHERE id BETWEEN ? AND ? ORDER BY id"""


Migration = Callable[[Database], Iterator[None] | None]
"""One that takes long yields before every part."""
MIGRATIONS: tuple[Migration, ...] = (
    reports_and_findings,
    corrections_of_tags,
    codes_of_findings,
    rules_of_tags,
    tables_of_tags,
    weights_of_tags,
    beginnings_of_words,
)
LONG: tuple[Migration, ...] = (weights_of_tags, beginnings_of_words)
"""Those that go through all findings."""


def migrate(database: Database, progress: Progress | None = None) -> None:
    """Bring the library up to this program's schema; broken off, it is as it was before.

    Raises:
        Cancelled: from ``progress``.
        LibraryError: a newer program has changed the library in a way this one does not know, or
            another one has put into it what runs by itself.
    """
    _refuse_foreign(database)
    done = _carried_out(database)
    _refuse_newer(done)
    due = [(n, one) for n, one in enumerate(MIGRATIONS, 1) if n not in done]
    if due:
        told = progress or Silent()
        if parts := sum(len(_slices(database)) for _, one in due if done and one in LONG):
            told.start(parts)
        with database.patient():
            for number, migration in due:
                _carry_out(database, number, migration, told)


def _carried_out(database: Database) -> frozenset[int]:
    known = database.row("SELECT 1 FROM sqlite_schema WHERE name = 'migration'")
    if known is None:
        return frozenset()
    return frozenset(row["number"] for row in database.rows("SELECT number FROM migration"))


def _refuse_foreign(database: Database) -> None:
    """Refuse a library in which somebody has hidden statements of his own.

    Triggers and views run with ours: one that counts without end would hang every search.
    """
    ours = [one for one in FIRST if one.startswith("CREATE VIEW")]
    wanted = "SELECT sql FROM sqlite_schema WHERE type IN ('trigger', 'view')"
    if any(row["sql"] not in ours for row in database.rows(wanted)):
        raise DamagedError(
            "The library holds statements that this program has not put there.",
            "Restore the folder from a copy, or let “Check Library” mend it from its originals.",
        )


def _refuse_newer(done: frozenset[int]) -> None:
    if max(done, default=0) > len(MIGRATIONS):
        raise LibraryError(
            "The library was made by a newer version of the program.",
            "Install that version, or choose another library folder.",
        )


def _carry_out(database: Database, number: int, migration: Migration, progress: Progress) -> None:
    """Run one migration unless another process has done so in the meantime."""
    with database.atomic():
        if number in _carried_out(database):
            return
        database.run(
            "CREATE TABLE IF NOT EXISTS migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL)"
        )
        for _ in migration(database) or ():
            progress.step("Bringing the library up to date")
        database.run("INSERT INTO migration VALUES (?, ?)", (number, migration.__name__))
