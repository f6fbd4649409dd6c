"""Headings of a Word file whose author made them by hand: short paragraphs, bold or in capitals."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from briefing.importers.docx.body import Written
from briefing.importers.sentences import begins_in_lower_case, ends_sentence, words
from briefing.model import BlockKind

_LONGEST = 20
"""Words that a heading made by hand may have."""


def raise_headings(written: list[Written]) -> None:
    """Make headings of bold short paragraphs where no heading styles are used."""
    styled = sum(item.block.kind is BlockKind.HEADING for item in written)
    if styled > 1 + len(written) // 60:
        return
    usual = _usual_size(written)
    chosen = list(_by_hand(written, usual))
    sizes = sorted({item.size for item in chosen}, reverse=True)
    for item in chosen:
        item.block.kind = BlockKind.HEADING
        item.block.level = min(1 + sizes.index(item.size), 6)


def _usual_size(written: list[Written]) -> float:
    sizes: Counter[float] = Counter()
    for item in written:
        sizes[item.size] += len(item.block.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _by_hand(written: list[Written], usual: float) -> Iterator[Written]:
    for item in written[:-1]:
        if item.block.kind is BlockKind.PARAGRAPH and _stands_out(item, usual):
            yield item


def _stands_out(item: Written, usual: float) -> bool:
    text = item.block.text
    if words(text) > _LONGEST or begins_in_lower_case(text) or text.endswith((",", ";", ":")):
        return False
    if ends_sentence(text) and not text.endswith("?"):
        return False
    letters = [char for char in text if char.isalpha()]
    capitals = len(letters) >= 4 and all(char.isupper() for char in letters)
    return bool(letters) and (item.all_bold or capitals or (usual > 0 and item.size > 1.15 * usual))
