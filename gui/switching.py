"""Puts one brief in the place of another: its lock, its side file, its draft, its name on the list.

Nothing is asked here: whoever calls has seen to it that nothing is lost.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from briefing.model import Draft
from briefing.model.desk import OpenedDraft
from briefing.safekeeping.autosave import Unsaved
from gui.keeping import Keeping
from gui.recent import remember
from gui.workspace import Workspace


class Switching(QObject):
    """Changes which brief is open."""

    said = Signal(str)
    """Something to know about the brief that was opened, in one quiet line."""
    begun = Signal()
    """A brief is open that was not before."""

    def __init__(self, workspace: Workspace, keeping: Keeping, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._document = workspace.document
        self._keeping = keeping

    def begin(self, draft: Draft, *, show: bool = True) -> None:
        """Start with a draft that has no file yet."""
        self._keeping.let_go()
        self._document.begin(draft)
        self._keeping.begin(None)
        self.said.emit("")  # what was said of the brief before
        if show:
            self.begun.emit()

    def show_opened(self, path: Path, read_only: bool, opened: OpenedDraft) -> None:
        """Go on with a brief that was read from its file."""
        self._keeping.let_go()
        self._keeping.hold(path)
        self._document.begin(
            opened.draft, path=path, read_only=read_only, seen=frozenset(opened.seen)
        )
        self._keeping.begin(path)
        remember(self._workspace, path)
        self.said.emit(self._what_changed(opened))
        self.begun.emit()

    def show_restored(self, work: Unsaved, path: Path | None) -> None:
        """Go on with work that was not saved; ``path`` is the file that it may be saved to."""
        self._keeping.let_go()
        if path is not None:
            self._keeping.hold(path)
        self._document.begin(work.draft, path=path, seen=frozenset(work.seen), recovered=True)
        self._keeping.begin(path, work)
        self.said.emit(self.tr("Restored; not saved yet"))
        self.begun.emit()

    def close(self) -> None:
        """Have no brief open any more."""
        self._keeping.let_go()
        self._document.close()

    def _what_changed(self, opened: OpenedDraft) -> str:
        moved, lost = len(opened.moved), len(opened.lost)
        told = []
        if moved:
            told.append(
                self.tr("%n finding(s) stand elsewhere now: please confirm them.", "", moved)
            )
        if lost:
            told.append(
                self.tr("%n finding(s) are not in the library; they stay printed.", "", lost)
            )
        return "  ".join(told)
