"""Whether a number tells by how much something changed, rather than how much of it there is."""

from __future__ import annotations

import re

_NOUNS = (
    "contraction|cut|decline|decrease|depreciation|devaluation|drop|expansion|fall|gain|growth|hike"
    "|increase|inflation|jump|reduction|rise|slump|surge"
)
_VERBS = (
    "contract(?:ed|ing)|cut|declin(?:ed|es|ing)|decreas(?:ed|es|ing)|dropp(?:ed|ing)|expand(?:ed|ing)"
    "|fallen|fell|fall(?:s|ing)|gr[eo]w(?:n|s|ing)?|increas(?:ed|es|ing)|jump(?:ed|ing)|plung(?:ed|ing)"
    "|rais(?:ed|es|ing)|reduc(?:ed|es|ing)|ris(?:en|es|ing)|rose|shr[au]nk|slash(?:ed|ing)|slump(?:ed|ing)"
    "|soar(?:ed|ing)|surg(?:ed|ing)"
)
_BEFORE = re.compile(
    rf"\b(?:(?:{_NOUNS})(?:\s[\w’'-]+){{0,3}}?\s(?:of|at)(?:\s[\d.,]+\s[\w’'-]+\sand)?"
    rf"|(?:{_VERBS}|{_NOUNS}|reduce)(?:\s(?!to\b)[\w’'-]+){{0,9}}?\sby"
    r"|(?:inflation|growth)(?:\s(?!share\b)[\w’'-]+){0,5}?\s(?:hit|is|rates?|reach(?:ed)?|to|was)"
    rf"|(?:{_VERBS})(?:\san?)?(?:\sestimated)?)\s$",
    re.IGNORECASE,
)
"""Rose, a rise of, raised its share by; what “rose to” tells is how much there was then."""
_LINKING = (
    "a|after|amid|an|and|as|at|because|before|but|by|during|for|from|held|in|into|led|of|off|on|or"
    "|since|that|the|through|to|under|when|which|while|who|with"
)
_AFTER = re.compile(rf"(?:\s(?!(?:{_LINKING})\b)[\w-]+)?\s(?:{_NOUNS})\b")
"""A 20 % drop, a 5 % tax cut; 20 % of growth is a part of it."""
_NUMBER_BEFORE = re.compile(
    rf"\b(?:(?:{_NOUNS})(?:\sin(?:\s(?!(?:{_LINKING})\b)[\w’'-]+){{1,3}})?\sof"
    rf"|(?:{_VERBS}|{_NOUNS}|reduce)(?:\s(?:in|the)\snumber|(?:\sthe)?(?:\s(?!(?:{_LINKING})\b)[\w’'-]+){{0,4}})?\sby"
    rf"(?:\san?)?(?:\sestimated)?)\s$",
    re.IGNORECASE,
)
"""The same of those who are counted, closer by: what fell to a siege “by 3,000 soldiers” did not
fall by so many, and who raised 3,000 has them."""


def is_change(before: str, after: str) -> bool:
    """Return whether the words about a number and its unit say that something changed by it.

    ``before`` ends where the number begins, ``after`` begins where its unit ends.
    """
    return bool(_BEFORE.search(before) or _AFTER.match(after))


def is_change_of_number(before: str) -> bool:
    """Return whether the words before a number of people or things say that so many were added."""
    return _NUMBER_BEFORE.search(before) is not None
