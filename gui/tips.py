"""Tooltips: Qt takes one that looks like markup for markup, whatever report it comes from."""

from __future__ import annotations

from html import escape


def plain_tip(text: str) -> str:
    """Return a tooltip that shows a text as it is, wrapped where it is long; empty for none."""
    lines = "<br>".join(escape(line) for line in text.splitlines())
    return f"<p>{lines}</p>" if lines else ""
