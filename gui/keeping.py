"""Keeps the open brief safe: its lock, dated copies before it is overwritten, unsaved work aside.

All files are touched in a thread of their own; callbacks come when that is done.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication
from shiboken6 import isValid

from briefing.errors import BriefingError
from briefing.model import Draft
from briefing.safekeeping.autosave import Autosave, Unsaved
from briefing.safekeeping.backups import keep_copy
from briefing.safekeeping.lock import Holder, Lock, take_lock
from briefing.safekeeping.places import key_of
from gui.background import Background
from gui.timers import timer
from gui.workspace import Workspace

Then = Callable[[], object]

_SESSION_END_S = 4.0
"""So long a desktop waits, at the least, for a program before it ends it."""
QUIET_MS = 5_000
"""After so long without a change what was changed is put aside; while changes go on, by the clock
of the settings."""


class Keeping(QObject):
    """What stands between the open brief and its loss."""

    failed = Signal(BriefingError)
    """Unsaved work could not be put aside, or no copy be made; the argument says why."""

    kept = Signal()
    """Unsaved work has been put aside."""

    def __init__(
        self, workspace: Workspace, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._document = workspace.document
        self._background = background
        self._lock: Lock | None = None
        self._taken: dict[Path, Lock] = {}
        self._locks = _Locks()
        self._aside = _Aside()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self.put_aside)
        self._quiet = timer(self, QUIET_MS, self.put_aside)
        self._document.changed.connect(self._quiet.start)
        self._set_clock()
        workspace.settings_changed.connect(self._set_clock)
        self._document.undo_stack.cleanChanged.connect(self._follow_clean)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._watch_focus)

    # --- locks

    def lock(
        self,
        path: Path,
        got: Then,
        held: Callable[[Holder], object],
        *,
        force: bool = False,
    ) -> None:
        """Keep others from opening a brief; ``held`` is told who already has it open."""

        def answer(taken: Lock | Holder) -> None:
            if isinstance(taken, Holder):
                held(taken)
            else:
                self._taken[path] = taken
                got()

        def go_on_without(error: BriefingError) -> None:
            self.failed.emit(error)
            got()

        self._background.run(partial(self._locks.take, path, force), answer, go_on_without)

    def find_out(self, path: Path, then: Callable[[bool], object]) -> None:
        """Tell whether a path leads to the file of the open brief, however it is spelt."""
        own = self._document.path
        if own is None or own == path:
            then(own == path)
        else:
            self._background.run(partial(_is_same, path, own), then, lambda _: then(False))

    def unlock(self, path: Path) -> None:
        """Let others have a brief that was locked but not opened."""
        self._release(self._taken.pop(path, None))

    def hold(self, path: Path) -> None:
        """Take a locked brief for the open one; the one before it is let go."""
        taken = self._taken.pop(path, None)
        if taken is None:
            return
        if self._lock is not None and self._lock.path != path:
            self._release(self._lock)
        self._lock = taken

    def release(self) -> None:
        """Let others have every brief, those too that were being opened.

        What is put aside of the open one stays.
        """
        self._lock = None
        self._taken.clear()
        self._background.run(self._locks.release_all)

    # --- unsaved work

    def begin(self, path: Path | None, taken_over: Unsaved | None = None) -> None:
        """Put aside from now on what is changed in the brief just opened."""
        self._background.run(partial(self._aside.begin, path, taken_over))

    def put_aside(self) -> None:
        """Write what is not saved to the side file, if there is anything new to write."""
        document = self._document
        if document.is_modified and not document.read_only:
            seen = tuple(sorted(document.seen))
            keep = partial(self._aside.keep, document.draft, seen)
            self._background.run(keep, lambda _: self.kept.emit(), self.failed.emit)

    def put_aside_now(self) -> None:
        """Write what is not saved to the side file before returning: the session is ending."""
        self.put_aside()
        self._background.settle(_SESSION_END_S)

    def _follow_clean(self, is_clean: bool) -> None:
        """Put nothing aside of a brief that is as it was saved, by undoing what was changed."""
        at_the_end = not isValid(self._document.undo_stack)  # which says so on its way out
        if is_clean and not at_the_end and not self._document.is_modified:
            self._background.run(self._aside.clear)

    def saved(self, path: Path) -> None:
        """Take note that the brief has been saved: nothing needs to be put aside any more."""
        self._background.run(partial(self._aside.saved, path), lambda _: self.put_aside())

    def let_go(self) -> None:
        """Be done with the open brief: whatever was to be saved of it has been."""
        self._background.run(self._aside.discard)
        self._release(self._lock)
        self._lock = None

    # --- copies

    def back_up(self, path: Path, then: Then) -> None:
        """Copy what is about to be overwritten; what hinders that does not hinder saving."""
        kept = self._workspace.settings.backups
        if not kept:
            then()
            return

        def go_on_without(error: BriefingError) -> None:
            self.failed.emit(error)
            then()

        self._background.run(partial(keep_copy, path, kept), lambda _: then(), go_on_without)

    def _release(self, lock: Lock | None) -> None:
        if lock is not None:
            self._background.run(partial(self._locks.release, lock))

    def _set_clock(self) -> None:
        self._clock.start(self._workspace.settings.autosave_seconds * 1000)

    def _watch_focus(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.put_aside()


class _Locks:
    """All locks that there are on the disk; used in the background thread alone."""

    def __init__(self) -> None:
        self._there: list[Lock] = []

    def take(self, path: Path, force: bool) -> Lock | Holder:
        taken = take_lock(path, force=force)
        if isinstance(taken, Lock):
            self._there.append(taken)
        return taken

    def release(self, lock: Lock) -> None:
        self._there.remove(lock)
        lock.release()

    def release_all(self) -> None:
        while self._there:
            self._there.pop().release()


class _Aside:
    """The side file of the open brief; used in the background thread alone."""

    def __init__(self) -> None:
        self._file: Autosave | None = None

    def begin(self, path: Path | None, taken_over: Unsaved | None) -> None:
        self._file = Autosave(path, taken_over=taken_over)

    def keep(self, draft: Draft, seen: tuple[str, ...]) -> None:
        if self._file is not None:
            self._file.keep(draft, seen)

    def saved(self, path: Path) -> None:
        if self._file is not None:
            self._file.saved(path)

    def clear(self) -> None:
        if self._file is not None:
            self._file.discard()

    def discard(self) -> None:
        self.clear()
        self._file = None


def _is_same(path: Path, own: Path) -> bool:
    return key_of(path) == key_of(own) or (path.exists() and path.samefile(own))
