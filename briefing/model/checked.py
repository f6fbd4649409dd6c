"""What became of a document that came back: part by part."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from briefing.model.trace import PartKind


class Fate(StrEnum):
    """What became of a part of a document."""

    VERBATIM = "verbatim"
    MOVED = "moved"
    """Verbatim, in another place of the document."""
    ALTERED = "altered"
    REMOVED = "removed"
    NOT_COMPARED = "not compared"
    """There is nothing to compare it with."""


class Edit(StrEnum):
    """What became of a run of words."""

    KEPT = "kept"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class WordRun:
    """A run of words of a part that was altered."""

    edit: Edit
    words: str


class Backing(StrEnum):
    """What the library says of a finding."""

    NOT_ASKED = "not asked"
    STANDS = "stands"
    """The words stand in the report as the document was printed with them."""
    ELSEWHERE = "elsewhere"
    """They stand in the report, in another place than the document tells: it was read anew."""
    CONTRADICTED = "contradicted"
    """They do not stand in the report: it has changed, or the document's data were changed."""
    NO_REPORT = "no report"

    @property
    def is_telling(self) -> bool:
        """Whether it is worth a word: all but what stands, or was not asked for."""
        return self not in (Backing.NOT_ASKED, Backing.STANDS)


@dataclass(frozen=True, slots=True)
class CheckedPart:
    """A part of the printed document."""

    kind: PartKind
    fate: Fate
    text: str
    """As it was printed."""
    code: str = ""
    """The finding's, for findings."""
    place: str = ""
    """Where a finding comes from: ``1, p. 9 ¶ 2``."""
    runs: tuple[WordRun, ...] = ()
    """The words kept, gone and new, where it was altered."""
    mark_fate: Fate = Fate.VERBATIM
    """What became of the marks of a finding."""
    backing: Backing = Backing.NOT_ASKED
    brief: str = ""
    """In a pack the brief that it stands in: ``Tab 2: The corridor``."""

    @property
    def has_changed_mark(self) -> bool:
        """Whether a finding that is still there has lost its marks, or has others."""
        return self.fate is not Fate.REMOVED and self.mark_fate in (Fate.ALTERED, Fate.REMOVED)

    @property
    def is_telling(self) -> bool:
        """Whether there is something to say of it."""
        changed = self.fate is not Fate.VERBATIM or self.has_changed_mark
        return changed or self.backing.is_telling


@dataclass(frozen=True, slots=True)
class AddedText:
    """Words that were not printed."""

    words: str
    after: str
    """The beginning of the part that they stand behind; empty at the beginning."""
    brief: str = ""
    """In a pack the brief that they stand in."""


@dataclass(frozen=True, slots=True)
class CheckedDocument:
    """What a comparison of a document with the data it carries, or a library, has found."""

    program: str
    title: str
    issued: date | None
    parts: tuple[CheckedPart, ...]
    """All but the marks, in the document's order."""
    added: tuple[AddedText, ...]
    remarks: tuple[str, ...]
    """Sentences, fit to show."""
    is_whole: bool = True
    """Whether all of it was compared; what was printed anew is only by the codes of findings."""

    @property
    def briefs(self) -> tuple[str, ...]:
        """The briefs of a pack of which there is something to say, in order.

        What stands in none of them, as a cover, or in a brief by itself, has an empty name.
        """
        telling = (part.brief for part in self.parts if part.is_telling)
        return tuple(dict.fromkeys((*telling, *(one.brief for one in self.added))))

    @property
    def findings(self) -> tuple[CheckedPart, ...]:
        """The findings, in order."""
        return tuple(part for part in self.parts if part.kind is PartKind.FINDING)

    @property
    def passages(self) -> tuple[CheckedPart, ...]:
        """The passages of the annex, in order: also those that only charts quote."""
        return tuple(part for part in self.parts if part.kind is PartKind.PASSAGE)

    @property
    def is_verbatim(self) -> bool:
        """Whether all was compared, and nothing altered, removed, added or is contradicted."""
        sound = (Fate.VERBATIM, Fate.MOVED)
        return (
            self.is_whole
            and not self.added
            and all(
                part.fate in sound
                and part.mark_fate in sound
                and part.backing not in (Backing.CONTRADICTED,)
                for part in self.parts
            )
        )
