"""Which files a folder holds already: read once, off the GUI thread, so that typing waits for none.

A folder that does not answer, on a drive that is gone, counts as empty.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path
from unicodedata import normalize

from PySide6.QtCore import QObject, Signal

from briefing.files import written_on
from briefing.ledger import Ledger
from gui.looking import look


@dataclass(frozen=True, slots=True)
class Found:
    """What a folder holds, by the keys of file names."""

    days: dict[str, date]
    changed: dict[str, datetime]


class There(QObject):
    """The files of one folder that an export might replace."""

    known = Signal()
    """What the folder holds has been read."""

    def __init__(
        self, endings: tuple[str, ...], parent: QObject | None = None, library: Path | None = None
    ) -> None:
        """Count the files with one of these ``endings``, in small letters.

        Beside the ``library`` it is kept what has been exported before.
        """
        super().__init__(parent)
        self._library = library
        self._changed: dict[str, datetime] = {}
        self._endings = endings
        self._folder: Path | None = None
        self._days: dict[str, date] = {}
        self.is_looking = False
        """Whether the folder is still being read."""

    def see(self, folder: Path | None) -> None:
        """Read a folder, unless it is the one that was read last."""
        if folder != self._folder:
            self.look_again(folder)

    def look_again(self, folder: Path | None) -> None:
        """Read a folder as it is now."""
        self._folder = folder
        self._days = {}
        self.is_looking = folder is not None
        if folder is not None:
            nothing = Found({}, {})
            seen = partial(_found_in, folder, self._endings, self._library)
            look(self, seen, partial(self._take, folder), nothing)

    def day_of(self, path: Path) -> date | None:
        """Return the day on which a file of the folder was written; None where there is none."""
        return self._days.get(_key(path.name))

    def changed_at(self, path: Path) -> datetime | None:
        """Return when someone last changed a file that was exported; None where nobody did."""
        return self._changed.get(_key(path.name))

    def _take(self, folder: Path, found: Found) -> None:
        if folder == self._folder:
            self._days, self._changed = found.days, found.changed
            self.is_looking = False
            self.known.emit()


def _found_in(folder: Path, endings: tuple[str, ...], library: Path | None) -> Found:
    days = _days_in(folder, endings)
    if library is None:
        return Found(days, {})
    changed = Ledger(library).changed_in(folder)
    return Found(days, {_key(one.path.name): one.when for one in changed})


def _days_in(folder: Path, endings: tuple[str, ...]) -> dict[str, date]:
    found = {}
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.casefold().endswith(endings):
                with suppress(OSError):
                    found[_key(entry.name)] = written_on(entry.stat().st_mtime).date()
    return found


def _key(name: str) -> str:
    """Return a file name as the system tells it from others."""
    name = normalize("NFC", name)
    return name.casefold() if sys.platform in ("win32", "darwin") else name
