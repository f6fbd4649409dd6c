"""What names of files are filled with: words of the request, fit to show."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from briefing.model import BriefRequest
from briefing.model.desk import Vocabulary
from briefing.naming import PLACEHOLDERS, NameWords, file_name, safe_name
from briefing.wording import listed

__all__ = [
    "PLACEHOLDERS",
    "NameWords",
    "example_of",
    "explained",
    "file_name",
    "safe_name",
    "without_ending",
    "words_of",
]

_REGIONS_NAMED = 3
"""Regions that a name lists at the most."""


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


def explained() -> str:
    """Return in one line what a pattern of file names may hold."""
    said = QCoreApplication.translate(
        "Exporting", "{names} stand for what the brief says; all else stays as typed."
    )
    return said.replace("{names}", listed([f"{{{name}}}" for name in PLACEHOLDERS]))


def example_of(pattern: str) -> str:
    """Return what a pattern makes of a brief, for those who write one."""
    words = NameWords(
        date=date.today().isoformat(),  # noqa: DTZ011 - the desk's day
        title=QCoreApplication.translate("Exporting", "Talks on the border"),
        reference=QCoreApplication.translate("Exporting", "EA 12-3"),
        template="note",
        region=QCoreApplication.translate("Exporting", "South Caucasus"),
    )
    said = QCoreApplication.translate("Exporting", "Such as “{name}”")
    return said.replace("{name}", file_name(pattern, words))


def without_ending(name: str, endings: tuple[str, ...]) -> str:
    """Return a name without the ending of a format, where someone has typed one."""
    for ending in endings:
        if name.casefold().endswith(ending.casefold()):
            return name[: -len(ending)]
    return name


def _region_name(region: str, request: BriefRequest, vocabulary: Vocabulary | None) -> str:
    for group in request.groups:
        if group.id == region:
            return group.name
    known = vocabulary.taxonomy.regions.get(region) if vocabulary else None
    return known.name if known else region


def _template_title(name: str, vocabulary: Vocabulary | None) -> str:
    templates = vocabulary.templates if vocabulary else ()
    return next((one.title for one in templates if one.name == name), name)
