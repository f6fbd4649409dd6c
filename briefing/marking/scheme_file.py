"""One scheme as a TOML file; ``assets/markings/README.md`` tells an officer how to write one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.model.marking import Level, Scheme
from briefing.tables import TableFile, read_table_file

_KEYS = {"name": str, "note": str, "unmarked": str, "caveats": str, "level": list}
_LEVEL_KEYS = {"name": str, "portion": str, "also": list, "within": str}
_NAME = re.compile(r"[^\W_a-z][\w /&.–-]{0,59}")
_PORTION = re.compile(r"[^\W_a-z][\w/-]{0,11}")
_MOST_LEVELS = 20
_LONGEST_BETWEEN = 4


def read_scheme(path: Path) -> Scheme:
    """Return the scheme that a file holds.

    Raises:
        BriefingError: it cannot be read or has a mistake; the message names file and line.
    """
    file = read_table_file(path)
    for message, hint in chain(file.faults(_KEYS, ("name", "level")), _faults(file)):
        raise BriefingError(message, hint)
    table = file.table
    return Scheme(
        id=path.stem,
        name=" ".join(table["name"].split()),
        levels=tuple(map(_level, table["level"])),
        unmarked=table.get("unmarked", ""),
        caveats=table.get("caveats", " "),
        note=table.get("note", ""),
    )


def _level(row: dict[str, Any]) -> Level:
    return Level(row["name"], row["portion"], tuple(row.get("also", ())), row.get("within", ""))


def _faults(file: TableFile) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with levels and what leads to them; kinds of values are looked at."""
    rows = file.table["level"]
    if not 1 <= len(rows) <= _MOST_LEVELS:
        yield file.fault(("level",), f"a scheme has from 1 to {_MOST_LEVELS} levels")
        return
    for number, row in enumerate(rows):
        where = ("level", number)
        yield from file.faults(_LEVEL_KEYS, ("name", "portion"), row, where, "a [[level]]")
    names: dict[str, int] = {}
    for number, row in enumerate(rows):
        yield from _faults_of_level(file, number, row, names)
    yield from _faults_of_reference(file, ("unmarked",), file.table.get("unmarked", ""), names)
    if len(file.table.get("caveats", "")) > _LONGEST_BETWEEN:
        yield file.fault(("caveats",), f"caveats is longer than {_LONGEST_BETWEEN} characters")


def _faults_of_level(
    file: TableFile, number: int, row: dict[str, Any], names: dict[str, int]
) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a level; ``names`` takes in what it is called."""
    name, portion = row["name"], row["portion"]
    if name != name.upper() or not _NAME.fullmatch(name):
        told = f"the level {name!r} is not in capitals, with digits, spaces and / & . - at most"
        yield file.fault(("level", number, "name"), told, 'Write name = "SECRET".')
    if portion != portion.upper() or not _PORTION.fullmatch(portion):
        told = f"the portion mark {portion!r} is not a few capitals"
        yield file.fault(("level", number, "portion"), told, 'Write portion = "S".')
    yield from _faults_of_reference(
        file, ("level", number, "within"), row.get("within", ""), names, "a lower level"
    )
    for word in dict.fromkeys((name, portion, *row.get("also", ()))):
        before = names.setdefault(word.upper(), number)
        if before != number:
            told = f"{word!r} stands for two levels, this one and the one above"
            yield file.fault(("level", number), told, value=word)


def _faults_of_reference(
    file: TableFile,
    path: tuple[str | int, ...],
    name: str,
    names: dict[str, int],
    what: str = "a level",
) -> Iterator[tuple[str, str]]:
    if name and name.upper() not in names:
        yield file.fault(path, f"{path[-1]} names {name!r}, which is not {what} of the scheme")
