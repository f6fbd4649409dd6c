"""A sentence as the rules of reference look at it, and what they find in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extraction.gazetteer import Hit


@dataclass(slots=True)  # not frozen: that takes longer to make, and it leaves no one's hands
class Clause:
    """A sentence as the rules of reference look at it."""

    text: str
    hits: Sequence[Hit]
    words: frozenset[str]

    @property
    def named(self) -> set[str]:
        """The regions named in it."""
        return {region for hit in self.hits for region in hit.name.regions}


@dataclass(frozen=True, slots=True)
class Reference:
    """Regions that words of a sentence refer to."""

    regions: tuple[str, ...]
    words: str
    reason: str
    minor: bool = False
    """Whether it counts only where the sentence names little else."""
    replaces: tuple[str, ...] = ()
    """Regions named within the words, which they narrow down: ``these Central Asian republics``."""
