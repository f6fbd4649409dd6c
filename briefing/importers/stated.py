"""What a file's properties say, kept only where the text bears it out.

Word processors fill the properties with the account's name and the name of the first draft. So a
title counts only where its words stand in the text, an author only where the text names them.
"""

from __future__ import annotations

import re

_NO_TITLE = re.compile(
    r"(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|document ?\d*|blank|title|draft\b.*|"
    r"(?:slide|page|layout|pr[ée]sentation|doc|scan)[ _-]?\d*|.*\.[a-z]{2,5}\d?$|"
    r"[\W\d_]*|\S*_\S*)",
    re.I,
)
_WORD = re.compile(r"[^\W\d_]{4,}")
_PARTED = re.compile(r"\s*(?:[;,&]|\band\b|\bet\b|\by\b|\bund\b)\s*")


def sensible_title(stated: str, text: str) -> str:
    """Return the stated title if ``text`` holds its words, else the empty string."""
    title = " ".join(stated.split())
    if len(title) < 4 or _NO_TITLE.fullmatch(title):
        return ""
    words = {word.lower() for word in _WORD.findall(title)}
    found = {word.lower() for word in _WORD.findall(text)}
    return title if words and len(words & found) >= 0.8 * len(words) else ""


def sensible_authors(stated: str, text: str) -> tuple[str, ...]:
    """Return the stated authors if they are names of persons that ``text`` holds, else none."""
    names = [name for name in _PARTED.split(" ".join(stated.split())) if name]
    return tuple(names) if names and all(_is_named(name, text) for name in names) else ()


def _is_named(name: str, text: str) -> bool:
    parts = name.split()
    long = [part for part in parts if len(part.strip(".")) > 2]
    written = all(part[0].isupper() or len(part) <= 3 for part in parts)
    return 2 <= len(parts) <= 6 and written and bool(long) and all(part in text for part in long)
