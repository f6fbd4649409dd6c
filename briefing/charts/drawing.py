"""What all charts share when they are drawn: paper, type, ink, and the files that come of it.

matplotlib is imported when the first chart is drawn, never before.
"""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.fonts import FAMILIES
from briefing.model import ChartData, FigureImage

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


def drawn(data: ChartData, height_pt: float, paint: Callable[[Figure], None]) -> FigureImage:
    """Return the chart that ``paint`` puts on an empty figure of the column's width."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    _register_fonts()
    with mpl.rc_context(fname=Path(__file__).with_name("deskbrief.mplstyle")):
        figure = Figure(figsize=(WIDTH_PT / POINTS_PER_INCH, height_pt / POINTS_PER_INCH))
        paint(figure)
        return FigureImage(
            name=data.chart,
            svg=_saved(figure, "svg", "none"),
            outlined=_saved(figure, "svg", "path"),
            png=_saved(figure, "png"),
            width_pt=WIDTH_PT,
            height_pt=height_pt,
        )


def _saved(figure: Figure, form: str, letters: str = "none") -> bytes:
    import matplotlib as mpl

    stream = io.BytesIO()
    # Without a date and with the style's salt, the same chart gives the same bytes.
    metadata: dict[str, str | None] = {"Date": None} if form == "svg" else {"Software": None}
    with mpl.rc_context({"svg.fonttype": letters}):
        figure.savefig(stream, format=form, dpi=_PNG_DPI, metadata=metadata)
    return stream.getvalue()


@lru_cache(maxsize=1)
def _register_fonts() -> None:
    """Make the bundled faces known to matplotlib by their family names."""
    from matplotlib.font_manager import fontManager

    for family in FAMILIES:
        for face in family.faces:
            fontManager.addfont(face.path)


def tint(share: float) -> str:
    """Return the accent mixed with white: 0 gives nearly white, 1 the strongest tint.

    The lightness falls steadily with ``share``, so that the order survives a greyscale print, and
    stays above a luminance of 0.27, so that the ink on it keeps a contrast of 4.5 to 1 (WCAG 2.2).
    """
    pale, strong = (0.94, 0.955, 0.97), (0.47, 0.57, 0.68)
    mixed = (low + (high - low) * share for low, high in zip(pale, strong, strict=True))
    return "#" + "".join(f"{round(part * 255):02x}" for part in mixed)
