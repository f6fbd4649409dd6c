"""Opening the library of a folder: where its drive is out it is not begun anew in its place."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import LibraryError
from briefing.library import Library
from briefing.library.salvage import FILE
from briefing.progress import Progress
from briefing.safekeeping.drives import is_drive_out, note_drive

_HINT = (
    "Connect the drive and try again. If it is gone for good, "
    "“Check Library” can begin a new one there."
)


def open_library(folder: Path, *, create: bool = True, progress: Progress | None = None) -> Library:
    """Open the library in ``folder``, making it where there never was one and ``create`` is set.

    ``progress`` is told how far one of an older program is brought up to date.

    Raises:
        Cancelled: from ``progress``; the library is as it was.
        LibraryError: it was there and its drive is out; or as ``Library.open``.
    """
    if is_gone(folder):
        raise LibraryError(f"The drive of the library {folder} is not there.", _HINT)
    library = Library.open(folder, create=create, progress=progress)
    note_drive(folder)
    return library


def is_gone(folder: Path) -> bool:
    """Return whether there was a library that is out of reach with its drive."""
    return is_drive_out(folder) and not _is_there(folder / FILE)


def _is_there(file: Path) -> bool:
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # whoever opens it tells what is wrong
    return True
