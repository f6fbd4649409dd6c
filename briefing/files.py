"""Files that are there entirely or not at all, and TOML that a person has written."""

from __future__ import annotations

import contextlib
import os
import secrets
import tomllib
from pathlib import Path
from typing import Any

from briefing.errors import ExportError, reason


def write_atomically(path: Path, data: bytes) -> None:
    """Write to a temporary file in the same folder and rename it into place.

    A symbolic link keeps pointing where it points; what it points to is written.

    Raises:
        ExportError: folder missing and not to be made, no permission, disk full.
    """
    try:
        target = path.resolve()
        target.parent.mkdir(parents=True, exist_ok=True)
        _write_and_rename(target, data)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links
        why = reason(error) if isinstance(error, OSError) else "its links go round in a circle"
        raise ExportError(
            f"{path} cannot be written: {why}.",
            "Close it if it is open elsewhere, or choose another place.",
        ) from error


def _write_and_rename(path: Path, data: bytes) -> None:
    temporary = path.with_name(f".{secrets.token_hex(8)}.tmp")
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


def read_toml(text: str) -> dict[str, Any]:
    """Return the values of a TOML document.

    Raises:
        ValueError: it is no TOML (the message names line and column), nests too deep, or holds a
            number of too many digits.
    """
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it nests too deep") from error
