"""What queries find a report's findings by, worked out from the findings themselves.

The same tables are written when a report comes in; here they are compared, and made anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.library.database import Database, Row
from briefing.library.search import CODE_KEPT
from briefing.library.tags import REGION_COLUMNS, THEME_COLUMNS, region_rows, theme_rows
from briefing.model import Finding, TextKind
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


def indexed(database: Database, report: Row) -> Indexed:
    """Return what the tables hold for the report of a row."""
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
    return Indexed(tuple(tables), report["findings"])


def must_be_indexed(rows: Sequence[Row], findings: Sequence[Finding]) -> Indexed:
    """Return what the tables must hold for findings and their rows."""
    offered = [
        (row["id"], finding)
        for row, finding in zip(rows, findings, strict=True)
        if finding.kind is TextKind.BODY
    ]
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
    )


def index_report(
    database: Database, report: Row, rows: Sequence[Row], findings: Iterable[Finding]
) -> None:
    """Make the tables anew for a report; the caller holds the transaction."""
    due = must_be_indexed(rows, list(findings))
    for (table, columns), wanted in zip(_TABLES.items(), due.tables, strict=True):
        database.run(f"DELETE FROM {table} WHERE {_OF_REPORT}", (report["id"],))  # noqa: S608
        marks = ", ".join("?" * (columns.count(",") + 1))
        database.run_many(
            f"INSERT INTO {table} ({columns}) VALUES ({marks})",  # noqa: S608 - constant parts
            sorted(wanted, key=repr),
        )
    database.run("UPDATE report SET findings = ? WHERE id = ?", (due.offered, report["id"]))
