"""The tables, indexes and views of the library, by the migration that makes them.

The statements of a migration that has been published are never edited. After all of them there are:

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
CORRECTIONS = (
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
CODES = (
    """CREATE TABLE finding_code (
        finding INTEGER PRIMARY KEY REFERENCES finding (id) ON DELETE CASCADE,
        code TEXT NOT NULL
    ) STRICT""",
    "CREATE INDEX finding_by_code ON finding_code (code)",
)
RULES = (
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
BEGINNINGS = (
    "DROP TABLE finding_words",
    """CREATE VIRTUAL TABLE finding_words USING fts5 (
        text, content='offered', content_rowid='id', prefix='1 2 3',
        tokenize='porter unicode61 remove_diacritics 2'
    )""",
)

_ALL = (*FIRST, *CORRECTIONS, *CODES, *RULES, *WEIGHTS, *BEGINNINGS)
_INDEX = re.compile(r"CREATE INDEX (\w+)")
_HOLDING = re.compile(r"CREATE (?:VIRTUAL )?(?:TABLE|VIEW) (\w+)")


def indexes() -> dict[str, str]:
    """Return the statements that make the plain indexes of the newest schema, by their names."""
    return {found[1]: one for one in _ALL if (found := _INDEX.match(one))}


def tables() -> frozenset[str]:
    """Return the names of the tables and views of the newest schema."""
    return frozenset(found[1] for one in _ALL if (found := _HOLDING.match(one)))
