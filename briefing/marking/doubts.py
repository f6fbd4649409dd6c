"""Markings that are mistyped or half typed: near a level of the scheme, and none of its names.

Such a marking must never count as a lower level with a caveat: ``OFFICIAL-SENSITVE`` is no
``OFFICIAL``. So what comes after a level is looked over, and what is in doubt is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from briefing.model.marking import Level, Scheme

_ALIKE = 0.75
"""How much of two words must be the same for one to be the other mistyped."""
_NEARLY = 0.82
"""The same for a whole marking."""
_BEGINNING = 4
"""Letters with which a word begins like another that may be meant."""
_SIGNS = re.compile(r"[^\w]|_")
_ITEMS = re.compile(r"\s*[/,;]\s*")


def meant_instead(rank: int, rest: str, scheme: Scheme) -> str:
    """Return the higher level that a level with these words after it may stand for, or nothing.

    ``rest`` is in capitals, as are all names that are compared.
    """
    first = _key(re.split(r"[\s/,;:]+", rest.strip(), maxsplit=1)[0])
    items = {_key(one) for one in (rest, *_ITEMS.split(rest))}
    for higher in scheme.levels[rank + 1 :]:
        tails = list(_tails(scheme.levels[rank], higher))
        if any(_may_be(word, tail) for tail in tails for word in (first, _key(rest))):
            return higher.name
        if any(_alike(one, name) >= _NEARLY for one in items for name in _long_names(higher)):
            return higher.name
        if not items.isdisjoint(map(_key, _names(higher))):
            return higher.name
    return ""


def nearest(text: str, scheme: Scheme) -> str:
    """Return the level whose name is most like a text in capitals; nothing where none is near."""
    key = _key(text)
    ranked = [
        (_alike(key, name), level.name) for level in scheme.levels for name in _long_names(level)
    ]
    near, name = max(ranked, default=(0.0, ""))
    if near >= _NEARLY:
        return name
    begun = (lv.name for lv in scheme.levels for one in _long_names(lv) if one.startswith(key))
    return next(begun, "") if len(key) >= _BEGINNING else ""


def _tails(level: Level, higher: Level) -> Iterator[str]:
    """Yield what the names of a higher level have behind those of a level."""
    for own in map(_key, _names(level)):
        for name in map(_key, _names(higher)):
            if name.startswith(own) and name != own:
                yield name[len(own) :]


def _may_be(word: str, tail: str) -> bool:
    """Return whether a word is the beginning of another, or is it mistyped."""
    if not word:
        return False
    begins = len(tail) > _BEGINNING and word[:_BEGINNING] == tail[:_BEGINNING]
    return tail.startswith(word) or begins or _alike(word, tail) >= _ALIKE


def _alike(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= _ALIKE else 0.0


def _long_names(level: Level) -> Iterator[str]:
    return (key for key in map(_key, _names(level)) if len(key) >= 3)


def _names(level: Level) -> tuple[str, ...]:
    return (level.name, level.portion, *level.also)


def _key(text: str) -> str:
    return _SIGNS.sub("", text.upper())
