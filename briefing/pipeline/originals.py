"""Use case: a report's original file, under its own name, for another program to open.

The library keeps originals under their fingerprints, where no other program knows what they are.
"""

from __future__ import annotations

import time
from contextlib import suppress
from pathlib import Path, PurePath

from briefing.errors import ExportError, LibraryError, reason
from briefing.files import write_atomically
from briefing.importers import IMPORTERS
from briefing.library import Library
from briefing.naming import safe_name

_KEPT_S = 24 * 3600
"""Seconds for which a copy made to be looked at stays; the program showing it may read it anew."""


def save_original(library: Library, sha256: str, folder: Path) -> Path:
    """Write a report's original into a folder, under its own name, and return where it is.

    Raises:
        LibraryError: the library does not hold it, or its copy is missing or altered.
        ExportError: it cannot be written, or another file of this name is there.
    """
    report = library.summary(sha256)
    path = folder / _name_of(report.file_name, report.format, sha256)
    content = library.original(sha256)
    if path.exists() and path.read_bytes() != content:
        raise ExportError(f"{path} is there already.", "Name another folder with --out.")
    write_atomically(path, content)
    return path


def show_original(library: Library, sha256: str, folder: Path) -> Path:
    """Return a copy of a report's original that can be opened, but not changed by mistake.

    Copies that were made in ``folder`` more than a day ago are deleted.

    Raises:
        LibraryError: as ``save_original``, or the copy cannot be made.
    """
    content = library.original(sha256)
    _tidy(folder)
    place = folder / sha256[:16]
    try:
        place.mkdir(parents=True, exist_ok=True)
        report = library.summary(sha256)
        path = place / _name_of(report.file_name, report.format, sha256)
        if not path.is_file() or path.read_bytes() != content:
            write_atomically(path, content)
        path.chmod(0o444)
    except OSError as error:
        raise LibraryError(
            f"No copy of the original can be made in {folder}: {reason(error)}.",
            "See that the disk has room and is yours.",
        ) from error
    return path


def _name_of(file_name: str, format_id: str, sha256: str) -> str:
    """Return a name that every system takes, with an ending that tells what the file is."""
    name = PurePath(file_name)
    endings = next((one.extensions for one in IMPORTERS if one.id == format_id), ())
    is_known = name.suffix.lower() in endings
    ending = name.suffix if is_known or not endings else endings[0]
    return (safe_name(name.stem if is_known else name.name) or sha256[:16]) + ending


def _tidy(folder: Path) -> None:
    """Delete old copies; what is in use elsewhere stays until the next time."""
    before = time.time() - _KEPT_S
    for path in folder.glob("*/*"):
        with suppress(OSError):
            if path.stat().st_mtime < before:
                path.chmod(0o600)
                path.unlink()
                path.parent.rmdir()
