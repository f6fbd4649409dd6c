"""Find tables set in plain text with spaces or tabs."""

from __future__ import annotations

import re

from briefing.importers.lines import Line

_GAP = re.compile(r"\s{3,}|\t+|\s\|\s")
_LEAST_ROWS = 2


def cells(line: Line) -> list[str]:
    """Return the cells of a line that is set in columns; one cell if it is not."""
    text = line.text
    if text.isascii() and "   " not in text and "\t" not in text and "|" not in text:
        return [text]
    return [cell for cell in _GAP.split(line.text.strip(" |")) if cell]


def is_row(line: Line) -> bool:
    """Return whether the line is set in two or more columns."""
    return not line.is_furniture and len(cells(line)) >= 2


def row_runs(lines: list[Line]) -> dict[int, int]:
    """Return first index and length of each run of lines that make a table."""
    runs: dict[int, int] = {}
    start = None
    for index, line in enumerate([*lines, None]):
        row = line is not None and is_row(line)
        if row and start is not None and line is not None and not line.after_gap:
            continue
        if start is not None and index - start >= _LEAST_ROWS:
            runs[start] = index - start
        start = index if row else None
    return runs
