"""What a figure quoted is of: the words about it in its sentence, with an ellipsis in its place."""

from __future__ import annotations

import re
from functools import lru_cache

_AROUND = 44
"""Characters before and after the number in which one reads what it is of."""
_STOP = re.compile(r"(?<!\b[A-Z])\.(?=[”’]?(?:\s|$))|[;:!?](?=\s|$)|[()\[\]—–]|,(?!\d)")
"""What the words after a number end before; the full stop of “U.S.” is none."""
_BEGUN = re.compile(r"(?<!\b[A-Z])\.\s|[;:!?)\]—–]\s|[,(\[](?!\d)\s?")
"""What the words before a number begin after."""
_LINKING = re.compile(r"(?:and|are|but|including|is|or|with)(?:\s+|$)", re.IGNORECASE)
"""Words that tie what is told of a number to another."""
_POINTING = re.compile(r"of (?:its|their|his|her|this|that|these|those|them|it|which|whom)\b")
"""Words of which one has to know what stands before: “20 % of its territory”."""
_WHOLE = re.compile(
    r"of (?:the |its )?(?:GDP|GNP|gross domestic product|national income|output|total)"
)
"""A whole of which alone one does not know what part is told."""
_NUMERAL = re.compile(r"^\d+\s")
"""A day whose month is cut off."""
_EMPTY = (
    "also|and|been|but|for|from|had|has|have|including|into|its|more|now|only|over|some|such|than|that"
    "|the|there|they|this|was|were|which|who|with"
)
_SAYS = re.compile(rf"\b(?!(?:{_EMPTY})\b)[^\W\d_]{{3,}}", re.IGNORECASE)
_ASIDE = re.compile(r"\((?:[A-Z][\w.&-]{0,9}|[a-z]{2,5})\)|\[[^\[\]]{1,40}\]")
"""An abbreviation or an explanation in brackets, which parts no clauses."""
_ENOUGH = 2
"""Telling words before a figure that nothing telling follows."""


@lru_cache(maxsize=1 << 12)
def subject(text: str, words: str) -> str:
    """Return the words about a figure that tell what it is of; an ellipsis stands in its place.

    Of a share “of” something, those after it are enough; of a figure in brackets, those before.
    """
    held = " ".join(text.split())
    clear = _ASIDE.sub(lambda aside: "_" * len(aside[0]), held)
    at = _place(held, words)
    end = at + len(words)
    stop = _STOP.search(clear, end)
    after = _ASIDE.sub("", held[end : stop.start() if stop else len(held)], count=1)
    after = _paired(after.strip())
    if after.startswith("of ") and not (_POINTING.match(after) or _WHOLE.fullmatch(after)):
        return _cut(after, 2 * _AROUND)
    after = _cut(after, _AROUND)
    in_bracket = held[:at].rstrip().endswith("(")
    least = 1 if in_bracket or _SAYS.search(after) else _ENOUGH
    before = _before(held[:at], clear[:at], _AROUND if after else 2 * _AROUND, least)
    if not before or (in_bracket and not after):
        return before or after
    return f"{before} … {after}".strip()


def _place(held: str, words: str) -> int:
    """Return where a figure begins, which is no part of a longer one: 2,000 in 372,000."""
    found = re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w)", held)
    return found.start() if found else held.find(words)


def _cut(clause: str, most: int) -> str:
    return clause if len(clause) <= most else f"{clause[:most].rsplit(' ', 1)[0]} …"


def _before(told: str, clear: str, most: int, least: int) -> str:
    """Return the words of the clause that a figure ends; of a bracket, those before it.

    Where that clause says less than ``least`` telling words, what stands before it is told too.
    """
    told = told.rstrip(" (")
    begins = [0, *(stop.end() for stop in _BEGUN.finditer(clear[: len(told)]))]
    clauses = (told[at:] for at in reversed(begins))
    clause = next((one for one in clauses if _says(one, least)), told if _says(told, 1) else "")
    clause = _paired(_LINKING.sub("", clause, count=1) if _LINKING.match(clause) else clause)
    if len(clause) <= most:
        return clause.strip()
    return f"… {_NUMERAL.sub('', clause[-most:].split(' ', 1)[-1])}".strip()


def _paired(clause: str) -> str:
    """Return words without quotation marks of which only one of a pair is among them."""
    if clause.count("“") == clause.count("”"):
        return clause
    return clause.replace("“", "").replace("”", "")


def _says(clause: str, least: int) -> bool:
    """Return whether a clause has so many telling words, and begins with no other figure.

    Of a bracket that is closed in it, it has the beginning too.
    """
    is_whole = all(clause.count(close) <= clause.count(open_) for open_, close in ("()", "[]"))
    return is_whole and len(_SAYS.findall(clause)) >= least and not clause[:1].isdigit()
