"""Parts that have been made, by their orders; those that have not are made when asked for.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias

from briefing.exporters.pdf_part_making import make
from briefing.exporters.pdf_parts import Part, PartOrder
from briefing.progress import Progress, check

Parts: TypeAlias = dict[PartOrder, Part]
Follow: TypeAlias = Callable[[PartOrder, Part], PartOrder | None]


class Maker:
    """Makes the parts of one document that are not kept from another."""

    def __init__(self, kept: Parts, progress: Progress) -> None:
        self._kept = kept
        self._progress = progress
        self.used: Parts = {}
        """What this document is made of."""

    def have(self, orders: Iterable[PartOrder], follow: Follow) -> None:
        """Have parts made; ``follow`` says what is to be made once one is there, if anything.

        Raises:
            ExportError: one cannot be made.
            Cancelled: from the progress.
        """
        for order in orders:
            after = follow(order, self.part(order))
            if after is not None:
                self.part(after)

    def part(self, order: PartOrder) -> Part:
        """Return a part; errors as ``have``."""
        made = self.used.get(order) or self._kept.get(order)
        if made is None:
            check(self._progress)
            made = make(order)
        self.used[order] = made
        return made
