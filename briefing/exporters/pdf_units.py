"""A document taken apart into what its pages may break between: headings, paragraphs, list items.

The parts of two versions of a document tell where the second differs from the first, and any run
of them makes a document of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring

_LISTS = ("ul", "ol")
START = "begins-page"
"""Class of the part that begins a page: space above it falls away."""


@dataclass(frozen=True, slots=True)
class Units:
    """A document's parts, in order."""

    texts: tuple[str, ...]
    """Each part as HTML."""
    parents: tuple[int, ...]
    """For each part that is an item the number of its list; -1 for the others."""
    root: Any
    """The element ``html``."""

    def __len__(self) -> int:
        return len(self.texts)

    def holding(self, id_: str) -> int | None:
        """Return the part in which an element of this id stands."""
        sign = f' id="{id_}"'
        return next((n for n, text in enumerate(self.texts) if sign in text), None)


def units_of(html: str) -> Units:
    """Return the parts of a document."""
    root: Any = lxml_html.document_fromstring(html)
    parts = list(parts_of(root.body))
    return Units(
        texts=tuple(tostring(part, encoding="unicode") for part, _ in parts),
        parents=tuple(parent for _, parent in parts),
        root=root,
    )


def parts_of(body: Any) -> list[tuple[Any, int]]:
    """Return the elements that are parts, each with the number of the list it belongs to, or -1.

    The body may be parsed by lxml or as WeasyPrint does it.
    """
    parts: list[tuple[Any, int]] = []
    for number, child in enumerate(body):
        if child.tag in _LISTS:
            parts.extend((item, number) for item in child)
        elif isinstance(child.tag, str):
            parts.append((child, -1))
    return parts


@dataclass(frozen=True, slots=True)
class Difference:
    """Which parts of the new version are not those of the old: from ``first``, ``last`` excluded.

    Both versions are alike before ``first``, and from ``last`` and ``old_last`` on.
    """

    first: int
    old_last: int
    last: int

    def in_new(self, unit: int) -> int:
        """Return where a part of the old version stands in the new, or what stands there now."""
        return self._moved(unit, self.old_last, self.last)

    def in_old(self, unit: int) -> int:
        """Return where a part of the new version stood in the old, or what stood there."""
        return self._moved(unit, self.last, self.old_last)

    def _moved(self, unit: int, here: int, there: int) -> int:
        if unit < self.first:
            return unit
        return unit + there - here if unit >= here else min(unit, max(there - 1, self.first))


def difference(old: Sequence[str], new: Sequence[str]) -> Difference | None:
    """Return where two versions differ; None where they do not."""
    if tuple(old) == tuple(new):
        return None
    first = _alike(old, new)
    tail = _alike(old[first:][::-1], new[first:][::-1])
    return Difference(first, len(old) - tail, len(new) - tail)


def _alike(old: Sequence[str], new: Sequence[str]) -> int:
    pairs = zip(old, new, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def document_of(units: Units, first: int, last: int) -> str:
    """Return a document of some of the parts, ``last`` excluded, as if it began a page."""
    root = deepcopy(units.root)
    for number, (part, parent) in enumerate(parts_of(root.body)):
        if not first <= number < last:
            part.drop_tree()
        elif number == first:
            _begin_page(part, root.body if parent < 0 else part.getparent(), number, units)
    for child in list(root.body):
        if child.tag in _LISTS and not len(child):
            child.drop_tree()
    return "<!DOCTYPE html>" + tostring(root, encoding="unicode", method="html")


def _begin_page(part: Any, parent: Any, number: int, units: Units) -> None:
    part.classes.add(START)
    if parent.tag == "ol":
        before = sum(1 for one in units.parents[:number] if one == units.parents[number])
        parent.set("start", str(before + 1))
