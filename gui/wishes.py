"""What stands beside the list: what the officer has said of document and map, and what has room."""

from __future__ import annotations

from gui.main_window import MainWindow

ROOM = 144
"""Width in characters from which the document stands beside the list without being asked for."""
ROOM_FOR_MAP = 250
"""The same for the map and the document together, with the list between them."""


class Wishes:
    """Answers what is to be seen; where there is room for one of the two, the later wish counts."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._preview: bool | None = None
        """Whether the document is wanted; None: the width decides. So with the map."""
        self.map: bool | None = window.state.map_wanted
        self._map_first = True
        """Whether the map was asked for after the document."""

    def want_preview(self, wanted: bool) -> None:
        """Take in that the document is wanted, or is not."""
        self._preview = wanted
        self._map_first = not wanted

    def want_map(self, wanted: bool) -> None:
        """Take in that the map is wanted, or is not."""
        self.map = wanted
        self._map_first = self._map_first or wanted

    @property
    def has_preview(self) -> bool:
        """Whether the document is to be seen: as the officer said, else where there is room."""
        if self._preview is not None:
            return self._preview
        return self._has_room(ROOM)

    @property
    def has_room_for_map(self) -> bool:
        """Whether the map can stand beside all else."""
        return self._has_room(ROOM_FOR_MAP)

    def has_map(self, *, reading: bool) -> bool:
        """Whether the map is to be seen; a report that is read takes the room of the document."""
        if self.has_room_for_map:
            return self.map is not False
        beside = reading or (self.has_preview and not self._map_first)
        return self.map is True and not beside

    def _has_room(self, letters: int) -> bool:
        return self._window.width() >= letters * self._window.fontMetrics().averageCharWidth()
