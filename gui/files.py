"""The file of the open brief: what the menu's commands and the other pages may ask of it.

Every step that takes time returns at once and goes on when it is answered. ``opening`` reads,
``saving`` writes, ``consent`` asks where something would be lost, ``switching`` puts one brief in
the place of another.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.model import BriefRequest, Draft
from briefing.safekeeping.autosave import Unsaved
from briefing.settings import Settings
from gui import file_dialogs
from gui.consent import Consent
from gui.keeping import Keeping
from gui.opening import Opening
from gui.recent import near, remember
from gui.saving import Saving
from gui.switching import Switching
from gui.workspace import Workspace

Then = Callable[[], object]


class Files(QObject):
    """Opens, saves and closes briefs; nothing is lost without a question."""

    said = Signal(str)
    """Something to know about the brief that was opened or saved, in one quiet line."""
    reading = Signal(str)
    """A brief is being read, in words fit to show; empty: none is any more."""
    begun = Signal()
    """A brief is open that was not before."""

    def __init__(self, workspace: Workspace, keeping: Keeping, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._keeping = keeping
        self._window = window
        self._saving = Saving(workspace, keeping, window)
        self._consent = Consent(workspace.document, self._saving, window)
        self._switching = Switching(workspace, keeping, self)
        self._opening = Opening(workspace, keeping, self._consent, self._switching, window)
        self._saving.saved.connect(self._saved)
        self._saving.refused.connect(self._say_refused)
        self._switching.begun.connect(self.begun)
        self._switching.said.connect(self.said)
        self._opening.said.connect(self.said)
        self._opening.reading.connect(self.reading)

    def new(self) -> None:
        """Start a brief with nothing ticked."""
        self.unless_lost(lambda: self.begin(new_draft(self._workspace.settings)))

    def open(self) -> None:
        """Ask which brief to open."""
        ask = file_dialogs.ask_for_brief
        self.unless_lost(lambda: ask(self._window, near(self._workspace), self._opening.open))

    def open_path(self, path: Path) -> None:
        """Open a brief."""
        if not self._opening.is_reading(path):
            self.unless_lost(partial(self._opening.open, path))

    def open_sample(self) -> None:
        """Read the sample reports, and begin with the request prepared for them."""
        self.unless_lost(self._opening.open_sample)

    def begin(self, draft: Draft, *, show: bool = True) -> None:
        """Start with a draft that has no file yet; what was open has been asked about."""
        self._opening.give_up()
        self._switching.begin(draft, show=show)

    def restore(self, work: Unsaved) -> None:
        """Go on with work that was not saved when the program ended."""
        self.unless_lost(partial(self._opening.restore, work))

    def let_go(self) -> None:
        """Be done with the open brief: whatever was to be saved of it has been."""
        self._keeping.let_go()

    def close(self) -> None:
        """Have no brief open any more."""
        self.unless_lost(self._close)

    def save(self, then: Then | None = None) -> None:
        """Save the brief where it is, or ask where; then go on."""
        self._saving.save(then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask where to save the brief, and save it there; then go on."""
        self._saving.save_as(then)

    def unless_lost(self, then: Then, otherwise: Then | None = None) -> None:
        """Do what would put the brief away, once the officer has saved it or lets it go.

        ``otherwise`` is called if it is to stay.
        """
        self._consent.unless_lost(then, otherwise)

    def _close(self) -> None:
        self._opening.give_up()
        self._switching.close()

    def _saved(self, path: Path) -> None:
        remember(self._workspace, path)
        self.said.emit(self.tr("Saved “%1”").replace("%1", path.stem))

    def _say_refused(self, path: Path) -> None:
        self.said.emit(self.tr("“%1” is not saved").replace("%1", path.stem))


def new_draft(settings: Settings) -> Draft:
    """Return a brief in which nothing is ticked, with what the officer has set for new ones."""
    return Draft(
        BriefRequest(
            sender=settings.sender,
            scale=settings.scale,
            template=settings.template,
            page_size=settings.page_size,
        )
    )
