"""Looks through the tables for mistakes, and tells each with its file and line."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from briefing.taxonomy.lines import Lines, Path_
from briefing.taxonomy.schema import (
    DOUBTFUL,
    LANGUAGE_SORTS,
    MAPPINGS,
    NAME_KEYS,
    NAMES,
    ROWS,
    SENSE,
    SILENT,
    STRENGTHS,
    THEME,
    THEMES,
    TRAPS,
    WORDS,
    Ids,
    Rows,
    Sort,
)
from briefing.taxonomy.values import SORTS, official_mistake, table_of, tables_of, texts_of

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Mistake:
    """Something in a table that cannot be understood, fit to show."""

    file: str
    line: int
    what: str
    hint: str = ""

    @property
    def sentence(self) -> str:
        """File, line and mistake in one sentence."""
        return f"In {self.file}, line {self.line}: {self.what}."


@dataclass(frozen=True, slots=True)
class Source:
    """One table as it was read, and its text."""

    file: str
    table: dict[str, Any]
    text: str

    def mistake(self, path: Path_, what: str, hint: str = "", value: object = None) -> Mistake:
        """Return a mistake at a place of this table."""
        return Mistake(self.file, Lines(self.text).of(path, value), what, hint)


class Checker:
    """Knows which regions there are, and looks through one table after another."""

    def __init__(self, regions: Collection[str]) -> None:
        self._regions = frozenset(regions)

    def mistakes(self, source: Source, known: Collection[str] = ()) -> Iterator[Mistake]:
        """Yield what is wrong in a table by itself, in the order of the table.

        ``known`` are the rows that an officer's own table is laid over; of them it may say less.
        """
        name = source.file.rpartition("/")[2]
        if name in ROWS:
            yield from self._rows(source, ROWS[name], known)
        elif name == THEMES:
            yield from self._themes(source, known)
        elif name == TRAPS:
            yield from self._traps(source)
        elif name == NAMES:
            yield from self._names(source)

    def _rows(self, source: Source, rows: Rows, known: Collection[str]) -> Iterator[Mistake]:
        for name, row in source.table.items():
            if not self._is_id(name, rows.ids):
                yield source.mistake((name,), f"[{name}] is not {rows.ids.value}")
            yield from self._row(source, (name,), row, rows, f"[{name}]", name in known)

    def _is_id(self, name: str, ids: Ids) -> bool:
        if ids is Ids.NEW:
            return bool(_ID.fullmatch(name))
        return all(part in self._regions for part in name.split("+"))

    def _names(self, source: Source) -> Iterator[Mistake]:
        """Yield what is wrong in the names of a language: by sort and region."""
        yield from _other_keys(source, LANGUAGE_SORTS)
        for sort, row in source.table.items():
            for key, names in table_of(row).items():
                if sort != SILENT and not self._is_id(key, Ids.REGION):
                    yield source.mistake((sort, key), f"{key!r} is not {Ids.REGION.value}")
                yield from self._value(source, (sort, key), names, Sort.TEXTS, f"[{sort}]")

    def _row(
        self, source: Source, path: Path_, row: Any, rows: Rows, called: str, is_known: bool
    ) -> Iterator[Mistake]:
        if not isinstance(row, dict):
            yield source.mistake(path, f"{called} is no table of keys and values")
            return
        for key, value in row.items():
            if key not in rows.keys:
                yield source.mistake((*path, key), *_unknown(key, rows.keys, called))
            else:
                yield from self._value(source, (*path, key), value, rows.keys[key], called)
        for key in () if is_known else rows.required:
            if key not in row:
                yield source.mistake(path, f"{called} has no {key}", f"Give it {key} = …")

    def _value(
        self, source: Source, path: Path_, value: Any, sort: Sort, called: str
    ) -> Iterator[Mistake]:
        told = f"{path[-1]} of {called}"
        if not SORTS[sort](value):
            yield source.mistake(path, f"{told} is not {sort.value}")
        elif sort is Sort.REGIONS:
            for region in value:
                if region not in self._regions:
                    what = f"{told} has {region!r}, which is no country and no region"
                    yield source.mistake(path, what, _near(region, self._regions), region)
        elif sort is Sort.OFFICIALS:
            for line in value:
                if (wrong := official_mistake(line)) is not None:
                    yield source.mistake(path, f"{told}: {wrong}", value=line)

    def _themes(self, source: Source, known: Collection[str]) -> Iterator[Mistake]:
        yield from _other_keys(source, ("masks", "theme"))
        yield from self._value(source, ("masks",), source.table.get("masks", []), Sort.TEXTS, "all")
        for number, theme in enumerate(tables_of(source.table.get("theme", []))):
            called = f"the theme {str(theme.get('id', number + 1))!r}"
            path: Path_ = ("theme", number)
            yield from self._row(source, path, theme, THEME, called, theme.get("id") in known)
            if not isinstance(theme.get("id"), str):
                yield source.mistake(path, f"{called} has no id")
            yield from _twice(source, path, theme, called)
            for place, sense in enumerate(tables_of(theme.get("sense", []))):
                where = (*path, "sense", place)
                yield from self._row(source, where, sense, SENSE, f"a sense of {called}", False)

    def _traps(self, source: Source) -> Iterator[Mistake]:
        yield from _other_keys(source, (*MAPPINGS, *WORDS, "doubtful"))
        for section in MAPPINGS:
            for phrase, regions in table_of(source.table.get(section)).items():
                called = f"[{section}]"
                yield from self._value(source, (section, phrase), regions, Sort.REGIONS, called)
        for section, keys in WORDS.items():
            rows = Rows(Ids.KNOWN, dict.fromkeys(keys, Sort.TEXTS))
            row = source.table.get(section, {})
            yield from self._row(source, (section,), row, rows, f"[{section}]", True)
        for number, row in enumerate(tables_of(source.table.get("doubtful", []))):
            path: Path_ = ("doubtful", number)
            yield from self._row(source, path, row, DOUBTFUL, "[[doubtful]]", False)


def circles(source: Source, regions: Mapping[str, Any]) -> Iterator[Mistake]:
    """Yield a mistake for each region of the table that is a member of itself, however deep."""
    for name in source.table:
        reached, waiting = set[str](), list(_members(regions, name))
        while waiting:
            current = waiting.pop()
            if current not in reached:
                reached.add(current)
                waiting += _members(regions, current)
        if name in reached:
            what = f"[{name}] is a member of itself, by way of its members"
            yield source.mistake((name, "members"), what, "Take it out of one of them.")


def _members(regions: Mapping[str, Any], name: str) -> list[str]:
    members = table_of(regions.get(name)).get("members", ())
    return [one for one in members if isinstance(one, str)]


def names_twice(sources: Iterable[Source]) -> Iterator[Mistake]:
    """Yield a mistake for each name that stands for two countries or regions."""
    seen: dict[str, tuple[str, str]] = {}
    for source in sources:
        for name, row in source.table.items():
            for key in NAME_KEYS.get(source.file, ()):
                for text in texts_of(table_of(row).get(key)):
                    before = seen.setdefault(text, (name, source.file))
                    if before[0] != name:
                        what = f"“{text}” stands for [{name}] here, and for [{before[0]}] in "
                        yield source.mistake((name, key), what + before[1], value=text)


def _twice(source: Source, path: Path_, theme: dict[str, Any], called: str) -> Iterator[Mistake]:
    seen: dict[str, str] = {}
    for strength in STRENGTHS:
        for term in texts_of(theme.get(strength)):
            before = seen.setdefault(term, strength)
            if before != strength:
                what = f"“{term}” is {strength} for {called} here, and {before} above"
                yield source.mistake((*path, strength), what, value=term)


def _other_keys(source: Source, known: Collection[str]) -> Iterator[Mistake]:
    for key in source.table:
        if key not in known:
            yield source.mistake((key,), *_unknown(key, known, "the file"))


def _unknown(key: str, known: Collection[str], called: str) -> tuple[str, str]:
    return f"{key!r} is nothing that {called} can have", f"It can have: {', '.join(known)}."


def _near(word: str, known: Collection[str]) -> str:
    near = get_close_matches(word, sorted(known), 1)
    return f"Did you mean {near[0]}?" if near else "`main.py regions` lists them all."
