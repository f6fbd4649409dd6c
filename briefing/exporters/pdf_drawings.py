"""Figures as they were last drawn: a drawing that has not changed is not drawn again.

To draw a chart takes WeasyPrint as long as to lay out a page. So the first time what it writes is
kept, with the letters that it takes from each font, and put into every document that shows the same
drawing in the same size.

Imports WeasyPrint, so only ``pdf_typesetting`` imports it, when a document is made.
"""

from __future__ import annotations

from collections import OrderedDict
from copy import copy
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, TypeAlias
from xml.etree import ElementTree

import pydyf
from weasyprint.images import SVGImage
from weasyprint.pdf import stream as streams
from weasyprint.text.fonts import FontConfiguration

from briefing.exporters.pdf_fetching import FigureFetcher

_KEPT = 48
"""Drawings; the charts of a pack."""
_ALPHA = ("A", "a")
"""Begin the names under which a page knows how opaque lines and areas are."""
_PICTURES = ("image", "feImage")
_HREF = ("href", "{http://www.w3.org/1999/xlink}href")

_How: TypeAlias = tuple[float, float, type]
"""Width, height, and the kind of fonts, of which those of a pack's parts are another."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """What was written for a drawing."""

    items: tuple[Any, ...]
    states: tuple[tuple[str, Any], ...]
    """How opaque it is, by the names that the items use."""
    fonts: tuple[tuple[Any, Any], ...]
    """Each font with the letters that were taken from it, by its key."""

    def put_on(self, stream: Any) -> None:
        """Write it once more."""
        for name, state in self.states:
            stream._resources["ExtGState"].setdefault(name, pydyf.Dictionary(state))
        for key, font in self.fonts:
            known = stream._fonts.get(key)
            if known is None:
                stream._fonts[key] = _with_own_letters(font)
            else:
                _add(known.to_unicode, font.to_unicode)
                _add(known.widths, font.widths)
        stream.stream.extend(self.items)


class KeptDrawing(SVGImage):  # type: ignore[misc] # WeasyPrint publishes no types
    """A drawing that knows what was written for it."""

    def __init__(self, tree: Any, address: str, fonts: FontConfiguration) -> None:
        super().__init__(tree, address, None, SimpleNamespace(font_config=fonts))
        self._drawn: dict[_How, _Drawn | None] = {}

    def shown_by(self, fetcher: FigureFetcher) -> KeptDrawing:
        """Return it, ready for the document whose addresses ``fetcher`` knows."""
        self._url_fetcher = self._svg.url_fetcher = fetcher
        return self

    def draw(self, stream: Any, width: float, height: float, style: Any) -> None:
        """Draw it on a page, in this size."""
        how = width, height, streams.Font
        if how not in self._drawn:
            self._drawn[how] = self._made(stream, width, height)
        made = self._drawn[how]
        if made is None:
            super().draw(stream, width, height, style)
        else:
            made.put_on(stream)

    def _made(self, stream: Any, width: float, height: float) -> _Drawn | None:
        """Return what is written for it; None where that could not be put into another document."""
        asked = self._url_fetcher.asked
        kinds = ("ExtGState", "XObject", "Pattern", "Shading")
        resources = pydyf.Dictionary({kind: pydyf.Dictionary() for kind in kinds})
        resources["ColorSpace"] = stream._resources["ColorSpace"]
        fonts: dict[Any, Any] = {}
        sheet = stream.clone(
            fonts=fonts, resources=resources, images={}, output_intent=stream._output_intent
        )
        try:
            self._svg.draw(sheet, width, height, self._base_url, self._context)
        except BaseException:  # noqa: BLE001 - WeasyPrint takes it so: it draws it again, and tells
            return None
        states = resources["ExtGState"]
        plain = all(name[0] in _ALPHA for name in states)
        alone = plain and not any(resources[kind] for kind in kinds[1:])
        if not alone or asked != self._url_fetcher.asked or any(map(_is_special, fonts.values())):
            return None
        return _Drawn(tuple(sheet.stream), tuple(states.items()), tuple(fonts.items()))


class Drawings:
    """The drawings that were last shown."""

    def __init__(self, fonts: FontConfiguration) -> None:
        self._fonts = fonts
        self._kept: OrderedDict[bytes, KeptDrawing | None] = OrderedDict()

    def of(self, fetcher: FigureFetcher) -> dict[str, KeptDrawing]:
        """Return the figures of a document by their addresses, as far as they can be kept."""
        made = {
            address: self._of(figure.svg, address) for address, figure in fetcher.figures.items()
        }
        return {
            address: drawing.shown_by(fetcher)
            for address, drawing in made.items()
            if drawing is not None
        }

    def _of(self, svg: bytes, address: str) -> KeptDrawing | None:
        if svg not in self._kept:
            self._kept[svg] = self._read(svg, address)
        self._kept.move_to_end(svg)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return self._kept[svg]

    def _read(self, svg: bytes, address: str) -> KeptDrawing | None:
        """Return a drawing; None where WeasyPrint has to read it, since it fails or loads more."""
        try:
            tree = ElementTree.fromstring(svg)  # noqa: S314 - as WeasyPrint reads it
            if any(map(_loads, tree.iter())):
                return None
            return KeptDrawing(tree, address, self._fonts)
        except Exception:  # noqa: BLE001 - whatever it is, it is told when WeasyPrint reads it
            return None


def _loads(element: ElementTree.Element) -> bool:
    """Tell whether an element may load something."""
    name = str(element.tag).rpartition("}")[2]
    words = "".join(element.itertext()) if name == "style" else ""
    elsewhere = any(not element.get(href, "#").startswith("#") for href in _HREF)
    return name in _PICTURES or "@" in words or "url" in words or (name == "use" and elsewhere)


def _with_own_letters(font: Any) -> Any:
    """Return a font for a document, which adds to its letters and then drops the others."""
    own = copy(font)
    own.to_unicode, own.widths, own.missing = dict(font.to_unicode), dict(font.widths), {}
    own.variations = dict(font.variations)
    return own


def _add(known: dict[int, Any], more: dict[int, Any]) -> None:
    for glyph, value in more.items():
        known.setdefault(glyph, value)


def _is_special(font: Any) -> bool:
    """Tell whether a font has letters of its own making, or pictures as letters."""
    return bool(font.missing or font.bitmap or font.png or font.svg or font.colr)
