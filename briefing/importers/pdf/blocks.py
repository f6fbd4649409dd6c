"""Groups of lines into blocks: hyphens resolved, headings with their levels, nothing twice."""

from __future__ import annotations

from briefing.importers.draft import DraftBlock
from briefing.importers.markers import BULLET
from briefing.importers.pdf.kinds import NUMBERED, Group, is_capitals, kind_of
from briefing.importers.pdf.lineends import LineEnds
from briefing.importers.pdf.sheets import Type
from briefing.model import BlockKind
from briefing.model.report import RUNNING_TEXT


def blocks_of(groups: list[Group], usual: Type) -> list[DraftBlock]:
    """Return a block for each group, headings with their levels."""
    hyphens = LineEnds(line.text for group in groups for line in group.lines)
    kinds = [kind_of(group, usual) for group in groups]
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
    running = [
        group
        for group, kind in zip(groups, kinds, strict=True)
        if kind in RUNNING_TEXT and abs(group.size - usual.size) <= 0.06 * usual.size
    ]
    text = _bare(" ".join(group.text for group in running))
    for number, group in enumerate(groups):
        large = group.size > 1.06 * usual.size and len(group.text.split()) >= 8
        if large and kinds[number] is not BlockKind.TABLE and _bare(group.text) in text:
            kinds[number] = BlockKind.FURNITURE


def _bare(text: str) -> str:
    """Return the letters and figures of a text, so that line ends and quotation marks are gone."""
    return "".join(char for char in text.lower() if char.isalnum())


def _levels(headings: list[Group]) -> dict[int, int]:
    """Return levels by size and weight, the largest first; numbering such as 2.1 goes deeper."""
    styles = sorted({_style(group) for group in headings}, reverse=True)
    ranks = {style: min(rank, 6) for rank, style in enumerate(styles, 1)}
    return {id(group): ranks[_style(group)] for group in headings}


def _style(group: Group) -> tuple[float, bool, bool, int]:
    number = NUMBERED.match(group.text)
    depth = -number[1].count(".") if number and number[1][0].isdigit() else 0
    return round(group.size), group.bold, is_capitals(group.text), depth
