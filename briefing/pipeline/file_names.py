"""Names of files made from a pattern such as ``{date} {region} {template}``, safe everywhere."""

from __future__ import annotations

import re
import unicodedata

from briefing.errors import ExportError
from briefing.model import Brief

FIELDS = ("date", "region", "template", "title", "reference")
_FIELD = re.compile(r"\{([^{}]*)\}")
_UNSAFE = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f-\x9f\ud800-\udfff]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\.|$)", re.IGNORECASE)
"""Names that Windows keeps for devices."""
_LONGEST = 120


def check_pattern(pattern: str) -> None:
    """Check that a pattern names only what there is.

    Raises:
        ExportError: it is empty, or has a field that does not exist.
    """
    if not pattern.strip():
        raise ExportError("The pattern of the file names is empty.", "Write {date} {region}.")
    for field in _FIELD.findall(pattern):
        if field not in FIELDS:
            known = ", ".join(f"{{{name}}}" for name in FIELDS)
            raise ExportError(f"File names know no {{{field}}}.", f"There are: {known}.")


def file_name(pattern: str, brief: Brief, region: str) -> str:
    """Return the name, without ending, of the file for a brief."""
    values = {
        "date": brief.issued.isoformat(),
        "region": region,
        "template": brief.request.template,
        "title": brief.title,
        "reference": brief.request.reference,
    }
    return safe_name(_FIELD.sub(lambda field: values[field[1]], pattern))


def safe_name(name: str) -> str:
    """Return a name that every system takes for a file; never empty, never a path."""
    plain = unicodedata.normalize("NFC", name)
    plain = " ".join(_UNSAFE.sub("-", plain).split())
    while len(plain.encode()) > _LONGEST:
        plain = plain[:-1]
    plain = plain.strip(" .-")
    if _RESERVED.match(plain):
        plain = f"_{plain}"
    return plain or "brief"
