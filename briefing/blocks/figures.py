"""A ``figure`` element in, the figure with its question, picture and caption out."""

from __future__ import annotations

from briefing.blocks import tree
from briefing.blocks.errors import misplaced
from briefing.blocks.inline import read_inlines
from briefing.blocks.model import Figure, Inline
from briefing.blocks.tree import Element
from briefing.errors import TemplateError

SCHEME = "figure:"
_PARTS = frozenset({"p", "img", "figcaption"})


def read_figure(element: Element) -> Figure:
    """Return the figure of a ``figure`` element.

    Raises:
        TemplateError: no picture of the ``figure:`` scheme, no alternative text, other elements.
    """
    for child in tree.children(element):
        if child.tag not in _PARTS:
            raise misplaced(child, _PARTS)
    image = element.find("img")
    source = "" if image is None else image.get("src", "")
    alt = "" if image is None else " ".join(image.get("alt", "").split())
    if not source.startswith(SCHEME) or not alt:
        raise TemplateError(
            "A figure of the template has no picture, or its picture has no alternative text.",
            'It holds <img src="figure:…" alt="what one would see">.',
        )
    question, caption = _words(element, "p"), _words(element, "figcaption")
    names, roles = tree.ids(element), tree.classes(element)
    return Figure(source.removeprefix(SCHEME), alt, question, caption, names, roles)


def _words(element: Element, tag: str) -> tuple[Inline, ...]:
    part = element.find(tag)
    return () if part is None else read_inlines(part)
