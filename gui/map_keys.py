"""The keys of the map, told where all keys are told: they are no commands of a menu."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from gui.shortcuts import Shortcut


class MapKeys(QObject):
    """Names what the keys do while the map has the focus."""

    def shortcuts(self) -> list[Shortcut]:
        """Return the keys under a heading of their own."""
        return [
            Shortcut(self.tr("On the Map")),
            Shortcut(self.tr("Go from Country to Country"), self.tr("Arrows")),
            Shortcut(self.tr("Tick or Untick the Country"), _native("Space")),
            Shortcut(self.tr("Tick or Untick Its Sub-region"), _native("Shift+Space")),
            Shortcut(self.tr("Look Closer at the Country"), _native("Return")),
            Shortcut(self.tr("Zoom In"), "+"),
            Shortcut(self.tr("Zoom Out"), "−"),
            Shortcut(self.tr("Push the Map"), self.tr("Shift+Arrows")),
            Shortcut(self.tr("Show the Whole World"), _native("Home")),
            Shortcut(self.tr("Regions of the Country"), _native("Shift+F10")),
        ]


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
