"""The tables as files: read, looked through once, and the officer's own laid over the shipped.

The shipped tables lie in ``assets/taxonomy``; a table of the same name in the folder ``taxonomy``
of the user's data is laid over it. A mistake in a shipped table stops the program with file and
line. A mistake in the officer's own leaves that file out, and is told: nothing else is lost. What
lies there when a process first reads a table holds until it ends.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeAlias

from briefing import __version__
from briefing.errors import BriefingError, reason
from briefing.files import read_toml
from briefing.resources import assets, user_data
from briefing.taxonomy.checking import Checker, Mistake, Source, circles, names_twice
from briefing.taxonomy.laying import laid_over
from briefing.taxonomy.schema import CHECKED, NAME_KEYS, NAMES, THEMES
from briefing.taxonomy.values import tables_of

Table: TypeAlias = dict[str, dict[str, Any]]
_Stamp: TypeAlias = tuple[tuple[str, int, int], ...]
"""Name, time and size of some files: another when one of them has changed."""

_CHECKED = "tables-checked"
_REGION_TABLES = ("countries.toml", "regions.toml")
_OF_A_LANGUAGE = (NAMES, THEMES)


def own_folder() -> Path:
    """Return where the officer's own tables lie; it may not exist."""
    return user_data() / "taxonomy"


def read_table(path: Path) -> Table:
    """Return a TOML file's tables; over a shipped one the officer's own are laid.

    Raises:
        BriefingError: the file is missing or damaged, or one of the shipped tables has a mistake;
            the message names file and line.
    """
    shipped = assets("taxonomy")
    if not path.is_relative_to(shipped):
        return parsed(path)
    check_shipped()
    name = path.relative_to(shipped).as_posix()
    own = own_tables().get(name)
    return parsed(path) if own is None else laid_over(parsed(path), own)


def parsed(path: Path) -> Table:
    """Return the tables of one file as they stand there.

    Raises:
        BriefingError: as ``read_table``.
    """
    try:
        return read_toml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        told = reason(error) if isinstance(error, OSError) else str(error)
        raise BriefingError(
            f"The table {path.name} cannot be read: {told}.",
            "Correct the line it names, or restore the table that came with the program.",
        ) from error


def check_tables(folder: Path) -> None:
    """Look through all tables of a folder.

    Raises:
        BriefingError: the first mistake, with file and line.
    """
    sources = [_source(folder, name) for name in CHECKED if (folder / name).exists()]
    for mistake in mistakes_of(sources):
        raise BriefingError(mistake.sentence, mistake.hint)


def mistakes_of(sources: list[Source]) -> Iterator[Mistake]:
    """Yield the mistakes of a whole set of tables."""
    by_name = {source.file: source for source in sources}
    regions = {id_ for name in _REGION_TABLES if name in by_name for id_ in by_name[name].table}
    checker = Checker(regions)
    for source in sources:
        yield from checker.mistakes(source)
    if (groups := by_name.get("regions.toml")) is not None:
        yield from circles(groups, groups.table)
    yield from names_twice(source for source in sources if source.file in NAME_KEYS)


def check_shipped() -> None:
    """Look through the shipped tables, unless that has been done since they last changed.

    Raises:
        BriefingError: as ``check_tables``.
    """
    _checked(user_data() / _CHECKED)


@lru_cache(maxsize=8)
def _checked(noted: Path) -> None:
    """Check once a process; what was found whole is noted in the user's data, if there are any."""
    stamp = _stamp(assets("taxonomy"))
    mark = hashlib.sha256(repr((__version__, stamp)).encode()).hexdigest()
    with suppress(OSError):
        if noted.read_text(encoding="utf-8") == mark:
            return
    check_tables(assets("taxonomy"))
    if noted.parent.is_dir():
        with suppress(OSError):
            noted.write_text(mark, encoding="utf-8")


def own_tables() -> dict[str, Table]:
    """Return the officer's own tables by name, such as ``regions.toml`` or ``fr/names.toml``."""
    return _own(own_folder())[0]


def own_mistakes() -> tuple[Mistake, ...]:
    """Return the first mistake of each of the officer's own tables; these tables are left out."""
    return _own(own_folder())[1]


@lru_cache(maxsize=8)
def _own(folder: Path) -> tuple[dict[str, Table], tuple[Mistake, ...]]:
    kept: dict[str, Table] = {}
    mistakes = []
    for name, _, _ in _stamp(folder):
        try:
            wrong = _first_mistake(folder, name, kept)
        except BriefingError as error:
            wrong = Mistake(name, 1, error.message.rstrip("."))
        if wrong is None:
            kept[name] = parsed(folder / name)
        else:
            mistakes.append(wrong)
    return kept, tuple(mistakes)


def _first_mistake(folder: Path, name: str, kept: dict[str, Table]) -> Mistake | None:
    """Return what keeps one of the officer's tables from being laid over the shipped one."""
    shipped = assets("taxonomy")
    last = name.rpartition("/")[2]
    can_be_own = last in _OF_A_LANGUAGE if "/" in name else name in CHECKED
    if not can_be_own or not (shipped / name).exists():
        return Mistake(name, 1, "there is no table of this name", f"Tables: {', '.join(CHECKED)}.")
    source = _source(folder, name)
    rows = {one: {**parsed(shipped / one), **kept.get(one, {})} for one in _REGION_TABLES}
    rows[name] = laid_over(rows.get(name, {}), source.table) if name in rows else {}
    regions = {id_ for one in rows.values() for id_ in one} if name != "countries.toml" else set()
    checker = Checker(regions or parsed(shipped / "countries.toml"))
    known = _rows_of(parsed(shipped / name))
    found = list(checker.mistakes(source, known))
    if name == "regions.toml" and not found:
        found += circles(source, rows[name])
    return next(iter([*found, *names_twice([source] if name in NAME_KEYS else [])]), None)


def _rows_of(table: dict[str, Any]) -> frozenset[str]:
    """Return the rows that a shipped table has: its ids, or those of its themes."""
    return frozenset(table) | {str(row.get("id")) for row in tables_of(table.get("theme"))}


def _source(folder: Path, name: str) -> Source:
    path = folder / name
    table = parsed(path)
    return Source(name, table, path.read_text(encoding="utf-8"))


def _stamp(folder: Path) -> _Stamp:
    """Return what tells whether a file of the folder has changed; nothing without a folder."""
    found = []
    with suppress(OSError):
        for path in (*folder.glob("*.t[os]*"), *folder.glob("*/*.toml")):
            known = path.stat()
            found.append((path.relative_to(folder).as_posix(), known.st_mtime_ns, known.st_size))
    return tuple(sorted(found))


def tables_version() -> str:
    """Return what is another whenever tags may come out differently: by table or by program."""
    return _version(own_folder())


@lru_cache(maxsize=8)
def _version(own: Path) -> str:
    whole = hashlib.sha256(__version__.encode())
    shipped = assets("taxonomy")
    files = [shipped / name for name, _, _ in _stamp(shipped)]
    for path in (*files, *(own / name for name in own_tables())):
        whole.update(path.name.encode())
        whole.update(path.read_bytes())
    return whole.hexdigest()[:12]
