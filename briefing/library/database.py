"""The only module that opens SQLite: pragmas, transactions, errors turned into sentences."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from pathlib import Path

import msgspec

from briefing.errors import DamagedError, LibraryError

_OPENING = 1 << 40
"""More than a connection ever counts: what tells the revisions of two from each other."""
APPLICATION_ID = 0x44425246
"""``DBRF``: marks the file as a library of this program."""
WAIT_MS = 5000
"""How long a statement waits for another process to finish writing."""
WAIT_LONG_MS = 120_000
"""How long it waits where another process may be bringing the whole library up to date."""

CACHE_KIB = 8 * 1024
"""Memory for pages of the file; it holds the upper parts of all indexes of a large library."""

Parameters = Sequence[object] | Mapping[str, object]
Row = sqlite3.Row

_ANEW = "Restore the folder from a copy, or let “Check Library” mend it from its originals."
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
    sqlite3.SQLITE_CORRUPT: ("is damaged", _ANEW),
    sqlite3.SQLITE_NOTADB: ("is damaged or is not a library", _ANEW),
}
"""What a primary result code means to the officer: the fault and what to do."""
_REFUSALS = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_IOERR,
    }
)
"""What the disk says of a file that it does not let us write, though it may let us read."""
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_LITTLE = 64 * 1024
"""Bytes; SQLite speaks of an error of the disk where it finds less to begin with."""

_DAMAGED = _TELLS[sqlite3.SQLITE_CORRUPT]
_SCHEMA_FAULTS = (
    *("no such table: ", "no such column: ", "Could not decode to UTF-8", "malformed", "table "),
    *("view ", "index ", "duplicate column", "SQL logic error", "vtable constructor failed"),
    *(
        "row value misused",
        "misuse of",
        "error in ",
        "parse error in ",
        "unsafe use of",
        "cannot modify",
        "foreign key mismatch",
        "invalid fts5 file format",
        "unsupported file format",
    ),
)
"""How SQLite's message begins where the file, not our statement, is at fault: all statements are
constant and fit the schema."""


_PLAN = "SELECT name, sql FROM sqlite_schema WHERE sql NOT NULL AND name NOT LIKE 'finding_words_%'"
"""Without the tables of the full-text index, which each version of SQLite words in its own way."""


class NoTextError(LibraryError):
    """What was to be kept holds characters that are no text; nothing was written."""


class AlreadyHeldError(LibraryError):
    """The report to be kept is there already; nothing was written."""


class _RefusedError(LibraryError):
    """The disk does not let the library be written, or no longer read."""


class Database:
    """One connection to the library's file: where it may not be written, to read at least."""

    def __init__(self, path: Path) -> None:
        """Open or create the file.

        Raises:
            LibraryError: the file cannot be opened, is damaged or belongs to another program.
        """
        self._path = path
        self._times = 0
        """How often the file has been opened."""
        self._open()

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

    def stream(self, sql: str, parameters: Parameters = ()) -> Iterator[Row]:
        """Yield the rows that a query gives, each sought when it is asked for."""
        with self._sentences(), closing(self._connection.execute(sql, parameters)) as cursor:
            yield from cursor

    def row(self, sql: str, parameters: Parameters = ()) -> Row | None:
        """Return the first row that a query gives."""
        return next(iter(self.rows(sql, parameters)), None)

    def revision(self) -> tuple[int, int]:
        """Return what is another once this connection, or another one, has written.

        Raises:
            LibraryError: the file is no longer there.
        """
        self._follow_file()
        with self._sentences():
            version = self._pragma("data_version") + self._times * _OPENING
            return version, self._connection.total_changes

    def plan(self) -> frozenset[tuple[str, str]]:
        """Return names and statements of tables, views and indexes; none if they cannot be read."""
        with suppress(sqlite3.Error, UnicodeDecodeError):
            return frozenset((name, sql) for name, sql in self._connection.execute(_PLAN))
        return frozenset()

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
        """Return whether a full-text index agrees with the text that it is over.

        Raises:
            LibraryError: the disk refuses.
        """
        check = f"INSERT INTO {table} ({table}, rank) VALUES ('integrity-check', 1)"  # noqa: S608
        try:
            with self._sentences(), self._writable() as connection:
                connection.execute(check)
        except _RefusedError:
            raise
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
            LibraryError: another process holds the library for longer than ``WAIT_MS``, or the
                disk does not let it be written.
        """
        self._follow_file()
        self._be_writable()
        self.run("BEGIN IMMEDIATE")
        try:
            yield
            self.run("COMMIT")
        except BaseException:
            with suppress(sqlite3.Error):
                self._connection.rollback()
            raise

    @contextmanager
    def patient(self) -> Iterator[None]:
        """Wait longer for another process within the block: it may be at a long work."""
        self.run(f"PRAGMA busy_timeout = {WAIT_LONG_MS}")
        try:
            yield
        finally:
            self.run(f"PRAGMA busy_timeout = {WAIT_MS}")

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
            raise self._error(*_DAMAGED, DamagedError) from error

    def _error(
        self, fault: str, hint: str, kind: type[LibraryError] = LibraryError
    ) -> LibraryError:
        return kind(f"The library {self._path.parent} {fault}.", hint)

    # --- opening

    def _open(self) -> None:
        """Open the file to write, else, where the disk refuses that, to read."""
        self._refusal: LibraryError | None = None
        try:
            self._connection = self._connected(str(self._path), self._prepare)
        except _RefusedError as error:
            self._connection = self._connected_to_read(error)
            is_full = _is_full(self._path)
            told = _TELLS[sqlite3.SQLITE_FULL if is_full else sqlite3.SQLITE_READONLY]
            self._refusal = self._error(*told)
        self._file = _identity(self._path)
        self._times += 1

    def _connected(self, name: str, prepare: Callable[[], None]) -> sqlite3.Connection:
        """Return a new connection, made ready."""
        with self._sentences():
            connection = self._connection = sqlite3.connect(
                name,
                timeout=WAIT_MS / 1000,
                isolation_level=None,
                check_same_thread=False,
                uri=name.startswith("file:"),
            )
        connection.row_factory = sqlite3.Row
        try:
            prepare()
        except BaseException:
            connection.close()
            raise
        return connection

    def _connected_to_read(self, refused: LibraryError) -> sqlite3.Connection:
        """Return a connection that does not write; what cannot be had so is refused as before.

        Without its log beside it the file holds all that there is, and nothing need be written
        beside it to read it.
        """
        address = self._path.absolute().as_uri()
        hows = ["mode=ro"] if _has_log(self._path) else ["mode=ro", "mode=ro&immutable=1"]
        for how in hows:
            with suppress(_RefusedError):
                return self._connected(f"{address}?{how}", self._prepare_to_read)
        raise refused

    def _follow_file(self) -> None:
        """Open the file anew where it is another one by now, or was out of reach meanwhile.

        Raises:
            LibraryError: it is no longer there.
        """
        there = _identity(self._path)
        if there == self._file or self._connection.in_transaction:
            return
        if there is None:
            raise self._error(
                "is no longer there", "Connect its drive, or bring the folder back; then try again."
            )
        self._open_again()

    def _be_writable(self) -> None:
        """Try once more where the file could not be written when it was opened.

        Raises:
            LibraryError: it still cannot.
        """
        if self._refusal is not None:
            self._open_again()
        if self._refusal is not None:
            raise self._refusal

    def _open_again(self) -> None:
        before = self._connection
        try:
            self._open()
        except BaseException:
            self._connection, self._file = before, None
            raise
        with suppress(sqlite3.Error):
            before.close()

    @contextmanager
    def _writable(self) -> Iterator[sqlite3.Connection]:
        """Give a connection that can be written to: a copy, where the library cannot be."""
        if self._refusal is None:
            yield self._connection
            return
        with closing(sqlite3.connect("")) as copy:
            self._connection.backup(copy)
            yield copy

    def _prepare_to_read(self) -> None:
        self.run("PRAGMA trusted_schema = OFF")
        if self._pragma("application_id") != APPLICATION_ID:
            raise self._error("cannot be read", "", _RefusedError)

    def _prepare(self) -> None:
        self.run("PRAGMA trusted_schema = OFF")  # the file may come from anywhere
        self._refuse_other_programs()
        self.run("PRAGMA foreign_keys = ON")
        self.rows("PRAGMA journal_mode = WAL")
        self.run("PRAGMA synchronous = FULL")
        self.run(f"PRAGMA cache_size = -{CACHE_KIB}")

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
            if primary not in _TELLS and not is_schema and not self._is_changed():
                raise
            raise self._told(primary) from error
        except UnicodeDecodeError as error:  # a name of the file's own plan
            raise self._error(*_DAMAGED, DamagedError) from error
        except UnicodeEncodeError as error:
            raise NoTextError(
                "The report, or what is said of it, holds characters that are no text.",
                "Save it anew from the program it came from, then import it again.",
            ) from error

    def _is_changed(self) -> bool:
        from briefing.library.plan import newest  # which makes a library, and so needs this module

        return self.plan() != newest()

    def _told(self, primary: int) -> LibraryError:
        """Return what a result code means; where the disk refuses, why."""
        if primary not in _REFUSALS:
            kind = LibraryError if primary in _BUSY else DamagedError
            return self._error(*_TELLS.get(primary, _DAMAGED), kind)
        self._file = None  # a drive that comes back, and a folder set free, are opened anew
        if primary in (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN) and _is_full(self._path):
            primary = sqlite3.SQLITE_FULL
        return self._error(*_TELLS[primary], _RefusedError)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what tells a file from any other that bears its name; None where there is none."""
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino


def _has_log(path: Path) -> bool:
    """Return whether something that was written still stands in the log beside the file."""
    try:
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    except OSError:
        return False


def _is_full(path: Path) -> bool:
    import shutil

    try:
        return shutil.disk_usage(path.parent).free < _LITTLE
    except OSError:
        return False


def _named(name: str) -> str:
    """Return a name of the file's schema, which may come from anywhere, as SQL has it."""
    return '"' + name.replace('"', '""') + '"'
