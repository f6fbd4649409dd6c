"""What a template says of itself: the TOML in its first comment."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from briefing import resources
from briefing.errors import RequestError, TemplateError

SUFFIX = ".html.j2"
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
_FIRST_COMMENT = re.compile(r"\s*\{#-?(.*?)-?#\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class TemplateHeader:
    """What the program needs to know of a template before it is used."""

    name: str
    """Its file's name without the ending, such as ``note``."""
    title: str
    """What it makes, in words fit to print: ``Briefing note``."""
    description: str
    """One sentence for those who choose."""
    charts: tuple[str, ...] = ()
    """Ids of the charts it shows when the request names none, in order."""
    sides: int = 0
    """How many pages it should fit on; 0: no limit."""
    old_after_years: int = 3
    """A source older than this carries its year beside the mark."""
    language: str = "en"
    """BCP 47 tag of the language that the template's own words are in."""


def search_path(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the folders in which templates are looked for: the user's first, the shipped last."""
    return (*folders, resources.templates())


def list_templates(folders: Sequence[Path] = ()) -> tuple[TemplateHeader, ...]:
    """Return the headers of all templates, by name; names beginning with ``_`` are partials.

    Raises:
        TemplateError: a header cannot be read.
    """
    names = {
        path.name.removesuffix(SUFFIX)
        for folder in search_path(folders)
        for path in folder.glob(f"*{SUFFIX}")
    }
    return tuple(load_header(name, folders) for name in sorted(names) if _NAME.fullmatch(name))


def load_header(name: str, folders: Sequence[Path] = ()) -> TemplateHeader:
    """Return what the template of this name says of itself.

    Raises:
        RequestError: there is no such template.
        TemplateError: its header is missing or wrong; names file and line.
    """
    path = find_template(name, folders)
    match = _FIRST_COMMENT.match(_read(path))
    if match is None:
        raise TemplateError(
            f"{path}, line 1: the template does not begin with a header.",
            "Begin it with a comment {# … #} that holds title and description as TOML.",
        )
    return _header(name, path, match[1])


def find_template(name: str, folders: Sequence[Path]) -> Path:
    """Return the file of the template of this name.

    Raises:
        RequestError: there is none.
    """
    found = [folder / f"{name}{SUFFIX}" for folder in search_path(folders)]
    for path in found:
        if _NAME.fullmatch(name) and path.is_file():
            return path
    known = ", ".join(header.name for header in list_templates(folders))
    raise RequestError(f"There is no template “{name}”.", f"There are: {known}.")


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise TemplateError(f"{path} cannot be read: {error}.", "Save it as UTF-8.") from error


def _header(name: str, path: Path, text: str) -> TemplateHeader:
    try:
        values = tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # ValueError: a number of 5000 digits too
        raise _wrong(path, str(error), "The header is TOML.") from error
    _check_fields(path, values)
    values["charts"] = tuple(values.get("charts", ()))
    return TemplateHeader(name=name, **values)


_KINDS = {"title": str, "description": str, "charts": list, "language": str}
_RANGES = {"sides": range(501), "old_after_years": range(201)}


def _check_fields(path: Path, values: dict[str, Any]) -> None:
    known = {field.name: field for field in fields(TemplateHeader) if field.name != "name"}
    for key, value in values.items():
        if key not in known:
            raise _wrong(path, f"“{key}” is not known", f"Known: {', '.join(known)}.")
        _check_value(path, key, value)
    for key, field in known.items():
        if field.default is MISSING and not values.get(key):
            raise _wrong(path, f"“{key}” is missing")


def _check_value(path: Path, key: str, value: Any) -> None:
    kind = _KINDS.get(key, int)
    if type(value) is not kind:
        raise _wrong(path, f"“{key}” should be of kind {kind.__name__}")
    if isinstance(value, list) and not all(isinstance(item, str) for item in value):
        raise _wrong(path, f"“{key}” should hold strings only")
    if kind is int and value not in _RANGES[key]:
        raise _wrong(path, f"“{key}” should be from 0 to {_RANGES[key][-1]}")


def _wrong(path: Path, what: str, hint: str = "") -> TemplateError:
    return TemplateError(f"{path}, in the header: {what}.", hint)
