"""Opens and closes briefs, and asks where something would be lost; ``saving`` writes them.

Every step that takes time returns at once and goes on when it is answered: ``then`` is what the
officer wanted in the first place, called once nothing can be lost by it. Of several briefs that are
being opened the one asked for last is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefError, BriefingError
from briefing.model import BriefRequest, Draft
from briefing.model.desk import OpenedDraft
from briefing.safekeeping.autosave import Against, Unsaved
from briefing.safekeeping.lock import Holder
from briefing.service.calls import LoadSample, OpenDraft
from briefing.settings import Settings, with_recent, without_recent
from gui import file_dialogs, messages
from gui.keeping import Keeping
from gui.messages import Button, Part
from gui.saving import Saving
from gui.typed import commit_typed
from gui.workspace import Workspace

Then = Callable[[], object]


@dataclass(frozen=True, slots=True, eq=False)
class _Wish:
    """A brief to be shown as soon as it is there."""

    path: Path | None
    """None for the sample and for work that was never saved."""
    agreed: int
    """Version of the open brief that may be put away for it."""


class Files(QObject):
    """The file of the open brief."""

    said = Signal(str)
    """Something to know about the brief that was opened or saved, in one quiet line."""
    reading = Signal(str)
    """A brief is being read, in words fit to show; empty: none is any more."""
    begun = Signal()
    """A brief is open that was not before."""

    def __init__(self, workspace: Workspace, keeping: Keeping, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._document = workspace.document
        self._keeping = keeping
        self._window = window
        self._wish: _Wish | None = None
        """What is to be shown; None while nothing is being read."""
        self._saving = Saving(workspace, keeping, window)
        self._saving.saved.connect(self._saved)

    def new(self) -> None:
        """Start a brief with nothing ticked."""
        self.unless_lost(lambda: self.begin(new_draft(self._workspace.settings)))

    def open(self) -> None:
        """Ask which brief to open."""
        self.unless_lost(lambda: file_dialogs.ask_for_brief(self._window, self._near(), self._find))

    def open_path(self, path: Path) -> None:
        """Open a brief."""
        if self._wish is None or self._wish.path != path:  # else it is being read already
            self.unless_lost(partial(self._find, path))

    def open_sample(self) -> None:
        """Read the sample reports, and begin with the request prepared for them."""
        self.unless_lost(self._read_sample)

    def begin(self, draft: Draft, *, show: bool = True) -> None:
        """Start with a draft that has no file yet; what was open has been asked about."""
        self._grant()
        self._keeping.let_go()
        self._document.begin(draft)
        self._keeping.begin(None)
        if show:
            self.begun.emit()

    def restore(self, work: Unsaved) -> None:
        """Go on with work that was not saved when the program ended."""
        self.unless_lost(partial(self._lock_and_restore, work))

    def let_go(self) -> None:
        """Be done with the open brief: whatever was to be saved of it has been."""
        self._keeping.let_go()

    def close(self) -> None:
        """Have no brief open any more."""
        self.unless_lost(self._close)

    def save(self, then: Then | None = None) -> None:
        """Save the brief where it is, or ask where."""
        self._saving.save(self._near(), then)

    def save_as(self, then: Then | None = None) -> None:
        """Ask where to save the brief, and save it there."""
        self._saving.save_as(self._near(), then)

    def unless_lost(self, then: Then, otherwise: Then | None = None) -> None:
        """Do what would put the brief away, once the officer has saved it or lets it go.

        ``otherwise`` is called if it is to stay.
        """
        commit_typed(self._window)
        if self._saving.is_busy:
            self._saving.afterwards(partial(self.unless_lost, then, otherwise), otherwise)
        elif self._document.is_modified:
            self._ask_to_save(then, otherwise)
        else:
            then()

    # --- reading

    def _want(self, path: Path | None, words: str) -> _Wish:
        """Note what is to be shown, in place of whatever was."""
        self._wish = _Wish(path, self._document.version)
        self.reading.emit(words)
        return self._wish

    def _grant(self) -> None:
        """Be done with what was to be shown: it is, or it cannot be, or is no longer wanted."""
        if self._wish is not None:
            self._wish = None
            self.reading.emit("")

    def _arrived(self, wish: _Wish, show: Then) -> None:
        """Show what has been read, unless another was wanted since; ask if work would be lost."""
        if wish is not self._wish:
            self._drop(wish)
            return
        commit_typed(self._window)
        if self._document.version == wish.agreed and not self._saving.is_busy:
            show()
        else:  # changed while it was being read
            self.unless_lost(show, partial(self._drop, wish))

    def _drop(self, wish: _Wish) -> None:
        if wish.path is not None:
            self._keeping.unlock(wish.path)
        if wish is self._wish:
            self.said.emit("")
            self._grant()

    def _find(self, path: Path) -> None:
        opening = self.tr("Opening “%1”…").replace("%1", path.stem)
        wish = self._want(path, opening)
        self.said.emit(opening)
        self._keeping.find_out(path, lambda is_open: self._lock(wish, path, is_open=is_open))

    def _lock(self, wish: _Wish, path: Path, *, is_open: bool = False, force: bool = False) -> None:
        if is_open and not self._document.read_only:
            self._drop(wish)
            return
        read, offer = partial(self._read, wish, path), partial(self._offer_reading, wish, path)
        self._keeping.lock(path, read, offer, force=force)

    def _offer_reading(self, wish: _Wish, path: Path, held: Holder) -> None:
        messages.ask(
            self._window,
            self.tr("“%1” is open elsewhere.").replace("%1", path.stem),
            self.tr(
                "%1 Two people saving one brief would lose work. You can open it for reading, "
                "and save a copy under another name."
            ).replace("%1", held.message),
            (
                Button(self.tr("Open &Read-Only"), partial(self._read, wish, path, read_only=True)),
                Button(
                    self.tr("Open &Anyway"),
                    partial(self._lock, wish, path, force=True),
                    Part.DISCARD,
                ),
                Button(self.tr("Cancel"), partial(self._drop, wish), Part.CANCEL),
            ),
        )

    def _read(self, wish: _Wish, path: Path, *, read_only: bool = False) -> None:
        self._workspace.tasks.run(
            OpenDraft(path),
            lambda opened: self._arrived(wish, partial(self._show_opened, path, read_only, opened)),
            failed=partial(self._cannot_open, wish),
            stopped=partial(self._drop, wish),
            owner=self,
        )

    def _read_sample(self) -> None:
        wish = self._want(None, self.tr("Reading the sample reports…"))
        self._workspace.tasks.run(
            LoadSample(),
            partial(self._take_sample, wish),
            failed=partial(self._cannot_open, wish),
            stopped=partial(self._drop, wish),
            owner=self,
        )

    def _take_sample(self, wish: _Wish, draft: Draft) -> None:
        self._workspace.refresh_library()
        self._arrived(wish, partial(self.begin, draft))

    def _lock_and_restore(self, work: Unsaved) -> None:
        parted = work.against is Against.PARTED
        path = None if parted else work.path  # what others saved since is not written over
        wish = self._want(path, self.tr("Opening “%1”…").replace("%1", work.title))

        def show(place: Path | None) -> None:
            self._arrived(wish, partial(self._show_restored, work, place))

        if path is None:
            show(None)
        else:
            self._keeping.lock(path, partial(show, path), lambda _: show(None))

    def _cannot_open(self, wish: _Wish, error: BriefingError) -> None:
        self._drop(wish)
        if wish.path is not None and isinstance(error, BriefError):
            self._forget(wish.path)
        messages.tell(self._window, error)

    # --- showing

    def _show_opened(self, path: Path, read_only: bool, opened: OpenedDraft) -> None:
        self._grant()
        self._keeping.let_go()
        self._keeping.hold(path)
        self._document.begin(
            opened.draft, path=path, read_only=read_only, seen=frozenset(opened.seen)
        )
        self._keeping.begin(path)
        self._remember(path)
        self.said.emit(self._what_changed(opened))
        self.begun.emit()

    def _show_restored(self, work: Unsaved, path: Path | None) -> None:
        self._grant()
        self._keeping.let_go()
        if path is not None:
            self._keeping.hold(path)
        self._document.begin(work.draft, path=path, seen=frozenset(work.seen), recovered=True)
        self._keeping.begin(path, work)
        self.said.emit(self.tr("Restored; not saved yet"))
        self.begun.emit()

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

    # --- saving and closing

    def _saved(self, path: Path) -> None:
        self._remember(path)
        self.said.emit(self.tr("Saved “%1”").replace("%1", path.stem))

    def _ask_to_save(self, then: Then, otherwise: Then | None) -> None:
        name = self._document.name or self.tr("Untitled brief")
        messages.ask(
            self._window,
            self.tr("Save the changes to “%1”?").replace("%1", name),
            self.tr("What you have changed since it was last saved is lost otherwise."),
            (
                # what is changed while it is being written is asked about again
                Button(self.tr("&Save"), lambda: self.save(partial(self.unless_lost, then))),
                Button(self.tr("&Discard"), then, Part.DISCARD),
                Button(self.tr("Cancel"), otherwise, Part.CANCEL),
            ),
        )

    def _close(self) -> None:
        self._grant()
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
