"""Lists of phrases as patterns: one phrase a line, so that a person can read and extend them."""

from __future__ import annotations

import re

OPENING = r"^[\W_]*"
"""The beginning of a sentence, with the quotation marks, dashes and bullets that stand there."""


def phrases(lines: str, *, before: str = r"\b", after: str = r"\b") -> re.Pattern[str]:
    """Return a pattern that finds any of the phrases, whatever their capitals.

    In a phrase, ``(a|b)`` are alternatives, ``?`` makes what stands before it optional, and ``~``
    stands for any one word. A line that begins with ``|`` goes on with the one before.
    """
    lines = re.sub(r"\n\s*\|", "|", lines)
    wanted = [line.strip() for line in lines.strip().splitlines() if line.strip()]
    alternatives = re.sub(r"\((?!\?)", "(?:", "|".join(wanted)).replace("~", r"[\w'’-]+")
    return re.compile(f"{before}(?P<words>{alternatives}){after}", re.IGNORECASE)
