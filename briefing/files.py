"""Writing a file so that it is there entirely or not at all."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path

from briefing.errors import ExportError


def write_atomically(path: Path, data: bytes) -> None:
    """Write to a temporary file in the same folder and rename it into place.

    Raises:
        ExportError: folder missing and not to be made, no permission, disk full.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_and_rename(path, data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise ExportError(
            f"{path} cannot be written: {reason}.",
            "Close it if it is open elsewhere, or choose another place.",
        ) from error


def _write_and_rename(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if path.exists():
            temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise
