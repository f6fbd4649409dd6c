"""A brief's HTML made a piece of a pack: headings a level lower, ids that no other piece has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring

from briefing.model import FigureImage, RenderedBrief

_LOWER = {"h1": "h2", "h2": "h3", "h3": "h4"}
_SCHEME = "figure:"


def as_part(brief: RenderedBrief, place: str, title: str = "") -> RenderedBrief:
    """Return a brief as a part of a pack; ``place`` is its id and begins all others in it.

    ``title`` takes the place of its own.
    """
    root: Any = lxml_html.document_fromstring(brief.html)
    body = root.body
    for element in body.iter():
        _prefix(element, place)
        if element.tag in _LOWER:
            element.tag = _LOWER[element.tag]
    if title:
        _entitle(body, title)
    _wrap(body, place)
    body.classes.add("part")
    return replace(
        brief,
        html="<!DOCTYPE html>" + tostring(root, encoding="unicode", method="html"),
        figures=tuple(_renamed(figure, place) for figure in brief.figures),
        title=title or brief.title,
    )


def inside_of(html: str) -> str:
    """Return what stands inside the body of a piece."""
    body: Any = lxml_html.document_fromstring(html).body
    return (body.text or "") + "".join(
        tostring(child, encoding="unicode", method="html") for child in body
    )


def _prefix(element: Any, place: str) -> None:
    """Put ``place`` before an element's id and before what it refers to."""
    if element.get("id"):
        element.set("id", f"{place}-{element.get('id')}")
    if element.get("href", "").startswith("#"):
        element.set("href", f"#{place}-{element.get('href')[1:]}")
    if element.get("src", "").startswith(_SCHEME):
        element.set("src", f"{_SCHEME}{place}-{element.get('src').removeprefix(_SCHEME)}")


def _entitle(body: Any, title: str) -> None:
    heading = next(body.iter("h2"))
    for child in list(heading):
        heading.remove(child)
    heading.text = title


def _wrap(body: Any, place: str) -> None:
    section = body.makeelement("section", {"id": place})
    section.text, body.text = body.text, None
    section.extend(list(body))
    body.append(section)


def _renamed(figure: FigureImage, place: str) -> FigureImage:
    return replace(figure, name=f"{_SCHEME}{place}-{figure.name.removeprefix(_SCHEME)}")
