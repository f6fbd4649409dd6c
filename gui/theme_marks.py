"""The colour of each theme's mark: a thin line under its findings, and beside its name.

The colours are spread over the perceptual colour space, so that no two of them are easily taken
for each other, and stand out from the paper and from a selected sentence by 3:1 at least. They
never speak alone: wherever a mark is shown, the theme's name can be read.
"""

from __future__ import annotations

from PySide6.QtGui import QColor

from gui import theme

MARKS: dict[str, tuple[str, str]] = {
    "conflict": ("#f13b29", "#fb4c10"),
    "defence": ("#275116", "#40970f"),
    "nuclear": ("#7f151c", "#feb98c"),
    "alliances": ("#1b6ad4", "#6e7af3"),
    "diplomacy": ("#0d9296", "#0e919c"),
    "influence": ("#7c09aa", "#d056dc"),
    "integration": ("#012ab8", "#69b9e4"),
    "economy": ("#ae7f3f", "#bd9605"),
    "energy": ("#40970f", "#baf628"),
    "sanctions": ("#db40ad", "#f7aafe"),
    "politics": ("#434063", "#4ffcec"),
    "society": ("#9563fe", "#0dce7c"),
    "ideology": ("#7e6486", "#a87a88"),
}
"""By id of the theme: on light paper, on dark paper."""


def mark_of(theme_id: str) -> QColor:
    """Return the colour of a theme's mark on the paper in force; one grey for unknown themes."""
    shades = theme.colours()
    light, dark = MARKS.get(theme_id, (shades.secondary, shades.secondary))
    return QColor(dark if shades is theme.DARK else light)
