"""Names for files to be written: a pattern filled from the request, safe on every file system."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.model import BriefRequest
from briefing.model.desk import Vocabulary

_LONGEST = 180
"""Bytes of a name without its ending; file systems allow 255, and a temporary name needs room."""
_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
"""Names that Windows keeps for devices, whatever their ending."""
_REGIONS_NAMED = 3
"""Regions that a name lists at the most."""


@dataclass(frozen=True, slots=True)
class NameWords:
    """What a pattern may name, each fit to show; empty where there is nothing."""

    date: str = ""
    title: str = ""
    reference: str = ""
    template: str = ""
    region: str = ""


PLACEHOLDERS = tuple(NameWords.__dataclass_fields__)


def words_of(
    request: BriefRequest, vocabulary: Vocabulary | None, today: date | None = None
) -> NameWords:
    """Return the words for a request; without a title of its own the regions stand for it."""
    regions = [_region_name(region, request, vocabulary) for region in request.regions]
    region = ", ".join(regions[:_REGIONS_NAMED])
    template = _template_title(request.template, vocabulary)
    return NameWords(
        date=(request.issued or today or date.today()).isoformat(),  # noqa: DTZ011 - the desk's day
        title=request.title.strip() or region or template,
        reference=request.reference.strip(),
        template=request.template,
        region=region,
    )


def file_name(pattern: str, words: NameWords) -> str:
    """Return a file name without ending: the pattern filled in and made safe.

    What is empty leaves no gap; a pattern that yields nothing gives the template's name.
    """

    def word(found: re.Match[str]) -> str:
        return getattr(words, found[1]) if found[1] in PLACEHOLDERS else found[0]

    filled = re.sub(r"\{(\w+)\}", word, pattern)
    return safe_name(filled) or safe_name(words.template) or "briefing"


def safe_name(text: str) -> str:
    """Return a text as a file name that Windows, macOS and Linux all take; it may be empty."""
    name = re.sub(r"\s*[:/\\|]+\s*", " - ", text)
    name = re.sub(r'[<>"?*\x00-\x1f\x7f]', "", name)
    name = re.sub(r"\s+", " ", name)
    name = re.sub(r"(?: - )+", " - ", name).strip(" .-_")
    name = name.encode("utf-8")[:_LONGEST].decode("utf-8", "ignore").rstrip(" .-_")
    return f"{name}_" if name.split(".")[0].casefold() in _RESERVED else name


def without_ending(name: str, endings: tuple[str, ...]) -> str:
    """Return a name without the ending of a format, where someone has typed one."""
    for ending in endings:
        if name.casefold().endswith(ending.casefold()):
            return name[: -len(ending)]
    return name


def day_of(path: Path) -> date | None:
    """Return the day on which a file was last written; None where there is no file."""
    try:
        return date.fromtimestamp(path.stat().st_mtime)  # noqa: DTZ012 - the desk's day
    except OSError:
        return None


def _region_name(region: str, request: BriefRequest, vocabulary: Vocabulary | None) -> str:
    for group in request.groups:
        if group.id == region:
            return group.name
    known = vocabulary.taxonomy.regions.get(region) if vocabulary else None
    return known.name if known else region


def _template_title(name: str, vocabulary: Vocabulary | None) -> str:
    templates = vocabulary.templates if vocabulary else ()
    return next((one.title for one in templates if one.name == name), name)
