"""Briefs as ``.brief`` files: versioned JSON that a person can read and a program can compare.

    {"format": "deskbrief", "version": 1, "brief": {...}}

``brief`` holds the fields of ``briefing.model.Brief``. Passages stand in it by the report's hash,
their position, their words and the characters around them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import msgspec

from briefing.errors import BriefError, reason
from briefing.files import write_atomically
from briefing.model import Brief, BriefFinding

VERSION = 1
EXTENSION = ".brief"
_FORMAT = "deskbrief"
_LARGEST = 64 * 1024 * 1024
_CODE = re.compile(r"[A-Za-z][\w-]{1,40}", re.ASCII)


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
        brief = msgspec.convert(document.get("brief"), Brief, strict=False)
    except (msgspec.ValidationError, ValueError) as error:
        raise _damaged(name, str(error)) from error
    for fault in _faults(brief):
        raise _damaged(name, fault)
    # Whether the findings are verbatim is for a comparison to say, never for the file.
    return replace(brief, verified=None)


def _damaged(name: str, fault: str) -> BriefError:
    return BriefError(f"{name} is damaged: {fault}.", "Restore it from a copy, or build it anew.")


def _faults(brief: Brief) -> Iterator[str]:
    """Yield what no program of ours writes: the values fit their kinds but not each other."""
    numbers = [source.number for source in brief.sources]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "its sources are not numbered in order"
    codes = [finding.code for finding in brief.findings]
    if len(set(codes)) < len(codes):
        yield "two findings have the same code"
    for finding in brief.findings:
        yield from _faults_of(finding, len(numbers))


def _faults_of(finding: BriefFinding, sources: int) -> Iterator[str]:
    if not _CODE.fullmatch(finding.code):
        yield f"{finding.code[:20]!r} is no code of a finding"
    if not finding.quotations or len(finding.citations) != 1 + len(finding.elsewhere):
        yield f"finding {finding.code} does not tell where it stands"
    if any(not 1 <= citation.source <= sources for citation in finding.citations):
        yield f"finding {finding.code} cites a source that is not listed"
    for quotation in (*finding.quotations, *finding.elsewhere):
        if not (quotation.block >= 0 and 0 <= quotation.start < quotation.end):
            yield f"finding {finding.code} quotes a passage that cannot be"


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
        raise BriefError(f"The brief {path} cannot be opened: {reason(error)}.") from error
    return parse_brief(data, path.name)


def save_brief(brief: Brief, path: Path) -> None:
    """Write the brief to a file, entirely or not at all.

    Raises:
        ExportError: the file cannot be written.
    """
    write_atomically(path, dump_brief(brief))
