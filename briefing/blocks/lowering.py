"""A brief's HTML made a piece of a pack: headings a level lower, ids that no other piece has."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring

from briefing.blocks.inline import ENDNOTES
from briefing.model import FigureImage

_LOWER = {"h1": "h2", "h2": "h3", "h3": "h4"}
_SCHEME = "figure:"


def lowered(html: str, place: str, title: str = "") -> str:
    """Return a brief's HTML as that of a part; ``place`` is its id and begins all others in it.

    ``title`` takes the place of its own.
    """
    root: Any = lxml_html.document_fromstring(html)
    body = root.body
    for element in body.iter():
        _prefix(element, place)
        if element.tag in _LOWER:
            element.tag = _LOWER[element.tag]
    if title:
        _entitle(body, title)
    _wrap(body, place)
    body.classes.add("part")
    written: str = tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>")
    return written


def placed(figure: FigureImage, place: str) -> FigureImage:
    """Return a figure under the name by which the part refers to it, leading to places in it."""
    areas = tuple(
        replace(area, target=f"{place}-{area.target}") if area.target else area
        for area in figure.areas
    )
    name = f"{place}-{figure.name.removeprefix(_SCHEME)}"
    return replace(figure, name=name, areas=areas)


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
    if ENDNOTES in body.classes:
        section.set("class", ENDNOTES)
    section.text, body.text = body.text, None
    section.extend(list(body))
    body.append(section)
