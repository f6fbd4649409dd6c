"""The lists of ``cues.toml``: which there are, and how they are made into patterns.

A phrase is written as in ``briefing.extraction.cues``: ``(a|b)`` are alternatives, ``?`` makes what
stands before it optional, ``*`` at the end of a word stands for any ending.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.extraction.cues import OPENING
from briefing.extraction.strength_cues import CUES as STRENGTH

SECTIONS = {
    "sentences": frozenset({"abbreviations", "may_end", "begin_anew"}),
    "context": frozenset(
        {"connectives", "inner", "pointing", "of_text", "pronouns", "impersonal", "pairs", "known"}
    ),
    "roles": frozenset({"place_before", "occasions", "events", "setting_before", "joined"}),
    "reference": frozenset({"pair", "country", "area", "bloc", "pronouns"}),
    "strength": frozenset(STRENGTH),
    "dates": frozenset({"before", "after", "joined", "months"}),
}
"""The sections of the table, and the lists that each may have."""

NEVER = re.compile(r"(?!)")
"""Stands for a list that is empty: it finds nothing."""

Lists = dict[str, list[str]]


def anywhere(words: Iterable[str], *, after: str = r"(?!\w)") -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases, as whole words, whatever their capitals."""
    return _pattern(words, r"(?<!\w)", after)


def opening(words: Iterable[str], *, after: str = r"(?!\w)") -> re.Pattern[str]:
    """Return a pattern for phrases with which a sentence begins."""
    return _pattern(words, OPENING, after)


def right_before(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for phrases that end where a name begins."""
    return _pattern(words, r"(?<!\w)", r"['’]?\s*$")


def _pattern(words: Iterable[str], before: str, after: str) -> re.Pattern[str]:
    found = [_expression(phrase) for phrase in words]
    if not found:
        return NEVER
    return re.compile(f"{before}(?P<words>{'|'.join(found)}){after}", re.IGNORECASE)


def _expression(phrase: str) -> str:
    escaped = phrase.replace(".", r"\.").replace("*", r"\w*").replace(" ", r"\s+")
    return re.sub(r"\((?!\?)", "(?:", escaped)
