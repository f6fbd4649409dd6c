"""Which drives the libraries are on that have been opened.

Where a drive is taken out, its folder may stay, or be made again: a library begun there, empty,
would take in reports that nobody finds any more once the drive is back. A library that is missing
while its drive is there was taken away on purpose.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from os.path import ismount
from pathlib import Path

from briefing.errors import ExportError
from briefing.files import write_atomically
from briefing.resources import user_data

_LIST = "drives.json"


def note_drive(folder: Path) -> None:
    """Remember on which drive a library is, unless it comes and goes with the user's data folder.

    Where that cannot be written nothing is lost by it.
    """
    place, drive = _place(folder), _drive_of(folder)
    known = _known()
    if known.get(place) != drive and drive != _drive_of(user_data()):
        text = json.dumps({**known, place: drive}, ensure_ascii=True, indent=1)
        with suppress(ExportError):
            write_atomically(user_data() / _LIST, text.encode(), make_folder=True)


def is_drive_out(folder: Path) -> bool:
    """Return whether there has been a library whose drive is not there now."""
    drive = _known().get(_place(folder))
    return drive is not None and not ismount(drive)


def _known() -> dict[str, str]:
    with suppress(OSError, ValueError, RecursionError):
        listed = json.loads((user_data() / _LIST).read_text("utf-8"))
        if isinstance(listed, dict):
            return {place: drive for place, drive in listed.items() if isinstance(drive, str)}
    return {}


def _drive_of(folder: Path) -> str:
    """Return the folder under which the drive appears: a letter on Windows, else a mount point."""
    path = os.path.realpath(folder)
    while not ismount(path) and path != os.path.dirname(path):  # noqa: PTH120
        path = os.path.dirname(path)  # noqa: PTH120
    return path


def _place(folder: Path) -> str:
    # links are not followed: where a drive is out they lead nowhere
    return os.path.normcase(os.path.abspath(folder))  # noqa: PTH100
