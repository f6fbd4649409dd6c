"""Open the files that a person names: regular ones only, and no larger than can be meant."""

from __future__ import annotations

import re
import stat
from pathlib import Path

from briefing.errors import ImportFailure

_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


def printable(name: str) -> str:
    """Return a file's name fit to show and to keep.

    A name need not be text: what is left of bytes that are no UTF-8, and control characters, which
    a terminal would obey, become U+FFFD.
    """
    return _UNPRINTABLE.sub("\ufffd", name)


def read_regular_file(path: Path, largest: int) -> bytes:
    """Return the bytes of a file of ``largest`` bytes at most.

    Raises:
        ImportFailure: it is larger, or a device, pipe or folder.
        OSError: it cannot be read.
    """
    name = printable(path.name) or printable(str(path))
    if not stat.S_ISREG(path.stat().st_mode):
        raise ImportFailure(f"{name} is no regular file.", "Name the file itself.")
    with path.open("rb") as stream:
        data = stream.read(largest + 1)
    if len(data) > largest:
        size = f"{largest // 1024 // 1024} MB" if largest >= 1024 * 1024 else f"{largest} bytes"
        raise ImportFailure(
            f"{name} is larger than {size}.", "Save the part that matters as a file of its own."
        )
    return data
