"""Collect the text between block-level tags and make a block of it: its kind by bold and links."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from briefing.importers.draft import DraftBlock
from briefing.importers.headings import looks_like_heading
from briefing.importers.sentences import ends_sentence, words
from briefing.model import BlockKind

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd mark q rp rt ruby s"
    " samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
_BULLET = re.compile(r"[•●▪◦‣∙·■□➢➤]\s*(?=\S)")
_LONGEST_META = 40  # words
_LINKABLE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM})


@dataclass(slots=True)
class TextCollector:
    """Collects the text between block-level tags and makes a block of it at each."""

    blocks: list[DraftBlock] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    strong: int = 0
    """Characters in bold of what is collected."""
    linked: int = 0
    """Characters in links of what is collected."""

    def flush(self) -> None:
        """Make a block of what was collected, if it is anything."""
        text = " ".join("".join(self.text).split())
        if any(character.isalnum() for character in text):
            self.blocks.append(self._block(text))
        self.text, self.strong, self.linked = [], 0, 0

    def collect(self, inside: HtmlElement, text: str | None) -> None:
        """Take text that stands directly in ``inside``."""
        if not text:
            return
        self.text.append(text)
        length = len("".join(text.split()))
        around = _inline_around(inside)
        self.strong += length if around & {"b", "strong"} else 0
        self.linked += length if "a" in around else 0

    def _block(self, text: str) -> DraftBlock:
        kind, level = self.kind, self.level
        if kind in _LINKABLE and (bullet := _BULLET.match(text)):
            kind, text = BlockKind.LIST_ITEM, text[bullet.end() :]
        length = len(text.replace(" ", ""))
        is_strong = self.strong >= 0.95 * length
        if kind is BlockKind.PARAGRAPH and is_strong and looks_like_heading(text):
            kind, level = BlockKind.HEADING, 4
        elif kind in _LINKABLE and self._is_navigation(text, length):
            kind = BlockKind.FURNITURE
        elif kind is BlockKind.META and words(text) > _LONGEST_META:
            kind = BlockKind.PARAGRAPH
        return DraftBlock(kind, text, level=level, is_emphasised=is_strong)

    def _is_navigation(self, text: str, length: int) -> bool:
        """Return whether what was collected is links and hardly a word between them."""
        if self.linked >= 0.9 * length:
            return True
        return self.linked >= 0.6 * length and words(text) <= 30 and not ends_sentence(text)


def _inline_around(element: HtmlElement | None) -> set[str]:
    """Return the names of the inline elements that the text directly in ``element`` is in."""
    names = set()
    while element is not None and element.tag in INLINE:
        if element.tag != "a" or element.get("href"):
            names.add(str(element.tag))
        element = element.getparent()
    return names
