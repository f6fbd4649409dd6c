"""Read what a person says of a report in a small TOML file beside it (``memo.txt.toml``).

All keys are optional: ``title``, ``authors`` (a list, or one name), ``publisher``, ``date``
(``2022``, ``2022-09``, ``2022-09-13``), ``language`` (``en``), ``address``, ``marking``
(``NATO RESTRICTED``), ``grade`` (``B2``).
"""

from __future__ import annotations

import errno
import re
from datetime import date, datetime
from pathlib import Path

from briefing.errors import ImportFailure, reason
from briefing.files import read_toml
from briefing.grading import read_grade
from briefing.importers.local_file import printable, read_regular_file
from briefing.model import Metadata, PartialDate

SIDECAR_ENDING = ".toml"
"""Put after the whole name of the report."""
KEYS = ("title", "authors", "publisher", "date", "language", "address", "marking", "grade")
_HINT = f"The keys are {', '.join(KEYS[:-1])} and {KEYS[-1]}."
_LARGEST = 64 * 1024
"""Bytes; a sidecar is a few lines."""
_ABSENT = frozenset({errno.ENOENT, errno.ENOTDIR, errno.ENAMETOOLONG})
"""What the machine says where there can be no such file."""
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[A-Za-z0-9]{2,8})*")


def read_sidecar(report: Path) -> Metadata:
    """Return what the file beside ``report`` gives; empty where there is none.

    Raises:
        ImportFailure: the file cannot be opened, is too large, is no TOML, has an unknown
            key, or a value that does not suit its key; the message names the file and the key.
    """
    path = report.with_name(report.name + SIDECAR_ENDING)
    name = printable(path.name)
    try:
        data = read_regular_file(path, _LARGEST)
    except OSError as error:
        if error.errno in _ABSENT:
            return Metadata()
        raise ImportFailure(f"{name} cannot be opened: {reason(error)}.") from error
    return metadata_in(data, name)


def metadata_in(data: bytes, name: str) -> Metadata:
    """Return the metadata in the bytes of a sidecar file called ``name``.

    Raises:
        ImportFailure: as for ``read_sidecar``.
    """
    values = _parse(data, name)
    unknown = sorted(set(values) - set(KEYS))
    if unknown:
        raise ImportFailure(f"{name}: there is no key {unknown[0]!r}.", _HINT)
    return Metadata(
        title=_text(values, "title", name),
        authors=_authors(values, name),
        publisher=_text(values, "publisher", name),
        date=_date(values, name),
        language=_language(values, name),
        address=_text(values, "address", name),
        marking=_text(values, "marking", name),
        grade=_grade(values, name),
    )


def _parse(data: bytes, name: str) -> dict[str, object]:
    try:
        return read_toml(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise ImportFailure(f"{name} is not in UTF-8.", "Save it again as UTF-8.") from error
    except ValueError as error:
        hint = 'Write one value a line: title = "…", date = 2022-09-13.'
        raise ImportFailure(f"{name} is no TOML: {error}.", hint) from error


def _text(values: dict[str, object], key: str, name: str) -> str:
    value = values.get(key, "")
    if not isinstance(value, str):
        raise ImportFailure(f"{name}: {key} must be a text.", f'Write {key} = "…".')
    return " ".join(value.split())


def _authors(values: dict[str, object], name: str) -> tuple[str, ...]:
    value = values.get("authors", [])
    authors = [value] if isinstance(value, str) else value
    if not isinstance(authors, list) or not all(isinstance(author, str) for author in authors):
        raise ImportFailure(
            f"{name}: authors must be a list of names.", 'Write authors = ["Jane Doe", "John Roe"].'
        )
    return tuple(" ".join(author.split()) for author in authors if author.strip())


def _date(values: dict[str, object], name: str) -> PartialDate | None:
    value = values.get("date")
    if value is None:
        return None
    if isinstance(value, datetime | date):
        return PartialDate(value.year, value.month, value.day)
    try:
        return PartialDate.parse(str(value))
    except ValueError as error:
        raise ImportFailure(
            f"{name}: date {value!r} is no date.", "Write it as 2022, 2022-09 or 2022-09-13."
        ) from error


def _grade(values: dict[str, object], name: str) -> str:
    try:
        return read_grade(_text(values, "grade", name))
    except ValueError as error:
        raise ImportFailure(f"{name}: {error}.") from error


def _language(values: dict[str, object], name: str) -> str:
    language = _text(values, "language", name)
    if language and not _LANGUAGE.fullmatch(language):
        raise ImportFailure(
            f"{name}: language {language!r} is no language tag.", "Write it as en, fr or ru."
        )
    return language
