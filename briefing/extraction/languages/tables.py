"""The tables of a language, read and checked: a mistake is told with its file and line.

A folder of ``assets/taxonomy`` named by a language's tag holds ``names.toml``, ``themes.toml`` and
``cues.toml``; ``assets/taxonomy/README.md`` describes them for an officer.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import Any, NoReturn

from briefing.errors import BriefingError
from briefing.taxonomy import Table, read_table

NAMES, THEMES, CUES = "names.toml", "themes.toml", "cues.toml"
SORTS = (
    "countries", "adjectives", "people", "prefixes", "metonyms", "capitals", "cities", "areas",
    "groups",
)  # fmt: skip
"""The sorts of names; under each a line a region: its id, and the names."""
SILENT = "silent"


def read_names(folder: Path, regions: Collection[str]) -> Table:
    """Return the names of a language, by sort and region.

    Raises:
        BriefingError: the table is missing or damaged, has a sort or region that does not exist,
            or something else than a list of names; the message names file and line.
    """
    path = folder / NAMES
    table = read_table(path)
    for sort, row in table.items():
        if sort not in (*SORTS, SILENT):
            _refuse(path, sort, "", f"[{sort}] is no sort of names", ", ".join(SORTS))
        for key, names in row.items():
            if sort != SILENT and not all(region in regions for region in key.split("+")):
                hint = "Use ISO 3166-1 codes or the ids of regions.toml."
                _refuse(path, sort, key, f"{key!r} is no region", hint)
            if not _is_words(names):
                hint = 'Write a list: FR = ["France", "République française"].'
                _refuse(path, sort, key, f"{key!r} has no list of names", hint)
    return table


def read_cues(folder: Path, known: dict[str, frozenset[str]]) -> dict[str, dict[str, list[str]]]:
    """Return the words of a language by section and list; a list that is left out is empty.

    ``known`` has the lists that each section may have.

    Raises:
        BriefingError: as ``read_names``.
    """
    path = folder / CUES
    table = read_table(path)
    for section, row in table.items():
        if section not in known:
            _refuse(path, section, "", f"[{section}] is no section", ", ".join(known))
        for key, words in row.items():
            if key not in known[section] or not _is_words(words):
                what = f"{key!r} is no list of words of [{section}]"
                _refuse(path, section, key, what, ", ".join(sorted(known[section])))
    return {
        section: {key: table.get(section, {}).get(key, []) for key in keys}
        for section, keys in known.items()
    }


def _line(lines: list[str], section: str, key: str) -> int:
    """Return the number of the line where a section begins, or where a key stands in it."""
    numbered = list(enumerate(lines, 1))
    head = next((n for n, line in numbered if line.strip() == f"[{section}]"), 1)
    wanted = re.compile(rf'"?{re.escape(key)}"?\s*=')
    return next((n for n, line in numbered[head:] if key and wanted.match(line)), head)


def _is_words(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(w, str) and w.strip() for w in value)


def _refuse(path: Path, section: str, key: str, what: str, hint: str) -> NoReturn:
    """Raise the error for a mistake in a section, at a key of it unless that is empty."""
    number = _line(path.read_text(encoding="utf-8").splitlines(), section, key)
    where = f"{path.parent.name}/{path.name}"
    raise BriefingError(f"In {where}, line {number}: {what}.", f"Allowed here: {hint}")
