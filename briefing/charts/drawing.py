"""What all charts share when they are drawn: paper, type, ink, and the files that come of it.

matplotlib is imported when the first chart is drawn, never before.
"""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterable
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from briefing.charts.loading import load
from briefing.charts.points import check_points
from briefing.model import ChartData, FigureArea, FigureImage, WordPicture

if TYPE_CHECKING:
    from matplotlib.figure import Figure

INK = "#1b2431"
ACCENT = "#1f4b73"
GREY = "#5d6876"
HAIRLINE = "#c9d0d8"

WIDTH_PT = 452.0
"""Width of the text column of A4 with margins of 25 mm, in points."""
POINTS_PER_INCH = 72.0
_PNG_DPI = 300
_PAPER = "white"
_CHANNELS = 4
"""Bytes of a pixel as it is drawn: red, green, blue and how opaque it is."""
_PNG_EFFORT = {"compress_level": 4, "compress_type": zlib.Z_RLE}
"""More makes it little smaller, and takes three times as long; runs of a colour are most of it."""

Paint: TypeAlias = "Callable[[Figure], Iterable[FigureArea] | None]"
"""Draws on an empty figure, and returns where the points of the chart came to lie."""


def drawn(data: ChartData, height_pt: float, paint: Paint) -> FigureImage:
    """Return the chart that ``paint`` puts on an empty figure of the column's width.

    Areas of what is none of the data's points are left out.

    Raises:
        BriefError: its points are damaged.
    """
    check_points(data)
    figure, areas = _painted(height_pt, paint)
    known = {point.label for point in data.points}
    return FigureImage(
        name=data.anchor,
        svg=_svg(figure, "none"),
        for_word=cache(lambda: _for_word(height_pt, paint)),
        width_pt=WIDTH_PT,
        height_pt=height_pt,
        areas=tuple(area for area in areas if area.label in known),
        as_png=cache(lambda dpi: _png(_painted(height_pt, paint)[0], dpi)),
    )


def _painted(height_pt: float, paint: Paint) -> tuple[Figure, tuple[FigureArea, ...]]:
    load()
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH_PT / POINTS_PER_INCH, height_pt / POINTS_PER_INCH))
    return figure, tuple(paint(figure) or ())


def _for_word(height_pt: float, paint: Paint) -> WordPicture:
    """Return the drawing made once more, in the forms that few documents need."""
    figure, _ = _painted(height_pt, paint)
    png = _png(figure, _PNG_DPI)
    return WordPicture(_svg(figure, "path"), png)


def _png(figure: Figure, dpi: int) -> bytes:
    """Return a drawing as pixels on white: what is transparent is dark in some programs."""
    from PIL import Image

    raw = io.BytesIO()
    figure.savefig(raw, format="rgba", dpi=dpi, facecolor=_PAPER)
    width = int(figure.get_figwidth() * dpi)
    size = width, len(raw.getvalue()) // (width * _CHANNELS)
    pixels = Image.frombytes("RGBA", size, raw.getvalue()).convert("RGB")
    stream = io.BytesIO()
    pixels.save(stream, "png", dpi=(dpi, dpi), **_PNG_EFFORT)
    return stream.getvalue()


def _svg(figure: Figure, letters: str) -> bytes:
    import matplotlib as mpl

    stream = io.BytesIO()
    mpl.rcParams["svg.fonttype"] = letters
    # Without a date and with the style's salt, the same chart gives the same bytes.
    figure.savefig(stream, format="svg", metadata={"Date": None})
    return stream.getvalue()


def tint(share: float) -> str:
    """Return the accent mixed with white: 0 gives nearly white, 1 the strongest tint.

    The lightness falls steadily with ``share``, so that the order survives a greyscale print, and
    stays above a luminance of 0.27, so that the ink on it keeps a contrast of 4.5 to 1 (WCAG 2.2).
    """
    pale, strong = (0.94, 0.955, 0.97), (0.47, 0.57, 0.68)
    mixed = (low + (high - low) * share for low, high in zip(pale, strong, strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)
