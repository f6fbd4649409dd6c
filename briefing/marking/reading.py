"""What a marking means: which level of a scheme, and which caveats come after it.

Read with forgiveness of case, accents, and kinds of dashes and spaces; the longest name that fits
counts, so that OFFICIAL-SENSITIVE is not OFFICIAL with a caveat. A portion mark is a marking too.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from briefing.errors import RequestError
from briefing.marking.doubts import meant_instead, nearest
from briefing.model.marking import Level, Scheme

_LONGEST = 80
"""Characters of caveats; more does not fit into the head of a page."""
_ALLOWED = re.compile(r"[\w /,.&:;'’()+–-]*")
_BETWEEN = re.compile(r"\s*(?://|/|,|:|;|–|—|-)?\s*")
_GLUED = re.compile(r"[–—‑-]\S")
"""A dash without a space before it belongs to a name: no caveats come after it."""
_NAME_LENGTH = 4
"""Letters of a level's name that are no everyday abbreviation."""
_LEADING = re.compile(r"\s*\(([^()\n]{1,60})\)\s*")
_SEVERAL = re.compile(r"\s*(?:/|,|;)\s*")
_OF_LINE = re.compile(r"^[ \t]*\(([^()\n]{1,60})\)", re.MULTILINE)
_ANYWHERE = re.compile(r"(?<!\S)\(([^()\n]{1,60})\)")


@dataclass(frozen=True, slots=True)
class Marking:
    """A marking, understood."""

    rank: int
    """Place of its level in the scheme, from 0, the lowest."""
    level: Level
    caveats: str = ""
    """Handling instructions after the level, in capitals: ``NOFORN``."""

    @property
    def each_caveat(self) -> frozenset[str]:
        """The caveats one by one."""
        return frozenset(filter(None, _SEVERAL.split(self.caveats)))

    def outranks(self, other: Marking) -> bool:
        """Whether its level is above that of another."""
        return self.rank > other.rank

    def text(self, scheme: Scheme) -> str:
        """Return it as pages carry it: ``SECRET//NOFORN``."""
        return self.level.name + (f"{scheme.caveats}{self.caveats}" if self.caveats else "")

    @property
    def portion(self) -> str:
        """It as it stands in brackets before a paragraph: ``S//NOFORN``."""
        return self.level.portion + (f"//{self.caveats}" if self.caveats else "")


def read_marking(text: str, scheme: Scheme) -> Marking | None:
    """Return what a marking means in a scheme; None where it is not of the scheme."""
    words = _plain(text)
    for name, rank in _names(scheme):
        match = name.match(words)
        if match is None:
            continue
        rest = words[match.end() :]
        caveats = _BETWEEN.sub("", rest, count=1).strip()
        if len(caveats) > _LONGEST or not _ALLOWED.fullmatch(caveats) or _GLUED.match(rest):
            return None
        if caveats and meant_instead(rank, caveats, scheme):
            return None
        return Marking(rank, scheme.levels[rank], caveats)
    return None


def meant_by(text: str, scheme: Scheme) -> str:
    """Return the level that a marking which is not of the scheme probably means, or nothing."""
    words = _plain(text)
    for name, rank in _names(scheme):
        match = name.match(words)
        if match is not None:
            rest = _BETWEEN.sub("", words[match.end() :], count=1)
            return meant_instead(rank, rest, scheme) or nearest(words, scheme)
    return nearest(words, scheme)


def is_doubtful(text: str, scheme: Scheme) -> bool:
    """Whether words in brackets are meant as a marking that cannot be read: it is mistyped.

    What is in capitals counts as soon as it is near a level; else it has to begin with one.
    """
    if read_marking(text, scheme) is not None:
        return False
    words = _plain(text)
    if text == text.upper() and not re.search(r"\d", text):
        return bool(meant_by(text, scheme)) or _begins_with(words, scheme, 1)
    return _begins_with(words, scheme, _NAME_LENGTH)


def _begins_with(words: str, scheme: Scheme, length: int) -> bool:
    found = (name.match(words) for name, _ in _names(scheme))
    return any(match is not None and len(match[0]) >= length for match in found)


def check_marking(text: str, scheme: Scheme, whose: str) -> Marking:
    """Return what a marking means; ``whose`` begins the sentence if it means nothing.

    Raises:
        RequestError: it is not of the scheme.
    """
    read = read_marking(text, scheme)
    if read is None:
        levels = ", ".join(level.name for level in scheme.levels)
        meant = meant_by(text, scheme)
        asked = f"Did you mean {meant}? " if meant else ""
        raise RequestError(
            f"{whose} “{text}” is not of the scheme {scheme.name}.",
            f"{asked}Its levels are {levels}; letters, digits and / , . & ( ) may come after the "
            "level, behind a space.",
        )
    return read


def split_mark(text: str, scheme: Scheme) -> tuple[Marking | None, str]:
    """Return the mark with which a paragraph begins, as in ``(S) The talks…``, and the rest."""
    match = _LEADING.match(text)
    mark = read_marking(match[1], scheme) if match else None
    return (mark, text[match.end() :]) if match and mark else (None, text)


def marks_of_lines(text: str, scheme: Scheme) -> Iterator[Marking]:
    """Yield the mark of each line of a paragraph that begins with one."""
    yield from filter(None, (read_marking(one[1], scheme) for one in _OF_LINE.finditer(text)))


def doubtful_marks(text: str, scheme: Scheme) -> Iterator[str]:
    """Yield what stands where the mark of a line does, and is one that is mistyped."""
    said = (one[1] for one in _OF_LINE.finditer(text))
    return (one for one in said if is_doubtful(one, scheme))


def holds_doubtful(text: str, scheme: Scheme) -> bool:
    """Whether a text holds a mistyped mark: at the beginning of a line, or in capitals anywhere."""
    within = (one[1] for one in _ANYWHERE.finditer(text) if one[1] == one[1].upper())
    return any(doubtful_marks(text, scheme)) or any(is_doubtful(one, scheme) for one in within)


def marks_within(text: str, scheme: Scheme) -> Iterator[Marking]:
    """Yield whatever in a text may be a mark, wherever it stands; in capitals only."""
    said = (one[1] for one in _ANYWHERE.finditer(text) if one[1] == one[1].upper())
    yield from filter(None, (read_marking(one, scheme) for one in said))


@lru_cache(maxsize=32)
def _names(scheme: Scheme) -> tuple[tuple[re.Pattern[str], int], ...]:
    """Return what each level may be called, the longest first."""
    found = sorted(_every_name(scheme), key=lambda pair: -len(pair[0]))
    return tuple((_pattern(name), rank) for name, rank in found)


def _every_name(scheme: Scheme) -> Iterator[tuple[str, int]]:
    for rank, level in enumerate(scheme.levels):
        for name in (level.name, level.portion, *level.also):
            yield _plain(name), rank


def _pattern(name: str) -> re.Pattern[str]:
    """Return what matches a name whatever stands between its words, and not within a word."""
    words = re.split(r"[\s–—‑-]+", name)
    return re.compile(r"(?:\s*[–—‑-]\s*|\s+)".join(map(re.escape, words)) + r"(?!\w)")


def _plain(text: str) -> str:
    """Return text in capitals without accents, its spaces made one."""
    signs = unicodedata.normalize("NFD", " ".join(text.split())).upper()
    return "".join(sign for sign in signs if not unicodedata.combining(sign)).strip()
