"""A ``ul`` or ``ol`` in, its items in order out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.blocks import tree
from briefing.blocks.errors import misplaced, refuse_loose_text
from briefing.blocks.inline import read_inlines
from briefing.blocks.model import ListItem
from briefing.blocks.tree import Element

LISTS = frozenset({"ul", "ol"})

NUMBERED_PARAGRAPHS = 0
"""The list that all numbered paragraphs of a document are items of."""


def is_numbered(paragraph: Element) -> bool:
    """Tell whether a paragraph begins with its number, set apart as ``span.number``."""
    first = next(tree.children(paragraph), None)
    return (
        first is not None
        and first.tag == "span"
        and len(first) == 0
        and "number" in tree.classes(first)
        and not (paragraph.text or "").strip()
        and _printed_number(first) is not None
    )


def read_numbered(paragraph: Element) -> ListItem:
    """Return a numbered paragraph as an item of the one list that runs through the document."""
    first = next(tree.children(paragraph))
    return ListItem(
        content=read_inlines(paragraph, after=first),
        ordered=True,
        number=_printed_number(first) or 0,
        list_number=NUMBERED_PARAGRAPHS,
        ids=tree.ids(paragraph),
        roles=tree.classes(paragraph),
        direction=tree.direction(paragraph),
    )


def _printed_number(element: Element) -> int | None:
    digits = (element.text or "").strip().rstrip(".)")
    return int(digits) if digits.isascii() and digits.isdigit() else None


class ListReader:
    """Reads lists and gives each a number that is unique in the document."""

    def __init__(self) -> None:
        self._count = 0

    def read(self, element: Element) -> Iterator[ListItem]:
        """Yield the items of a list.

        Raises:
            TemplateError: something other than items in the list, or blocks in an item.
        """
        self._count += 1
        refuse_loose_text(element)
        names = tree.ids(element)
        for number, item in enumerate(tree.children(element), 1):
            if item.tag != "li":
                raise misplaced(item, frozenset({"li"}))
            yield ListItem(
                content=read_inlines(item),
                ordered=element.tag == "ol",
                number=number,
                list_number=self._count,
                ids=names + tree.ids(item),
                roles=tree.classes(item) + tree.classes(element),
                direction=tree.direction(item),
            )
            names = ()
