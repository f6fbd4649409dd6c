"""The only module that opens SQLite: pragmas, transactions, errors turned into sentences."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from briefing.errors import LibraryError

APPLICATION_ID = 0x44425246
"""``DBRF``: marks the file as a library of this program."""
WAIT_MS = 5000
"""How long a statement waits for another process to finish writing."""

Parameters = Sequence[object] | Mapping[str, object]
Row = sqlite3.Row

_TELLS: dict[int, tuple[str, str]] = {
    sqlite3.SQLITE_BUSY: ("is in use by another program", "Close it there, then try again."),
    sqlite3.SQLITE_LOCKED: ("is in use by another program", "Close it there, then try again."),
    sqlite3.SQLITE_FULL: ("cannot be written: the disk is full", "Make room, then try again."),
    sqlite3.SQLITE_READONLY: (
        "cannot be written: it is write-protected",
        "Copy the folder to a place where you may write.",
    ),
    sqlite3.SQLITE_PERM: ("may not be opened", "Ask for permission to read and write the folder."),
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "See that the folder exists and is yours."),
    sqlite3.SQLITE_IOERR: (
        "cannot be read or written: the disk reports an error",
        "See that the disk is connected and has room.",
    ),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "Restore the folder from a copy."),
    sqlite3.SQLITE_NOTADB: ("is damaged or is not a library", "Restore the folder from a copy."),
}
"""What a primary result code means to the officer: the fault and what to do."""


_DAMAGED = _TELLS[sqlite3.SQLITE_CORRUPT]
_SCHEMA_FAULTS = ("no such table: ", "no such column: ", "Could not decode to UTF-8", "malformed")
"""How SQLite's message begins where the file, not our statement, is at fault: all statements are
constant and fit the schema."""


class NoTextError(LibraryError):
    """What was to be kept holds characters that are no text; nothing was written."""


class AlreadyHeldError(LibraryError):
    """The report to be kept is there already; nothing was written."""


class Database:
    """One connection to the library's file."""

    def __init__(self, path: Path) -> None:
        """Open or create the file.

        Raises:
            LibraryError: the file cannot be opened, is damaged or belongs to another program.
        """
        self._path = path
        with self._sentences():
            self._connection = sqlite3.connect(
                path, timeout=WAIT_MS / 1000, isolation_level=None, check_same_thread=False
            )
        self._connection.row_factory = sqlite3.Row
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Close the file; nothing is pending outside ``atomic``."""
        with self._sentences():
            self._connection.close()

    def run(self, sql: str, parameters: Parameters = ()) -> int:
        """Execute one statement and return the id of the row it inserted, if any."""
        with self._sentences():
            return self._connection.execute(sql, parameters).lastrowid or 0

    def run_many(self, sql: str, rows: Iterable[Parameters]) -> None:
        """Execute one statement for each of ``rows``."""
        with self._sentences():
            self._connection.executemany(sql, rows)

    def rows(self, sql: str, parameters: Parameters = ()) -> list[Row]:
        """Return all rows that a query gives."""
        with self._sentences():
            return self._connection.execute(sql, parameters).fetchall()

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row that a query gives."""
        return next(iter(self.rows(sql, parameters)), None)

    def revision(self) -> tuple[int, int]:
        """Return what is another once this connection, or another one, has written."""
        with self._sentences():
            return self._pragma("data_version"), self._connection.total_changes

    def structure_faults(self) -> list[str]:
        """Return what SQLite finds wrong with the file's structure; empty where it is whole."""
        told = [str(row[0]) for row in self.rows("PRAGMA integrity_check(10)")]
        return [] if told == ["ok"] else told

    def orphans(self) -> dict[str, int]:
        """Return by table how many rows refer to rows that are not there."""
        rows = self.rows("PRAGMA foreign_key_check")
        return dict(Counter(str(row["table"]) for row in rows))

    def delete_orphans(self) -> None:
        """Delete the rows that refer to rows that are not there, or take the reference away."""
        with self.atomic():
            for table in map(_named, self.orphans()):
                for key in self.rows(f"PRAGMA foreign_key_list({table})"):
                    column, target, other = map(_named, (key["from"], key["to"], key["table"]))
                    deed = f"UPDATE {table} SET {column} = NULL"  # noqa: S608 - quoted names
                    if key["on_delete"] != "SET NULL":
                        deed = f"DELETE FROM {table}"  # noqa: S608
                    missing = f"{column} NOT IN (SELECT {target} FROM {other})"  # noqa: S608
                    self.run(f"{deed} WHERE {missing}")

    def is_index_whole(self, table: str) -> bool:
        """Return whether a full-text index agrees with the text that it is over."""
        try:
            self.run(f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except LibraryError:
            return False
        return True

    def renew_index(self, table: str) -> None:
        """Make a full-text index anew from the text that it is over."""
        self.run(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")  # noqa: S608 - constant name

    @contextmanager
    def atomic(self) -> Iterator[None]:
        """Make all statements of the block take effect together, or none of them.

        Raises:
            LibraryError: another process holds the library for longer than ``WAIT_MS``.
        """
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.rollback()
            raise

    @contextmanager
    def decoding(self) -> Iterator[None]:
        """Call the library damaged where values that it gave cannot be what was written.

        Raises:
            LibraryError: the block met a row whose JSON, kind or date is broken.
        """
        try:
            yield
        except (
            ValueError,
            TypeError,
            LookupError,
            AttributeError,
            RecursionError,
            msgspec.MsgspecError,
        ) as error:
            raise self._error(*_DAMAGED) from error

    def _error(self, fault: str, hint: str) -> LibraryError:
        return LibraryError(f"The library {self._path.parent} {fault}.", hint)

    def _prepare(self) -> None:
        self.run("PRAGMA trusted_schema = OFF")  # the file may come from anywhere
        self._refuse_other_programs()
        self.run("PRAGMA foreign_keys = ON")
        self.rows("PRAGMA journal_mode = WAL")
        self.run("PRAGMA synchronous = FULL")

    def _refuse_other_programs(self) -> None:
        marked = self._pragma("application_id")
        if marked == APPLICATION_ID:
            return
        if marked or self.row("SELECT 1 FROM sqlite_schema LIMIT 1"):
            raise LibraryError(
                f"{self._path} belongs to another program.", "Choose another folder."
            )
        self.run(f"PRAGMA application_id = {APPLICATION_ID}")

    def _pragma(self, name: str) -> int:
        row = self.row(f"PRAGMA {name}")
        return int(row[0]) if row else 0

    @contextmanager
    def _sentences(self) -> Iterator[None]:
        """Turn what SQLite says of the file or the disk into a sentence; let defects pass."""
        try:
            yield
        except sqlite3.Error as error:
            primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
            is_schema = str(error).startswith(_SCHEMA_FAULTS)
            if primary not in _TELLS and not is_schema:
                raise
            raise self._error(*_TELLS.get(primary, _DAMAGED)) from error
        except UnicodeEncodeError as error:
            raise NoTextError(
                "The report, or what is said of it, holds characters that are no text.",
                "Save it anew from the program it came from, then import it again.",
            ) from error


def _named(name: str) -> str:
    """Return a name of the file's schema, which may come from anywhere, as SQL has it."""
    return '"' + name.replace('"', '""') + '"'
