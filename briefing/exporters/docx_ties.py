"""What stays on the page of what follows it: Word has to be told so of each paragraph."""

from __future__ import annotations

from briefing.blocks import Block, ListItem, Paragraph

_BEFORE_OTHERS = frozenset({"passage-place", "contents-title", "lead-in", "annex-note", "held"})
"""Classes of paragraphs that stay on the page of whatever follows."""
_BEHIND_OTHERS = frozenset({"made-by"})
"""Classes of paragraphs that stay on the page of whatever is before them."""
_WHOLE = "whole"
"""Class of a list that stays on one page, with the files named behind it."""
_BEHIND_WHOLE = "data-source"


def stays_with_next(block: ListItem | Paragraph, following: Block | None) -> bool:
    """Tell whether a paragraph or item stays on the page of the block that follows it."""
    if isinstance(block, Paragraph) and not _BEFORE_OTHERS.isdisjoint(block.roles):
        return True
    whole = isinstance(block, ListItem) and _WHOLE in block.roles
    if isinstance(following, Paragraph):
        behind = not _BEHIND_OTHERS.isdisjoint(following.roles)
        return behind or (whole and _BEHIND_WHOLE in following.roles)
    return whole and isinstance(following, ListItem) and _is_same_list(block, following)


def _is_same_list(one: Block, other: ListItem) -> bool:
    return isinstance(one, ListItem) and one.list_number == other.list_number
