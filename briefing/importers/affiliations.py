"""Know the authors' names and offices where a paper repeats them, between its title and its text.

Takes the blocks of a text whose title block is read; sets the kind of what is no text.
"""

from __future__ import annotations

import re

from briefing.importers.draft import DraftBlock
from briefing.importers.masthead import is_institution, is_position, masthead_says
from briefing.importers.names import split_names
from briefing.importers.sentences import ends_sentence, is_longer, words
from briefing.model import BlockKind

_SIGNED = re.compile(r"\([Ss]igned\):? \S|[Ss]igned: \S")
_LONGEST = 12  # words
_PLACE_WORDS = 4
_OPEN = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def mark_affiliations(
    blocks: list[DraftBlock], authors: tuple[str, ...], title: str
) -> list[DraftBlock]:
    """Return ``blocks`` with names of ``authors``, the repeated title and offices as META."""
    known, heading = {author.casefold() for author in authors}, title.casefold()
    below = False
    for block in blocks:
        if block.kind not in _OPEN or block.level == 1:
            below = _SIGNED.match(block.text) is not None or (
                below and block.kind in (BlockKind.META, BlockKind.FURNITURE)
            )
            continue
        is_name = bool(known) and _names(block.text) <= known
        is_title = len(block.text) <= len(heading) and block.text.casefold() == heading
        below = (
            is_name
            or is_title
            or _SIGNED.match(block.text) is not None
            or (below and _is_office(block.text))
        )
        if below:
            block.kind, block.level = BlockKind.META, 0
    return blocks


def _names(text: str) -> set[str]:
    return (
        {name.casefold() for name in split_names(text)} if not is_longer(text, _LONGEST) else {""}
    )


def _is_office(text: str) -> bool:
    if is_longer(text, _LONGEST) or ends_sentence(text):
        return False
    if is_institution(text) or is_position(text) or masthead_says(text) is not None:
        return True
    return "@" in text or ("," in text and words(text) <= _PLACE_WORDS)
