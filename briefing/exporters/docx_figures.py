"""Pictures: drawn as SVG, with a PNG for what cannot show it, and words for who cannot see it."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from lxml import etree

from briefing.blocks import Figure
from briefing.errors import ExportError
from briefing.exporters.docx_xml import Element, R, Xml, add, w, written
from briefing.model import FigureImage

EMU_PER_POINT = 12700
"""English Metric Units, in which drawings are measured."""
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_SVG = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_PREFIXES = {"wp": _WP, "a": _A, "pic": _PIC, "asvg": _SVG, "r": R}
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""Marks the SVG beside the PNG ([MS-ODRAWXML] 2.3.1.19)."""


class Pictures:
    """The pictures of a document; each is stored once and placed as often as it is named."""

    def __init__(self, images: tuple[FigureImage, ...], part: Part) -> None:
        self._images = {image.name: image for image in images}
        self._part = part
        self._relations: dict[str, tuple[str, str]] = {}
        self._count = 0

    def drawing(self, figure: Figure, width: float, height: float) -> Xml:
        """Return a run with the picture, made smaller where it exceeds the points given.

        Raises:
            ExportError: the document refers to a picture that was not drawn.
        """
        image = self._images.get(figure.name)
        if image is None:
            raise ExportError(f"The picture “{figure.name}” of the document was not drawn.")
        scale = min(1.0, width / image.width_pt, height / image.height_pt)
        size = [round(side * scale * EMU_PER_POINT) for side in (image.width_pt, image.height_pt)]
        self._count += 1
        png, svg = self._related(figure.name)
        inline = picture_in_line(self._count, figure.alt, (size[0], size[1]), png, svg)
        return w("r", w("drawing", inline))

    def _related(self, name: str) -> tuple[str, str]:
        """Return the relations to the PNG and the SVG of a picture, stored at the first call."""
        if name not in self._relations:
            picture = self._images[name].for_word()
            number = len(self._relations) + 1
            self._relations[name] = (
                self._store(f"figure{number}.png", "image/png", picture.png),
                self._store(f"figure{number}.svg", "image/svg+xml", picture.outlined),
            )
        return self._relations[name]

    def _store(self, file_name: str, content_type: str, data: bytes) -> str:
        uri = PackURI(f"/word/media/{file_name}")
        return self._part.relate_to(Part(uri, content_type, data, self._part.package), RT.IMAGE)


def picture_in_line(number: int, alt: str, size: tuple[int, int], png: str, svg: str = "") -> Xml:
    """Return a picture that stands in a line of text.

    ``size`` is width and height in English Metric Units; ``png`` and ``svg`` are the relations to
    its files.
    """
    inline = etree.Element(f"{{{_WP}}}inline", nsmap=_PREFIXES)
    inline.attrib.update(dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    add(inline, _WP, "extent", cx=size[0], cy=size[1])
    name = f"Figure {number}"
    add(inline, _WP, "docPr", id=number, name=name, descr=alt)
    frame = add(inline, _WP, "cNvGraphicFramePr")
    add(frame, _A, "graphicFrameLocks", noChangeAspect=1)
    data = add(add(inline, _A, "graphic"), _A, "graphicData", uri=_PIC)
    picture = add(data, _PIC, "pic")
    named = add(picture, _PIC, "nvPicPr")
    add(named, _PIC, "cNvPr", id=number, name=name, descr=alt)
    add(named, _PIC, "cNvPicPr")
    _fill(picture, png, svg)
    _shape(picture, *size)
    return written(inline)


def _fill(picture: Element, png: str, svg: str) -> None:
    fill = add(picture, _PIC, "blipFill")
    blip = add(fill, _A, "blip")
    blip.set(f"{{{R}}}embed", png)
    if svg:
        _fill_with_vector(blip, svg)
    add(add(fill, _A, "stretch"), _A, "fillRect")


def _fill_with_vector(blip: Element, svg: str) -> None:
    extension = add(add(blip, _A, "extLst"), _A, "ext", uri=_SVG_EXTENSION)
    vector = add(extension, _SVG, "svgBlip")
    vector.set(f"{{{R}}}embed", svg)


def _shape(picture: Element, width: int, height: int) -> None:
    properties = add(picture, _PIC, "spPr")
    place = add(properties, _A, "xfrm")
    add(place, _A, "off", x=0, y=0)
    add(place, _A, "ext", cx=width, cy=height)
    add(add(properties, _A, "prstGeom", prst="rect"), _A, "avLst")
