"""The schema as ordered migrations, each carried out in one transaction with its record.

To change the schema, add one function to the end of ``MIGRATIONS``; never edit one that has been
published. After all of them the library holds:

``report``           one row a report: hash, file, metadata as the file gives it (``metadata``),
                     the officer's corrections (``overlay``), first and last day of its date
                     with the corrections laid over, and how many findings it offers
                     and with which tables it was tagged (``tables``; empty: not known, or
                     its date or language has been corrected since)
``block``            the blocks of a report, each as JSON, by their number in the report
``finding``          every sentence in the order of the report: where it stands, what it is, how
                     strong, and the sentence before it in its block; narrow, so that sifting many
                     is quick
``wording``          the rest of each finding: its words, its tags (mentions, about, themes, dates
                     and evidence as JSON), and its place: page, paragraph, headings, surroundings
``finding_region``   region ids that a finding of running text mentions or is about: where it stands
                     among those (``place``, NULL: only mentioned), how sure it is, and what it is
                     worth at the most, in the order of which the rows lie
``finding_theme``    theme ids of a finding of running text, likewise
``finding_date``     first and last day of each date that a finding of running text speaks of
``offered``          a view: the findings of running text, the only ones that are offered
``finding_words``    full-text index over ``offered``, without a copy of the text; it holds the
                     first letters of words as well
``tag_correction``   what the officer says a finding is about, and its themes, where that is another
                     than extraction says: by report and position; NULL leaves it to extraction.
                     ``finding_region`` and ``finding_theme`` hold the tags with it laid over
``tag_rule``         the officer's rules: that a term means a region or theme (``adds``), or does
                     not; ``report`` and ``publisher`` are empty where it holds for all of them
``rule_hit``         which findings each rule speaks of, with the words for it; not ``active`` where
                     the rule does not hold for the finding's report. ``finding_region`` and
                     ``finding_theme`` hold the tags with the rules laid over
``kept_correction``  corrected tags of findings whose report has been taken out, for the day when it
                     comes in again: by a fingerprint of report and words, which tells neither
``finding_code``     the beginning of the code that documents print of a finding of running text
``migration``        which migrations have been carried out
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from briefing.errors import DamagedError, LibraryError
from briefing.library.database import Database
from briefing.library.encoding import load_finding
from briefing.library.search import rows_by_id
from briefing.library.tags import write_tags_of
from briefing.library.writing import write_codes
from briefing.model import Passage
from briefing.progress import Progress, Silent

FIRST = (
    """CREATE TABLE report (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        file_name TEXT NOT NULL,
        format TEXT NOT NULL,
        metadata TEXT NOT NULL,
        overlay TEXT,
        page_labels TEXT NOT NULL,
        remarks TEXT NOT NULL,
        first_day TEXT,
        last_day TEXT,
        findings INTEGER NOT NULL,
        imported TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE block (
        report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (report, number)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE finding (
        id INTEGER PRIMARY KEY,
        report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        block INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        kind TEXT NOT NULL,
        strength REAL NOT NULL,
        needs_context INTEGER NOT NULL,
        dated INTEGER NOT NULL,
        before INTEGER REFERENCES finding (id) ON DELETE SET NULL
    ) STRICT""",
    """CREATE TABLE wording (
        finding INTEGER PRIMARY KEY REFERENCES finding (id) ON DELETE CASCADE,
        text TEXT NOT NULL,
        tags TEXT NOT NULL,
        page_label TEXT NOT NULL,
        paragraph INTEGER NOT NULL,
        heading_path TEXT NOT NULL,
        quote_prefix TEXT NOT NULL,
        quote_suffix TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX finding_by_report ON finding (report)",
    "CREATE INDEX finding_by_before ON finding (before)",
    """CREATE TABLE finding_region (
        region TEXT NOT NULL,
        finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
        PRIMARY KEY (region, finding)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE finding_theme (
        theme TEXT NOT NULL,
        finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
        PRIMARY KEY (theme, finding)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE finding_date (
        finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
        first_day TEXT NOT NULL,
        last_day TEXT NOT NULL,
        PRIMARY KEY (finding, first_day, last_day)
    ) STRICT, WITHOUT ROWID""",
    """CREATE VIEW offered AS SELECT f.id, w.text
        FROM finding f JOIN wording w ON w.finding = f.id WHERE f.kind = 'body'""",
    """CREATE VIRTUAL TABLE finding_words USING fts5 (
        text, content='offered', content_rowid='id',
        tokenize='porter unicode61 remove_diacritics 2'
    )""",
)


def reports_and_findings(database: Database) -> None:
    """Create the tables of reports, blocks and findings and the full-text index."""
    for statement in FIRST:
        database.run(statement)


_CORRECTIONS = (
    """CREATE TABLE tag_correction (
        report INTEGER NOT NULL REFERENCES report (id) ON DELETE CASCADE,
        block INTEGER NOT NULL,
        start INTEGER NOT NULL,
        "end" INTEGER NOT NULL,
        about TEXT,
        themes TEXT,
        PRIMARY KEY (report, block, start, "end")
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX finding_by_place ON finding (report, block, start)",
    "CREATE INDEX region_by_finding ON finding_region (finding)",
    "CREATE INDEX theme_by_finding ON finding_theme (finding)",
)


def corrections_of_tags(database: Database) -> None:
    """Create the table of corrected tags, and what removing and counting findings needs."""
    for statement in _CORRECTIONS:
        database.run(statement)


_CODES = (
    """CREATE TABLE finding_code (
        finding INTEGER PRIMARY KEY REFERENCES finding (id) ON DELETE CASCADE,
        code TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX finding_by_code ON finding_code (code)",
)
_UNCODED = """SELECT f.id, r.sha256, f.block, f.start, f."end"
    FROM finding f JOIN report r ON r.id = f.report WHERE f.kind = 'body'"""


def codes_of_findings(database: Database) -> None:
    """Create the index of codes and fill it for the findings that are there."""
    for statement in _CODES:
        database.run(statement)
    write_codes(
        database,
        (
            (row["id"], Passage(row["sha256"], row["block"], row["start"], row["end"]))
            for row in database.rows(_UNCODED)
        ),
    )


_RULES = (
    """CREATE TABLE tag_rule (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        term TEXT NOT NULL,
        facet TEXT NOT NULL,
        tag TEXT NOT NULL,
        adds INTEGER NOT NULL,
        report TEXT NOT NULL,
        publisher TEXT NOT NULL
    ) STRICT""",
    """CREATE TABLE rule_hit (
        finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
        rule INTEGER NOT NULL REFERENCES tag_rule (id) ON DELETE CASCADE,
        words TEXT NOT NULL,
        active INTEGER NOT NULL,
        PRIMARY KEY (finding, rule)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX hit_by_rule ON rule_hit (rule)",
    """CREATE TABLE kept_correction (
        fingerprint TEXT PRIMARY KEY,
        about TEXT,
        themes TEXT
    ) STRICT, WITHOUT ROWID""",
)


def rules_of_tags(database: Database) -> None:
    """Create the tables of the officer's rules, and of corrections that outlive a report."""
    for statement in _RULES:
        database.run(statement)


def tables_of_tags(database: Database) -> None:
    """Let each report say with which tables of names and themes it was tagged."""
    database.run("ALTER TABLE report ADD COLUMN tables TEXT NOT NULL DEFAULT ''")


WEIGHTS = (
    "DROP TABLE finding_region",
    "DROP TABLE finding_theme",
    """CREATE TABLE finding_region (
        region TEXT NOT NULL,
        worth REAL NOT NULL,
        finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
        place INTEGER,
        nearness REAL NOT NULL,
        PRIMARY KEY (region, worth, finding)
    ) STRICT, WITHOUT ROWID""",
    """CREATE TABLE finding_theme (
        theme TEXT NOT NULL,
        worth REAL NOT NULL,
        finding INTEGER NOT NULL REFERENCES finding (id) ON DELETE CASCADE,
        sureness REAL NOT NULL,
        PRIMARY KEY (theme, worth, finding)
    ) STRICT, WITHOUT ROWID""",
    "CREATE INDEX region_by_finding ON finding_region (finding, region, place, nearness)",
    "CREATE INDEX theme_by_finding ON finding_theme (finding, theme, sureness)",
)
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


_BEGINNINGS = (
    "DROP TABLE finding_words",
    """CREATE VIRTUAL TABLE finding_words USING fts5 (
        text, content='offered', content_rowid='id', prefix='1 2 3',
        tokenize='porter unicode61 remove_diacritics 2'
    )""",
)


def beginnings_of_words(database: Database) -> Iterator[None]:
    """Let the full-text index hold the first letters of words too, for searching while typing."""
    for statement in _BEGINNINGS:
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


_ALL = (*FIRST, *_CORRECTIONS, *_CODES, *_RULES, *WEIGHTS, *_BEGINNINGS)
_INDEX = re.compile(r"CREATE INDEX (\w+)")
_HOLDING = re.compile(r"CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)")


def indexes() -> dict[str, str]:
    """Return the statements that make the plain indexes of the newest schema, by their names."""
    return {found[1]: one for one in _ALL if (found := _INDEX.match(one))}


def tables() -> frozenset[str]:
    """Return the names of the tables and views of the newest schema."""
    return frozenset(found[1] for one in _ALL if (found := _HOLDING.match(one)))


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
