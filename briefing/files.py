"""Files that are there entirely or not at all, and TOML that a person has written."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from briefing.errors import ExportError, reason, remedy

_BARE = re.compile(r"[A-Za-z0-9_-]+")
HALF_WRITTEN = re.compile(r"\.deskbrief-([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{16}\.tmp")
"""Names of files that are being written: of which machine and process is told by their names."""
_written_to: set[Path] = set()
_UNPRINTABLE = re.compile(r'[\x00-\x1f\x7f"\\]')
"""What may not stand as it is between quotation marks."""


def write_atomically(path: Path, data: bytes, *, make_folder: bool = False) -> None:
    """Write to a temporary file in the same folder and rename it into place.

    A symbolic link keeps pointing where it points; what it points to is written. A folder of the
    program's own is made where it is missing (``make_folder``); one that a person has named is not,
    for it may be misspelt.

    Raises:
        ExportError: the folder is missing, no permission, disk full.
    """
    try:
        target = path.resolve()
        if make_folder:
            target.parent.mkdir(parents=True, exist_ok=True)
        elif not target.parent.exists():
            raise ExportError(
                f"There is no such folder: {path.parent}.",
                "Connect its drive or make the folder, or choose another one.",
            )
        _write_and_rename(target, data)
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of symbolic links
        if not isinstance(error, OSError):
            why, hint = "its links go round in a circle", "Choose another place."
        else:
            why, hint = reason(error), remedy(error)
        raise ExportError(f"{path} cannot be written: {why}.", hint) from error


def folders_written_to() -> tuple[Path, ...]:
    """Return the folders into which this process has written."""
    return tuple(sorted(_written_to))


def this_machine() -> str:
    """Return eight characters that stand for this machine in names of files."""
    import platform  # here, for it takes a moment to load
    from hashlib import sha256

    return sha256(platform.node().encode("utf-8", "replace")).hexdigest()[:8]


def written_on(seconds: float) -> datetime:
    """Return a file's time as the desk's clock shows it; one that no calendar has is its outset."""
    try:
        return datetime.fromtimestamp(seconds)  # noqa: DTZ006
    except (ValueError, OverflowError, OSError):  # disks that clocks out of order have written to
        return datetime(1970, 1, 1)  # noqa: DTZ001


def make_folder_for_output(folder: Path) -> None:
    """Make a folder that is the program's to make, unless it is there.

    Raises:
        ExportError: it cannot be made.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        message = f"The folder {folder} cannot be made: {reason(error)}."
        raise ExportError(message, remedy(error)) from error


def _write_and_rename(path: Path, data: bytes) -> None:
    _written_to.add(path.parent)
    who = f"{this_machine()}-{os.getpid()}"
    temporary = path.with_name(f".deskbrief-{who}-{secrets.token_hex(8)}.tmp")
    try:
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            _settle(stream.fileno())
        if path.exists():
            with contextlib.suppress(PermissionError):  # shares that know no modes
                temporary.chmod(path.stat().st_mode & 0o777)
        temporary.replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise


def _settle(descriptor: int) -> None:
    """Have what was written on the disk before its name is; some shares know of no such thing."""
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise


def is_file(path: Path) -> bool:
    """Return whether there is a file; a name that no file can have is none."""
    return os.path.isfile(path)  # noqa: PTH113 - pathlib's raises where a name is too long


def read_toml(text: str) -> dict[str, Any]:
    """Return the values of a TOML document.

    Raises:
        ValueError: it is no TOML (the message names line and column), nests too deep, or holds a
            number of too many digits.
    """
    import tomllib  # here, for the window opens before it reads a table

    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise ValueError("it nests too deep") from error


def write_toml(values: Mapping[str, Any]) -> str:
    """Return a TOML document of such values as ``read_toml`` gives.

    Lists of tables come last, each table under its heading.
    """
    plain = {key: value for key, value in values.items() if not _is_tables(value)}
    lines = _assignments(plain)
    for key in values.keys() - plain.keys():
        for table in values[key]:
            lines += ["", f"[[{_key(key)}]]", *_assignments(table)]
    return "".join(f"{line}\n" for line in lines)


def _is_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(one, dict) for one in value)


def _assignments(table: Mapping[str, Any]) -> list[str]:
    return [f"{_key(key)} = {_value(value)}" for key, value in table.items()]


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _quoted(key)


def _value(value: Any) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_value, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(_assignments(value))} }}"
    return str(value.isoformat())  # a date, a time, or both


def _quoted(text: str) -> str:
    """Return the text in quotation marks; what is no text, as in odd file names, becomes ``?``."""
    written = text.encode("utf-8", "replace").decode()
    return '"' + _UNPRINTABLE.sub(_escaped, written) + '"'


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
