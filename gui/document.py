"""The brief that is open: its draft, its history, its file; tells whoever shows it of changes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QUndoCommand, QUndoStack

from briefing.model import BriefRequest, Draft, Passage
from briefing.model.desk import DraftView
from gui.timers import timer

PAUSE_S = 5.0
"""Whoever pauses for longer begins another step of the history."""


class Document(QObject):
    """One brief in work. Every change goes through ``apply``, so that each can be undone."""

    begun = Signal()
    """Another brief is there, or none any more; nothing of the one before may stay on screen."""
    changed = Signal()
    """The draft is another: a change, undo or redo, a proposal, another file."""
    viewed = Signal()
    """``view`` has been renewed."""
    current_changed = Signal()
    """Another finding is the current one, in the list or in the preview."""
    seen_changed = Signal()
    file_changed = Signal()
    """``path``, ``read_only`` or ``is_open`` is another, or the brief has been saved."""
    modified_changed = Signal()
    """``is_modified`` is another."""
    refused = Signal(str)
    """A change was refused; the argument says why, in words fit to show."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.undo_stack = QUndoStack(self)
        self.path: Path | None = None
        self.read_only = False
        self.saved_at: datetime | None = None
        """When the brief was last written to its file, in local time."""
        self.view: DraftView | None = None
        self.is_open = False
        """Whether there is a brief at all: the welcome page stands where there is none."""
        self.seen: frozenset[str] = frozenset()
        """Codes of the findings that the officer has looked at."""
        self.last_changed = ""
        """Code of the finding that the latest change was about; empty for any other change."""
        self.version = 0
        """Another number after each change by the officer's hand, and for each brief."""
        self._draft = Draft(BriefRequest())
        self._current: Passage | None = None
        self._recovered = False
        self._step = 0
        """What is typed now may join with what was typed in the same step."""
        self._changed_at = 0.0
        self._turn = timer(self, 0)
        """Runs out with the turn of the event loop in which the latest change was made."""
        self._end_steps_with_focus()
        self.undo_stack.cleanChanged.connect(self.modified_changed)

    @property
    def draft(self) -> Draft:
        """The brief as it stands."""
        return self._draft

    @property
    def current(self) -> Passage | None:
        """The finding that is being looked at."""
        return self._current

    @property
    def is_modified(self) -> bool:
        """Whether closing now would lose something."""
        return self.is_open and (self._recovered or not self.undo_stack.isClean())

    @property
    def name(self) -> str:
        """What the brief is called: its file's name, else its title, else nothing."""
        return self.path.stem if self.path else self._draft.request.title

    def select(self, passage: Passage | None) -> None:
        """Make a finding the current one, wherever it is shown."""
        if passage != self._current:
            self._current = passage
            self.current_changed.emit()

    def note_seen(self, *codes: str) -> None:
        """Remember that the officer has looked at findings."""
        seen = self.seen.union(filter(None, codes))
        if seen != self.seen:
            self.seen = seen
            self.seen_changed.emit()

    def apply(self, name: str, draft: Draft, *, about: str = "", merge: str = "") -> None:
        """Change the brief; ``name`` stands in the menu after Undo and Redo.

        ``about`` is the code of the finding that is changed, if one is. Changes in a row with the
        same ``merge`` become one: typing into a field, until it is left or a pause is made. A brief
        opened for reading only stays as it is: ``refused`` says so, and ``changed`` puts back what
        a field shows.
        """
        if draft == self._draft:
            return
        if self.read_only:
            self.refused.emit(self.tr("This brief is open for reading only. Save As makes a copy."))
            self.changed.emit()
            return
        self.undo_stack.push(_Change(self, name, draft, about, self._in_step(merge)))

    def end_step(self) -> None:
        """Let the next change be a step of its own, even if it is to the same field."""
        self._step += 1

    def amend(self, view: DraftView) -> None:
        """Take in a renewed view.

        Its draft, with the program's proposal, belongs to the last change and is undone with it.
        """
        self.view = view
        if view.draft != self._draft:
            if self.undo_stack.index():
                latest = self.undo_stack.command(self.undo_stack.index() - 1)
                if isinstance(latest, _Change):
                    latest.after = view.draft
            self.show(view.draft)
        self.viewed.emit()

    def begin(
        self,
        draft: Draft,
        *,
        path: Path | None = None,
        read_only: bool = False,
        seen: frozenset[str] = frozenset(),
        recovered: bool = False,
    ) -> None:
        """Start over with another brief, with nothing to undo.

        One that is ``recovered`` counts as modified until it is saved.
        """
        self.path, self.read_only, self.seen = path, read_only, seen
        self._start(draft, is_open=True, recovered=recovered)

    def close(self) -> None:
        """Have no brief open any more."""
        self.path, self.read_only, self.seen = None, False, frozenset()
        self._start(Draft(BriefRequest()), is_open=False)

    def mark_saved(self, path: Path, draft: Draft) -> None:
        """Take note that ``draft`` has been written to ``path``.

        What was changed while it was being written stays marked as modified.
        """
        self.path, self.read_only = path, False
        self.saved_at = datetime.now().astimezone()
        if draft == self._draft:
            self._recovered = False
            self.undo_stack.setClean()
        self.modified_changed.emit()
        self.file_changed.emit()

    def show(self, draft: Draft, about: str = "") -> None:
        """Make this the draft without a new step of history."""
        self._draft = draft
        self.last_changed = about
        self.changed.emit()

    def _in_step(self, merge: str) -> str:
        """Return what a change joins with: the same key, in the same field, without a pause."""
        now = monotonic()
        if now - self._changed_at > PAUSE_S:
            self.end_step()
        self._changed_at = now
        self._turn.start()
        return f"{merge} {self._step}" if merge else ""

    def _end_steps_with_focus(self) -> None:
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.focusObjectChanged.connect(self._follow_focus)

    def _follow_focus(self) -> None:
        """End a step with the field; a change that itself leads into one goes on there."""
        if not self._turn.isActive():
            self.end_step()

    def _start(self, draft: Draft, *, is_open: bool, recovered: bool = False) -> None:
        self.version += 1
        self.is_open = is_open
        self._draft = draft  # clearing the history tells of it; nobody is to see the old draft then
        self._recovered = recovered
        self.saved_at = None
        self.view = None
        self._current = None
        self.undo_stack.clear()
        self.begun.emit()
        self.show(draft)
        self.file_changed.emit()
        self.modified_changed.emit()
        self.current_changed.emit()


class _Change(QUndoCommand):
    """One named change, kept as the drafts before and after it."""

    def __init__(self, document: Document, name: str, after: Draft, about: str, merge: str) -> None:
        super().__init__(name)
        self.before = document.draft
        self.after = after
        self._document = document
        self._about = about
        self._merge = merge

    def redo(self) -> None:
        self._document.version += 1
        self._document.show(self.after, self._about)

    def undo(self) -> None:
        self._document.version += 1
        self._document.end_step()
        self._document.show(self.before, self._about)

    def id(self) -> int:
        return hash(self._merge) & 0x7FFFFFFF if self._merge else -1

    def mergeWith(self, other: QUndoCommand) -> bool:  # noqa: N802 - Qt's name
        if not isinstance(other, _Change) or other._merge != self._merge:
            return False
        self.after = other.after
        return True
