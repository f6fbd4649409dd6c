"""Dated copies of a brief, made before it is overwritten; the latest ones are kept.

They lie in the user's data folder, a folder for each brief, and bear names that a person can read:
``Talks 2026-11-22 10.42.brief``. Their order is the order in which they were made, noted in a list
beside them, so that a clock that was set back makes no newer copy give way to an older one.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from briefing.errors import BriefError, reason
from briefing.files import write_atomically
from briefing.safekeeping.places import copies, key_of

KEPT = 10
_LIST = "copies.json"
_LONGEST = 180
"""Bytes of a brief's name that go into that of a copy; file systems allow 255 in all."""
_STAMP = re.compile(r"(\d{4}-\d\d-\d\d \d\d\.\d\d)(?: \(\d+\))?$")


@dataclass(frozen=True, slots=True)
class Copy:
    """A brief as it was before it was overwritten."""

    file: Path
    made: datetime
    """By the clock of that time, to the minute."""
    size: int


def keep_copy(path: Path, kept: int = KEPT, now: datetime | None = None) -> Path | None:
    """Copy a brief as it is on the disk, before it is overwritten; return where to.

    None where there is no file yet, or where it is what the latest copy holds. Beyond ``kept``
    copies the oldest go.

    Raises:
        BriefError: the brief cannot be read.
        ExportError: the copy cannot be written.
    """
    content, names, kept = _content(path), _names(path), max(1, kept)
    if content is None or (names and _content(_folder(path) / names[-1]) == content):
        return None
    stamp = f"{(now or datetime.now(UTC).astimezone()):%Y-%m-%d %H.%M}"
    name = next(name for name in _possible(path, stamp) if name not in names)
    write_atomically(_folder(path) / name, content, make_folder=True)
    names.append(name)
    _write_names(path, names[-kept:])
    for old in names[:-kept]:
        with suppress(OSError):
            (_folder(path) / old).unlink()
    return _folder(path) / name


def copies_of(path: Path) -> tuple[Copy, ...]:
    """Return the copies of a brief, the latest first; the brief itself may be gone."""
    found = []
    for name in reversed(_names(path)):
        file = _folder(path) / name
        stamp = _STAMP.search(file.stem)
        with suppress(OSError, ValueError):
            made = datetime.strptime(stamp[1] if stamp else "", "%Y-%m-%d %H.%M").astimezone()
            found.append(Copy(file, made, file.stat().st_size))
    return tuple(found)


def restore_copy(copy: Copy, to: Path, kept: int = KEPT) -> None:
    """Write a copy to a place; what stands there is copied first, if it is a brief.

    Raises:
        BriefError: the copy cannot be read.
        ExportError: the place cannot be written.
    """
    content = _content(copy.file)
    if content is None:
        raise BriefError(f"The copy {copy.file} is no longer there.", "Choose another one.")
    keep_copy(to, kept + 1)  # the copy that is being restored does not go for it
    write_atomically(to, content)


def _folder(path: Path) -> Path:
    return copies() / key_of(path)


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise BriefError(f"{path} cannot be read: {reason(error)}.") from error


def _possible(path: Path, stamp: str) -> Iterator[str]:
    """Yield names for a copy: another one for each in the same minute."""
    stem = path.stem.encode("utf-8", "replace")[:_LONGEST].decode("utf-8", "ignore")
    yield f"{stem} {stamp}{path.suffix}"
    for number in count(2):
        yield f"{stem} {stamp} ({number}){path.suffix}"


def _names(path: Path) -> list[str]:
    """Return the names of a brief's copies in the order in which they were made."""
    folder = _folder(path)
    there = sorted(file.name for file in folder.glob(f"*{path.suffix}") if _STAMP.search(file.stem))
    with suppress(OSError, ValueError, TypeError, KeyError):
        noted = json.loads((folder / _LIST).read_text("utf-8"))["copies"]
        order = {name: place for place, name in enumerate(noted)}
        there.sort(key=lambda name: order.get(name, len(order)))
    return there


def _write_names(path: Path, names: list[str]) -> None:
    noted = {"brief": str(path), "copies": names}
    text = json.dumps(noted, ensure_ascii=True, indent=1)
    write_atomically(_folder(path) / _LIST, text.encode(), make_folder=True)
