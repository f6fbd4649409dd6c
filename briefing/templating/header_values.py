"""The values of a template's header: TOML in, the arguments of a ``TemplateHeader`` out."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NoReturn

from briefing.errors import TemplateError
from briefing.files import read_toml
from briefing.marking.parts import LINES, TEXTS
from briefing.model import FieldKind, TemplateField
from briefing.suggesting import suggest
from briefing.templating.needs import NEEDS

_FIELD_NAME = re.compile(r"[a-z][a-z0-9_]*")
_RANGES = {"sides": range(501), "contents": range(501), "old_after_years": range(201)}
NOTES = ("none", "footnotes", "endnotes")
_KINDS: dict[str, type] = {
    "title": str,
    "description": str,
    "purpose": str,
    "language": str,
    "notes": str,
    "charts": list,
    "needs": list,
    "closed": list,
    "fields": list,
    "annex": bool,
    "sides": int,
    "contents": int,
    "old_after_years": int,
}
_FIELD_KINDS: dict[str, type] = {
    "name": str,
    "label": str,
    "kind": str,
    "hint": str,
    "needed": bool,
    "closed": bool,
    "columns": list,
}
CLOSED = (*TEXTS, *LINES, "judgements")
"""What every document has and a template may keep out of releasable versions."""
_WORDS = {
    str: "a text in quotation marks",
    int: "a whole number",
    bool: "true or false",
    list: "a list in square brackets",
}


def read_values(path: Path, text: str, first_line: int) -> dict[str, Any]:
    """Return what the TOML of a header says, by the names of ``TemplateHeader``.

    ``first_line`` is the line of the file in which ``text`` begins.

    Raises:
        TemplateError: it is not TOML, or holds what a header does not; names file and line.
    """
    return dict(_values(path, text, first_line))


@lru_cache(maxsize=64)
def _values(path: Path, text: str, first_line: int) -> dict[str, Any]:
    """Return the values of a header, read once: the window asks for them at every letter typed."""
    return _Reader(path, text, first_line).values()


class _Reader:
    """Knows where in the file what it complains of stands."""

    def __init__(self, path: Path, text: str, first_line: int) -> None:
        self._path = path
        self._text = text
        self._first_line = first_line

    def values(self) -> dict[str, Any]:
        """Return the values, all of the right kind."""
        values = self._toml()
        for key, value in values.items():
            self._check(key, value, _KINDS, "header")
        for key in ("title", "description"):
            if not values.get(key):
                self._refuse("", f"“{key}” is missing")
        for key, allowed in _RANGES.items():
            if values.get(key, 0) not in allowed:
                self._refuse(key, f"“{key}” should be from 0 to {allowed[-1]}")
        if values.get("notes", "none") not in NOTES:
            self._refuse("notes", f"“notes” should be one of {', '.join(NOTES)}")
        fields = self._fields(values.get("fields", []))
        needs = self._needs(values.get("needs", []), {field.name for field in fields})
        charts = tuple(self._texts("charts", values.get("charts", [])))
        closed = self._closed(values.get("closed", []))
        return values | {"charts": charts, "needs": needs, "closed": closed, "fields": fields}

    def _toml(self) -> dict[str, Any]:
        try:
            return read_toml(self._text)
        except ValueError as error:
            said = re.sub(r"\(at line (\d+), column (\d+)\)", self._place, str(error))
            self._refuse("", said, "The header is TOML.")

    def _place(self, found: re.Match[str]) -> str:
        return f"(at line {int(found[1]) + self._first_line - 1}, column {found[2]})"

    def _check(self, key: str, value: Any, kinds: dict[str, type], where: str) -> None:
        if key not in kinds:
            self._refuse(key, f"“{key}” is not known", f"A {where} knows: {', '.join(kinds)}.")
        if type(value) is not kinds[key]:
            self._refuse(key, f"“{key}” should be {_WORDS[kinds[key]]}")

    def _texts(self, key: str, values: list[Any]) -> list[str]:
        if not all(isinstance(item, str) for item in values):
            self._refuse(key, f"“{key}” should hold texts only")
        return values

    def _needs(self, values: list[Any], fields: set[str]) -> tuple[str, ...]:
        for name in self._texts("needs", values):
            if name not in NEEDS and name not in fields:
                hint = suggest(name, {*NEEDS, *fields})
                self._refuse("needs", f"“needs” names “{name}”, which is not known", hint)
        return tuple(dict.fromkeys(values))

    def _closed(self, values: list[Any]) -> tuple[str, ...]:
        for name in self._texts("closed", values):
            if name not in CLOSED:
                hint = f"There are: {', '.join(CLOSED)}; a field of its own says closed = true."
                self._refuse("closed", f"“closed” names “{name}”, which is not known", hint)
        return tuple(dict.fromkeys(values))

    def _fields(self, values: list[Any]) -> tuple[TemplateField, ...]:
        fields = []
        for number, value in enumerate(values):
            self._fields_before = number
            fields.append(self._field(value))
        names = [field.name for field in fields]
        for name in names:
            if names.count(name) > 1 or name in NEEDS:
                self._refuse("name", f"a field “{name}” exists already")
        return tuple(fields)

    def _field(self, value: Any) -> TemplateField:
        if not isinstance(value, dict):
            self._refuse("fields", "each field is a table [[fields]]")
        for key, entry in value.items():
            self._check(key, entry, _FIELD_KINDS, "field")
        name = value.get("name", "")
        if not _FIELD_NAME.fullmatch(name):
            self._refuse("fields", f"a field's name is small letters, digits and _, not “{name}”")
        if not value.get("label"):
            self._refuse("fields", f"field “{name}” has no label")
        kind = value.get("kind", FieldKind.TEXT.value)
        if kind not in set(FieldKind):
            kinds = ", ".join(FieldKind)
            self._refuse("kind", f"field “{name}” is of kind “{kind}”", f"There are: {kinds}.")
        columns = tuple(self._texts("columns", value.get("columns", [])))
        self._check_columns(name, FieldKind(kind), columns)
        return TemplateField(**value | {"kind": FieldKind(kind), "columns": columns})

    def _check_columns(self, name: str, kind: FieldKind, columns: tuple[str, ...]) -> None:
        fits: Callable[[int], bool] = {
            FieldKind.TABLE: lambda count: 1 <= count <= 8,
            FieldKind.PAIRS: lambda count: count in (0, 2),
        }.get(kind, lambda count: count == 0)
        if not fits(len(columns)):
            self._refuse(
                "columns",
                f"field “{name}” has {len(columns)} columns",
                "A table has one to eight, pairs have two or none, other kinds none.",
            )

    def _refuse(self, key: str, what: str, hint: str = "") -> NoReturn:
        line = self._line(key)
        raise TemplateError(
            f"{self._path}, line {line}, in the header: {what}.",
            hint or "templates/README.md tells what a header holds.",
        )

    def _line(self, key: str) -> int:
        """Return the line of the file in which a key stands; the header's first where none does."""
        found = re.search(rf"^\s*(?:\[\[)?\s*{re.escape(key)}\b", self._text, re.MULTILINE)
        if not key or found is None:
            return self._first_line
        return self._first_line + self._text.count("\n", 0, found.end())
