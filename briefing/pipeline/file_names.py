"""Names of files made from a pattern such as ``{date} {region} {template}``, safe everywhere."""

from __future__ import annotations

import re

from briefing import naming
from briefing.errors import ExportError
from briefing.model import Brief
from briefing.naming import PLACEHOLDERS, NameWords

_FIELD = re.compile(r"\{([^{}]*)\}")


def check_pattern(pattern: str) -> None:
    """Check that a pattern names only what there is.

    Raises:
        ExportError: it is empty, or has a field that does not exist.
    """
    if not pattern.strip():
        raise ExportError("The pattern of the file names is empty.", "Write {date} {region}.")
    for field in _FIELD.findall(pattern):
        if field not in PLACEHOLDERS:
            known = ", ".join(f"{{{name}}}" for name in PLACEHOLDERS)
            raise ExportError(f"File names know no {{{field}}}.", f"There are: {known}.")


def file_name(pattern: str, brief: Brief, region: str) -> str:
    """Return the name, without ending, of the file for a brief."""
    words = NameWords(
        date=brief.issued.isoformat(),
        title=brief.request.title.strip() or region,
        reference=brief.request.reference.strip(),
        template=brief.request.template,
        region=region,
    )
    return naming.file_name(pattern, words)
