"""Tooltips: Qt takes one that looks like markup for markup, whatever report it comes from."""

from __future__ import annotations

from html import escape
from textwrap import fill

from PySide6.QtGui import Qt

_LETTERS = 76
"""In a line, at the most: a plain tooltip is as wide as its longest."""


def plain_tip(text: str) -> str:
    """Return a tooltip that shows a text as it is, wrapped where it is long; empty for none.

    Markup is made only of what would be taken for it: a screen reader reads a tooltip as it is.
    """
    if Qt.mightBeRichText(text):
        lines = "<br>".join(escape(line) for line in text.splitlines())
        return f"<p>{lines}</p>"
    return "\n".join(fill(line, _LETTERS, break_long_words=False) for line in text.splitlines())
