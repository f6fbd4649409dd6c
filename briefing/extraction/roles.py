"""What part a named region plays in its sentence: what it is about, or background to it.

Takes a sentence and its hits; gives a role for each hit. No parser: the words next to a name tell
enough, a war that is only the setting ("the war in Ukraine"), a city that is only the venue
("talks in Geneva"), a comparison ("unlike Russia"), the members of a group in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from briefing.extraction import role_words as words
from briefing.extraction.gazetteer import Hit, NameKind


class Role(IntEnum):
    """How much a sentence is about a region that it names; more is more."""

    VENUE = 0
    """The place where something happens, or a member in a bracketed list."""
    BACKGROUND = 1
    """The setting, a comparison, an attribute."""
    CENTRAL = 2
    SUBJECT = 3


_SEATED = frozenset({NameKind.CITY, NameKind.CAPITAL})
_GROUP_THEN_BRACKET = 28
"""Characters between the name of a group and the bracket that lists its members."""


def roles(text: str, hits: Sequence[Hit]) -> list[Role]:
    """Return the role of each hit in a sentence."""
    if not hits:
        return []
    listed = _bracketed_members(text, hits)
    subjects = _subjects(text, hits)
    return [_role(text, hit, subjects) if hit not in listed else Role.VENUE for hit in hits]


def _role(text: str, hit: Hit, subjects: Sequence[Hit]) -> Role:
    before, after = text[max(0, hit.start - 60) : hit.start], text[hit.end : hit.end + 45]
    if hit.name.kind in _SEATED and _is_venue(text, hit, before, after):
        return Role.VENUE
    if _is_setting(hit, before, after) or _is_origin(hit, before, after):
        return Role.BACKGROUND
    if hit in subjects:
        return Role.SUBJECT
    if hit.name.kind is NameKind.WEST and not text.startswith(hit.name.text):
        return Role.BACKGROUND
    return Role.CENTRAL


def _is_venue(text: str, hit: Hit, before: str, after: str) -> bool:
    if words.NAMED_AFTER.match(after):
        return True
    if words.RULERS_BEFORE.search(before) or not words.PLACE_BEFORE.search(before):
        return False
    opens = after.startswith(",") and bool(words.PLACE_ALONE.search(before))
    return opens or bool(words.OCCASION_NEAR.search(text))


def _is_setting(hit: Hit, before: str, after: str) -> bool:
    near = {*before[-40:].lower().split()[-words.NEAR :]}
    if not near.isdisjoint(words.LEADS_TO_SETTING) and words.SETTING_BEFORE.search(before):
        return True
    event = hit.name.kind is not NameKind.GROUP and not near.isdisjoint(words.LEADS_FROM_EVENT)
    if event and words.EVENT_BEFORE.search(before):
        return True
    adjective = hit.name.kind in {NameKind.ADJECTIVE, NameKind.PREFIX} or after.startswith("-")
    return adjective and bool(words.EVENT_AFTER.match(after.lstrip("-– ")))


def _is_origin(hit: Hit, before: str, after: str) -> bool:
    """Whether it only tells where a person comes from: ``the Spaniard Josep Borrell``."""
    person = hit.name.kind is NameKind.PEOPLE and before.endswith(("the ", "The ", "a "))
    return person and bool(re.match(r" [A-ZÀ-Þ]", after))


def _subjects(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the subject and the names that are joined to it: ``Russia, China and Iran``."""
    subject = _subject(text, hits)
    if subject is None:
        return []
    joined = [subject]
    for hit in hits[hits.index(subject) + 1 :]:
        if not words.JOINED.fullmatch(text, joined[-1].end, hit.start):
            break
        joined.append(hit)
    return joined


def _subject(text: str, hits: Sequence[Hit]) -> Hit | None:
    """Return the first name before the first verb of the main clause, so far as words tell."""
    if not hits:
        return None
    start = main_clause(text, hits)
    if start == 0 and words.OPENER.match(text):
        return None
    for hit in hits:
        if hit.start >= start and hit.name.kind is not NameKind.PREFIX:
            verb = words.FINITE.search(text, start)
            return hit if verb is None or hit.start <= verb.end() + 25 else None
    return None


def main_clause(text: str, hits: Sequence[Hit]) -> int:
    """Return where the main clause begins: after the comma that ends an opening phrase."""
    if not hits or not words.OPENER.match(text):
        return 0
    comma = text.find(", ")
    while comma >= 0 and any(hit.start > comma for hit in hits):
        if any(hit.start - comma < len(", the former ") for hit in hits if hit.start > comma):
            return comma
        comma = text.find(", ", comma + 1)
    return 0


def _bracketed_members(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the countries that brackets list as members of the group before them."""
    opened = text.find("(")
    closed = text.find(")", opened)
    if opened < 0 or closed < 0:
        return []
    groups = [h for h in hits if h.name.kind is NameKind.GROUP and h.end <= opened]
    inside = [h for h in hits if opened < h.start < closed]
    near = groups and opened - groups[-1].end <= _GROUP_THEN_BRACKET
    if near and len(inside) > 1:
        return inside
    return [
        h for h in inside if text[opened - 1 : h.start] == " (" and _ends_name(hits, opened - 1)
    ]


def _ends_name(hits: Sequence[Hit], end: int) -> bool:
    return any(hit.end == end and hit.name.kind is NameKind.COUNTRY for hit in hits)
