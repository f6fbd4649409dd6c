"""Tells a reader of tagged PDF which header a cell of the facts belongs to.

WeasyPrint gives every cell all row headers of its row. The facts stand two a row, so that
``To`` and ``Date`` would both be read before the addressee; each cell keeps the one before it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any


def keep_nearest_row_header(document: Any, pdf: Any) -> None:
    """Leave each data cell of a row with several row headers the nearest before it only."""
    for row in (item for item in pdf.objects if isinstance(item, dict) and item.get("S") == "/TR"):
        cells = list(_cells(row, pdf))
        if sum(cell["S"] == "/TH" for cell in cells) > 1:
            _keep_nearest(cells)


def _cells(row: Any, pdf: Any) -> Iterator[Any]:
    for reference in row["K"]:
        cell = pdf.objects[int(reference.split()[0])]
        if cell.get("S") in ("/TH", "/TD"):
            yield cell


def _keep_nearest(cells: list[Any]) -> None:
    # A row of column headers has no data cells, so this never touches one.
    nearest: Any = None
    for cell in cells:
        if cell["S"] == "/TH":
            nearest = cell["ID"]
        elif nearest is not None:
            cell["A"]["Headers"][:] = [nearest]
