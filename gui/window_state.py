"""What the window looked like when it was closed: kept beside the officer's data, not in it.

Also remembers what must be known before settings and library are read: light or dark, and which
briefs to offer.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QMainWindow, QSplitter

FILE = "window.ini"


class WindowState:
    """Geometry, splitters, columns, page, and the brief that was open, in one small file."""

    def __init__(self, folder: Path) -> None:
        self._kept = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def appearance(self) -> str:
        """Light, dark, or as the system says."""
        return self._text("appearance", "system")

    @appearance.setter
    def appearance(self, value: str) -> None:
        self._kept.setValue("appearance", value)

    @property
    def page(self) -> str:
        """Name of the page that was shown."""
        return self._text("page")

    @page.setter
    def page(self, value: str) -> None:
        self._kept.setValue("page", value)

    @property
    def map_wanted(self) -> bool | None:
        """Whether the officer wants the map beside the regions; None: nothing has been said."""
        return {"yes": True, "no": False}.get(self._text("map"))

    @map_wanted.setter
    def map_wanted(self, value: bool | None) -> None:
        self._kept.setValue("map", "" if value is None else "yes" if value else "no")

    @property
    def last_brief(self) -> str:
        """Path of the brief that was open when the program was left; empty if none was."""
        return self._text("last_brief")

    @last_brief.setter
    def last_brief(self, value: str) -> None:
        self._kept.setValue("last_brief", value)

    @property
    def recent(self) -> list[str]:
        """Paths of briefs opened lately, latest first."""
        kept = self._kept.value("recent", [])
        if isinstance(kept, str):  # how the file gives back a list of one
            return [kept] if kept else []
        return [str(path) for path in kept] if isinstance(kept, list) else []

    @recent.setter
    def recent(self, value: list[str]) -> None:
        self._kept.setValue("recent", value)

    def restore_window(self, window: QMainWindow) -> bool:
        """Put a window where it was; returns False if nothing is known."""
        geometry = self._kept.value("geometry")
        return isinstance(geometry, QByteArray) and window.restoreGeometry(geometry)

    def keep_window(self, window: QMainWindow) -> None:
        """Remember where a window is."""
        self._kept.setValue("geometry", window.saveGeometry())

    def restore_splitter(self, name: str, splitter: QSplitter) -> bool:
        """Divide a splitter as it was; returns False if nothing is known."""
        kept = self._kept.value(f"splitters/{name}")
        return isinstance(kept, QByteArray) and splitter.restoreState(kept)

    def keep_splitter(self, name: str, splitter: QSplitter) -> None:
        """Remember how a splitter is divided."""
        self._kept.setValue(f"splitters/{name}", splitter.saveState())

    def columns(self, name: str) -> QByteArray | None:
        """Return how the columns of a table were drawn and sorted; None if nothing is known."""
        kept = self._kept.value(f"columns/{name}")
        return kept if isinstance(kept, QByteArray) else None

    def keep_columns(self, name: str, state: QByteArray) -> None:
        """Remember how the columns of a table are drawn and sorted."""
        self._kept.setValue(f"columns/{name}", state)

    def write(self) -> None:
        """Write what is remembered to its file."""
        self._kept.sync()

    def _text(self, name: str, default: str = "") -> str:
        return str(self._kept.value(name, default) or default)
