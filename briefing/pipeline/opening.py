"""Opening the library of a folder: one that was there before is not begun anew where it is gone."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import LibraryError
from briefing.library import Library
from briefing.library.salvage import FILE
from briefing.safekeeping.libraries import is_noted, note_library

_HINT = (
    "Connect its drive, or bring the folder back; then try again. If it is gone for good, "
    "“Check Library” can begin a new one there."
)


def open_library(folder: Path, *, create: bool = True) -> Library:
    """Open the library in ``folder``, making it where there never was one and ``create`` is set.

    Raises:
        LibraryError: it was there and is no longer; or as ``Library.open``.
    """
    if is_gone(folder):
        raise LibraryError(f"The library {folder} is no longer there.", _HINT)
    library = Library.open(folder, create=create)
    note_library(folder)
    return library


def is_gone(folder: Path) -> bool:
    """Return whether there was a library that is out of reach, as with a drive taken out."""
    return is_noted(folder) and not _is_there(folder / FILE)


def _is_there(file: Path) -> bool:
    try:
        file.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError:
        return True  # whoever opens it tells what is wrong
    return True
