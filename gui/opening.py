"""Reads what is to be opened: a brief's file, the sample, unsaved work.

Every step that takes time returns at once. Of several that are being read the one wanted last is
shown; if the open brief was changed meanwhile, that is asked about first.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefError, BriefingError
from briefing.model import Draft
from briefing.safekeeping.autosave import Against, Unsaved
from briefing.safekeeping.lock import Holder
from briefing.service.calls import LoadSample, OpenDraft
from gui import messages
from gui.consent import Consent
from gui.keeping import Keeping
from gui.messages import Button, Part
from gui.recent import forget
from gui.switching import Switching
from gui.workspace import Workspace

Then = Callable[[], object]


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """A brief to be shown as soon as it is there."""

    path: Path | None
    """None for the sample and for work that was never saved."""
    agreed: int
    """Version of the open brief that may be put away for it."""


class Opening(QObject):
    """Locks, reads, and hands over to ``Switching``; whoever calls has asked about open work."""

    said = Signal(str)
    """What is being read, in one quiet line; empty: nothing came of it."""
    reading = Signal(str)
    """A brief is being read, in words fit to show; empty: none is any more."""

    def __init__(
        self,
        workspace: Workspace,
        keeping: Keeping,
        consent: Consent,
        switching: Switching,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._document = workspace.document
        self._keeping = keeping
        self._consent = consent
        self._switching = switching
        self._window = window
        self._wish: _Wish | None = None
        """What is to be shown; None while nothing is being read."""

    def is_reading(self, path: Path) -> bool:
        """Return whether a brief is being read already."""
        return self._wish is not None and self._wish.path == path

    def give_up(self) -> None:
        """Want nothing any more: it is shown, or cannot be, or something else is wanted."""
        if self._wish is not None:
            self._wish = None
            self.reading.emit("")

    def open(self, path: Path) -> None:
        """Open a brief, unless it is the one that is open."""
        words = self.tr("Opening “%1”…").replace("%1", path.stem)
        wish = self._want(path, words)
        self.said.emit(words)
        self._keeping.find_out(path, lambda is_open: self._lock(wish, path, is_open=is_open))

    def open_sample(self) -> None:
        """Read the sample reports, and begin with the request prepared for them."""
        wish = self._want(None, self.tr("Reading the sample reports…"))
        self._workspace.tasks.run(
            LoadSample(),
            partial(self._take_sample, wish),
            failed=partial(self._cannot_open, wish),
            stopped=partial(self._drop, wish),
            owner=self,
        )

    def restore(self, work: Unsaved) -> None:
        """Go on with unsaved work; what others saved since is not written over."""
        path = None if work.against is Against.PARTED else work.path
        wish = self._want(path, self.tr("Opening “%1”…").replace("%1", work.title))

        def show(place: Path | None) -> None:
            self._arrived(wish, partial(self._switching.show_restored, work, place))

        if path is None:
            show(None)
        else:
            self._keeping.lock(path, partial(show, path), lambda _: show(None))

    def _want(self, path: Path | None, words: str) -> _Wish:
        """Note what is to be shown, in place of whatever was."""
        self._wish = _Wish(path, self._document.version)
        self.reading.emit(words)
        return self._wish

    def _arrived(self, wish: _Wish, show: Then) -> None:
        """Show what has been read, unless another was wanted since; ask if work would be lost."""
        if wish is not self._wish:
            self._drop(wish)
            return
        self._consent.unless_changed(
            wish.agreed, partial(self._show, show), partial(self._drop, wish)
        )

    def _show(self, show: Then) -> None:
        self.give_up()
        show()

    def _drop(self, wish: _Wish) -> None:
        if wish.path is not None:
            self._keeping.unlock(wish.path)
        if wish is self._wish:
            self.said.emit("")
            self.give_up()

    def _lock(self, wish: _Wish, path: Path, *, is_open: bool = False, force: bool = False) -> None:
        if is_open and not self._document.read_only:
            self._drop(wish)
            return
        read, offer = partial(self._read, wish, path), partial(self._offer_reading, wish, path)
        self._keeping.lock(path, read, offer, force=force)

    def _offer_reading(self, wish: _Wish, path: Path, held: Holder) -> None:
        read_only = partial(self._read, wish, path, read_only=True)
        anyway = partial(self._lock, wish, path, force=True)
        messages.ask(
            self._window,
            self.tr("“%1” is open elsewhere.").replace("%1", path.stem),
            self.tr(
                "%1 Two people saving one brief would lose work. You can open it for reading, "
                "and save a copy under another name."
            ).replace("%1", held.message),
            (
                Button(self.tr("Open &Read-Only"), read_only),
                Button(self.tr("Open &Anyway"), anyway, Part.DISCARD),
                Button(self.tr("Cancel"), partial(self._drop, wish), Part.CANCEL),
            ),
        )

    def _read(self, wish: _Wish, path: Path, *, read_only: bool = False) -> None:
        show = partial(self._switching.show_opened, path, read_only)
        self._workspace.tasks.run(
            OpenDraft(path),
            lambda opened: self._arrived(wish, partial(show, opened)),
            failed=partial(self._cannot_open, wish),
            stopped=partial(self._drop, wish),
            owner=self,
        )

    def _take_sample(self, wish: _Wish, draft: Draft) -> None:
        self._workspace.refresh_library()
        self._arrived(wish, partial(self._switching.begin, draft))

    def _cannot_open(self, wish: _Wish, error: BriefingError) -> None:
        self._drop(wish)
        if wish.path is not None and isinstance(error, BriefError):
            forget(self._workspace, wish.path)
        messages.tell(self._window, error)
