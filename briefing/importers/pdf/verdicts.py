"""Which pages of a PDF could not be read, and the sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.errors import ImportFailure
from briefing.importers.pdf.glyphs import Sheet
from briefing.importers.pdf.legibility import is_legible
from briefing.importers.pdf.lines import Piece
from briefing.importers.pdf.opening import MOST_PAGES

_RECOGNISE = "Run text recognition (OCR) on it, for example with OCRmyPDF, and import the result."
_FEW_CHARACTERS = 20
MOST_IN_ALL = 10_000_000
"""Characters read of one file: some four thousand pages."""


@dataclass(slots=True)
class Verdicts:
    """Collects, page by page, what stood in the way of reading."""

    damaged: list[int] = field(default_factory=list)
    pictures: list[int] = field(default_factory=list)
    garbled: list[int] = field(default_factory=list)
    truncated: list[int] = field(default_factory=list)
    skipped: list[int] = field(default_factory=list)
    readable: int = 0
    characters: int = 0
    total: int = 0

    def is_readable(self, number: int, sheet: Sheet, pieces: list[Piece]) -> bool:
        """Take note of a page and return whether its text is worth keeping."""
        text = "\n".join(piece.text for piece in pieces)
        self.characters += len(sheet.glyphs)
        if sheet.truncated:
            self.truncated.append(number)
        if sheet.pictured > 0.5 and len(text) < _FEW_CHARACTERS:
            self.pictures.append(number)
            return False
        if not is_legible(text):
            self.garbled.append(number)
            return False
        self.readable += bool(text.strip())
        return True

    def is_full(self, number: int) -> bool:
        """Return whether as much was read as is read of one file; take note of the page if so."""
        if self.characters < MOST_IN_ALL:
            return False
        self.skipped.append(number)
        return True

    def refuse_unreadable(self, pages: int) -> None:
        """Raise when no page gave text.

        Raises:
            ImportFailure: with the reason that most pages have.
        """
        self.total = pages
        if self.readable:
            return
        if self.garbled:
            raise ImportFailure(
                "The text in this PDF cannot be made out: its fonts do not say which letters "
                "they show.",
                _RECOGNISE,
            )
        if self.damaged and not self.pictures:
            raise ImportFailure(
                "The pages of the PDF are damaged and cannot be read.",
                "Download or export it again from where it came from.",
            )
        raise ImportFailure("The PDF is a scan or picture without text.", _RECOGNISE)

    def remarks(self) -> tuple[str, ...]:
        """Return a sentence for each thing that kept a part of the file from being read."""
        found = [
            (self.pictures, "is a picture", "are pictures", " without text and {} not read"),
            (self.garbled, "has", "have", " text that cannot be made out and {} left out"),
            (self.damaged, "is", "are", " damaged and {} left out"),
            (self.truncated, "holds", "hold", " more text than is read of one page and {} cut"),
            (self.skipped, "comes", "come", " after all that is read of one file and {} left out"),
        ]
        sentences = [_sentence(*what) for what in found if what[0]]
        if self.total > MOST_PAGES:
            sentences.append(f"Only the first {MOST_PAGES} of {self.total} pages were read.")
        return tuple(sentences)


def _sentence(numbers: list[int], one: str, several: str, what: str) -> str:
    """Return what happened to pages: ``Pages 3, 5 to 9 are damaged and were left out.``."""
    named = ", ".join(_runs(numbers))
    if len(numbers) == 1:
        return f"Page {named} {one}{what.format('was')}."
    return f"Pages {named} {several}{what.format('were')}."


def _runs(numbers: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [f"{run[0]} to {run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
