"""What queries find a report's findings by, worked out from the findings themselves.

The same tables are written when a report comes in; here they are compared, and made anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.library.database import Database, Row
from briefing.library.search import CODE_KEPT
from briefing.library.tags import REGION_COLUMNS, THEME_COLUMNS, region_rows, theme_rows
from briefing.library.writing import before_of, days_of
from briefing.model import Finding, Metadata, TextKind
from briefing.quotations import full_code

Pairs = frozenset[tuple[object, ...]]

_TABLES = {
    "finding_region": REGION_COLUMNS,
    "finding_theme": THEME_COLUMNS,
    "finding_date": "finding, first_day, last_day",
    "finding_code": "finding, code",
}
_OF_REPORT = "finding IN (SELECT id FROM finding WHERE report = ?)"


@dataclass(frozen=True, slots=True)
class Indexed:
    """The rows of the tables that findings are found by, and how many findings are offered."""

    tables: tuple[Pairs, ...]
    """In the order of ``_TABLES``."""
    offered: int
    before: Pairs
    """Which finding stands before which, in its block."""
    days: tuple[str | None, str | None]
    """First and last day of the report's date."""


def indexed(database: Database, report: Row, rows: Sequence[Row]) -> Indexed:
    """Return what the tables hold for the report of a row, and those of its findings."""
    tables = (
        frozenset(
            tuple(row)
            for row in database.rows(
                f"SELECT {columns} FROM {table} WHERE {_OF_REPORT}",  # noqa: S608 constant parts
                (report["id"],),
            )
        )
        for table, columns in _TABLES.items()
    )
    before = frozenset((row["id"], row["before"]) for row in rows if row["before"] is not None)
    days = (report["first_day"], report["last_day"])
    return Indexed(tuple(tables), report["findings"], before, days)


def must_be_indexed(
    rows: Sequence[Row], findings: Sequence[Finding], metadata: Metadata
) -> Indexed:
    """Return what the tables must hold for findings and their rows, and a report's metadata."""
    numbered = [(row["id"], finding) for row, finding in zip(rows, findings, strict=True)]
    offered = [(n, finding) for n, finding in numbered if finding.kind is TextKind.BODY]
    return Indexed(
        (
            frozenset(region_rows(offered)),
            frozenset(theme_rows(offered)),
            frozenset(
                (n, day.first_day.isoformat(), day.last_day.isoformat())
                for n, one in offered
                for day in one.dates
            ),
            frozenset((n, full_code(one.passage)[:CODE_KEPT]) for n, one in offered),
        ),
        len(offered),
        frozenset(before_of(numbered).items()),
        days_of(metadata),
    )


def index_report(
    database: Database,
    report: Row,
    rows: Sequence[Row],
    findings: Sequence[Finding],
    metadata: Metadata,
) -> None:
    """Make the tables anew for a report; the caller holds the transaction."""
    due = must_be_indexed(rows, findings, metadata)
    for (table, columns), wanted in zip(_TABLES.items(), due.tables, strict=True):
        database.run(f"DELETE FROM {table} WHERE {_OF_REPORT}", (report["id"],))  # noqa: S608
        marks = ", ".join("?" * (columns.count(",") + 1))
        database.run_many(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608 - constant parts
            sorted(wanted, key=repr),
        )
    before = before_of([(row["id"], one) for row, one in zip(rows, findings, strict=True)])
    database.run_many(
        "UPDATE finding SET before = ? WHERE id = ?",
        [(before.get(row["id"]), row["id"]) for row in rows],
    )
    database.run(
        "UPDATE report SET findings = ?, first_day = ?, last_day = ? WHERE id = ?",
        (due.offered, *due.days, report["id"]),
    )
