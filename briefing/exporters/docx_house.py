"""The style of a house in Word: its colours and fonts in our reference document, its logo."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefing import fonts
from briefing.exporters.docx_figures import EMU_PER_POINT, picture_in_line
from briefing.exporters.docx_xml import Element, Xml, w
from briefing.model import House, Logo

_LOGO_NUMBER = 900_000
"""Numbers the logo apart from the figures."""
_MOST_HEIGHT_MM = 10
"""A higher head would push the text of the page down."""
_EMU_PER_MM = round(EMU_PER_POINT * 72 / 25.4)


def wear(styles: Element, house: House) -> None:
    """Put the colours and fonts of a house into the styles of the shipped reference document."""
    taken = {ours[1:].lower(): theirs[1:].upper() for ours, theirs in house.colours}
    for family, font in ((fonts.SERIF, house.text), (fonts.SANS, house.headings)):
        if font is not None:
            taken[family.name.lower()] = font.family
    for element in styles.iter():
        for name, value in element.attrib.items():
            if str(value).lower() in taken:
                element.set(name, taken[str(value).lower()])


def logo_run(logo: Logo, head: Part) -> Xml:
    """Return a run with the logo, stored as a part of the package that a page's head refers to."""
    stored = Part(PackURI("/word/media/logo.png"), "image/png", logo.png, head.package)
    relation = head.relate_to(stored, RT.IMAGE)
    scale = min(1.0, _MOST_HEIGHT_MM / logo.height_mm) * _EMU_PER_MM
    size = (round(logo.width_mm * scale), round(logo.height_mm * scale))
    return w("r", w("drawing", picture_in_line(_LOGO_NUMBER, logo.alt, size, relation)))
