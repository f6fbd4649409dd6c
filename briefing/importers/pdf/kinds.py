"""What a group of lines is: heading, caption, list item, note, table or text."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from briefing.importers.markers import BULLET, ENUMERATOR
from briefing.importers.pdf.lines import Piece
from briefing.importers.pdf.sheets import Type
from briefing.importers.sentences import begins_in_lower_case, ends_sentence
from briefing.model import BlockKind

_CAPTION = re.compile(
    r"(?:table|figure|fig\.|chart|graph|map|box|exhibit|tableau|graphique|carte|encadré|figura|"
    r"cuadro|tabla|gráfico|mapa|abbildung|abb\.|tabelle|рис\.|рисунок|таблица|شكل|جدول)"
    r"\s*[\dIVX]+(?:[.-]\d+)*\s*[.:–—]",
    re.I,
)

_SOURCE_LINE = re.compile(r"(?:sources?|notes?|quelle|fuente|источник)\s*:", re.I)

NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Z])[.)]?\s+(?=[^\W\d_])")

_CONTENTS_LINE = re.compile(r"(?:\.\s?){5,}\s*\d+$|\s{2,}\d+$")

_LONGEST_HEADING = 180


@dataclass(slots=True)
class Group:
    """The lines of one block, with what is known of its type."""

    lines: list[Piece]
    page: int
    is_note: bool = False
    opens_column: bool = False
    indented: bool = False
    """Whether it opens its column set in, as a new paragraph may be."""
    runs_to_edge: bool = False
    """Whether its last line is the last of its column and full."""
    flush: bool = False
    """Whether that line fills a justified column exactly, as the last of a paragraph never does."""
    breaks: list[int] = field(default_factory=list)
    """Indices of the lines with which a following sheet begins."""

    @property
    def text(self) -> str:
        """Its words with single spaces, hyphens at line ends unresolved."""
        return " ".join(line.text for line in self.lines)

    @property
    def size(self) -> float:
        """The size of type that most of its characters have."""
        sizes: Counter[float] = Counter()
        for line in self.lines:
            sizes[round(line.size, 1)] += len(line.text) or 1
        return sizes.most_common(1)[0][0]

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)


def is_set_as_text(group: Group, usual: Type) -> bool:
    """Return whether the group is running text rather than heading, caption, table or note."""
    same_size = abs(group.size - usual.size) <= 0.06 * usual.size
    return same_size and kind_of(group, usual) in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def kind_of(group: Group, usual: Type) -> BlockKind:
    """Return what the group is, by its own words and type."""
    text = group.text
    if group.is_note:
        return BlockKind.FOOTNOTE
    if group.lines[0].rows:
        return BlockKind.TABLE
    if _CONTENTS_LINE.search(text) or _is_stray(text):
        return BlockKind.FURNITURE
    if _CAPTION.match(text) and len(text) < 300:
        return BlockKind.CAPTION
    if _SOURCE_LINE.match(text) and group.size < 0.95 * usual.size:
        return BlockKind.CAPTION
    if BULLET.match(text):
        return BlockKind.LIST_ITEM
    if _is_heading(group, usual):
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if ENUMERATOR.match(text) else BlockKind.PARAGRAPH


def _is_stray(text: str) -> bool:
    """Return whether the text is a lone number or sign, such as an ornament between parts."""
    return len(text) <= 6 and not any(char.isalpha() for char in text)


def _is_heading(group: Group, usual: Type) -> bool:
    text = group.text.strip()
    if len(text) > _LONGEST_HEADING or len(group.lines) > 4 or not any(map(str.isalpha, text)):
        return False
    if begins_in_lower_case(text) or text.endswith((",", ";", "…")) or text.startswith(("“", '"')):
        return False
    larger = group.size > 1.08 * usual.size
    if not larger and group.runs_to_edge and len(text.split()) > 6:
        return False
    if ends_sentence(text) and not text.endswith("?") and not (NUMBERED.match(text) and group.bold):
        return larger and group.bold and len(text) < 80
    return larger or (group.bold and group.size > 0.85 * usual.size) or is_capitals(text)


def is_capitals(text: str) -> bool:
    """Return whether the text is short and all in capital letters."""
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 6 and all(char.isupper() for char in letters) and len(text) < 90
