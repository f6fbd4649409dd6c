"""What the list of findings says of each: the line under its words, and all of it read aloud."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from PySide6.QtCore import QObject

from briefing.model import Choice, Taxonomy
from briefing.model.desk import FindingRow, Standing
from gui.models.findings_lines import Heading

_NAMES = 4
"""Regions named in the line under a finding; of a longer row the first ones."""


class Tone(Enum):
    """How a piece of the line is set."""

    PLAIN = auto()
    LEAD = auto()
    STATE = auto()
    MIND = auto()


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of the line under a finding."""

    text: str
    tone: Tone = Tone.PLAIN


class FindingWords(QObject):
    """Puts findings into words, with the names of regions and themes as they are known now."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.taxonomy = Taxonomy({}, {})
        self.reports: frozenset[str] = frozenset()
        """SHA-256 of the reports in the library."""
        self.year = date.today().year  # noqa: DTZ011 - the officer's own day

    def regions(self, ids: tuple[str, ...]) -> list[str]:
        """Return the names of regions."""
        known = self.taxonomy.regions
        return [known[id_].name if id_ in known else id_.removeprefix("group:") for id_ in ids]

    def themes(self, ids: tuple[str, ...]) -> list[str]:
        """Return the names of themes."""
        known = self.taxonomy.themes
        return [known[id_].name if id_ in known else id_ for id_ in ids]

    def state(self, row: FindingRow) -> Piece:
        """Return what has become of a finding."""
        decision = row.decision
        if decision.choice is Choice.LEAD:
            return Piece(self.tr("Lead"), Tone.LEAD)
        if decision.choice is Choice.SUPPORT:
            return Piece(self.tr("Support"), Tone.STATE)
        if decision.by_officer:
            said = self.tr("Left out: {reason}") if row.why_left_out else self.tr("Left out")
        else:
            said = self.tr("Not used: {reason}") if row.why_left_out else self.tr("Not used")
        return Piece(said.replace("{reason}", row.why_left_out), Tone.STATE)

    def pieces(self, row: FindingRow) -> list[Piece]:
        """Return the line under a finding, piece by piece."""
        about = row.about[:_NAMES]
        if row.corrected and len(row.about) > _NAMES:  # what the officer adds stands last
            about = (*row.about[: _NAMES - 1], row.about[-1])
        tags = ", ".join(self.regions(about)), ", ".join(self.themes(row.themes))
        plain = [Piece(text) for text in (row.place, *tags) if text]
        also = [Piece(self.tr("also in %n place(s)", "", len(row.also_in)))] if row.also_in else []
        corrected = [Piece(self.tr("tags corrected"))] if row.corrected else []
        return [self.state(row), *self.to_mind(row), *plain, *also, *corrected]

    def to_mind(self, row: FindingRow) -> Iterator[Piece]:
        """Yield what is to be minded of a finding."""
        if row.standing is Standing.MOVED:
            yield Piece(self.tr("Moved in its report – confirm"), Tone.MIND)
        elif row.standing is Standing.LOST:
            yield Piece(self._lost(row), Tone.MIND)
        if row.decision.is_used and not row.fits:
            yield Piece(self.tr("Does not answer this section"), Tone.MIND)
        if row.old_year is not None:
            yield Piece(self.tr("%n year(s) old", "", max(0, self.year - row.old_year)), Tone.MIND)

    def note(self, row: FindingRow) -> str:
        """Return the officer's note as one line; empty where there is none."""
        note = " ".join(row.decision.note.split())
        return self.tr("Note: {note}").replace("{note}", note) if note else ""

    def title(self, heading: Heading) -> str:
        """Return a heading as it is shown."""
        if not heading.of_search:
            return heading.title or self.tr("Outside the scope")
        return self.tr("Search: %n finding(s) in all reports", "", heading.found)

    def count(self, heading: Heading) -> str:
        """Return what stands at the right edge of a heading."""
        if heading.of_search:
            return ""
        if not heading.found:
            return self.tr("nothing found")
        said = self.tr("{used} of {found} used")
        return said.replace("{used}", f"{heading.used:,}").replace("{found}", f"{heading.found:,}")

    def spoken_heading(self, heading: Heading) -> str:
        """Return a heading for those who hear the list."""
        return ", ".join(filter(None, (self.title(heading), self.count(heading))))

    def spoken(self, row: FindingRow, *, seen: bool) -> str:
        """Return a finding for those who hear the list."""
        said = [row.text, *(piece.text for piece in self.pieces(row)), self.note(row)]
        if not seen:
            said.append(self.tr("not seen"))
        return ". ".join(text.rstrip(".") for text in said if text) + "."

    def _lost(self, row: FindingRow) -> str:
        if row.decision.finding.report in self.reports:
            return self.tr("No longer in its report")
        return self.tr("Report not in the library")
