"""Tell a line of persons' names from a title, with the report's own words as witness."""

from __future__ import annotations

import re
from collections.abc import Iterable

_NAME_WORD = re.compile(r"(?:[^\W\d_]\.|[^\W\d_](?:[^\W\d_]|['’-])+\.?)")
_PARTICLES = frozenset(
    "de da do dos das del della di van von der den ter zu al el bin ibn bint abu la le af".split()
)
_TITLES = re.compile(
    r"^(?:Dr|Prof|Professor|Mr|Mrs|Ms|Sir|Dame|Amb|Ambassador|Gen|Col|Lt|Hon)\.?\s+"
)
_DEGREES = re.compile(r",?\s+(?:Ph\.?D|M\.?A|M\.?P|Jr|Sr|III?)\.?$")
_BETWEEN = re.compile(r"\s*(?:,|;|/|&|\band\b|\bund\b|\bet\b|\by\b|\bи\b|\be\b)\s*")
_BYLINE = re.compile(
    r"(?:written |edited |prepared |text |report |story |words |(?:an )?interview |interviewed "
    r"|conversation |essay |analysis )?(?:by|von|par|por|автор[ыа]?|authors?"
    r"|author\(s\))"
    r"\s*[:\-–]?\s+(?=\S)",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[^\W\d_]{3,}")
_MARKS_BEFORE, _WORD_ENDS = '("“‘', r"(?=[,.;:!?)”\"\s]|$)"
"""What may stand right before a word, and what must after it."""
_SIGN = "[\u00b9\u00b2\u00b3\u2070-\u2079*†‡§]+"
_MARKS = re.compile(rf"(?<=[^\W\d_.]){_SIGN}(?:,{_SIGN})*")
"""The calls by which a journal's authors lead to their addresses."""
_NO_NAMES = frozenset(
    "treaty organization organisation summit communiqué communique declaration statement agreement"
    " report review security policy council commission committee court parliament ministry"
    " department institute centre center university foundation union nations office press release"
    " official special annual question debate introduction summary abstract background foreign"
    " affairs defence defense relations programme program division"
    " war peace crisis northern southern eastern western".split()
)
_TWO_WORDS = re.compile(r"[^\s,]+, [^\s,]+")
_LONGEST_BYLINE = 160  # characters


class CommonWords:
    """The words that a report writes small: none of them makes a name."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Take the report's texts; they are looked through for each word asked about."""
        self._text = "\n".join(texts)
        self._known: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str):
            return False
        word = word.lower()
        if word not in self._known:
            self._known[word] = self._is_written(word)
        return self._known[word]

    def _is_written(self, word: str) -> bool:
        """Return whether a word stands in the text by itself, small letters and all."""
        if not _LETTERS.fullmatch(word) or not word[0].islower():
            return False
        text = self._text
        return any(
            _opens_token(text, match.start()) for match in re.finditer(word + _WORD_ENDS, text)
        )


def _opens_token(text: str, start: int) -> bool:
    """Return whether white space, or one opening mark after it, stands before a place."""
    if start and text[start - 1] in _MARKS_BEFORE:
        start -= 1
    return start == 0 or text[start - 1].isspace()


def byline(text: str) -> tuple[str, ...]:
    """Return the authors that a by-line names (``By: Jane Doe and John Roe``); empty if none.

    What stands after ``By`` is taken as it is, so that an editorial desk is an author too.
    """
    match = _BYLINE.match(text)
    if match is None or len(text) > _LONGEST_BYLINE or text.rstrip().endswith((".", "!", "?")):
        return ()
    rest = text[match.end() :].strip()
    if not rest[:1].isupper():
        return ()
    names = split_names(rest)
    least = 1 if ":" in match.group() else 2
    return names if all(least <= len(name.split()) <= 6 for name in names) else ()


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in ``A, B and C``, without titles and degrees."""
    if ";" in text:
        return tuple(name for part in text.split(";") for name in _turned(part))
    parts = _BETWEEN.split(_DEGREES.sub("", text.strip()))
    if (
        len(parts) == 2
        and " " not in parts[0]
        and "," in text
        and " " not in parts[1].strip(".")[:-2]
    ):
        return (f"{parts[1]} {parts[0]}".strip(),)  # Doe, Jane
    return tuple(_TITLES.sub("", part).strip() for part in parts if part.strip())


def _turned(part: str) -> tuple[str, ...]:
    """Return the names between two semicolons: a comma there parts surname and first names."""
    part = _DEGREES.sub("", re.sub(r"^(?:and|&)\s+", "", part.strip()))
    surname, _, first = (piece.strip() for piece in part.partition(","))
    if not first or "," in first or not _can_be_turned(surname, first):
        return split_names(part)
    words = f"{surname} {first}".split()
    if any(word.lower() in _NO_NAMES or _BETWEEN.fullmatch(word) for word in words):
        return split_names(part)
    return (_TITLES.sub("", f"{first} {surname}"),)


def _can_be_turned(surname: str, first: str) -> bool:
    return _is_short(surname) or (_is_short(first) and not first.isupper())  # an office's initials


def _is_short(piece: str) -> bool:
    """Whether it is one name, whatever particles and initials stand with it."""
    words = (word for word in piece.split() if word.lower() not in _PARTICLES)
    return sum(not word.endswith(".") for word in words) <= 1


def names_in(text: str, common: CommonWords) -> tuple[str, ...]:
    """Return the names if the whole line is names; empty if it may be anything else."""
    text = _MARKS.sub("", text)
    if _TWO_WORDS.fullmatch(text):
        return ()  # surname and first name, or a town and its country
    if len(text) > _LONGEST_BYLINE or text.isupper() or any(map(str.isdigit, text)):
        return ()
    names = split_names(text)
    return names if names and all(_is_name(name, common) for name in names) else ()


def names_before_affiliation(text: str, common: CommonWords) -> tuple[tuple[str, ...], str]:
    """Return the names and the rest of ``Jane Doe and John Roe, Centre for Trade``; else nothing.

    Whether the rest is an affiliation is for the caller to say.
    """
    commas = [index for index, character in enumerate(text) if character in ",("]
    for comma in reversed(commas[:6]):
        if names := names_in(text[:comma], common):
            return names, text[comma + 1 :].strip(" )")
    return (), ""


def _is_name(name: str, common: CommonWords) -> bool:
    parts = _DEGREES.sub("", name).split()
    words = [word for word in parts if word.lower() not in _PARTICLES]
    if not 2 <= len(words) <= 4 or len(parts) > 6:
        return False
    return all(
        _NAME_WORD.fullmatch(word)
        and word[0].isupper()
        and word not in common
        and word.lower() not in _NO_NAMES
        for word in words
    )
