"""Short codes of findings, made of their passages and distinct within a document."""

from __future__ import annotations

from collections.abc import Container, Iterable

from briefing.model import Passage
from briefing.quotations import full_code, short_code

_LENGTH = len("f-") + 4
"""Of a short code."""


def codes_for(passages: Iterable[Passage]) -> dict[Passage, str]:
    """Return a code for each passage; where short ones would be equal, the later is longer."""
    codes: dict[Passage, str] = {}
    used: set[str] = set()
    for passage in passages:
        if passage not in codes:
            code = short_code(passage)
            codes[passage] = code if code not in used else _longer(passage, used)
            used.add(codes[passage])
    return codes


def _longer(passage: Passage, used: Container[str]) -> str:
    full = full_code(passage)
    beginnings = (full[:length] for length in range(_LENGTH + 1, len(full) + 1))
    return next(code for code in beginnings if code not in used)
