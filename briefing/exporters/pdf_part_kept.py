"""Parts that have been made, by their orders; those that have not are made when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.exporters.pdf_parts import Part, PartOrder
from briefing.exporters.pdf_workshop import Follow, Parts, Workshop
from briefing.progress import Progress


class Maker:
    """Has the parts of one document made that are not kept from another."""

    def __init__(self, kept: Parts, workshop: Workshop, progress: Progress) -> None:
        self._known = dict(kept)
        self._workshop = workshop
        self._progress = progress
        self.used: Parts = {}
        """What this document is made of."""

    def have(self, orders: Iterable[PartOrder], follow: Follow) -> None:
        """Have parts made side by side; ``follow`` says what is to be made once one is there.

        Raises:
            ExportError: one cannot be made.
            Cancelled: from the progress.
        """
        missing = list(self._missing(orders, follow))
        if missing:
            self._known |= self._workshop.make(
                missing, lambda *made: self._missing(follow(*made), follow), self._progress
            )

    def part(self, order: PartOrder) -> Part:
        """Return a part; errors as ``have``."""
        if order not in self._known:
            self.have([order], lambda *_: ())
        self.used[order] = self._known[order]
        return self.used[order]

    def _missing(self, orders: Iterable[PartOrder], follow: Follow) -> Iterator[PartOrder]:
        """Yield what is to be made of orders, and of those that follow upon what is there."""
        for order in orders:
            if order in self._known:
                yield from self._missing(follow(order, self._known[order]), follow)
            else:
                yield order
