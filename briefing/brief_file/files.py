"""Reading and writing ``.brief`` files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import msgspec

from briefing.brief_file.content import BriefFile, draft_of
from briefing.brief_file.faults import CODE, faults_of_brief, faults_of_draft
from briefing.errors import BriefError, reason
from briefing.files import write_atomically
from briefing.importers.local_file import read_regular_file
from briefing.model import Brief, Draft

VERSION = 2
EXTENSION = ".brief"
_FORMAT = "deskbrief"
_LARGEST = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class _First:
    """What a file of the first version holds."""

    brief: Brief


@dataclass(frozen=True, slots=True)
class _Second:
    """What a file of the second version holds."""

    draft: Draft
    brief: Brief | None = None
    seen: tuple[str, ...] = ()
    saved: date | None = None


def dump_brief_file(content: BriefFile) -> bytes:
    """Return the bytes of a ``.brief`` file; the same content gives the same bytes."""
    document = {
        "format": _FORMAT,
        "version": VERSION,
        "saved": content.saved,
        "draft": content.draft,
        "seen": content.seen,
        "brief": content.brief,
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def dump_brief(brief: Brief) -> bytes:
    """Return a document as the bytes of a ``.brief`` file, with the draft that stands for it."""
    return dump_brief_file(BriefFile(draft_of(brief), brief))


def parse_brief_file(data: bytes, name: str = "The brief") -> BriefFile:
    """Return what the bytes of a ``.brief`` file hold; ``name`` is used in messages.

    Raises:
        BriefError: not such a file, damaged, or written by a newer program.
    """
    document = _document(data, name)
    version = version_of(document, VERSION, name)
    try:
        content = _first(document, name) if version == 1 else _second(document, name)
    except (msgspec.ValidationError, ValueError, OverflowError) as error:
        raise _damaged(name, str(error)) from error
    _refuse(faults_of_draft(content.draft), name)
    return content


def version_of(document: Mapping[str, Any], newest: int, name: str) -> int:
    """Return the version of the format that a file has.

    Raises:
        BriefError: it does not say, or is newer than the ``newest`` that is known.
    """
    version = document.get("version")
    if not isinstance(version, int) or version < 1:
        raise BriefError(f"{name} does not say which version of the format it has.")
    if version > newest:
        raise BriefError(
            f"{name} was written by a newer version of this program (format {version}).",
            f"This version reads formats up to {newest}; install the newer one to open it.",
        )
    return version


def parse_brief(data: bytes, name: str = "The brief") -> Brief:
    """Return the document that the bytes of a ``.brief`` file hold.

    Raises:
        BriefError: as ``parse_brief_file``, or the brief was saved without a document.
    """
    brief = parse_brief_file(data, name).brief
    if brief is None:
        raise BriefError(f"{name} holds a draft without its document.", "Build it first.")
    return brief


def _first(document: dict[str, Any], name: str) -> BriefFile:
    brief = _sound(msgspec.convert(document, _First, strict=False).brief, name)
    return BriefFile(draft_of(brief), brief)


def _second(document: dict[str, Any], name: str) -> BriefFile:
    held = msgspec.convert(document, _Second, strict=False)
    brief = None if held.brief is None else _sound(held.brief, name)
    seen = tuple(code for code in held.seen if CODE.fullmatch(code))
    return BriefFile(held.draft, brief, seen, held.saved)


def _sound(brief: Brief, name: str) -> Brief:
    """Return a document in which nothing contradicts itself.

    Whether the findings are verbatim is for a comparison to say, never for the file.
    """
    _refuse(faults_of_brief(brief), name)
    return replace(brief, verified=None)


def _refuse(faults: Iterable[str], name: str) -> None:
    for fault in faults:
        raise _damaged(name, fault)


def _damaged(name: str, fault: str) -> BriefError:
    return BriefError(f"{name} is damaged: {fault}.", "Restore it from a copy, or build it anew.")


def _document(data: bytes, name: str) -> dict[str, Any]:
    if len(data) > _LARGEST:
        raise BriefError(f"{name} is larger than a brief can be ({len(data):,} bytes).")
    try:
        document = msgspec.json.decode(data)
    except (ValueError, RecursionError) as error:  # its own errors, and of what is no UTF-8
        raise BriefError(f"{name} is not a brief, or is cut short.") from error
    if not isinstance(document, dict) or document.get("format") != _FORMAT:
        raise BriefError(f"{name} is not a brief.", "Choose a file that this program has saved.")
    return document


def read_brief_file(path: Path) -> BriefFile:
    """Return what a ``.brief`` file holds.

    Raises:
        BriefError: the file cannot be read or is no brief.
        ImportFailure: it is no file, or larger than a brief can be.
    """
    try:
        data = read_regular_file(path, _LARGEST)
    except OSError as error:
        raise BriefError(f"The brief {path} cannot be opened: {reason(error)}.") from error
    return parse_brief_file(data, path.name)


def load_brief(path: Path) -> Brief:
    """Return the document in a file.

    Raises:
        BriefError: the file cannot be read, is no brief, or was saved without its document.
    """
    brief = read_brief_file(path).brief
    if brief is None:
        raise BriefError(f"{path.name} holds a draft without its document.", "Build it first.")
    return brief


def save_brief(brief: Brief, path: Path) -> None:
    """Write a document to a file, entirely or not at all.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(path, dump_brief(brief))


def save_brief_file(content: BriefFile, path: Path) -> None:
    """Write a brief to a file, entirely or not at all.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(path, dump_brief_file(content))
