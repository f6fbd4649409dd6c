"""Scales of likelihood of the desk's own: one TOML file each in the user's data folder.

    name = "House scale"
    note = "As agreed in 2024."
    confidence = ["firm", "fair", "weak"]

    [[term]]
    words = ["hardly"]
    range = "0–20 %"

Terms stand from the least to the most likely. A file with a mistake is left out, and the mistake is
told with file and line.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from briefing.errors import BriefingError
from briefing.resources import user_data
from briefing.tables import (
    Table,
    TableFile,
    files_in,
    mistake_in,
    read_files,
    read_table_file,
)

_KEYS = {"name": str, "note": str, "confidence": list, "term": list}
_TERM_KEYS = {"words": list, "range": str}
_MOST = 20


def own_folder() -> Path:
    """Return where the desk's own scales lie; it may not exist."""
    return user_data() / "scales"


def own_scales() -> dict[str, Table]:
    """Return the desk's own scales as tables, by the names of their files."""
    return read_files(files_in(own_folder()), _read)[0]


def own_mistakes() -> tuple[str, ...]:
    """Return a sentence for each of the desk's own scales that is left out."""
    return read_files(files_in(own_folder()), _read)[1]


def scale_mistakes(path: Path) -> str:
    """Return what is wrong with the file of a scale, in a sentence; nothing where it is right."""
    return mistake_in(path, _read)


def _read(path: Path) -> Table:
    file = read_table_file(path)
    for message, hint in chain(file.faults(_KEYS, ("name", "term")), _faults(file)):
        raise BriefingError(message, hint)
    return file.table


def _faults(file: TableFile) -> Iterator[tuple[str, str]]:
    rows = file.table["term"]
    seen: set[str] = set()
    for number, row in enumerate(rows):
        where = ("term", number)
        yield from file.faults(_TERM_KEYS, ("words", "range"), row, where, "a [[term]]")
        for word in row["words"]:
            if not word.strip() or word != word.lower():
                told = f"the word {word!r} is not in small letters"
                yield file.fault((*where, "words"), told, 'Write words = ["likely"].', word)
            if word in seen:
                told = f"{word!r} stands for two terms, this one and one above"
                yield file.fault((*where, "words"), told, value=word)
            seen.add(word)
    if not 2 <= len(rows) <= _MOST:
        yield file.fault(("term", 0), f"a scale has from 2 to {_MOST} terms")
    if len(set(file.table.get("confidence", "ab"))) < 2:
        yield file.fault(("confidence",), "confidence has fewer than two levels")
