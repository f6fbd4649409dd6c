"""A pack as PDF: each piece laid out by itself, then joined, with heads and feet of the whole.

What has been laid out is kept, so that after a change only what has changed is laid out again.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from briefing.exporters.exporter import Exported
from briefing.exporters.pdf import check, layout_remarks, refused, written
from briefing.model.pack import PageCount, RenderedPack
from briefing.progress import Progress, Silent

if TYPE_CHECKING:
    from briefing.exporters.pdf_pieces import Compositor, Kept

Made = TypeVar("Made")


class PackPrinter:
    """Makes packs; remembers the pieces of the last one."""

    def __init__(self) -> None:
        self._kept: Kept = {}

    def export(self, pack: RenderedPack, progress: Progress | None = None) -> Exported:
        """Return a pack as PDF.

        Raises:
            ExportError: it asks for something that may not be loaded, or cannot be made.
            Cancelled: from ``progress``.
        """

        def printed(compositor: Compositor) -> tuple[bytes, int]:
            from briefing.exporters.pdf_joining import joined

            pages = compositor.pages()
            document = joined(pages, pack, compositor.fetcher)
            return written(document, pack.whole, compositor.html), len(pages)

        (data, pages), remarks = self._composed(pack, progress, printed)
        return Exported(data, pages, (*pack.whole.remarks, *remarks))

    def counted(self, pack: RenderedPack, progress: Progress | None = None) -> PageCount:
        """Return which pages of the PDF the pieces take; errors as ``export``."""

        def counted(compositor: Compositor) -> PageCount:
            from briefing.exporters.pdf_pieces import begins, lengths

            pages = compositor.pages()
            return PageCount(begins(pages), lengths(pages))

        return self._composed(pack, progress, counted)[0]

    def _composed(
        self,
        pack: RenderedPack,
        progress: Progress | None,
        make: Callable[[Compositor], Made],
    ) -> tuple[Made, tuple[str, ...]]:
        """Return what is made of a pack's pages, and what the layout has to remark."""
        from weasyprint.urls import FatalURLFetchingError

        from briefing.exporters.pdf_fetching import FigureFetcher
        from briefing.exporters.pdf_pieces import Compositor
        from briefing.exporters.pdf_typesetting import complaints, press

        fetcher = FigureFetcher(pack.whole.figures, pack.whole.house)
        compositor = Compositor(pack, fetcher, self._kept, progress or Silent())
        with press().turn, complaints() as heard:
            try:
                made = make(compositor)
            except FatalURLFetchingError as error:  # a BaseException
                raise refused(fetcher) from error
        self._kept = compositor.used
        check(fetcher, heard)
        return made, tuple(layout_remarks(heard))
