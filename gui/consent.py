"""Asks before work would be lost: what puts the open brief away waits for the officer's word."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui import messages
from gui.document import Document
from gui.messages import Button, Part
from gui.saving import Saving
from gui.typed import commit_typed

Then = Callable[[], object]


class Consent(QObject):
    """Goes on at once where nothing can be lost; else asks, and waits for what is being saved."""

    def __init__(self, document: Document, saving: Saving, window: QWidget) -> None:
        super().__init__(window)
        self._document = document
        self._saving = saving
        self._window = window

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

    def unless_changed(self, version: int, then: Then, otherwise: Then) -> None:
        """Do it without asking if the brief is still that ``version``, which may be put away."""
        commit_typed(self._window)
        if self._document.version == version and not self._saving.is_busy:
            then()
        else:
            self.unless_lost(then, otherwise)

    def _ask_to_save(self, then: Then, otherwise: Then | None) -> None:
        name = self._document.name or self.tr("Untitled brief")
        messages.ask(
            self._window,
            self.tr("Save the changes to “%1”?").replace("%1", name),
            self.tr("What you have changed since it was last saved is lost otherwise."),
            (
                # what is changed while it is being written is asked about again
                Button(
                    self.tr("&Save"),
                    lambda: self._saving.save(
                        partial(self.unless_lost, then, otherwise), otherwise
                    ),
                ),
                Button(self.tr("&Discard"), then, Part.DISCARD),
                Button(self.tr("Cancel"), otherwise, Part.CANCEL),
            ),
        )
