"""What keeps going wrong, told once in a box and at the foot of the window until it goes right."""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefing.errors import BriefingError
from gui import messages
from gui.main_window import MainWindow


class Complaints(QObject):
    """Knows what is wrong at present, by what it concerns; the latest stands in the status line."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._wrong: dict[str, BriefingError] = {}
        self._boxed: set[tuple[str, str]] = set()
        """What has been told in a box, by what it concerns."""

    def tell(self, about: str, error: BriefingError, *, quietly: bool = False) -> None:
        """Tell what went wrong; in a box too unless ``quietly``, but the same thing only once."""
        self._wrong.pop(about, None)
        self._wrong[about] = error
        self._window.status.say(error.message)
        if not quietly and (about, str(error)) not in self._boxed:
            self._boxed.add((about, str(error)))
            messages.tell(self._window, error)

    def forgive(self, about: str) -> None:
        """Take back what was told: it has gone right."""
        self._boxed = {one for one in self._boxed if one[0] != about}
        gone = self._wrong.pop(about, None)
        if gone is None:
            return
        self._window.status.unsay(gone.message)
        if self._wrong and not self._window.status.said:
            self._window.status.say(list(self._wrong.values())[-1].message)
