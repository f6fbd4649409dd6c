"""Where the pages lie on the desk, one below the other, at a given zoom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSizeF

from briefing.model.desk import PageHit, PreviewPage

MARGIN = 14
"""Pixels of desk around the pages."""
GAP = 12
"""Pixels of desk between two pages."""
STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 4.0)
"""Zooms that one steps through."""


class Fit(Enum):
    """What decides how large the pages are."""

    WIDTH = "width"
    PAGE = "page"
    ZOOM = "zoom"


@dataclass(frozen=True, slots=True)
class Desk:
    """All pages in their places."""

    sheets: tuple[QRectF, ...]
    scale: float
    """Pixels per point."""

    @property
    def size(self) -> QSizeF:
        """How much room all takes, the desk around included."""
        width = max((sheet.width() for sheet in self.sheets), default=0.0)
        bottom = self.sheets[-1].bottom() if self.sheets else 0.0
        return QSizeF(width + 2 * MARGIN, bottom + MARGIN)

    def index_at(self, point: QPointF) -> int | None:
        """Return the index of the page under a point."""
        return next((n for n, sheet in enumerate(self.sheets) if sheet.contains(point)), None)

    def between(self, top: float, bottom: float) -> list[int]:
        """Return the indices of the pages of which something lies between two heights."""
        return [n for n, one in enumerate(self.sheets) if one.bottom() > top and one.top() < bottom]

    def place(self, index: int, hit: PageHit) -> QRectF:
        """Return where a finding lies."""
        sheet = self.sheets[index]
        return QRectF(
            sheet.left() + hit.left * sheet.width(),
            sheet.top() + hit.top * sheet.height(),
            hit.width * sheet.width(),
            hit.height * sheet.height(),
        )


def laid_out(pages: Sequence[PreviewPage], scale: float, width: float) -> Desk:
    """Return the pages at a scale, in the middle of a desk of this width or wider."""
    widest = max((page.width_pt for page in pages), default=0.0) * scale
    middle = max(width, widest + 2 * MARGIN) / 2
    sheets = []
    top = float(MARGIN)
    for page in pages:
        across, down = page.width_pt * scale, page.height_pt * scale
        sheets.append(QRectF(round(middle - across / 2), round(top), round(across), round(down)))
        top += round(down) + GAP
    return Desk(tuple(sheets), scale)


def fitting(pages: Sequence[PreviewPage], room: QSizeF, fit: Fit) -> float:
    """Return the scale at which the widest page, or the whole of it, has just room."""
    width = max((page.width_pt for page in pages), default=595.0)
    height = max((page.height_pt for page in pages), default=842.0)
    across = (room.width() - 2 * MARGIN) / width
    down = (room.height() - 2 * MARGIN) / height
    return max(0.1, across if fit is Fit.WIDTH else min(across, down))


def step_from(zoom: float, steps: int) -> float:
    """Return the next larger or smaller of the zooms that one steps through."""
    if steps > 0:
        return next((step for step in STEPS if step > zoom * 1.01), STEPS[-1])
    return next((step for step in reversed(STEPS) if step < zoom * 0.99), STEPS[0])
