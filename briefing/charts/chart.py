"""What a chart is to the rest of the program: an id, numbers from a selection, a drawing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefing.model import ChartData, FigureImage, Selection, Taxonomy


@dataclass(frozen=True, slots=True)
class NotEnough:
    """Why a chart is left out, as a sentence fit to print in the document."""

    reason: str


@dataclass(frozen=True, slots=True)
class Chart:
    """One kind of chart. ``data`` knows no drawing library; ``draw`` may import one."""

    id: str
    name: str
    description: str
    data: Callable[[Selection, Taxonomy], ChartData | NotEnough]
    draw: Callable[[ChartData], FigureImage]
