"""Short codes of findings, made of their passages and distinct within a document."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import Passage
from briefing.quotations import full_code

_LENGTH = len("f-") + 4


def codes_for(passages: Iterable[Passage]) -> dict[Passage, str]:
    """Return a code for each passage; where short ones would be equal, the later is longer."""
    codes: dict[Passage, str] = {}
    used: set[str] = set()
    for passage in passages:
        if passage not in codes:
            full = full_code(passage)
            beginnings = (full[:length] for length in range(_LENGTH, len(full) + 1))
            codes[passage] = next(code for code in beginnings if code not in used)
            used.add(codes[passage])
    return codes
