"""Briefs as ``.brief`` files: versioned JSON that a person can read and a program can compare.

    {"format": "deskbrief", "version": 2, "draft": {...}, "brief": {...}, "seen": [...], …}

``draft`` holds the fields of ``briefing.model.Draft``, ``brief`` those of ``Brief``: the document
as it was when the file was saved, or null. Passages stand in both by the report's hash, their
position, their words and the characters around them. Version 1 had the ``brief`` alone.
"""

from briefing.brief_file.content import BriefFile, draft_of
from briefing.brief_file.files import (
    EXTENSION,
    VERSION,
    dump_brief,
    dump_brief_file,
    load_brief,
    parse_brief,
    parse_brief_file,
    read_brief_file,
    save_brief,
    save_brief_file,
    version_of,
)

__all__ = [
    "EXTENSION",
    "VERSION",
    "BriefFile",
    "draft_of",
    "dump_brief",
    "dump_brief_file",
    "load_brief",
    "parse_brief",
    "parse_brief_file",
    "read_brief_file",
    "save_brief",
    "save_brief_file",
    "version_of",
]
