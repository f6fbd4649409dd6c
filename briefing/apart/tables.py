"""Tables of figures read apart: a file in, its figures by country and year out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from briefing.apart.readers import awaited, shared_readers
from briefing.errors import ImportFailure, RequestError, reason
from briefing.importers.local_file import printable, read_regular_file
from briefing.model import DataFile

_LARGEST = 20 * 1024 * 1024


def read_table_file(path: Path, day: date, look: Callable[[], None] = lambda: None) -> DataFile:
    """Return the figures of a CSV or XLSX file, read on a day, within the limits of the settings.

    ``look`` is called while it is read, and may raise to leave it.

    Raises:
        ImportFailure: the file cannot be read or holds no figures; the message names it.
        BaseException: whatever ``look`` raises.
    """
    name = printable(path.name)
    try:
        data = read_regular_file(path, _LARGEST)
    except OSError as error:
        raise ImportFailure(f"{name} cannot be opened: {reason(error)}.") from error
    readers = shared_readers()
    answer = readers.read_table(data, name, day)
    try:
        return awaited(answer, look)
    except ImportFailure as error:
        raise ImportFailure(_named(name, error.message), error.hint) from error
    finally:
        readers.leave([answer])


def read_tables(paths: Iterable[Path], day: date) -> tuple[DataFile, ...]:
    """Return the figures of files, each read once.

    Raises:
        RequestError: two of them, of different folders, have one name.
        ImportFailure: as ``read_table_file``.
    """
    found = {path.resolve(): path for path in paths}
    names = Counter(path.name for path in found.values())
    for name in (name for name, times in names.items() if times > 1):
        raise RequestError(
            f"Two tables of different folders are named {printable(name)}.",
            "Give one of them another name: a brief tells its tables apart by their names.",
        )
    return tuple(read_table_file(path, day) for path in found.values())


def _named(name: str, message: str) -> str:
    """Return a sentence that tells which file it is about."""
    if message.startswith(name):
        return message
    return f"{name}: {message[:1].lower()}{message[1:]}"
