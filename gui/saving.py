"""Saves the open brief: one writing after the other, each with the brief as it was when asked for.

Every step that takes time returns at once. ``then`` is called once the brief has been written,
``otherwise`` once it is known that it will not be.
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
from briefing.safekeeping.lock import Holder
from briefing.service.calls import SaveDraft
from gui import file_dialogs, messages
from gui.exporting_names import words_of
from gui.keeping import Keeping
from gui.messages import Button, Part
from gui.recent import near
from gui.typed import commit_typed
from gui.workspace import Workspace

Then = Callable[[], object]


@dataclass(frozen=True, slots=True, eq=False)
class _Order:
    """A brief to be written, and what is wanted after that."""

    path: Path
    draft: Draft
    seen: tuple[str, ...]
    then: Then | None
    otherwise: Then | None


class Saving(QObject):
    """Writes the open brief to its file, or to another one."""

    saved = Signal(Path)
    """The brief has been written to this file."""
    refused = Signal(Path)
    """It could not be."""

    def __init__(self, workspace: Workspace, keeping: Keeping, window: QWidget) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._document = workspace.document
        self._keeping = keeping
        self._window = window
        self._orders: list[_Order] = []
        """The first is being written."""
        self._waiting: list[tuple[Then, Then | None]] = []

    @property
    def is_busy(self) -> bool:
        """Whether anything is still to be written."""
        return bool(self._orders)

    def afterwards(self, then: Then, otherwise: Then | None = None) -> None:
        """Call ``then`` once all has been written, ``otherwise`` if that fails."""
        self._waiting.append((then, otherwise))

    def save(self, then: Then | None = None, otherwise: Then | None = None) -> None:
        """Save the brief where it is, or ask where."""
        commit_typed(self._window)
        path = self._orders[-1].path if self._orders else self._document.path
        if path is None or (self._document.read_only and not self._orders):
            self.save_as(then, otherwise)
        else:
            self._write(path, then, otherwise)

    def save_as(
        self,
        then: Then | None = None,
        otherwise: Then | None = None,
        *,
        beside: Path | None = None,
    ) -> None:
        """Ask where to save the brief, looking ``beside`` a file first, and save it there."""
        commit_typed(self._window)
        request, vocabulary = self._document.draft.request, self._workspace.vocabulary
        name = self._document.name or words_of(request, vocabulary).title
        file_dialogs.ask_where_to_save(
            self._window,
            beside or near(self._workspace),
            name,
            lambda path: self._lock_and_write(path, then, otherwise),
            otherwise,
        )

    def _lock_and_write(self, path: Path, then: Then | None, otherwise: Then | None) -> None:
        if path == self._document.path and not self._document.read_only:
            self._write(path, then, otherwise)
            return
        self._keeping.lock(
            path,
            partial(self._write, path, then, otherwise),
            partial(self._tell_held, path, otherwise),
        )

    def _tell_held(self, path: Path, otherwise: Then | None, held: Holder) -> None:
        messages.inform(
            self._window,
            self.tr("“%1” is open elsewhere.").replace("%1", path.stem),
            self.tr("%1 Save under another name.").replace("%1", held.message),
        )
        if otherwise is not None:
            otherwise()

    def _write(self, path: Path, then: Then | None, otherwise: Then | None) -> None:
        seen = tuple(sorted(self._document.seen))
        self._orders.append(_Order(path, self._document.draft, seen, then, otherwise))
        if len(self._orders) == 1:
            self._begin()

    def _begin(self) -> None:
        order = self._orders[0]
        self._keeping.back_up(order.path, partial(self._write_now, order))

    def _write_now(self, order: _Order) -> None:
        self._workspace.tasks.run(
            SaveDraft(order.draft, order.path, order.seen),
            lambda _: self._written(order),
            failed=partial(self._cannot_save, order),
            stopped=partial(self._interrupted, order),
            owner=self,
        )

    def _written(self, order: _Order) -> None:
        self._orders.remove(order)
        self._keeping.hold(order.path)
        self._document.mark_saved(order.path, order.draft)
        self._keeping.saved(order.path)
        self.saved.emit(order.path)
        if order.then is not None:
            order.then()
        self._go_on()

    def _go_on(self) -> None:
        if self._orders:
            self._begin()
            return
        waiting, self._waiting = self._waiting, []
        for then, _ in waiting:
            then()

    def _interrupted(self, order: _Order) -> None:
        said = self.tr("Saving “%1” was interrupted.").replace("%1", order.path.stem)
        self._cannot_save(order, BriefError(said, self.tr("The brief is still open. Try again.")))

    def _cannot_save(self, order: _Order, error: BriefingError) -> None:
        dropped = [one for one in self._orders if one.path == order.path and one is not order]
        self._orders = [one for one in self._orders if one.path != order.path]
        waiting, self._waiting = self._waiting, []
        for otherwise in (*(one.otherwise for one in dropped), *(each for _, each in waiting)):
            if otherwise is not None:
                otherwise()
        if order.path != self._document.path:
            self._keeping.unlock(order.path)
        self.refused.emit(order.path)
        self._offer_again(order, error)
        if self._orders:
            self._begin()

    def _offer_again(self, order: _Order, error: BriefingError) -> None:
        path, then, otherwise = order.path, order.then, order.otherwise
        messages.ask(
            self._window,
            error.message,
            error.hint,
            (
                Button(self.tr("&Try Again"), partial(self._lock_and_write, path, then, otherwise)),
                Button(self.tr("Save &As…"), partial(self.save_as, then, otherwise, beside=path)),
                Button(self.tr("Cancel"), otherwise, Part.CANCEL),
            ),
        )
