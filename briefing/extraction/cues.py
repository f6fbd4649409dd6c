"""Lists of phrases that a person can read and extend: as a pattern, or all in one automaton.

A list has one phrase a line. In a phrase, ``(a|b)`` are alternatives and ``?`` makes what stands
before it optional; a line that begins with ``|`` goes on with the one before. Two ways to use one:
``phrases`` makes a regular expression of it, for what stands at a certain place or needs conditions
of its own; a ``CueBook`` finds many lists in one pass, and reads ``*`` at the end of a phrase as
any ending of the word.
"""

from __future__ import annotations

import re

from ahocorasick_rs import AhoCorasick

OPENING = r"^[\W_]*"
"""The beginning of a sentence, with the quotation marks, dashes and bullets that stand there."""
_PIECE = re.compile(r"\(|\)\??|\||[^()|]\??")


def phrases(lines: str, *, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases, whatever their capitals.

    ``~`` stands for any one word. What is found stands in the group ``words``.
    """
    alternatives = re.sub(r"\((?!\?)", "(?:", "|".join(lines_of(lines))).replace("~", r"[\w'’-]+")
    return re.compile(f"{before}(?P<words>{alternatives}){after}", re.IGNORECASE)


def lines_of(lines: str) -> list[str]:
    """Return the phrases of a list, those over several lines joined."""
    joined = re.sub(r"\n\s*\|", "|", lines)
    return [line.strip() for line in joined.splitlines() if line.strip()]


def spelled_out(phrase: str) -> list[str]:
    """Return every wording that a phrase with alternatives and options allows.

    Raises:
        ValueError: a bracket is not closed.
    """
    pieces = _PIECE.findall(phrase)
    wordings, rest = _alternatives(pieces)
    if rest:
        raise ValueError(f"a bracket is missing in {phrase!r}")
    return list(dict.fromkeys(wordings))


def _alternatives(pieces: list[str]) -> tuple[list[str], list[str]]:
    """Return the wordings up to the closing bracket (or the end), and what is left after it."""
    found: list[str] = []
    current = [""]
    while pieces and not pieces[0].startswith(")"):
        piece, pieces = pieces[0], pieces[1:]
        if piece == "|":
            found += current
            current = [""]
            continue
        options = [piece]
        if piece == "(":
            options, pieces = _alternatives(pieces)
            piece, pieces = pieces[0], pieces[1:]
        if piece.endswith("?"):
            options = [*(option.removesuffix("?") for option in options), ""]
        current = [begun + option for begun in current for option in options]
    return found + current, pieces


class CueBook:
    """Lists of phrases by name, all found in one pass over a text."""

    def __init__(self, **lists: str) -> None:
        wordings = [
            (wording, name)
            for name, lines in lists.items()
            for line in lines_of(lines)
            for wording in spelled_out(line)
        ]
        self._names = [name for _, name in wordings]
        self._open = [wording.endswith("*") for wording, _ in wordings]
        self._automaton = AhoCorasick([wording.removesuffix("*") for wording, _ in wordings])

    def find(self, text: str) -> dict[str, str]:
        """Return for each list of which a phrase stands in the text the first words found."""
        small = lowered(text)
        found: dict[str, str] = {}
        for number, start, end in self._automaton.find_matches_as_indexes(small, overlapping=True):
            name = self._names[number]
            if name not in found and self._is_whole(small, number, start, end):
                found[name] = text[start:end]
        return found

    def _is_whole(self, text: str, number: int, start: int, end: int) -> bool:
        """Return whether the match begins and, unless left open, ends with a word."""
        if start and text[start - 1].isalnum():
            return False
        return self._open[number] or end == len(text) or not text[end].isalnum()


def lowered(text: str) -> str:
    """Return the text in small letters, character for character."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
