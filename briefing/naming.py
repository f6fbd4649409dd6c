"""Names for files to be written: a pattern filled with words, safe on every file system."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

_LONGEST = 180
"""Bytes of a name without its ending; file systems allow 255, and a temporary name needs room."""
_PORTS = (*"0123456789¹²³",)
_RESERVED = frozenset(
    [
        *("con", "prn", "aux", "nul", "conin$", "conout$"),
        *(f"com{n}" for n in _PORTS),
        *(f"lpt{n}" for n in _PORTS),
    ]
)
"""Names that Windows keeps for devices, whatever their ending."""

_UNSEEN = re.compile(
    "[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
"""Signs that turn a name round (``fdp.exe`` shows as ``exe.pdf``) or make two look alike; what
joins letters in Persian or Hindi stays."""

_LOOSE = " .-_,;–—"
"""What no name ends with: it would stand before the dot of the ending."""
_OPENING = "([{„“‘«‹&+"


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a pattern may name, each fit to show; empty where there is nothing."""

    date: str = ""
    title: str = ""
    reference: str = ""
    template: str = ""
    region: str = ""


PLACEHOLDERS = tuple(NameWords.__dataclass_fields__)


def file_name(pattern: str, words: NameWords) -> str:
    """Return a file name without ending: the pattern filled in and made safe.

    What is empty leaves no gap; a pattern that yields nothing gives the template's name.
    """

    def word(found: re.Match[str]) -> str:
        return getattr(words, found[1]) if found[1] in PLACEHOLDERS else found[0]

    filled = re.sub(r"\{(\w+)\}", word, pattern)
    return safe_name(filled) or safe_name(words.template) or "briefing"


def copy_name(stem: str, number: int, total: int, recipient: str) -> str:
    """Return the name, without ending, of a numbered copy: ``Talks 02 of 12 The Minister``."""
    return safe_name(f"{stem} {str(number).zfill(len(str(total)))} of {total} {recipient}")


def safe_name(text: str) -> str:
    """Return a text as a file name that Windows, macOS and Linux all take; it may be empty."""
    text = unicodedata.normalize("NFC", text)
    name = re.sub(r"\s*[:/\\|]+\s*", " - ", text)
    name = re.sub(r"\s+", " ", name)
    name = re.sub(r'[<>"?*\x00-\x1f\x7f-\x9f\ud800-\udfff]', "", name)
    name = _UNSEEN.sub("", name)
    name = _cut(re.sub(r"(?: - )+", " - ", name).strip(" .-_")).rstrip(_LOOSE)
    first = name.split(".")[0].rstrip().casefold()
    return f"{name}_" if first in _RESERVED else name


def _cut(name: str) -> str:
    """Return what of a name there is room for, without half a word unless it is one long word."""
    if len(name.encode("utf-8")) <= _LONGEST:
        return name
    kept = name.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore")
    whole = kept if name[len(kept)] == " " else kept.rpartition(" ")[0]
    return whole.rstrip(_LOOSE + _OPENING) if len(whole) > len(kept) // 2 else kept
