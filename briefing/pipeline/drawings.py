"""Charts that have been drawn, so that the same one is not drawn twice."""

from __future__ import annotations

from collections import OrderedDict

from briefing.model import ChartData, FigureImage

_KEPT = 32


class Drawings(OrderedDict[ChartData, FigureImage]):
    """The latest drawings by what they show."""

    def __setitem__(self, data: ChartData, drawing: FigureImage) -> None:
        """Keep a drawing, and let go of the oldest where there are many."""
        super().__setitem__(data, drawing)
        while len(self) > _KEPT:
            self.popitem(last=False)
