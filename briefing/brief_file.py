"""Briefs as ``.brief`` files: versioned JSON that a person can read and a program can compare.

    {"format": "deskbrief", "version": 1, "brief": {...}}

``brief`` holds the fields of ``briefing.model.Brief``. Passages stand in it by the report's hash,
their position, their words and the characters around them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from briefing.errors import BriefError
from briefing.files import write_atomically
from briefing.model import Brief

VERSION = 1
EXTENSION = ".brief"
_FORMAT = "deskbrief"
_LARGEST = 64 * 1024 * 1024


def dump_brief(brief: Brief) -> bytes:
    """Return the brief as the bytes of a ``.brief`` file; the same brief gives the same bytes."""
    document = {"format": _FORMAT, "version": VERSION, "brief": brief}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def parse_brief(data: bytes, name: str = "The brief") -> Brief:
    """Return the brief that the bytes of a ``.brief`` file hold; ``name`` is used in messages.

    Raises:
        BriefError: not such a file, damaged, or written by a newer program.
    """
    document = _document(data, name)
    version = document.get("version")
    if not isinstance(version, int) or version < 1:
        raise BriefError(f"{name} does not say which version of the format it has.")
    if version > VERSION:
        raise BriefError(
            f"{name} was written by a newer version of this program (format {version}).",
            f"This version reads formats up to {VERSION}; install the newer one to open it.",
        )
    try:
        return msgspec.convert(document.get("brief"), Brief, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise BriefError(f"{name} is damaged: {error}.", "Restore it from a copy.") from error


def _document(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > _LARGEST:
        raise BriefError(f"{name} is larger than a brief can be ({len(data):,} bytes).")
    try:
        document = msgspec.json.decode(data)
    except (msgspec.DecodeError, RecursionError) as error:
        raise BriefError(f"{name} is not a brief, or is cut short.") from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise BriefError(f"{name} is not a brief.", "Choose a file that this program has saved.")
    return document


def load_brief(path: Path) -> Brief:
    """Return the brief in a file.

    Raises:
        BriefError: the file cannot be read or is no brief.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BriefError(f"The brief {path} cannot be opened: {reason}.") from error
    return parse_brief(data, path.name)


def save_brief(brief: Brief, path: Path) -> None:
    """Write the brief to a file, entirely or not at all.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(path, dump_brief(brief))
