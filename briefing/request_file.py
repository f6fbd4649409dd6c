"""Requests as TOML files: what the officer asks, in a form one can write by hand.

Keys are the fields of ``BriefRequest``; ``assets/samples/request.toml`` shows them in use. A group
of regions of one's own is a table; ``regions`` names it by its name or its id:

    regions = ["Black Sea"]

    [[groups]]
    name = "Black Sea"
    members = ["BG", "GE", "RO", "TR", "UA"]

What a template's own fields hold is a table too; ``main.py templates`` tells their names. Several
lines are a list, pairs and the rows of a table are lists in a list:

    [fields]
    objective = "To agree the next meeting of the border commissions."
    meeting_date = 2026-11-30
    points = ["We welcome the talks.", "We offer to host."]
    questions = [["Do you take sides?", "No; we support what both agree."]]

Tables of your own figures are named by their files, from the folder of the request; ``indicators``
says which of them are shown, ``charts`` how, with countries and years where they are wanted:

    data = ["economy.csv", "trade.xlsx"]
    indicators = ["GDP growth"]
    charts = ["coverage", "lines: GDP growth | AM, GE | 2015-2024"]
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import msgspec

from briefing.errors import RequestError, reason
from briefing.files import read_toml
from briefing.importers.local_file import read_regular_file
from briefing.model import BriefRequest, DataFile, Judgement, RegionGroup
from briefing.model.request import NARROWEST_BINDING, WIDEST_BINDING
from briefing.suggesting import suggest

_LARGEST = 4 * 1024 * 1024
_FORMS = 'Write title = "…", regions = ["AM", "GE"], since = 2022-09-13, max_findings = 12.'
_FORM_OF = {
    "str": '"…"',
    "array": '["…"]',
    "int": "12",
    "bool": "true",
    "date": "2022-09-13",
}
_KINDS = {
    "str": "a text in quotation marks",
    "array": "a list in square brackets",
    "int": "a whole number",
    "bool": "true or false",
    "object": "a table",
    "date": "a day such as 2022-09-13",
    "null": "nothing",
}
_WRONG_KIND = re.compile(r"Expected `([\w |]+)`(?:, got `(\w+)`)?(?: - at `\$\.?(.*)`)?")
_NO_DATE = re.compile(r"Invalid .* date - at `\$\.?(.*)`")
_MISSING = re.compile(r"Object missing required field `(\w+)` - at `\$\.?(\w+).*`")

_REQUEST_KEYS = tuple(field.name for field in fields(BriefRequest))
_JUDGEMENT_KEYS = tuple(field.name for field in fields(Judgement))
_GROUP_KEYS = tuple(field.name for field in fields(RegionGroup))


def load_request(path: Path) -> BriefRequest:
    """Return the request that a TOML file holds, with the figures of the files that it names.

    Raises:
        RequestError: no such file, not TOML, an unknown key, a value of the wrong kind, or two
            files of figures of one name.
        ImportFailure: a file of figures that cannot be read; the request itself is no file, or
            larger than one can be.
    """
    try:
        text = read_regular_file(path, _LARGEST).decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        why = reason(error) if isinstance(error, OSError) else "it is not UTF-8 text"
        raise RequestError(
            f"The request {path} cannot be read: {why}.",
            "Give the path of a text file in TOML.",
        ) from error
    named = _data_named(text, path.name)
    request = parse_request(text, path.name)
    if not named:
        return request
    day = request.issued or datetime.now(UTC).astimezone().date()  # the officer's own calendar
    return replace(request, data=_read_data([path.parent / file for file in named], day))


def parse_request(text: str, name: str = "request") -> BriefRequest:
    """Return the request written in TOML; ``name`` is used in messages.

    Figures of one's own lie in other files; they are not read here.

    Raises:
        RequestError: not TOML, an unknown key, or a value of the wrong kind.
    """
    try:
        values = read_toml(text)
    except ValueError as error:
        raise RequestError(f"{name} is not valid TOML: {error}.") from error
    _refuse_unknown(values, _REQUEST_KEYS, name)
    values.pop("data", None)
    for judgement in _tables(values.get("judgements")):
        _refuse_unknown(judgement, _JUDGEMENT_KEYS, f"{name}, a judgement")
    for group in _tables(values.get("groups")):
        _refuse_unknown(group, _GROUP_KEYS, f"{name}, a group")
    if "fields" in values:
        values["fields"] = _fields(values["fields"], name)
    request = _converted(values, name)
    if request.binding_mm:
        check_binding(request.binding_mm)
    return request


def _converted(values: dict[str, Any], name: str) -> BriefRequest:
    """Return the request that values make.

    Raises:
        RequestError: values of the wrong kind; it tells all of them.
    """
    said, forms = list[str](), list[str]()
    while True:
        try:
            request = msgspec.convert(values, BriefRequest, strict=True)
        except msgspec.ValidationError as error:
            fault = str(error)
            said.append(in_plain_words(fault))
            key, form = form_of(fault)
            forms.append(form)
            if key in values:
                values = {other: value for other, value in values.items() if other != key}
                continue
        if said:
            hint = f"Write {', '.join(dict.fromkeys(forms))}." if all(forms) else _FORMS
            raise RequestError(f"{name}: {'; '.join(said)}.", hint)
        return request


def form_of(said: str) -> tuple[str, str]:
    """Return the key that a complaint about the kind of a value is of, and how it is written."""
    kind, path = "", ""
    if match := _WRONG_KIND.match(said):
        kind, path = match[1].split(" | ")[0], match[3] or ""
    elif match := _NO_DATE.match(said):
        kind, path = "date", match[1]
    key, inner, _ = path.partition("[")
    kind = "array" if inner else kind
    form = f"{key} = {_FORM_OF[kind]}" if kind in _FORM_OF and "." not in path else ""
    return key, form


def check_binding(binding_mm: int) -> None:
    """Check a margin for binding.

    Raises:
        RequestError: it leaves too little room for holes, or for text.
    """
    if not NARROWEST_BINDING <= binding_mm <= WIDEST_BINDING:
        raise RequestError(
            f"A binding margin of {binding_mm} mm cannot be printed well.",
            f"Choose one from {NARROWEST_BINDING} to {WIDEST_BINDING} mm.",
        )


def _data_named(text: str, name: str) -> tuple[str, ...]:
    """Return the files of figures that a request names.

    Raises:
        RequestError: not TOML, or it names them otherwise than in a list of texts.
    """
    try:
        named = read_toml(text).get("data", [])
    except ValueError as error:
        raise RequestError(f"{name} is not valid TOML: {error}.") from error
    if not isinstance(named, list) or not all(isinstance(one, str) and one for one in named):
        raise RequestError(
            f"{name}: data must be a list of files.", 'Write data = ["figures.csv"].'
        )
    return tuple(named)


def _read_data(paths: Iterable[Path], day: date) -> tuple[DataFile, ...]:
    from briefing.apart import read_tables  # few requests bring figures

    return read_tables(paths, day)


def _fields(table: object, where: str) -> list[dict[str, Any]]:
    """Return what a table of fields holds, as rows of cells under their names."""
    if not isinstance(table, dict):
        raise RequestError(f"{where}: fields must be a table.", "Begin it with [fields].")
    return [{"name": key, "rows": _rows(key, value, where)} for key, value in table.items()]


def _rows(key: str, value: object, where: str) -> list[list[str]]:
    rows = value if isinstance(value, list) else [value]
    cells = [row if isinstance(row, list) else [row] for row in rows]
    if any(isinstance(cell, list | dict) for row in cells for cell in row):
        raise RequestError(
            f"{where}: the field {key} holds a table, or lists within lists.",
            f'Write a text, a list of lines, or rows as lists of texts: {key} = [["A", "B"]].',
        )
    return [[str(cell).strip() for cell in row] for row in cells]


def in_plain_words(said: str) -> str:
    """Return a complaint about kinds of values as a person would make it."""
    if match := _WRONG_KIND.match(said):
        wanted = " or ".join(_KINDS.get(kind, kind) for kind in match[1].split(" | "))
        got = f", and is {_KINDS.get(match[2], match[2])}" if match[2] else ""
        return f"{match[3] or 'the request'} must be {wanted.removesuffix(' or nothing')}{got}"
    if match := _NO_DATE.match(said):
        return f"{match[1]} must be {_KINDS['date']}"
    if match := _MISSING.match(said):
        return f"an entry of {match[2]} has no {match[1]}"
    return f"a value of the wrong kind: {said}"


def _tables(value: object) -> list[dict[str, Any]]:
    items = value if isinstance(value, list) else []
    return [item for item in items if isinstance(item, dict)]


def _refuse_unknown(values: Iterable[str], known: tuple[str, ...], where: str) -> None:
    for key in values:
        if key not in known:
            raise RequestError(f"{where}: there is no key {key!r}.", suggest(key, known))
