"""Colours and type of the window: one table for light, one for dark, by the system or as set."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from briefing import resources

if TYPE_CHECKING:  # the window is on screen before the core's values are loaded
    from briefing.settings import Appearance

UI_FAMILY = "Source Sans 3"
"""What is looked up: labels, lists, controls."""
MIDDLE = 128
"""Lightness below which a background is dark."""
READING_FAMILY = "Source Serif 4"
"""What is read: the words of reports."""


_FIRST_FACES = ("SourceSans3-Regular", "SourceSans3-Semibold", "SourceSerif4-Regular")


class Colours(NamedTuple):
    """Every colour that the window uses, by what it is for.

    A named tuple is made faster than a dataclass is, and this one is made before the first window.
    """

    ink: str
    """Text."""
    secondary: str
    """Text of lesser rank: places, counts."""
    faint: str
    """Text of what is left out or cannot be used; still legible."""
    accent: str
    """Links, the primary button, the edge of a lead."""
    on_accent: str
    """Text on ``accent``."""
    accent_quiet: str
    """The edge of a supporting finding, the frame of what has focus."""
    paper: str
    """Background where one reads."""
    panel: str
    """Background where one does not."""
    desk: str
    """Background around pages."""
    hairline: str
    frame: str
    """The edge of what one types in or presses."""
    selected: str
    """Background of the current row."""
    mind: str
    """Mind this: differing sources, old ones, faults."""


LIGHT = Colours(
    ink="#1b2431",
    secondary="#5d6876",
    faint="#7b8592",
    accent="#1f4b73",
    on_accent="#ffffff",
    accent_quiet="#9db3c8",
    paper="#ffffff",
    panel="#f3f5f8",
    desk="#e2e6eb",
    hairline="#c9d0d8",
    frame="#b1bac5",
    selected="#e6edf6",
    mind="#8a4b00",
)
DARK = Colours(
    ink="#e7ebf0",
    secondary="#a4afbc",
    faint="#8a95a3",
    accent="#8fbce6",
    on_accent="#0f1722",
    accent_quiet="#4d6680",
    paper="#1a2029",
    panel="#222a35",
    desk="#12171e",
    hairline="#3a4553",
    frame="#556374",
    selected="#2a3a4d",
    mind="#f0b056",
)


def colours() -> Colours:
    """Return the colours in force, read from the application's palette."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < MIDDLE else LIGHT


def is_dark(appearance: Appearance | str) -> bool:
    """Return whether the window is to be dark: as set, else as the system says."""
    if appearance == "system":
        # Asking for the scheme, or the style, would load all their names at the start; a palette
        # of nobody's own is the system's.
        QGuiApplication.setPalette(QPalette())
        system = QGuiApplication.palette()
        return system.color(QPalette.ColorRole.Window).lightness() < MIDDLE
    return appearance == "dark"


def palette(shades: Colours) -> QPalette:
    """Return a palette for Qt's own widgets."""
    made = QPalette()
    roles = QPalette.ColorRole
    for role, shade in (
        (roles.Window, shades.panel),
        (roles.WindowText, shades.ink),
        (roles.Base, shades.paper),
        (roles.AlternateBase, shades.panel),
        (roles.Text, shades.ink),
        (roles.Button, shades.panel),
        (roles.ButtonText, shades.ink),
        (roles.ToolTipBase, shades.paper),
        (roles.ToolTipText, shades.ink),
        (roles.PlaceholderText, shades.secondary),
        (roles.Highlight, shades.selected),
        (roles.HighlightedText, shades.ink),
        (roles.Link, shades.accent),
        (roles.LinkVisited, shades.accent),
        (roles.Accent, shades.accent),
        (roles.Mid, shades.hairline),
    ):
        made.setColor(role, QColor(shade))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(shades.faint))
    return made


def load_fonts() -> None:
    """Make the bundled fonts known to the window: every face."""
    load_first_fonts()
    load_other_fonts()


def load_first_fonts() -> None:
    """Make known the faces that the first window shows; each takes its time."""
    for face in _FIRST_FACES:
        QFontDatabase.addApplicationFont(str(resources.assets("fonts", f"{face}.ttf")))


def load_other_fonts() -> None:
    """Make known the faces that nothing shows before the pages are there."""
    for path in sorted(resources.assets("fonts").glob("Source*.ttf")):
        if path.stem not in _FIRST_FACES:
            QFontDatabase.addApplicationFont(str(path))


def reading_font(points: float) -> QFont:
    """Return the font for the words of reports, in points."""
    font = QFont(READING_FAMILY)
    font.setPointSizeF(points)
    return font
