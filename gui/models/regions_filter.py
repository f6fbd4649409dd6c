"""Which lines of the tree of regions are shown, and which fits best what was typed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from gui.models.regions_tree import Node, folded

_INSIDE = 3
"""Letters that are looked for within words too; fewer, at the beginnings of words alone."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Words, as ``folded`` writes them; without any, ``only_found`` holds back what is empty."""

    words: str = ""
    only_found: bool = False

    @classmethod
    def typed(cls, words: str, *, only_found: bool) -> Filter:
        """Return the filter for words as they were typed."""
        return cls(folded(words), only_found)

    def passing(self, root: Node, offered: Callable[[Node], bool]) -> set[int]:
        """Return the numbers of the lines that are shown; ``offered``: shown without words."""
        passing: set[int] = set()
        for node in root.children:
            self._pass(node, False, offered, passing)
        return passing

    def matches(self, node: Node) -> bool:
        """Return whether a line holds the words."""
        return self._rank(node) is not None

    def distance(self, node: Node, count: int | None) -> tuple[int, bool, int, int]:
        """Return how far a matching line is from what was typed; the least is the best."""
        return self._rank(node) or 0, not count, len(node.name), node.number

    def _pass(
        self, node: Node, under_match: bool, offered: Callable[[Node], bool], passing: set[int]
    ) -> bool:
        """Add a line that is shown: by itself, or for what stands above or below it."""
        matches = under_match or self.matches(node)
        below = [self._pass(child, matches, offered, passing) for child in node.children]
        passes = any(below) or (matches if self.words else offered(node))
        if passes:
            passing.add(node.number)
        return passes

    def _rank(self, node: Node) -> int | None:
        """Return how well a line fits what was typed, 0 the best; None: not at all."""
        name, words = node.searched, self.words
        if not words or not node.region:
            return None
        if words in (name, node.region.casefold()):
            return 0
        if name.startswith(words):
            return 1
        if f" {words}" in name:
            return 2
        return 3 if len(words) >= _INSIDE and words in name else None
