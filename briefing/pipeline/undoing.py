"""What an import has changed so far, so that it can be taken back when it is stopped."""

from __future__ import annotations

from briefing.library import Library
from briefing.model import Metadata
from briefing.pipeline.retagging import Tagger


class Changes:
    """The reports that one import brings in or corrects; noted before each is touched."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._brought: dict[str, None] = {}
        self._corrected: dict[str, Metadata] = {}

    def bring(self, sha256: str) -> None:
        """Note that a report is about to come in."""
        self._brought[sha256] = None

    def keep(self, sha256: str) -> None:
        """Note that a report was there already, after all, or is not coming in."""
        self._brought.pop(sha256, None)

    def correct(self, sha256: str) -> None:
        """Note what is said of a report before that is changed, unless the import brought it."""
        if sha256 not in self._brought and sha256 not in self._corrected:
            self._corrected[sha256] = self._library.corrections(sha256)

    def take_back(self) -> None:
        """Make the library what it was, whatever another program has removed meanwhile.

        Raises:
            LibraryError: the library itself fails.
        """
        tagger = Tagger(self._library)
        for sha256, over in self._corrected.items():
            if self._library.contains(sha256):
                tagger.correct(sha256, over, alone=True)
        for sha256 in reversed(self._brought):
            if self._library.contains(sha256):
                self._library.remove(sha256)
            else:
                self._library.sweep(sha256)
