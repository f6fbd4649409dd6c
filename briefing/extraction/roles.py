"""What part a named region plays in its sentence: what it is about, or background to it.

Takes a sentence and its hits; gives a role for each hit. No parser: the words next to a name tell
enough, a war that is only the setting ("the war in Ukraine"), a city that is only the venue
("talks in Geneva"), a comparison ("unlike Russia"), the members of a group in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import IntEnum

from briefing.extraction.gazetteer import Hit, NameKind


class Role(IntEnum):
    """How much a sentence is about a region that it names; more is more."""

    VENUE = 0
    """The place where something happens, or a member in a bracketed list."""
    BACKGROUND = 1
    """The setting, a comparison, an attribute."""
    CENTRAL = 2
    SUBJECT = 3


_STRIFE = r"(?:civil\s+war|wars?|conflicts?|cris[ie]s|revolution|uprising|quagmire|theatre|theater)"
_EVENT = (
    r"(?:wars?|conflicts?|invasion|cris[ie]s|offensive|counter-?offensive|aggression|attacks?"
    r"|re-?conquest|quagmire|debacle|fiasco|withdrawal|genocide|revolution|uprising|fighting|setbacks?"
    r"|defeats?|failures?|difficulties|losses|struggles|hostilities|violence|bloodshed)"
)
_EVENT_AFTER = re.compile(rf"(?:[a-z][\w-]*\s+)?{_STRIFE}\b", re.IGNORECASE)
_EVENT_BEFORE = re.compile(
    rf"\b{_EVENT}(?:'s\s+\w+)?(?:\s+\w+ing)?\s+(?:in|of|on|against|over|with|around)"
    r"\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
_SETTING_BEFORE = re.compile(
    r"(?:\b(?:according\s+to|unlike|than|beyond|resembl\w+|similar\s+to|akin\s+to|model+ed\s+on|as\s+other"
    r"|just\s+like|apart\s+from|aside\s+from|except(?:\s+for)?|bordering|caught\s+between"
    r"|lesser\s+extent(?:\s+\w+){0,3})|(?:^|,\s)like)"
    r"\s+(?:the\s+|other\s+|many\s+|most\s+|that\s+of\s+){0,2}$",
    re.IGNORECASE,
)
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|outside|held in|from)\s+(?:the\s+)?$", re.IGNORECASE)
_NEAR = 4
"""Words before a name that can tell its part; asked first, since that is quick."""

_LEADS_TO_SETTING = frozenset(
    ["to", "unlike", "than", "beyond", "like", "on", "other", "from", "except", "for", "extent"]
) | {"bordering", "between", "resemble", "resembles", "resembling"}
_LEADS_FROM_EVENT = frozenset(["in", "of", "on", "against", "over", "with", "around"])
_PLACE_ALONE = re.compile(r"(?:^|, )(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
_OCCASION = (
    r"(?:summit|meeting|conference|talks|forum|round|session|ceremony|speech|visit|trip|gathering"
    r"|negotiations?|signed|met|meets|held|hosted|host|convened|assembl\w+|consultations|representation"
    r"|embassy|embassies|mission|headquarters|protests?|told|spoke|said|addressed)"
)
_OCCASION_NEAR = re.compile(rf"\b{_OCCASION}\b", re.IGNORECASE)
_NAMED_AFTER = re.compile(
    r"(?:'s)?\s+(?:(?:peace|economic|security|format|final|nuclear)\s+)?(?:[Ss]ummit|[Mm]eeting"
    r"|[Cc]onference|[Tt]alks|[Dd]eclaration|[Aa]greements?|[Aa]ccords?|[Pp]rocess|[Mm]emorandum|[Pp]rotocol"
    r"|[Cc]onventions?|[Ff]ormat|[Rr]ound|[Ff]orum|[Cc]lub|[Pp]rinciples|[Tt]reaty|[Aa]ct|[Cc]harter|[Gg]roup)\b"
)
_SEATED = frozenset({NameKind.CITY, NameKind.CAPITAL})
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|do|did"
    r"|\w{3,}(?:ed|es)|[a-z]{3,}s)\b"
)
_GROUP_THEN_BRACKET = 28
"""Characters between the name of a group and the bracket that lists its members."""


def roles(text: str, hits: Sequence[Hit]) -> list[Role]:
    """Return the role of each hit in a sentence."""
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
    if _NAMED_AFTER.match(after):
        return True
    if not _PLACE_BEFORE.search(before):
        return False
    opens = after.startswith(",") and bool(_PLACE_ALONE.search(before))
    return opens or bool(_OCCASION_NEAR.search(text))


def _is_setting(hit: Hit, before: str, after: str) -> bool:
    near = {*before[-40:].lower().split()[-_NEAR:]}
    if not near.isdisjoint(_LEADS_TO_SETTING) and _SETTING_BEFORE.search(before):
        return True
    event = hit.name.kind is not NameKind.GROUP and not near.isdisjoint(_LEADS_FROM_EVENT)
    if event and _EVENT_BEFORE.search(before):
        return True
    adjective = hit.name.kind in {NameKind.ADJECTIVE, NameKind.PREFIX} or after.startswith("-")
    return adjective and bool(_EVENT_AFTER.match(after.lstrip("-– ")))


def _is_origin(hit: Hit, before: str, after: str) -> bool:
    """Whether it only tells where a person comes from: ``the Spaniard Josep Borrell``."""
    person = hit.name.kind is NameKind.PEOPLE and before.endswith(("the ", "The ", "a "))
    return person and bool(re.match(r" [A-ZÀ-Þ]", after))


_JOINED = re.compile(r"(?:,|,?\s+and|\s*&)\s+(?:the\s+)?")


def _subjects(text: str, hits: Sequence[Hit]) -> list[Hit]:
    """Return the subject and the names that are joined to it: ``Russia, China and Iran``."""
    subject = _subject(text, hits)
    if subject is None:
        return []
    joined = [subject]
    for hit in hits[hits.index(subject) + 1 :]:
        if not _JOINED.fullmatch(text, joined[-1].end, hit.start):
            break
        joined.append(hit)
    return joined


def _subject(text: str, hits: Sequence[Hit]) -> Hit | None:
    """Return the first name before the first verb of the main clause, so far as words tell."""
    start = main_clause(text, hits)
    if start == 0 and _OPENER.match(text):
        return None
    for hit in hits:
        if hit.start >= start and hit.name.kind is not NameKind.PREFIX:
            verb = _FINITE.search(text, start)
            return hit if verb is None or hit.start <= verb.end() + 25 else None
    return None


_OPENER = re.compile(
    r"(?:[-–•*]\s*)?(?:After|Since|Despite|Following|Amid|While|Although|Though|As|When|If|In|With|By"
    r"|During|Because|Given|Under|For|On|At|From|Until|Before|Even|Unlike|Through|Throughout|Having"
    r"|Regarding|Concerning|According|Like|Instead|Rather|Between|Among|Beyond|To|Whatever|Whether"
    r"|Once|Where|Far|Driven|Drawn|Caught|Led|Without|Along|Alongside|Against|Over|Of|[A-Z]\w+(?:ed|ing))\b"
)


def main_clause(text: str, hits: Sequence[Hit]) -> int:
    """Return where the main clause begins: after the comma that ends an opening phrase."""
    if not _OPENER.match(text):
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
