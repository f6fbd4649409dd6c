"""Figures that the officer names in words of his own: “see Figure 1” leads to the figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markupsafe import Markup, escape

_NAMED = re.compile(r"\bFigure[ \u00a0](\d{1,3})\b")


def referring(text: str, ids: Sequence[str]) -> Markup:
    """Return a text in which the name of each figure there is leads to it; ``ids`` in order."""

    def linked(found: re.Match[str]) -> str:
        number = int(found[1])
        if not 1 <= number <= len(ids):
            return str(escape(found[0]))
        return str(Markup('<a href="#figure-{}">{}</a>').format(ids[number - 1], found[0]))

    end = 0
    written: list[str] = []
    for found in _NAMED.finditer(text):
        written += (str(escape(text[end : found.start()])), linked(found))
        end = found.end()
    return Markup("".join((*written, str(escape(text[end:])))))  # noqa: S704 - escaped above
