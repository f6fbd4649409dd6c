"""Which libraries have been opened elsewhere than in the user's data folder.

Such a library may be on a drive that is taken out. Begun again there, empty, it would take in
reports that nobody finds any more once the drive is back.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path

from briefing.errors import ExportError
from briefing.files import write_atomically
from briefing.resources import user_data

_LIST = "libraries.json"


def note_library(folder: Path) -> None:
    """Remember that there is a library; where that cannot be written nothing is lost by it."""
    place = _place(folder)
    known = _known()
    if place not in known and not _is_own(place):
        text = json.dumps([*known, place], ensure_ascii=True, indent=1)
        with suppress(ExportError):
            write_atomically(user_data() / _LIST, text.encode(), make_folder=True)


def is_noted(folder: Path) -> bool:
    """Return whether there has been a library."""
    return _place(folder) in _known()


def _known() -> list[str]:
    with suppress(OSError, ValueError, RecursionError):
        listed = json.loads((user_data() / _LIST).read_text("utf-8"))
        if isinstance(listed, list):
            return [one for one in listed if isinstance(one, str)]
    return []


def _is_own(place: str) -> bool:
    """Whether it goes and comes with this very list."""
    return place.startswith(_place(user_data()) + os.sep)


def _place(folder: Path) -> str:
    # links are not followed: where a drive is out they lead nowhere
    return os.path.normcase(os.path.abspath(folder))  # noqa: PTH100
