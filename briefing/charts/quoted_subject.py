"""What a figure quoted is of: the words about it in its sentence, with an ellipsis in its place."""

from __future__ import annotations

import re
from functools import lru_cache

_AROUND = 44
"""Characters before and after the number in which one reads what it is of."""
_STOP = re.compile(r"(?<!\b[A-Z])\.(?=\s|$)|[;:!?](?=\s|$)|[()\[\]—–]|,(?!\d)")
"""What the words after a number end before; the full stop of “U.S.” is none."""
_BEGUN = re.compile(r"(?<!\b[A-Z])\.\s|[;:!?)\]—–]\s|[,(\[](?!\d)\s?")
"""What the words before a number begin after."""
_LINKING = re.compile(r"(?:and|are|but|including|is|or|with)(?:\s+|$)", re.IGNORECASE)
"""Words that tie what is told of a number to another."""
_POINTING = re.compile(r"of (?:its|their|his|her|this|that|these|those|them|it|which|whom)\b")
"""Words of which one has to know what stands before: “20 % of its territory”."""
_SAYS = re.compile(r"[^\W\d_]{3,}")


@lru_cache(maxsize=1 << 12)
def subject(text: str, words: str) -> str:
    """Return the words about a figure that tell what it is of; an ellipsis stands in its place.

    Of a share “of” something, those after it are enough; of a figure in brackets, those before.
    """
    held = " ".join(text.split())
    at = held.find(words)
    rest = held[at + len(words) :]
    stop = _STOP.search(rest)
    after = (rest[: stop.start()] if stop else rest).strip()
    if after.startswith("of ") and not _POINTING.match(after):
        return _cut(after, 2 * _AROUND)
    after = _cut(after, _AROUND)
    before = _before(held[:at], _AROUND if after else 2 * _AROUND)
    if not before or (not after and held[:at].rstrip().endswith("(")):
        return before or after
    return f"{before} … {after}".strip()


def _cut(clause: str, most: int) -> str:
    return clause if len(clause) <= most else f"{clause[:most].rsplit(' ', 1)[0]} …"


def _before(told: str, most: int) -> str:
    """Return the words of the clause that a figure ends; of a bracket, those before it."""
    told = told.rstrip(" (")
    begins = [0, *(stop.end() for stop in _BEGUN.finditer(told))]
    clause = next((told[at:] for at in reversed(begins) if _SAYS.search(told[at:])), "")
    clause = _LINKING.sub("", clause, count=1) if _LINKING.match(clause) else clause
    if len(clause) <= most:
        return clause.strip()
    return f"… {clause[-most:].split(' ', 1)[-1]}".strip()
