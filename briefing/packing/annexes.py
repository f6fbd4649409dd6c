"""A paper of the officer's own in, headings, paragraphs, lists and tables of an annex out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import PurePath

from briefing.apart import read_apart
from briefing.errors import ImportFailure
from briefing.indicators.grids import Row, csv_grid
from briefing.model import Block, BlockKind
from briefing.templating.pieces import AnnexBlock

_TABLE = ".csv"
_TOP_LEVEL, _DEEPEST_LEVEL = 3, 4
"""Headings of an annex stand below its title, which is an ``h2``."""
_BETWEEN_CELLS = " | "
_MOST_COLUMNS = 60
_MOST_CELLS = 60_000
"""Of one table, the empty ones too; a pack that prints more is read by nobody."""


@dataclass(frozen=True, slots=True)
class Annex:
    """What goes along with a pack."""

    title: str
    blocks: tuple[AnnexBlock, ...]
    remarks: tuple[str, ...] = ()


def read_annex(data: bytes, file_name: str, title: str = "") -> Annex:
    """Return the annex that a file holds; ``title`` stands before what the file calls itself.

    Raises:
        ImportFailure: the file is empty, damaged or of no known format.
    """
    stem = PurePath(file_name).stem
    if PurePath(file_name).suffix.lower() == _TABLE:
        return Annex(title or stem, (_table(_rows_of_csv(data)),))
    report = read_apart(data, file_name, is_tagged=False).report
    kept = [one for one in report.blocks if one.kind is not BlockKind.FURNITURE]
    own = report.metadata.title
    if kept and kept[0].kind is BlockKind.HEADING and kept[0].text == (title or own):
        kept = kept[1:]
    left_out = len(report.blocks) - sum(
        one.kind is not BlockKind.FURNITURE for one in report.blocks
    )
    remarks = (f"{file_name}: {left_out} running heads or page numbers left out.",)
    return Annex(title or own or stem, tuple(_blocks(kept)), remarks if left_out else ())


def _blocks(blocks: Iterable[Block]) -> Iterator[AnnexBlock]:
    above = _TOP_LEVEL - 1
    for is_item, group in groupby(blocks, key=lambda one: one.kind is BlockKind.LIST_ITEM):
        if is_item:
            yield AnnexBlock("list", tuple(one.text for one in group))
            continue
        for one in group:
            if one.kind is BlockKind.HEADING:
                above = min(max(one.level, _TOP_LEVEL), above + 1, _DEEPEST_LEVEL)
                yield AnnexBlock("heading", (one.text,), level=above)
            elif one.kind is BlockKind.TABLE:
                yield _table([line.split(_BETWEEN_CELLS) for line in one.text.split("\n")])
            else:
                yield AnnexBlock("paragraph", (one.text,))


def _table(rows: Sequence[Sequence[str]]) -> AnnexBlock:
    """Return a table with all rows of one width.

    Raises:
        ImportFailure: it is larger than a table that is printed.
    """
    width = max(len(row) for row in rows)
    if width > _MOST_COLUMNS or width * len(rows) > _MOST_CELLS:
        raise ImportFailure(
            f"The table has {len(rows):,} rows and {width:,} columns, too many to be printed.",
            f"Keep what matters: {_MOST_COLUMNS} columns and {_MOST_CELLS:,} cells at the most.",
        )
    return AnnexBlock("table", rows=tuple((*row, *[""] * (width - len(row))) for row in rows))


def _rows_of_csv(data: bytes) -> list[list[str]]:
    """Return the cells of a table row by row, as they stand there.

    Raises:
        ImportFailure: it is no text, empty, too long, or a quotation mark is never closed.
    """
    rows = [[str(cell) for cell in row.cells] for row in csv_grid(data, _alike).rows]
    if not rows:
        raise ImportFailure("The table is empty.", "Its first line names the columns.")
    return rows


def _alike(rows: Sequence[Row]) -> int:
    """Return how many rows have as many cells as the first, where it has several."""
    widths = [len(row.cells) for row in rows]
    return widths.count(widths[0]) if widths and widths[0] > 1 else 0
