"""Puts the theme on the application, and keeps to it when the system turns dark or light."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from gui import style, theme

if TYPE_CHECKING:  # the window is on screen before the core's values are loaded
    from PySide6.QtCore import Qt

    from briefing.settings import Appearance

STYLE = "fusion"
POINTS = 10
"""Size of the application's font."""


class Look(QObject):
    """The application's colours and type: as set, or as the system has it at the moment."""

    def __init__(self, application: QApplication, appearance: Appearance | str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._appearance = appearance
        theme.load_first_fonts()
        application.setFont(QFont(theme.UI_FAMILY, POINTS))
        self._system_is_dark = theme.is_dark("system")
        application.styleHints().colorSchemeChanged.connect(self._follow)
        self._put_on()

    def choose(self, appearance: Appearance | str) -> None:
        """Be light, dark, or as the system says, from now on."""
        if appearance != self._appearance:
            self._appearance = appearance
            self._put_on()

    def _follow(self, scheme: Qt.ColorScheme) -> None:
        self._system_is_dark = scheme.name == "Dark"
        self._put_on()

    def _put_on(self) -> None:
        of_system = self._appearance == "system"
        dark = self._system_is_dark if of_system else theme.is_dark(self._appearance)
        shades = theme.DARK if dark else theme.LIGHT
        self._application.setPalette(theme.palette(shades))
        self._application.setStyleSheet(style.sheet(shades))
