"""Paragraph by paragraph into blocks: headings, text, list items, captions, tables, notes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from briefing.importers.draft import DraftBlock
from briefing.importers.markers import BULLET, ENUMERATOR
from briefing.importers.pdf.lineends import LineEnds
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
_NUMBERED = re.compile(r"(\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,5}|[A-Z])[.)]?\s+(?=[^\W\d_])")
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


def blocks_of(groups: list[Group], usual: Type) -> list[DraftBlock]:
    """Return a block for each group, headings with their levels."""
    hyphens = LineEnds(line.text for group in groups for line in group.lines)
    kinds = [_kind(group, usual) for group in groups]
    _settle_by_neighbours(groups, kinds, usual)
    _set_pull_quotes_apart(groups, kinds, usual)
    levels = _levels(
        [g for g, kind in zip(groups, kinds, strict=True) if kind is BlockKind.HEADING]
    )
    return [
        _block(group, kind, levels.get(id(group), 0), hyphens)
        for group, kind in zip(groups, kinds, strict=True)
        if group.lines
    ]


def _block(group: Group, kind: BlockKind, level: int, hyphens: LineEnds) -> DraftBlock:
    if kind is BlockKind.TABLE:
        rows = (" | ".join(cells) for line in group.lines for cells in line.rows)
        return DraftBlock(kind, "\n".join(rows), group.page)
    lines = [line.text for line in group.lines]
    marker = BULLET.match(lines[0])
    if kind is BlockKind.LIST_ITEM and marker:
        lines[0] = lines[0][marker.end() :]
    if group.is_note and group.lines[0].mark:
        lines[0] = f"{group.lines[0].mark} {lines[0]}"
    breaks = tuple(hyphens.length_before(lines, cut) for cut in group.breaks)
    return DraftBlock(kind, hyphens.join(lines), group.page, breaks, level)


def _settle_by_neighbours(groups: list[Group], kinds: list[BlockKind], usual: Type) -> None:
    """Settle what its neighbours tell: lines under captions, headings over contents lists."""
    for number in range(1, len(kinds)):
        small = groups[number].size < 0.96 * usual.size and len(groups[number].text) < 100
        if (
            kinds[number] is BlockKind.PARAGRAPH
            and kinds[number - 1] is BlockKind.CAPTION
            and small
        ):
            kinds[number] = BlockKind.CAPTION
    for number in range(len(kinds) - 1):
        lists = kinds[number + 1] is BlockKind.FURNITURE
        if kinds[number] is BlockKind.HEADING and lists and len(groups[number].text) < 40:
            kinds[number] = BlockKind.FURNITURE


def _set_pull_quotes_apart(groups: list[Group], kinds: list[BlockKind], usual: Type) -> None:
    """Make furniture of what is set large and stands in the running text word for word."""
    running = [g for g in groups if abs(g.size - usual.size) <= 0.06 * usual.size]
    text = _bare(" ".join(group.text for group in running))
    for number, group in enumerate(groups):
        large = group.size > 1.06 * usual.size and len(group.text.split()) >= 8
        if large and kinds[number] is not BlockKind.TABLE and _bare(group.text) in text:
            kinds[number] = BlockKind.FURNITURE


def _bare(text: str) -> str:
    """Return the letters and figures of a text, so that line ends and quotation marks are gone."""
    return "".join(char for char in text.lower() if char.isalnum())


def is_set_as_text(group: Group, usual: Type) -> bool:
    """Return whether the group is running text rather than heading, caption, table or note."""
    same_size = abs(group.size - usual.size) <= 0.06 * usual.size
    return same_size and _kind(group, usual) in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def _kind(group: Group, usual: Type) -> BlockKind:
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
    if (
        ends_sentence(text)
        and not text.endswith("?")
        and not (_NUMBERED.match(text) and group.bold)
    ):
        return larger and group.bold and len(text) < 80
    return larger or (group.bold and group.size > 0.85 * usual.size) or _is_capitals(text)


def _is_capitals(text: str) -> bool:
    letters = [char for char in text if char.isalpha()]
    return len(letters) >= 6 and all(char.isupper() for char in letters) and len(text) < 90


def _levels(headings: list[Group]) -> dict[int, int]:
    """Return levels by size and weight, the largest first; numbering such as 2.1 goes deeper."""
    styles = sorted({_style(group) for group in headings}, reverse=True)
    ranks = {style: min(rank, 6) for rank, style in enumerate(styles, 1)}
    return {id(group): ranks[_style(group)] for group in headings}


def _style(group: Group) -> tuple[float, bool, bool, int]:
    number = _NUMBERED.match(group.text)
    depth = -number[1].count(".") if number and number[1][0].isdigit() else 0
    return round(group.size), group.bold, _is_capitals(group.text), depth
