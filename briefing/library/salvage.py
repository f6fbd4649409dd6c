"""A library's file that cannot be read: moved out of the way, and asked for what it still knows.

The reports themselves come back from their originals, which lie beside the file; only what they
were called and what the officer said of them stands nowhere else.
"""

from __future__ import annotations

from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import LibraryError, reason
from briefing.library.database import Database
from briefing.library.encoding import load_metadata, load_texts
from briefing.model import Metadata, Passage

FILE = "library.sqlite"
"""The name of a library's file."""
_SET_ASIDE = "library damaged"
_TAGS = 'SELECT block, start, "end", about, themes FROM tag_correction WHERE report = ?'

Tags = tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Known:
    """What a damaged file still tells of a report; all of it may be missing."""

    file_name: str = ""
    over: Metadata = field(default_factory=Metadata)
    """The officer's corrections of its metadata."""
    tags: tuple[tuple[Passage, Tags, Tags], ...] = ()
    """The officer's regions and themes of findings."""


def set_aside(file: Path, day: str) -> Path:
    """Give a library's file, with its log, a name that says what it is; return it.

    The file goes last: what is broken off before that can be begun again.

    Raises:
        LibraryError: it cannot be moved.
    """
    aside = file.with_name(f"{_SET_ASIDE} {day}.sqlite")
    number = 1
    while aside.exists():
        number += 1
        aside = file.with_name(f"{_SET_ASIDE} {day} ({number}).sqlite")
    try:
        for ending in ("-wal", "-shm", ""):
            with suppress(FileNotFoundError):
                file.with_name(file.name + ending).replace(aside.with_name(aside.name + ending))
    except OSError as error:
        raise LibraryError(
            f"The damaged file {file} cannot be moved aside: {reason(error)}.",
            "Close the library everywhere else, then try again.",
        ) from error
    return aside


def still_known(folder: Path, sha256: str) -> Known:
    """Return what the files set aside in a library's folder tell of a report, the latest first."""
    for file in sorted(folder.glob(f"{_SET_ASIDE} *.sqlite"), key=_written, reverse=True):
        with suppress(LibraryError), closing(Database(file)) as database:
            known = _of_report(database, sha256)
            if known.file_name:
                return known
    return Known()


def _written(file: Path) -> tuple[float, str]:
    try:
        return file.stat().st_mtime, file.name
    except OSError:
        return 0.0, file.name


def _of_report(database: Database, sha256: str) -> Known:
    """Return what can be read; each thing may be where the damage is.

    Raises:
        LibraryError: not even its name can be read.
    """
    asked = "SELECT id, file_name FROM report WHERE sha256 = ?"
    row = database.row(asked, (sha256,))
    if row is None:
        return Known()
    over, tags = Metadata(), list[tuple[Passage, Tags, Tags]]()
    with suppress(LibraryError), database.decoding():
        said = database.row("SELECT overlay FROM report WHERE sha256 = ?", (sha256,))
        over = load_metadata(said["overlay"]) if said and said["overlay"] else over
    with suppress(LibraryError), database.decoding():
        for one in database.rows(_TAGS, (row["id"],)):
            place = Passage(sha256, one["block"], one["start"], one["end"])
            tags.append((place, _loaded(one["about"]), _loaded(one["themes"])))
    return Known(str(row["file_name"]), over, tuple(tags))


def _loaded(text: str | None) -> Tags:
    return None if text is None else load_texts(text)
