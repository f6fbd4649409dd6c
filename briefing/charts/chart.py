"""What a chart is to the rest of the program: an id, numbers from a selection, a drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.model import ChartData, FigureImage, Selection, Taxonomy
from briefing.own_data import OwnChart


@dataclass(frozen=True, slots=True)
class NotEnough:
    """Why a chart is left out, as a sentence fit to print in the document."""

    reason: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind of chart. Only ``draw`` may import a drawing library."""

    id: str
    name: str
    description: str
    data: Callable[[Selection, Taxonomy], ChartData | NotEnough]
    check: Callable[[ChartData], None]
    """Tells data that ``draw`` can draw; called by it first.

    Raises:
        BriefError: the data has been damaged since it was saved, or is another chart's.
    """
    draw: Callable[[ChartData], FigureImage]
    quotes: bool = False
    """Whether it prints words of findings: then it is made of those that the brief prints first,
    of none that the officer has left out, and their sources are listed and their passages shown."""
    of_own: Callable[[Selection, Taxonomy, OwnChart], ChartData | NotEnough] | None = None
    """Makes it of the figures that the request brings, and of no findings, as it is wanted."""

    @property
    def own(self) -> bool:
        """Whether it is made of the officer's own figures."""
        return self.of_own is not None

    @property
    def is_lasting(self) -> bool:
        """Whether it is the same for a scope, whatever the brief prints and the request brings."""
        return not (self.quotes or self.own)
