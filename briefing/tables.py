"""Small TOML files of an officer's own, checked so that each mistake is told with file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError, reason
from briefing.files import read_toml
from briefing.taxonomy.lines import Lines, Path_

Table = dict[str, Any]

Files = tuple[tuple[Path, int, int], ...]
"""Files, each with the time of its last change and its size."""
_LARGEST = 256 * 1024
_KINDS: dict[type, str] = {str: "a text in quotation marks", list: "a list in square brackets"}
_TABLES = "a list of tables, each under [[{key}]]"
_OF_TABLES = ("level", "term")
"""Keys whose lists hold tables; other lists hold texts."""


@dataclass(frozen=True, slots=True)
class TableFile:
    """A TOML file as it was read, and its text."""

    name: str
    table: dict[str, Any]
    text: str

    def fault(
        self, path: Path_, what: str, hint: str = "", value: object = None
    ) -> tuple[str, str]:
        """Return a mistake at a place of the file as a sentence, and what to do about it."""
        return f"In {self.name}, line {Lines(self.text).of(path, value)}: {what}.", hint

    def faults(
        self,
        kinds: Mapping[str, type],
        required: tuple[str, ...],
        row: Any = None,
        path: Path_ = (),
        called: str = "the file",
    ) -> Iterator[tuple[str, str]]:
        """Yield what is wrong with the keys of a table, by default the whole file."""
        row = self.table if row is None else row
        if not isinstance(row, dict):
            yield self.fault(path, f"{called} is no table of keys and values")
            return
        for key, value in row.items():
            if key not in kinds:
                hint = f"It can have: {', '.join(kinds)}."
                yield self.fault((*path, key), f"{key!r} is nothing that {called} can have", hint)
            elif not _is_of_kind(key, value, kinds[key]):
                said = _TABLES.format(key=key) if key in _OF_TABLES else _KINDS[kinds[key]]
                yield self.fault((*path, key), f"{key} is not {said}")
        for key in required:
            if not row.get(key):
                yield self.fault(path, f"{called} has no {key}", f"Give it {key} = …")


def read_table_file(path: Path) -> TableFile:
    """Return the tables of a file.

    Raises:
        BriefingError: it cannot be read, or is no TOML; the message names the file.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise BriefingError(f"{path.name} is too large for a table written by hand.")
        text = path.read_text(encoding="utf-8-sig")
        return TableFile(path.name, read_toml(text), text)
    except (OSError, ValueError) as error:
        told = reason(error) if isinstance(error, OSError) else str(error)
        raise BriefingError(f"{path.name} cannot be read: {told}.") from error


def files_in(folder: Path) -> Files:
    """Return the TOML files of a folder with what tells whether one has changed."""
    found = []
    with suppress(OSError):
        for path in sorted(folder.glob("*.toml")):
            known = path.stat()
            found.append((path, known.st_mtime_ns, known.st_size))
    return tuple(found)


@lru_cache(maxsize=8)
def read_files(files: Files, read: Callable[[Path], Any]) -> tuple[dict[str, Any], tuple[str, ...]]:
    """Return what each file holds, by its name without ending, and a sentence on each mistake.

    A file with a mistake is left out; of two of the same name the later one holds.
    """
    found: dict[str, Any] = {}
    mistakes = []
    for path, _, _ in files:
        try:
            found[path.stem] = read(path)
        except BriefingError as error:
            mistakes.append(error.message)
    return found, tuple(mistakes)


def mistake_in(path: Path, read: Callable[[Path], object]) -> str:
    """Return what is wrong with a file, in a sentence; nothing where it is right."""
    try:
        read(path)
    except BriefingError as error:
        return error.message
    return ""


def _is_of_kind(key: str, value: object, kind: type) -> bool:
    if kind is not list:
        return isinstance(value, kind)
    of = dict if key in _OF_TABLES else str
    return isinstance(value, list) and all(isinstance(one, of) for one in value)
