"""The program behind the window: settings, the core's tasks, the open brief, the pages."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject

from briefing import resources
from briefing.safekeeping.leftovers import sweep_leftovers
from briefing.service.calls import ListReports
from briefing.service.messages import Places
from briefing.settings import Settings, load_settings, save_settings
from gui import pages
from gui.accessible import introduce
from gui.appearance import Look
from gui.background import Background
from gui.collecting import Collecting
from gui.crash import Watch
from gui.document import Document
from gui.keeping import Keeping
from gui.main_window import MainWindow
from gui.noticing import Noticing
from gui.recovering import Recovering
from gui.tasks import ServiceTasks
from gui.wiring import Wiring
from gui.workspace import Workspace


class Program(QObject):
    """Everything that there is one of, made once."""

    def __init__(self, window: MainWindow, look: Look, watch: Watch) -> None:
        super().__init__(window)
        self._window, self._look = window, look
        self._remarks: list[str] = []
        self._is_told = False
        """Whether the status line says that the library is brought up to date."""
        settings = load_settings(remarks=self._remarks)
        self._places = places_of(settings)
        self._collecting = Collecting(self)
        self.background = Background(self)
        self.tasks = ServiceTasks(self._places, window)
        # asked for again once the pages are there: its process is ready by then
        self.tasks.run(ListReports(), self._settle, failed=lambda _: None, step=self._tell_step)
        self.workspace = Workspace(self.tasks, Document(self), settings, self)
        self.keeping = Keeping(self.workspace, self.background, self)
        self.wiring = Wiring(window, self.workspace, self.keeping)
        self.recovering = Recovering(self.wiring, self.background)
        self.workspace.settings_changed.connect(self._keep_settings)
        complaints = self.wiring.complaints
        self.keeping.failed.connect(partial(complaints.tell, "keeping"))
        self.keeping.kept.connect(partial(complaints.forgive, "keeping"))
        self.noticing = Noticing(self.workspace, lambda: self.wiring.pages.is_importing, self)
        self.noticing.lost.connect(partial(complaints.tell, "library", quietly=True))
        self.noticing.found.connect(partial(complaints.forgive, "library"))
        watch.rescue = self.keeping.put_aside
        watch.rescue_now = self.keeping.put_aside_now
        watch.close = self._leave_at_once
        look.choose(settings.appearance)

    def build(self) -> Iterator[None]:
        """Build the pages one by one, then ask for what they show."""
        introduce()
        yield from self.wiring.build()
        self._collecting.settle()
        self.workspace.begin()
        yield

    def open_first(self, brief: Path | None) -> None:
        """Offer what was not saved; open the brief that was named, else the one open last."""
        self._window.status.say(" ".join(self._remarks))
        self.recovering.offer(lambda: self._open(brief))

    def end(self) -> None:
        """End the core's processes, and wait until everything is written."""
        self.keeping.release()
        self.tasks.close()
        self.background.run(sweep_leftovers)
        self.background.finish()
        self._collecting.end()

    def _open(self, brief: Path | None) -> None:
        last = self._window.state.last_brief
        if brief is not None:
            self.wiring.files.open_path(brief.absolute())
        elif last and not self.workspace.document.is_open:
            path = Path(last)  # on a drive that may take its time to answer, or be gone
            self.background.run(
                path.exists,
                lambda there: self._open_again(path) if there else self._open_none(),
                lambda _: self._open_none(),
            )
        else:
            self._open_none()

    def _open_again(self, last: Path) -> None:
        self.wiring.first_page = self._window.state.page or pages.FINDINGS
        self.wiring.files.open_path(last)

    def _open_none(self) -> None:
        self._window.welcome.set_busy("")

    def _tell_step(self, done: int, total: int, _said: str) -> None:
        """Say how far a library of an older program is brought up to date, in the window's words.

        That is all that opening a library takes steps for.
        """
        said = self.tr("Bringing the library up to date · {percent} %")
        self._window.status.say(said.replace("{percent}", str(100 * done // max(1, total))))
        self._is_told = True

    def _settle(self, _reports: object) -> None:
        if self._is_told:
            self._window.status.say("")

    def _leave_at_once(self) -> None:
        """Leave whatever is open; ``end`` waits until everything is written."""
        self._window.leave()
        QCoreApplication.exit()

    def _keep_settings(self) -> None:
        settings = self.workspace.settings
        self._look.choose(settings.appearance)
        complaints = self.wiring.complaints
        self.background.run(
            lambda: save_settings(settings),
            lambda _: complaints.forgive("settings"),
            partial(complaints.tell, "settings"),
        )
        places = places_of(settings)
        if places != self._places:
            self._places = places
            self.tasks.move(places)
            self.workspace.begin()


def places_of(settings: Settings) -> Places:
    """Return where the core finds library and templates: those of the settings come first."""
    library = Path(settings.library) if settings.library else resources.default_library()
    named = (Path(settings.templates),) if settings.templates else ()
    return Places(library, (*named, resources.own_templates()))
