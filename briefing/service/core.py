"""What the process of the core keeps between calls: the open library, the desk, things made warm.

Each is opened when it is first needed.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext, suppress
from datetime import date
from typing import TYPE_CHECKING

from briefing.model import Taxonomy
from briefing.progress import Progress
from briefing.service.messages import Places

if TYPE_CHECKING:
    from briefing.exporters.pdf_preview import Preview
    from briefing.library import Library
    from briefing.pipeline.desk import Desk
    from briefing.pipeline.packing import Packer


class Core:
    """Lives as long as the process; used from its main thread only."""

    def __init__(
        self,
        places: Places,
        hold: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """``hold`` keeps a call from being left while what outlives it is made or renewed."""
        self.places = places
        self._hold = hold
        self.progress: Progress | None = None
        """Of the call at hand: is told how far a library is brought up to date."""
        self._library: Library | None = None
        self._taxonomy: Taxonomy | None = None
        self._desk: Desk | None = None
        self._revision: object = None
        self._preview: Preview | None = None
        self._packer: Packer | None = None
        self._to_warm: list[Callable[[Core], object]] = []

    @property
    def library(self) -> Library:
        """The open library.

        Raises:
            LibraryError: it cannot be opened.
        """
        from briefing.pipeline.opening import open_library

        with self._hold():
            if self._library is None:
                self._library = open_library(self.places.library, progress=self.progress)
            return self._library

    @property
    def taxonomy(self) -> Taxonomy:
        """The shipped regions and themes."""
        from briefing.taxonomy import load_taxonomy

        if self._taxonomy is None:
            self._taxonomy = load_taxonomy()
        return self._taxonomy

    @property
    def desk(self) -> Desk:
        """The desk, which knows of all that has been done to the library, here or elsewhere.

        Raises:
            LibraryError: the library cannot be opened.
        """
        from briefing.pipeline.desk import Desk

        with self._hold():
            if self._desk is None:
                folders = self.places.templates
                self._desk = Desk(self.library, self.taxonomy, folders=folders, today=today)
            revision = self.library.revision()
            if revision != self._revision:
                self._desk.invalidate()
                self._revision = revision  # only now: what fails before this is done anew
            return self._desk

    @property
    def preview(self) -> Preview:
        """What lays out pages."""
        from briefing.exporters.pdf_preview import Preview

        if self._preview is None:
            self._preview = Preview()
        return self._preview

    @property
    def packer(self) -> Packer:
        """What makes packs.

        Raises:
            LibraryError: the library cannot be opened.
        """
        from briefing.pipeline.packing import Packer

        if self._packer is None:
            folders = self.places.templates
            self._packer = Packer(self.library, self.taxonomy, folders=folders, today=today)
        return self._packer

    def make_ready(self) -> None:
        """Have loaded, when nothing else is to be done, what the first preview will need."""
        from briefing.service.warming import STEPS

        self._to_warm = list(STEPS)

    @property
    def to_warm(self) -> bool:
        """Whether there is something to be loaded that later calls will need."""
        return bool(self._to_warm)

    def warm(self) -> None:
        """Load one of the things that later calls will need."""
        with suppress(Exception):  # whatever it is, the call that needs it will tell
            self._to_warm.pop(0)(self)
        if not self._to_warm:
            gc.collect()
            gc.freeze()  # what is loaded stays: it need not be looked through again

    def close(self) -> None:
        """Close what is open."""
        if self._library is not None:
            self._library.close()


def today() -> date:
    """Return the day on which a brief is issued unless it says otherwise."""
    return date.today()  # noqa: DTZ011 - the officer's own calendar
