"""How a template author learns that an element is not part of the semantic HTML."""

from __future__ import annotations

from briefing.blocks.tree import Element, name
from briefing.errors import TemplateError


def refuse_loose_text(element: Element) -> None:
    """Raise ``TemplateError`` where text stands in an element that holds elements only."""
    loose = [element.text, *(child.tail for child in element)]
    words = " ".join(" ".join(filter(None, loose)).split())[:40]
    if words:
        raise TemplateError(
            f"The template writes “{words}” loose inside <{name(element)}>.",
            "Text stands in the elements that it holds.",
        )


def misplaced(element: Element, allowed: frozenset[str]) -> TemplateError:
    """Return the error for an element that does not belong inside its parent."""
    parent = element.getparent()
    place = "the document" if parent is None else f"<{parent.tag!s}>"
    words = " ".join("".join(element.itertext()).split())[:40]
    where = f" (“{words}”)" if words else ""
    return TemplateError(
        f"The template uses <{name(element)}> inside {place}{where}, which no output format knows.",
        f"Known there: {', '.join(sorted(allowed))}.",
    )
