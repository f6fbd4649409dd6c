"""The pages that are shown, and what stands where on them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF

from briefing.model.desk import PageHit, PreviewPage
from gui.widgets.page_layout import Desk


class PageStack:
    """Pages in order, with their places on the desk."""

    def __init__(self) -> None:
        self.pages: list[PreviewPage] = []
        self.desk = Desk((), 1.0)
        """Where they lie; to be renewed when ``put`` says so, or after ``keep``."""

    @property
    def codes(self) -> list[str]:
        """The codes of all findings on the pages, in order, each once."""
        return list(dict.fromkeys(hit.code for page in self.pages for hit in page.hits))

    def put(self, page: PreviewPage) -> bool:
        """Put a page in its place; return whether the places are others now."""
        index = page.number - 1
        if index > len(self.pages):
            return False  # those before it come first
        if index == len(self.pages):
            self.pages.append(page)
            return True
        before = self.pages[index]
        self.pages[index] = page
        return (before.width_pt, before.height_pt) != (page.width_pt, page.height_pt)

    def keep(self, count: int) -> None:
        """Drop the pages after the first ``count``."""
        del self.pages[count:]

    def places(self, code: str) -> list[QRectF]:
        """Return where a finding stands: one place for each page that it is on."""
        return [
            self.desk.place(index, hit)
            for index, page in enumerate(self.pages)
            for hit in page.hits
            if hit.code == code
        ]

    def hit_at(self, point: QPointF) -> PageHit | None:
        """Return the finding at a point of the desk, or that to which a point of a chart leads."""
        index = self.desk.index_at(point)
        if index is None:
            return None
        hits = (*self.pages[index].hits, *self.pages[index].points)
        return next((hit for hit in hits if self.desk.place(index, hit).contains(point)), None)
