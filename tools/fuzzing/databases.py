"""Spoils databases: other values in their cells, other things in their plan, other bytes."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from random import Random

from fuzzing.mutating import spoilt
from fuzzing.tokens import NUMBERS, WORDS

_DEEDS = (
    "CREATE TRIGGER t AFTER UPDATE ON report BEGIN DELETE FROM finding; END",
    "CREATE TRIGGER t AFTER INSERT ON report BEGIN SELECT load_extension('/tmp/x'); END",
    "CREATE VIEW v AS SELECT * FROM report",
    "DROP VIEW offered",
    "DROP TABLE finding_words",
    "DROP TABLE report",
    "DELETE FROM migration",
    "DELETE FROM block",
    "ALTER TABLE report RENAME TO reports",
    "ALTER TABLE finding ADD COLUMN more TEXT",
    "DROP INDEX finding_by_report",
    "PRAGMA application_id = 7",
    "PRAGMA user_version = 99",
)


def database(data: bytes, random: Random) -> bytes:
    """Return a database spoilt in its values, its plan or its bytes."""
    deed = random.randrange(4)
    if deed == 0:
        return spoilt(data, random)
    if deed == 1:
        return _with_pages_spoilt(data, random)
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(data)
        connection.execute("PRAGMA ignore_check_constraints = ON")
        connection.execute("PRAGMA writable_schema = ON")
        for _ in range(random.choice((1, 2, 5))):
            with suppress(sqlite3.Error, OverflowError, UnicodeEncodeError, IndexError):
                if deed == 2:
                    connection.execute(random.choice(_DEEDS))
                else:
                    _spoil_cell(connection, random)
        with suppress(sqlite3.Error):
            connection.commit()
        return connection.serialize()


def _with_pages_spoilt(data: bytes, random: Random) -> bytes:
    """Return a database with bytes turned in a page, its head left as it is."""
    page = random.randrange(1, max(2, len(data) // 4096)) * 4096
    return data[:page] + spoilt(data[page : page + 4096], random)[:4096] + data[page + 4096 :]


def _spoil_cell(connection: sqlite3.Connection, random: Random) -> None:
    names = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
    table = random.choice([*(name for (name,) in names), "sqlite_schema"])
    columns = connection.execute(f"PRAGMA table_info({table})").fetchall()
    column = random.choice(columns)[1]
    value: object = random.choice((*WORDS, *NUMBERS, None, b"\xff\xfe"))
    rows = connection.execute(f'SELECT rowid, "{column}" FROM {table} LIMIT 60').fetchall()  # noqa: S608
    if not rows:
        return
    row, old = random.choice(rows)
    if isinstance(old, str) and random.random() < 0.6:
        value = spoilt(old.encode(), random).decode("utf-8", "replace")
    connection.execute(f'UPDATE {table} SET "{column}" = ? WHERE rowid = ?', (value, row))  # noqa: S608
