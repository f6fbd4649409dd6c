"""What the process of the core keeps between calls: the open library, the desk, things made warm.

Opened when first needed, and anew once another process has changed the library.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from briefing.model import Taxonomy
from briefing.service.messages import Places

if TYPE_CHECKING:
    from briefing.library import Library


class Core:
    """Lives as long as the process; used from its main thread only."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self._library: Library | None = None
        self._taxonomy: Taxonomy | None = None
        self._to_warm: list[Callable[[], object]] = [_warm_press, _warm_charts]

    @property
    def library(self) -> Library:
        """The open library.

        Raises:
            LibraryError: it cannot be opened.
        """
        from briefing.library import Library

        if self._library is None:
            self._library = Library.open(self.places.library)
        return self._library

    @property
    def taxonomy(self) -> Taxonomy:
        """The shipped regions and themes."""
        from briefing.taxonomy import load_taxonomy

        if self._taxonomy is None:
            self._taxonomy = load_taxonomy()
        return self._taxonomy

    def renew(self) -> None:
        """Forget what is remembered of the library."""

    @property
    def to_warm(self) -> bool:
        """Whether there is something to be loaded that later calls will need."""
        return bool(self._to_warm)

    def warm(self) -> None:
        """Load one of the things that later calls will need."""
        self._to_warm.pop(0)()

    def close(self) -> None:
        """Close what is open."""
        if self._library is not None:
            self._library.close()


def _warm_press() -> None:
    from briefing.exporters.pdf_typesetting import press

    press()


def _warm_charts() -> None:
    import briefing.charts.drawing  # noqa: F401 - loaded for later
