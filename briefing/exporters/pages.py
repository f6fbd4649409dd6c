"""What every format puts around the text: paper of a known size, a running head of one line."""

from __future__ import annotations

import textwrap

from briefing.errors import ExportError
from briefing.model import PageSize, RenderedBrief

_LONGEST_HEAD = 80
"""Characters of a running head that fit beside a marking on one line."""


def page_size(rendered: RenderedBrief) -> PageSize:
    """Return the size of paper that a brief is to be printed on.

    Raises:
        ExportError: it names none that is known.
    """
    if rendered.page_size not in list(PageSize):
        raise ExportError(
            f"“{rendered.page_size}” is no page size.", f"Choose {' or '.join(PageSize)}."
        )
    return PageSize(rendered.page_size)


def running_head(title: str) -> str:
    """Return the title as it stands above every page but the first, cut where it is too long.

    It is cut between words, or within the first where that alone is too long.
    """
    words = " ".join(title.split())
    short = textwrap.shorten(words, _LONGEST_HEAD, placeholder=" …")
    return short if short != "…" else f"{words[: _LONGEST_HEAD - 2]} …"
