"""Two versions of a document, compared part by part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher


@dataclass(frozen=True, slots=True)
class Stretch:
    """Parts that follow each other in the old version, and what stands there in the new.

    Numbers of parts; the ends are excluded.
    """

    old_first: int
    old_end: int
    first: int
    end: int
    same: bool


class Versions:
    """Where two versions of a document are alike, and where they are not."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        matcher = SequenceMatcher(None, old, new, autojunk=False)
        self._stretches = tuple(
            Stretch(old_first, old_end, first, end, tag == "equal")
            for tag, old_first, old_end, first, end in matcher.get_opcodes()
        )
        self._ends = len(old), len(new)

    @property
    def changes(self) -> tuple[Stretch, ...]:
        """What differs, in order."""
        return tuple(stretch for stretch in self._stretches if not stretch.same)

    def in_old(self, part: int) -> int:
        """Return where a part of the new version stood in the old; if it is new, where it goes."""
        for stretch in self._stretches:
            if stretch.first <= part < stretch.end:
                return stretch.old_first + (part - stretch.first if stretch.same else 0)
        return self._ends[0]

    def in_new(self, boundary: int) -> int:
        """Return where in the new version begins what began at ``boundary`` of the old."""
        if boundary >= self._ends[0]:
            return self._ends[1]
        for stretch in self._stretches:
            inserted_here = stretch.old_first == stretch.old_end == boundary
            if inserted_here or stretch.old_first <= boundary < stretch.old_end:
                within = boundary - stretch.old_first if stretch.same else 0
                return stretch.first + within
        return self._ends[1]

    def was(self, part: int) -> int | None:
        """Return the number that a part of the new version had in the old; None if it is new."""
        for stretch in self._stretches:
            if stretch.same and stretch.first <= part < stretch.end:
                return stretch.old_first + part - stretch.first
        return None
