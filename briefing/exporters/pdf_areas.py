"""Links on figures: each area of a drawing leads to what stands behind it.

WeasyPrint links elements, and a drawing is one. So the links are made when the tagged structure is,
beside the figure that they lie on: an annotation, and the element of the structure that holds it
(PDF/UA-1: ISO 14289-1, 7.18.5). Nothing is added to what is seen or read as text.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pydyf

from briefing.model import FigureArea, FigureImage

_POINTS = 0.75
"""Points in a CSS pixel."""


def by_address(figures: Iterable[FigureImage]) -> dict[str, FigureImage]:
    """Return the figures that have areas by the address at which a document shows them."""
    return {
        f"figure:{figure.name.removeprefix('figure:')}": figure
        for figure in figures
        if figure.areas
    }


def links_on(
    box: Any, figures: Mapping[str, FigureImage]
) -> Iterator[tuple[FigureArea, tuple[float, float, float, float]]]:
    """Yield the areas of the figure that a box shows, with left, top, width, height on the page.

    These are in CSS pixels; nothing for a box that shows no figure.
    """
    if box.element is None or box.element_tag != "img":
        return
    figure = figures.get(box.element.get("src", ""))
    if figure is None:
        return
    across, down = box.width / figure.width_pt, box.height / figure.height_pt
    left, top = box.content_box_x(), box.content_box_y()
    for area in figure.areas:
        place = (left + area.left * across, top + area.top * down)
        yield area, (*place, area.width * across, area.height * down)


def linked(box: Any, figures: Mapping[str, FigureImage], context: tuple[Any, ...]) -> Iterator[Any]:
    """Yield an element of the structure for each link on the figure that a box shows.

    ``context`` is what WeasyPrint hands on for a box: the element that holds its own, the file,
    the number of the page, …, the annotations so far, ….
    """
    parent, pdf, number, _, annotations, *_ = context
    where = pdf.page_references[number]
    page = pdf.objects[int(where.split()[0])]
    elements: dict[tuple[str, str], Any] = {}
    for area, place in links_on(box, figures):
        if not area.target:
            continue
        annotation = _annotation(area, place, page["MediaBox"][3])
        pdf.add_object(annotation)
        page.setdefault("Annots", pydyf.Array()).append(annotation.reference)
        held = pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": where})
        pdf.add_object(held)
        point = area.label, area.target
        if point not in elements:
            elements[point] = _link(parent, where)
            pdf.add_object(elements[point])
        elements[point]["K"].append(held.reference)
        annotations.append((elements[point].reference, annotation))
    yield from elements.values()


def _link(parent: Any, where: bytes) -> pydyf.Dictionary:
    """Return the element of a link: a point with several areas is one link, read out once."""
    return pydyf.Dictionary(
        {
            "Type": "/StructElem",
            "S": "/Link",
            "K": pydyf.Array(),
            "Pg": where,
            "P": parent.reference,
        }
    )


def _annotation(
    area: FigureArea, place: tuple[float, float, float, float], height: float
) -> pydyf.Dictionary:
    left, top, width, high = (length * _POINTS for length in place)
    return pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array([left, height - top - high, left + width, height - top]),
            "BS": pydyf.Dictionary({"W": 0}),
            "F": 4,  # printed, as PDF/A has every annotation
            "Contents": pydyf.String(area.words),
            "Dest": pydyf.String(area.target),
        }
    )
