"""Which way text is written: Word wants to be told of each run and paragraph."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from briefing.blocks import Direction, Inline, Text, plain_text, runs_from_the_right

LRM = "\u200e"
"""Left-to-right mark (Unicode Annex 9, 2.6); takes no room."""
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_MAY_RUN_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
"""Blocks that Unicode keeps for scripts written from right to left, and the mark of that."""


def directions(text: str) -> list[tuple[str, bool]]:
    """Return the text cut where its direction of writing changes; True is right to left.

    Spaces, marks and digits between two right-to-left words go with them; all other neutral
    characters stay with what is written left to right.
    """
    if text.isascii() or not _MAY_RUN_LEFT.search(text):
        return [(text, False)] if text else []
    cut: list[tuple[str, bool]] = []
    for piece, rtl in _words(text):
        if cut and cut[-1][1] == rtl:
            cut[-1] = (cut[-1][0] + piece, rtl)
        else:
            cut.append((piece, rtl))
    return cut


def is_right_to_left(content: Iterable[Inline], direction: Direction) -> bool:
    """Tell whether a paragraph runs from right to left: as asked, else as its first letter."""
    if direction is not Direction.AUTO:
        return direction is Direction.RTL
    return runs_from_the_right(plain_text(content))


def kept_apart(piece: Inline) -> Inline:
    """Return a mark with left-to-right marks around it: ``[1, p. 9]`` reads so in Arabic too."""
    if isinstance(piece, Text) and piece.role and not any(rtl for _, rtl in directions(piece.text)):
        return replace(piece, text=f"{LRM}{piece.text}{LRM}")
    return piece


def _words(text: str) -> Iterator[tuple[str, bool]]:
    """Yield stretches with their direction; neutral ones between two of the same are theirs."""
    stretches = [
        ("".join(group), kind) for kind, group in groupby(text, key=_direction_of_character)
    ]
    for place, (piece, kind) in enumerate(stretches):
        if kind is not None:
            yield piece, kind
            continue
        before = stretches[place - 1][1] if place else False
        after = stretches[place + 1][1] if place + 1 < len(stretches) else False
        yield piece, bool(before and after)


def _direction_of_character(character: str) -> bool | None:
    kind = unicodedata.bidirectional(character)
    if kind in _RIGHT_TO_LEFT:
        return True
    return False if kind == "L" else None
