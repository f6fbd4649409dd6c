"""Opens, saves and closes briefs, and asks where something would be lost.

Every step that takes time returns at once and goes on when it is answered: ``then`` is what the
officer wanted in the first place, called once nothing can be lost by it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from briefing.model import BriefRequest, Draft
from briefing.model.desk import OpenedDraft
from briefing.safekeeping.autosave import Against, Unsaved
from briefing.safekeeping.lock import Holder
from briefing.service.calls import OpenDraft, SaveDraft
from briefing.settings import Settings, with_recent, without_recent
from gui import file_dialogs, messages
from gui.keeping import Keeping
from gui.messages import Button, Part
from gui.workspace import Workspace

Then = Callable[[], object]


class Files(QObject):
    """The file of the open brief."""

    said = Signal(str)
    """Something to know about the brief that was opened or saved, in one quiet line."""
    begun = Signal()
    """A brief is open that was not before."""

    def __init__(self, workspace: Workspace, keeping: Keeping, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._document = workspace.document
        self._keeping = keeping
        self._window = window
        self._saving = False
        self._after_saving: Then | None = None

    def new(self) -> None:
        """Start a brief with nothing ticked."""
        self.unless_lost(self._start_new)

    def open(self) -> None:
        """Ask which brief to open."""
        self.unless_lost(lambda: file_dialogs.ask_for_brief(self._window, self._near(), self._lock))

    def open_path(self, path: Path) -> None:
        """Open a brief."""
        self.unless_lost(partial(self._lock, path))

    def begin(self, draft: Draft, *, show: bool = True) -> None:
        """Start with a draft that has no file yet; what was open has been asked about."""
        self._keeping.let_go()
        self._document.begin(draft)
        self._keeping.begin(None)
        if show:
            self.begun.emit()

    def restore(self, work: Unsaved) -> None:
        """Go on with work that was not saved when the program ended."""
        parted = work.against is Against.PARTED
        path = None if parted else work.path  # what others saved since is not written over
        if path is None:
            self._restore(work, None)
        else:
            kept = partial(self._restore, work, path)
            self._keeping.lock(path, kept, lambda _: self._restore(work, None))

    def let_go(self) -> None:
        """Be done with the open brief: whatever was to be saved of it has been."""
        self._keeping.let_go()

    def close(self) -> None:
        """Have no brief open any more."""
        self.unless_lost(self._close)

    def save(self, then: Then | None = None) -> None:
        """Save the brief where it is, or ask where."""
        if self._document.path is None or self._document.read_only:
            self.save_as(then)
        else:
            self._write(self._document.path, then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask where to save the brief, and save it there."""
        name = self._document.name or self.tr("Brief")
        file_dialogs.ask_where_to_save(
            self._window, self._near(), name, lambda path: self._lock_and_write(path, then)
        )

    def unless_lost(self, then: Then) -> None:
        """Do what would put the brief away, once the officer has saved it or lets it go."""
        if self._saving:
            self._after_saving = lambda: self.unless_lost(then)
        elif self._document.is_modified:
            self._ask_to_save(then)
        else:
            then()

    # --- opening

    def _start_new(self) -> None:
        self.begin(new_draft(self._workspace.settings))

    def _lock(self, path: Path, *, force: bool = False) -> None:
        if path == self._document.path and not self._document.read_only:
            return
        read, offer = partial(self._read, path), partial(self._offer_reading, path)
        self._keeping.lock(path, read, offer, force=force)

    def _offer_reading(self, path: Path, held: Holder) -> None:
        messages.ask(
            self._window,
            self.tr("“%1” is open elsewhere.").replace("%1", path.stem),
            self.tr(
                "%1 Two people saving one brief would lose work. You can open it for reading, "
                "and save a copy under another name."
            ).replace("%1", held.message),
            (
                Button(self.tr("Open &Read-Only"), lambda: self._read(path, read_only=True)),
                Button(self.tr("Open &Anyway"), lambda: self._lock(path, force=True), Part.DISCARD),
                Button(self.tr("Cancel"), part=Part.CANCEL),
            ),
        )

    def _read(self, path: Path, *, read_only: bool = False) -> None:
        self.said.emit(self.tr("Opening “%1”…").replace("%1", path.stem))
        self._workspace.tasks.run(
            OpenDraft(path),
            partial(self._opened, path, read_only),
            failed=partial(self._cannot_open, path),
            owner=self,
        )

    def _opened(self, path: Path, read_only: bool, opened: OpenedDraft) -> None:
        self._keeping.let_go()
        self._keeping.hold(path)
        self._document.begin(
            opened.draft, path=path, read_only=read_only, seen=frozenset(opened.seen)
        )
        self._keeping.begin(path)
        self._remember(path)
        self.said.emit(self._what_changed(opened))
        self.begun.emit()

    def _restore(self, work: Unsaved, path: Path | None) -> None:
        self._keeping.let_go()
        if path is not None:
            self._keeping.hold(path)
        self._document.begin(work.draft, path=path, seen=frozenset(work.seen), recovered=True)
        self._keeping.begin(path, work)
        self.said.emit(self.tr("Restored; not saved yet"))
        self.begun.emit()

    def _cannot_open(self, path: Path, error: BriefingError) -> None:
        self.said.emit("")
        self._keeping.unlock(path)
        self._forget(path)
        messages.tell(self._window, error)

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

    # --- saving

    def _lock_and_write(self, path: Path, then: Then | None) -> None:
        if path == self._document.path and not self._document.read_only:
            self._write(path, then)
            return
        self._keeping.lock(
            path,
            partial(self._write, path, then),
            lambda held: messages.inform(
                self._window,
                self.tr("“%1” is open elsewhere.").replace("%1", path.stem),
                self.tr("%1 Save under another name.").replace("%1", held.message),
            ),
        )

    def _write(self, path: Path, then: Then | None) -> None:
        self._saving = True
        self._keeping.back_up(path, partial(self._write_now, path, then))

    def _write_now(self, path: Path, then: Then | None) -> None:
        draft = self._document.draft
        self._workspace.tasks.run(
            SaveDraft(draft, path, tuple(sorted(self._document.seen))),
            lambda _: self._written(path, draft, then),
            failed=partial(self._cannot_save, path, then),
            owner=self,
        )

    def _written(self, path: Path, draft: Draft, then: Then | None) -> None:
        self._saving = False
        self._keeping.hold(path)
        self._document.mark_saved(path, draft)
        self._keeping.saved(path)
        self._remember(path)
        self.said.emit(self.tr("Saved “%1”").replace("%1", path.stem))
        waiting, self._after_saving = self._after_saving, None
        for following in (then, waiting):
            if following is not None:
                following()

    def _cannot_save(self, path: Path, then: Then | None, error: BriefingError) -> None:
        self._saving = False
        self._after_saving = None
        if path != self._document.path:
            self._keeping.unlock(path)
        messages.ask(
            self._window,
            error.message,
            error.hint,
            (
                Button(self.tr("&Try Again"), lambda: self._lock_and_write(path, then)),
                Button(self.tr("Save &As…"), lambda: self.save_as(then)),
                Button(self.tr("Cancel"), part=Part.CANCEL),
            ),
        )

    # --- closing

    def _ask_to_save(self, then: Then) -> None:
        name = self._document.name or self.tr("Untitled brief")
        messages.ask(
            self._window,
            self.tr("Save the changes to “%1”?").replace("%1", name),
            self.tr("What you have changed since it was last saved is lost otherwise."),
            (
                Button(self.tr("&Save"), lambda: self.save(then)),
                Button(self.tr("&Discard"), then, Part.DISCARD),
                Button(self.tr("Cancel"), part=Part.CANCEL),
            ),
        )

    def _close(self) -> None:
        self._keeping.let_go()
        self._document.close()

    # --- what was opened lately

    def _near(self) -> Path | None:
        if self._document.path:
            return self._document.path
        recent = self._workspace.settings.recent
        return Path(recent[0]) if recent else None

    def _remember(self, path: Path) -> None:
        self._workspace.change_settings(with_recent(self._workspace.settings, path))

    def _forget(self, path: Path) -> None:
        self._workspace.change_settings(without_recent(self._workspace.settings, path))


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
