"""Grades of sources: reliability A to F and credibility 1 to 6, as NATO's AJP-2.1 has them.

F and 6 mean that nobody knows; they are not the worst grades.
"""

from __future__ import annotations

import re

RELIABILITY = {
    "A": "completely reliable",
    "B": "usually reliable",
    "C": "fairly reliable",
    "D": "not usually reliable",
    "E": "unreliable",
    "F": "reliability cannot be judged",
}
CREDIBILITY = {
    "1": "confirmed",
    "2": "probably true",
    "3": "possibly true",
    "4": "doubtful",
    "5": "improbable",
    "6": "truth cannot be judged",
}
_GRADE = re.compile(r"\s*([A-Fa-f])\s*[-/]?\s*([1-6])\s*")


def read_grade(text: str) -> str:
    """Return a grade as it is kept, ``B2``, however it was typed; empty stays empty.

    Raises:
        ValueError: it is none; the message is fit to show.
    """
    if not text.strip():
        return ""
    match = _GRADE.fullmatch(text)
    if match is None:
        raise ValueError(f"{text!r} is no grade: write a letter A to F and a number 1 to 6, as B2")
    return match[1].upper() + match[2]


def in_words(grade: str) -> str:
    """Return what a grade means: ``usually reliable, probably true``."""
    return f"{RELIABILITY[grade[0]]}, {CREDIBILITY[grade[1]]}" if grade else ""


def key() -> str:
    """Return what all grades mean, as a document prints it once."""
    reliability = ", ".join(f"{letter} {words}" for letter, words in RELIABILITY.items())
    credibility = ", ".join(f"{number} {words}" for number, words in CREDIBILITY.items())
    return (
        f"Grades of sources, by the desk. Of the source: {reliability}. Of what it says: "
        f"{credibility}. F and 6 mean that it is not known, not that it is worst."
    )
