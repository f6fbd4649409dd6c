"""The pages of a document as it is being worked on: the changed one first, then all, exactly.

The pages come off the same press as the exported PDF. Laying out a whole document takes the better
part of a second, so after a change one page is laid out ahead of the rest: from the last layout it
is known with which part of the document it begins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefing.model import RenderedBrief
from briefing.model.desk import PreviewPage

if TYPE_CHECKING:
    from briefing.exporters.pdf_composing import Composer
    from briefing.exporters.pdf_layout import Layout, PageKey


@dataclass(frozen=True, slots=True)
class Length:
    """How long a document is, once all of it is laid out."""

    pages: int
    filled: float
    """In sides before the annex, the last counted by how far it is filled: 2.3."""
    remarks: tuple[str, ...] = ()


class Preview:
    """Remembers the last layout, so that the next change is seen soon."""

    def __init__(self) -> None:
        self._layout: Layout | None = None
        self._composer: Composer | None = None
        self._pages: dict[int, PreviewPage] = {}
        self._written: dict[PageKey, PreviewPage] = {}

    def render(
        self,
        brief: RenderedBrief,
        show: Callable[[PreviewPage], object],
        showing: Sequence[int] = (1,),
        changed: str = "",
    ) -> Length:
        """Hand every page to ``show``: the changed one ahead, those in ``showing``, the others.

        ``changed`` is the code of the finding that the last change was about.

        Raises:
            ExportError: it asks for something that may not be loaded.
        """
        layout = self._layout
        if layout is None or layout.brief != brief:
            layout = self._renewed(brief, show, showing, changed)
        for number in _in_order(layout.total, showing):
            show(self._page(layout, number))
        return _length(layout)

    def measure(self, brief: RenderedBrief) -> Length:
        """Return how long a document is without writing its pages, which nobody sees.

        Raises:
            ExportError: it asks for something that may not be loaded.
        """
        if self._layout is None or self._layout.brief != brief:
            self._layout = self._laid_out(brief)
        return _length(self._layout)

    def _renewed(
        self,
        brief: RenderedBrief,
        show: Callable[[PreviewPage], object],
        showing: Sequence[int],
        changed: str,
    ) -> Layout:
        from briefing.exporters.pdf_ahead import pages_ahead

        if self._layout is not None:
            for page in pages_ahead(self._layout, self._pages, brief, showing, changed):
                show(page)
        layout = self._laid_out(brief)
        self._layout = layout
        return layout

    def _laid_out(self, brief: RenderedBrief) -> Layout:
        from briefing.exporters.pdf_composing import Composer
        from briefing.exporters.pdf_layout import lay_out

        self._composer = self._composer or Composer()
        layout = lay_out(brief, self._composer)
        self._pages = {}
        return layout

    def _page(self, layout: Layout, number: int) -> PreviewPage:
        """Return a page, written now unless it or one like it has been written before."""
        if number not in self._pages:
            key = layout.key(number)
            page = self._written.get(key) if key is not None else None
            self._pages[number] = page or layout.page(number)
            if len(self._pages) == layout.total:
                self._remember(layout)
        return self._pages[number]

    def _remember(self, layout: Layout) -> None:
        """Keep the pages for the next layout, and nothing else of this one."""
        keys = ((layout.key(number), page) for number, page in self._pages.items())
        self._written = {key: page for key, page in keys if key is not None}
        layout.put_away()


def _length(layout: Layout) -> Length:
    return Length(layout.total, layout.filled, layout.remarks)


def _in_order(total: int, showing: Iterable[int]) -> Iterable[int]:
    """Return the numbers of all pages, those on screen first."""
    first = [number for number in dict.fromkeys(showing) if 1 <= number <= total]
    return (*first, *(number for number in range(1, total + 1) if number not in first))
