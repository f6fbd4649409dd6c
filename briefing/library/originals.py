"""The originals: every imported file byte for byte, named by its SHA-256."""

from __future__ import annotations

import re
import time
from contextlib import suppress
from datetime import date
from hashlib import sha256
from pathlib import Path

from briefing.errors import ExportError, LibraryError, reason
from briefing.files import write_atomically

_FINGERPRINT = re.compile(r"[0-9a-f]{64}")
_BEING_WRITTEN_S = 3600.0
"""So long, in seconds, a file may be in the making."""


class Originals:
    """The folder of original files."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self._folder

    def keep(self, fingerprint: str, content: bytes) -> None:
        """Write a file under its SHA-256, unless it is there already and whole.

        Raises:
            LibraryError: the file cannot be written.
            ValueError: the fingerprint is not that of the content.
        """
        if sha256(content).hexdigest() != fingerprint:
            raise ValueError("an original is kept under its own SHA-256 only")
        path = self._folder / fingerprint
        try:
            if path.is_file() and path.stat().st_size == len(content):
                return
            write_atomically(path, content, make_folder=True)
        except OSError as error:
            raise LibraryError(f"The original {path} cannot be kept: {reason(error)}.") from error
        except ExportError as error:
            raise LibraryError(error.message, "See that the disk has room and is yours.") from error

    def names(self) -> tuple[str, ...]:
        """Return the fingerprints of all files that are kept, in their order."""
        return tuple(name for name in self._files() if _FINGERPRINT.fullmatch(name))

    def day_of(self, fingerprint: str) -> date:
        """Return the day on which a file was kept, as far as its disk tells; else today."""
        with suppress(OSError, ValueError, OverflowError):
            return date.fromtimestamp((self._folder / fingerprint).stat().st_mtime)  # noqa: DTZ012
        return date.today()  # noqa: DTZ011 - the officer's own calendar

    def leftovers(self) -> tuple[str, ...]:
        """Return files that were not written to their end, and that nobody can be writing now."""
        oldest = time.time() - _BEING_WRITTEN_S
        return tuple(
            name
            for name in self._files()
            if name.endswith(".tmp") and (self._folder / name).stat().st_mtime < oldest
        )

    def _files(self) -> list[str]:
        if not self._folder.is_dir():
            return []
        return sorted(path.name for path in self._folder.iterdir() if path.is_file())

    def remove(self, fingerprint: str) -> None:
        """Delete the file kept under a SHA-256, or a leftover, if it is there.

        Raises:
            LibraryError: it cannot be deleted.
        """
        path = self._folder / fingerprint
        try:
            path.unlink(missing_ok=True)
        except OSError as error:
            raise LibraryError(
                f"The original {path} cannot be deleted: {reason(error)}.",
                "Close it if it is open elsewhere, then delete it by hand.",
            ) from error

    def read(self, fingerprint: str) -> bytes:
        """Return the file kept under a SHA-256, as it was imported.

        Raises:
            LibraryError: the file is missing, cannot be read or has been altered.
        """
        path = self._folder / fingerprint
        try:
            content = path.read_bytes()
        except OSError as error:
            raise LibraryError(
                f"The original {path} cannot be read: {reason(error)}.",
                "Import the same file again, or restore the library folder from a copy.",
            ) from error
        if sha256(content).hexdigest() != fingerprint:
            raise LibraryError(
                f"The original {path} has been altered since it was imported.",
                "Import the same file again, or restore the library folder from a copy.",
            )
        return content
