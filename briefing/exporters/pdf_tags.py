"""Mends of the tagged structure that WeasyPrint writes, for those who listen to a document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import pydyf
from lxml import html as lxml_html

from briefing.exporters.pdf_areas import by_address, linked
from briefing.model import FigureImage

_DESCRIPTION_LENGTH = 200
"""Characters of a link's target that are read out as the link's description."""


def finisher(html: str) -> Callable[[Any, Any], None]:
    """Return what WeasyPrint calls before it writes the file made of ``html``."""
    targets = targets_in(html)

    def finish(_document: Any, pdf: Any) -> None:
        keep_nearest_row_header(pdf)
        describe_links(pdf, targets)

    return finish


@contextmanager
def structure_mended(figures: Iterable[FigureImage] = ()) -> Iterator[None]:
    """Let structure elements tell their language, and ``figures`` have links, while it lasts.

    WeasyPrint tells the language of the document only, and a finding in another would be read out
    as if it were in that one (PDF/UA-1: ISO 14289-1, 7.2). What it makes of an element is known to
    nobody but the function that makes it, so this stands around that function.
    """
    from weasyprint.formatting_structure.boxes import MarginBox, PageBox
    from weasyprint.pdf import tags

    make = tags._build_box_tree
    shown = by_address(figures)

    def telling(box: Any, *rest: Any) -> Iterator[Any]:
        holds_own = not isinstance(box, (MarginBox, PageBox)) and box.element_tag != "body"
        language = _language(box) if holds_own else ""
        for element in make(box, *rest):
            if language:
                element["Lang"] = pydyf.String(language)
            yield element
        yield from linked(box, shown, rest)

    tags._build_box_tree = telling
    try:
        yield
    finally:
        tags._build_box_tree = make


def _language(box: Any) -> str:
    """Return the language that the element of a box names itself."""
    if box.element is None or box.element_tag == "html":
        return ""
    return str(box.element.get("lang", ""))


def targets_in(html: str) -> dict[str, str]:
    """Return the words of each element that has an id."""
    root = lxml_html.document_fromstring(html)
    words = {str(item.get("id")): _words_of(item) for item in root.xpath("//*[@id]")}
    return {name: " ".join(text.split())[:_DESCRIPTION_LENGTH] for name, text in words.items()}


def _words_of(element: Any) -> str:
    """Return what an element is to be known by: a table by its caption, if it has one."""
    caption = element.find("caption")
    return str((element if caption is None else caption).text_content())


def describe_links(pdf: Any, targets: Mapping[str, str]) -> None:
    """Describe each link by the words it leads to, not by the name of the place.

    PDF/UA-1 (ISO 14289-1, 7.18.5) asks for a description; WeasyPrint gives the name, ``source-1``.
    What has a description already keeps it.
    """
    for link in _dictionaries(pdf, "Subtype", "/Link"):
        name = link["Dest"].string if "Dest" in link else None
        words = targets.get(name) if name is not None else None
        if words and link["Contents"].string == name:
            link["Contents"] = type(link["Dest"])(words)


def keep_nearest_row_header(pdf: Any) -> None:
    """Leave each data cell of a row with several row headers the nearest before it only.

    The facts stand two a row, and WeasyPrint gives every cell all row headers of its row: ``To``
    and ``Date`` would both be read before the addressee.
    """
    for row in _dictionaries(pdf, "S", "/TR"):
        cells = list(_cells(row, pdf))
        if sum(cell["S"] == "/TH" for cell in cells) > 1:
            _keep_nearest(cells)


def _dictionaries(pdf: Any, key: str, value: str) -> Iterator[Any]:
    return (item for item in pdf.objects if isinstance(item, dict) and item.get(key) == value)


def _cells(row: Any, pdf: Any) -> Iterator[Any]:
    for reference in row["K"]:
        cell = pdf.objects[int(reference.split()[0])]
        if cell.get("S") in ("/TH", "/TD"):
            yield cell


def _keep_nearest(cells: list[Any]) -> None:
    # A row of column headers has no data cells, so this never touches one.
    nearest: Any = None
    for cell in cells:
        if cell["S"] == "/TH":
            nearest = cell["ID"]
        elif nearest is not None:
            cell["A"]["Headers"][:] = [nearest]
