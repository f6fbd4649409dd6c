"""A ``figure`` element in, the figure with its question, picture and caption out."""

from __future__ import annotations

from briefing.blocks import tree
from briefing.blocks.errors import misplaced, refuse_loose_text
from briefing.blocks.inline import read_inlines
from briefing.blocks.model import Figure, Inline
from briefing.blocks.tree import Element
from briefing.errors import TemplateError

SCHEME = "figure:"
_PARTS = ("p", "img", "figcaption")
"""What a figure holds, each once at most, in this order."""


def read_figure(element: Element) -> Figure:
    """Return the figure of a ``figure`` element.

    Raises:
        TemplateError: no picture of the ``figure:`` scheme, no alternative text, other elements.
    """
    _check_parts(element)
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


def _check_parts(figure: Element) -> None:
    refuse_loose_text(figure)
    waiting = list(_PARTS)
    for child in tree.children(figure):
        if child.tag not in waiting:
            raise misplaced(child, frozenset(_PARTS))
        del waiting[: waiting.index(tree.name(child)) + 1]


def _words(element: Element, tag: str) -> tuple[Inline, ...]:
    part = element.find(tag)
    return () if part is None else read_inlines(part)
