"""Read a by-line that names more than its author: where and when it came out, how long it takes.

``By Jane Doe · Harbour Magazine · 3 June 2024 · 9 min read``, with dots or bars between the parts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.importers.dates import date_in_line
from briefing.importers.masthead import masthead_says
from briefing.importers.names import byline
from briefing.importers.sentences import ends_sentence, is_title_case, words
from briefing.model import Metadata

_BETWEEN = re.compile(r"\s*[·•|‖∙]\s*|\s+[–—]\s+|\s{3,}")
_DAY_AFTER = re.compile(r",\s+(?=(?:[^\W\d_]+\.? )?\d{1,2}\b.{0,20}\b(?:19|20)\d\d$)")
_LONGEST = 40  # words
_LONGEST_NAME = 7  # words of a magazine, an institute


def byline_says(text: str) -> Metadata | None:
    """Return author, publisher and date of a by-line of several parts; None if it is none."""
    bare = text.strip("*_ ")
    if words(bare) > _LONGEST:
        return None
    parts = [part for run in _BETWEEN.split(bare) for part in _DAY_AFTER.split(run) if part]
    if len(parts) < 2 or not any(byline(part) for part in parts):
        return None
    metadata = Metadata()
    for part in parts:
        said = _said(part)
        if said is None:
            return None
        metadata = said.overlaid(metadata) if not _repeats(said, metadata) else metadata
    return metadata


def reads_as_byline(text: str) -> bool:
    """Return whether the whole of ``text`` is a by-line of several parts."""
    return byline_says(text) is not None


def _said(part: str) -> Metadata | None:
    if authors := byline(part):
        return Metadata(authors=authors)
    if date := date_in_line(part):
        return Metadata(date=date)
    if known := masthead_says(part):
        return known
    is_name = words(part) <= _LONGEST_NAME and not ends_sentence(part)
    if is_name and (is_title_case(part) or words(part) == 1) and part[0].isupper():
        return Metadata(publisher=part)
    return None


def _repeats(said: Metadata, metadata: Metadata) -> bool:
    """Return whether a second publisher or author adds nothing to the first: an office, a town."""
    return replace(said, date=None) != Metadata() and bool(
        (said.publisher and metadata.publisher) or (said.authors and metadata.authors)
    )
