"""The words of an event: what a finding says around a date, cut where a clause ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Evidence, Facet, Finding, PartialDate

_AFTER = 34
"""Characters after a date that are shown where its clause goes on: what happened stands there."""
_BREAK = re.compile(r"(?<=[,;:])\s|\s(?=[—–(])|(?<=[)])\s")
"""Where a sentence may be cut."""
_CONTINUED = re.compile(
    r"\(|(?!(?:after|as|at|because|between|by|during|from|if|in|on|since|the|when|while|with)\b)[a-z]"
)
"""How words begin of which one has to know who is meant: “who took office”, “said on Friday”."""
_SAID = re.compile(
    r"\b(?:announced|confirmed|declared|noted|reported|said|stated|told \w+|warned)"
    r"(?:\s(?:late|on|in))*\s$"
)
"""What a sentence ends with whose first words tell what was said."""
_CLOSING = ' .”"’'
_COMMA = 3
"""Characters after a date within which a clause that ends says nothing more."""
_LEAST_HEAD = 16
"""Characters of a sentence's beginning that tell anything."""
_DANGLING = re.compile(
    r"(?:[\s,;:(]+(?:an?|and|are|as|at|by|for|from|has|have|her|his|in|into|is|its|of|on|or|that|the|their"
    r"|to|was|were|which|who|with)(?=[\s,;:(]|$))*[\s,;:(]*$",
    re.IGNORECASE,
)
"""Words that a beginning is not cut after."""
_OPEN = " ,;:—–("
"""What words are not cut after."""


def words_around(finding: Finding, day: PartialDate, most: int) -> str:
    """Return the finding's own words around a date, whole clauses where they fit.

    What is left out is marked; the date itself is always among them, and what follows it. Where
    there is room, the first words of the sentence stand before them: they mostly tell who acts.
    """
    text = " ".join(finding.text.split())
    if len(text) <= most:
        return text
    named = date_words(finding, day)
    at = max(0, text.find(named))
    date = at, min(at + len(named), len(text))
    clauses = [0, *(found.end() for found in _BREAK.finditer(text))]
    if _SAID.search(text, 0, at) and not text[date[1] :].strip(_CLOSING):
        start = text.find(" ", max(0, at - most // 3), at) + 1 or at
        return _head(text[:start], most - len(text) + start) + _cut(text, start, len(text))
    start, stop = _window(text, clauses, date, most)
    if start in clauses and _CONTINUED.match(text, start):
        _, stop = _window(text, clauses, date, most - most // 3)
        return _cut(text, text.find(" ", max(0, stop - most), start) + 1 or start, stop)
    if start not in clauses:
        start, stop = _window(text, clauses, date, most - most // 3)
    return _head(text[:start], most - (stop - start)) + _cut(text, start, stop)


def _cut(text: str, start: int, stop: int) -> str:
    """Return a part of a text, with marks of what is left out."""
    kept = text[start:stop].strip()
    before = "… " if start else ""
    return f"{before}{kept}" if stop == len(text) else f"{before}{kept.rstrip(_OPEN)} …"


def _window(text: str, clauses: Sequence[int], date: tuple[int, int], most: int) -> tuple[int, int]:
    """Return where so many words around a date begin and end."""
    at = date[0]
    end = _end(text, clauses, date[1])
    start = max(clause for clause in clauses if clause <= at)
    if end - start > most:
        start = text.find(" ", end - most, at) + 1 or at
    stop = _stop(text, clauses, start, end, most)
    return min([start, *(clause for clause in clauses if 0 <= stop - clause <= most)]), stop


def _head(before: str, room: int) -> str:
    """Return the first words of a sentence that go into the room before a date's; with a space."""
    head = _DANGLING.sub("", before[: before.rfind(" ", 0, room) + 1].rstrip(_OPEN))
    return f"{head} " if len(head) >= _LEAST_HEAD else ""


def _end(text: str, clauses: Sequence[int], date_end: int) -> int:
    """Return what must be shown after a date: its clause where that ends soon, else some words."""
    farthest = date_end + _AFTER
    clause = next((one for one in clauses if one >= date_end + _COMMA), len(text))
    return clause if clause <= farthest else max(date_end, text.rfind(" ", date_end, farthest))


def _stop(text: str, clauses: Sequence[int], start: int, end: int, most: int) -> int:
    """Return where words that begin at ``start`` are cut: after a clause, else after a word."""
    farthest = start + most
    if len(text) <= farthest:
        return len(text)
    whole = [clause for clause in clauses if max(end, start + most * 2 // 3) <= clause <= farthest]
    return whole[-1] if whole else max(end, text.rfind(" ", start, farthest + 1))


def date_evidence(finding: Finding, day: PartialDate) -> list[Evidence]:
    """Return why a finding has a date, the first reason first."""
    tag = str(day)
    return [one for one in finding.evidence if (one.facet, one.tag) == (Facet.DATE, tag)]


def date_words(finding: Finding, day: PartialDate) -> str:
    """Return the words of a finding that name a date; the date where that is not known."""
    return next((one.words for one in date_evidence(finding, day)), str(day))
