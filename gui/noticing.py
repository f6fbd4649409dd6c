"""Notices what others do to the library while the window is open, and when it goes and comes back.

Another window or the command line may write to it; its drive may be taken out.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from briefing.errors import BriefingError
from briefing.service.calls import LookAtLibrary
from gui.workspace import Workspace

EVERY_MS = 10_000
"""How often the library is looked at while the program is in front."""

Revision = tuple[int, int]


class Noticing(QObject):
    """Looks at the library now and then, and whenever the program comes to the front."""

    lost = Signal(BriefingError)
    """The library is out of reach; the argument says why."""
    found = Signal()
    """It is in reach again."""

    def __init__(
        self, workspace: Workspace, is_busy: Callable[[], bool], parent: QObject | None = None
    ) -> None:
        """While ``is_busy`` nothing is looked at: what is being done tells of its own end."""
        super().__init__(parent)
        self._workspace = workspace
        self._is_busy = is_busy
        self._seen: Revision | None = None
        """As the library was when its reports were read last; None: not known."""
        self._is_lost = False
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.look)
        self._clock.start(EVERY_MS)
        workspace.library_asked.connect(self._note)
        workspace.places_changed.connect(self._forget)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._follow_focus)
            self._follow_focus(application.applicationState())

    def look(self) -> None:
        """Look whether the library is another; if so, have its reports read anew."""
        if not self._is_busy():
            self._ask(self._compare)

    def _note(self) -> None:
        """Know, before the reports are read, what they belong to."""
        self._ask(self._remember)

    def _ask(self, then: Callable[[Revision], object]) -> None:
        self._workspace.tasks.run(
            LookAtLibrary(), then, failed=self._lose, replaces="library", owner=self
        )

    def _remember(self, revision: Revision) -> None:
        self._seen = revision
        if self._is_lost:
            self._is_lost = False
            self.found.emit()

    def _compare(self, revision: Revision) -> None:
        is_another = self._is_lost or revision != self._seen
        self._remember(revision)
        if is_another:
            self._workspace.refresh_library()

    def _lose(self, error: BriefingError) -> None:
        if not self._is_lost:
            self._is_lost = True
            self.lost.emit(error)

    def _forget(self) -> None:
        self._seen, self._is_lost = None, False

    def _follow_focus(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive:
            self._clock.start()
            self.look()
        else:
            self._clock.stop()
