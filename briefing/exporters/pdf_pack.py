"""A pack as PDF: finished parts, made each by itself, joined, with heads and feet of the whole.

What has been made is kept, so that after a change only what has changed is made again.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from briefing.exporters.exporter import Exported
from briefing.exporters.pdf_part_kept import Maker
from briefing.exporters.pdf_workshop import Parts, Workshop, shared_workshop
from briefing.model.pack import PageCount, RenderedPack
from briefing.progress import Progress, Silent

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.exporters.pdf_binding import Outcomes, Stretch
    from briefing.exporters.pdf_heads import Heads
    from briefing.exporters.pdf_joining import Bound


class PackPrinter:
    """Makes packs; remembers the parts of the last one."""

    def __init__(self, workshop: Workshop | None = None) -> None:
        """Take who makes the parts; all packs of the program share one unless told otherwise."""
        self._workshop = workshop or shared_workshop()
        self._parts: Parts = {}
        self._outcomes: Outcomes = {}
        self._heads: Heads | None = None

    def export(self, pack: RenderedPack, progress: Progress | None = None) -> Exported:
        """Return a pack as PDF.

        Raises:
            ExportError: it asks for something that may not be loaded, or cannot be made.
            Cancelled: from ``progress``.
        """
        from briefing.exporters.pdf_joining import joined
        from briefing.exporters.pdf_pieces import Orders

        stretches = self._stretches(pack, progress)
        data = joined(self._framed(pack, stretches), pack.whole, Orders(pack).words())
        remarks = dict.fromkeys(remark for one in stretches for remark in one.part.remarks)
        pages = sum(len(one.part.pages) for one in stretches)
        return Exported(data, pages, (*pack.whole.remarks, *remarks))

    def counted(self, pack: RenderedPack, progress: Progress | None = None) -> PageCount:
        """Return which pages of the PDF the pieces take; errors as ``export``."""
        from briefing.exporters.pdf_binding import begins, lengths

        stretches = self._stretches(pack, progress)
        return PageCount(begins(stretches), lengths(stretches))

    def _stretches(self, pack: RenderedPack, progress: Progress | None) -> tuple[Stretch, ...]:
        """Return the parts of a pack in order."""
        from briefing.exporters.pdf_binding import Binder

        maker = Maker(self._parts, self._workshop, progress or Silent())
        binder = Binder(pack, maker, self._outcomes)
        stretches = binder.stretches()
        self._parts, self._outcomes = maker.used, binder.outcomes
        return stretches

    def _framed(self, pack: RenderedPack, stretches: Sequence[Stretch]) -> list[Bound]:
        """Return the parts with their heads and feet."""
        from briefing.exporters.pdf_binding import slips
        from briefing.exporters.pdf_heads import Heads
        from briefing.exporters.pdf_joining import Bound

        self._heads = self._heads or Heads()
        frames = iter(self._heads.frames(list(slips(stretches, pack)), pack.whole.house))
        return [Bound(one.part, tuple(islice(frames, len(one.part.pages)))) for one in stretches]
