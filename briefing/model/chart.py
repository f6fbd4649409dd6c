"""Charts: the numbers that one shows, what stands behind each, and the drawing made of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """One bar, cell or dot of a chart, and the findings behind it."""

    label: str
    """What it stands for, as the table of numbers names it; no two of a chart are alike."""
    value: str | int
    """A count, or what is printed: ``3``, ``about 2,000``."""
    unit: str
    """What is counted or measured: ``findings``."""
    codes: tuple[str, ...] = ()
    """Codes of the findings behind it, the best first: whole ones as ``data`` makes them, such as
    the document prints once it is put together."""
    source: str = ""
    """Where a number comes from that no finding stands behind, in words."""
    file: str = ""
    """Name of the officer's file in which it stands, and the line there, from 1."""
    line: int = 0

    @property
    def shown(self) -> str:
        """The value as it is printed: ``1,037``."""
        return f"{self.value:,}" if isinstance(self.value, int) else self.value

    @property
    def counted(self) -> str:
        """The unit as it follows the value: ``finding`` behind 1."""
        return "finding" if (self.value, self.unit) == (1, "findings") else self.unit


@dataclass(frozen=True, slots=True)
class ChartData:
    """What a chart shows, before it is drawn: numbers, question, answer."""

    chart: str
    """Id of the chart: of one in ``CHARTS``, or that of a chart of own data as it is wanted."""
    question: str
    """Title: the question the chart answers."""
    answer: str
    """Caption: what one sees, computed from the numbers."""
    basis: str
    """Unit and what stands behind it: ``Number of findings, 93 from 5 reports. A dash: none.``"""
    alt: str
    """Text for those who cannot see the figure, with the numbers."""
    columns: tuple[str, ...]
    rows: tuple[tuple[str | int, ...], ...]
    """One row a series or item; the first cell is its name."""
    points: tuple[ChartPoint, ...] = ()
    """What is drawn that findings stand behind, in the order of its table of numbers; none in a
    file of an earlier version."""

    @property
    def anchor(self) -> str:
        """How addresses and ids of a document name it: its id, or of own data with a digest.

        >>> ChartData("lines: GDP growth", "", "", "", "", (), ()).anchor
        'lines-31e32c30'
        """
        form, asks, said = self.chart.partition(":")
        return f"{form}-{sha256(said.encode()).hexdigest()[:8]}" if asks else form


@dataclass(frozen=True, slots=True)
class FigureArea:
    """Where a point of a chart is drawn, in points of type from the drawing's upper left corner.

    One that is no box has several areas.
    """

    label: str
    """That of the ``ChartPoint``."""
    left: float
    top: float
    width: float
    height: float
    target: str = ""
    """Id of the place in the document that it leads to; empty: to none."""
    words: str = ""
    """What it is, for those who cannot see it: ``2022: 3 findings``."""
    code: str = ""
    """The finding behind it, if there is but one."""
    leads_on: bool = False
    """Whether several findings stand behind it, or a figure of the officer's own."""
    outline: tuple[tuple[float, ...], ...] = ()
    """The edge of all that is drawn for the point where it is no box: rings, x and y in turn."""


@dataclass(frozen=True, slots=True)
class WordPicture:
    """A drawing in the forms that Word is given."""

    outlined: bytes
    """The SVG with its letters as outlines, for readers who lack the font."""
    png: bytes
    """The same at 300 dpi, for those who cannot show SVG."""


@dataclass(frozen=True, slots=True)
class FigureImage:
    """A drawn chart."""

    name: str
    """File-like name by which the HTML refers to it: ``figure:coverage``."""
    svg: bytes
    """With its letters as text in the bundled font: searchable, for PDF."""
    for_word: Callable[[], WordPicture] = field(repr=False, compare=False)
    """Gives the same drawing for Word; made when it is asked for, and then kept."""
    width_pt: float
    height_pt: float
    areas: tuple[FigureArea, ...] = ()
    """Where its points lie; what is drawn later lies above."""
    as_png: Callable[[int], bytes] = field(default=lambda _: b"", repr=False, compare=False)
    """Gives the same drawing as PNG of so many dots an inch."""
