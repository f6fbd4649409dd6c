"""A document taken apart into what its pages may break between: headings, paragraphs, list items.

Any of them, put together again, make a document of their own.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from copy import deepcopy
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring

from briefing.blocks.inline import INLINE

_LISTS = ("ul", "ol")
_BEFORE_OTHERS = frozenset({"lead-in", "contents-title"})
"""Classes of paragraphs that stay, as headings do, on the page of what follows them."""
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_WHOLE = "whole"
"""Class of a list that stays on one page."""
START = "begins-page"
"""Class of the part that begins a page: space above it falls away."""
UNSEEN = "unseen"
"""Class of a part that takes its room and is not drawn."""


@dataclass(frozen=True, slots=True)
class Units:
    """A document's parts, in order."""

    texts: tuple[str, ...]
    """Each part as HTML."""
    parents: tuple[int, ...]
    """For each part that is an item the number of its list; -1 for the others."""
    bound: frozenset[int]
    """The parts that stay on the page of the part before them."""
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
    parts = parts_of(root.body)
    return Units(
        texts=tuple(tostring(part, encoding="unicode") for part, _ in parts),
        parents=tuple(parent for _, parent in parts),
        bound=frozenset(
            n for n, (one, other) in enumerate(pairwise(parts), 1) if _bound(one, other)
        ),
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


def _bound(before: tuple[Any, int], part: tuple[Any, int]) -> bool:
    """Tell whether a part stays on the page of the one before it, as the stylesheet has it."""
    (above, list_above), (one, its_list) = before, part
    if above.tag in _HEADINGS or not _BEFORE_OTHERS.isdisjoint(above.classes):
        return True
    if "made-by" in one.classes:
        return True
    is_whole = list_above >= 0 and _WHOLE in above.getparent().classes
    return is_whole and (list_above == its_list or "data-source" in one.classes)


def excerpt_of(units: Units, runs: Iterable[range], unseen: Container[int] = ()) -> str:
    """Return a document of nothing but these runs of parts, as if the first began a page.

    Of the ``unseen`` only the place matters, so their words are left out where that is all one.
    """
    parts = parts_of(units.root.body)
    body = empty_like(units.root.body)
    for run in runs:
        group, parent = body, -1
        for number in run:
            if units.parents[number] != parent:
                parent = units.parents[number]
                group = body if parent < 0 else _list_from(body, parts, units, number)
            part = deepcopy(parts[number][0])
            group.append(_stand_in(part) if number in unseen else part)
    first = next(part for part, _ in parts_of(body))
    first.classes.add(START)
    root = empty_like(units.root)
    root.extend([deepcopy(units.root.head), body])
    return "<!DOCTYPE html>" + tostring(root, encoding="unicode", method="html")


def _stand_in(part: Any) -> Any:
    """Return a part as something not seen that keeps the same distance from its neighbours."""
    if all(inner.tag in INLINE for inner in part.iterdescendants()):
        for inner in list(part):
            part.remove(inner)
        part.text = "x"  # blocks without a line let the margins around them fall together
    part.classes.add(UNSEEN)
    return part


def _list_from(body: Any, parts: list[tuple[Any, int]], units: Units, number: int) -> Any:
    """Begin a list like the one that an item stands in, which goes on counting where it stood."""
    made = empty_like(parts[number][0].getparent())
    if made.tag == "ol":
        before = sum(1 for one in units.parents[:number] if one == units.parents[number])
        made.set("start", str(before + 1))
    body.append(made)
    return made


def empty_like(element: Any) -> Any:
    """Return an empty element of the same name and attributes."""
    return element.makeelement(element.tag, dict(element.attrib))
