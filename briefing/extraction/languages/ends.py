"""Where sentences of a language end: the words of its table in the shape the splitter asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.extraction.languages.cues import Lists
from briefing.extraction.rejoining import Ends

_BEFORE = r"(?:^|[\s(\[“„«\"'’–—-])"
_ORDINAL = r"|(?:^|\s)(?:\d{1,2}|[IVX]{1,5})"
"""An ordinal in German: ``am 3. Oktober``, ``Ludwig XIV.``"""

_LONGEST_ORDINAL = 5


def ends_of(language: str, lists: Lists) -> Ends:
    """Return where sentences end, with the abbreviations of a language's table."""
    short, may_end = _joined(lists["abbreviations"]), _joined(lists["may_end"])
    ordinal = _ORDINAL if language == "de" else ""
    anew = _joined(lists["begin_anew"])
    return Ends(
        abbreviation=re.compile(rf"(?:{_BEFORE}(?:{short}|{may_end}){ordinal})\.$"),
        may_end=re.compile(rf"(?:{_BEFORE}(?:{may_end}){ordinal})\.$"),
        begins_anew=re.compile(rf"(?:{anew})(?!\w)"),
        longest=max(
            _LONGEST_ORDINAL, *map(len, lists["abbreviations"]), *map(len, lists["may_end"])
        ),
        cuts=re.compile(rf"{_BEFORE}(?:{may_end})\.(?=\s+[“„«(]*(?:{anew})(?!\w))"),
    )


def _joined(words: Iterable[str]) -> str:
    """Return the words as alternatives; the points within them may be followed by a space."""
    found = (re.escape(word).replace(r"\.", r"\.\s?").replace(r"\ ", r"\s?") for word in words)
    return "|".join(found) or "(?!)"
