"""The style of a house in print: its colours and fonts in our stylesheets.

Imports WeasyPrint, so only ``pdf_typesetting`` imports it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle
from weasyprint.text.fonts import FontConfiguration

from briefing import fonts, resources
from briefing.exporters.house import HEADINGS, TEXT, font_address
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.model import House, HouseFont

STYLESHEETS = ("print.css", "print-tight.css")


class Wardrobe:
    """The stylesheets as each house wears them; those of the last house are kept."""

    def __init__(self, font_config: FontConfiguration, counters: CounterStyle) -> None:
        self._fonts = font_config
        self._counters = counters
        self._plain = self._made(FigureFetcher())
        self._last: tuple[House, tuple[CSS, CSS]] | None = None

    def styles(self, fetcher: FigureFetcher) -> tuple[CSS, CSS]:
        """Return the stylesheet, and the one laid over it where a document is set tighter."""
        house = fetcher.house
        if house is None:
            return self._plain
        if self._last is None or self._last[0] != house:
            self._last = (house, self._made(fetcher))
        return self._last[1]

    def text(self, path: Path) -> str:
        """Return a stylesheet as it is before a house wears it."""
        return path.read_text("utf-8")

    def _made(self, fetcher: FigureFetcher) -> tuple[CSS, CSS]:
        style, tight = (self._parsed(resources.templates() / name, fetcher) for name in STYLESHEETS)
        return style, tight

    def _parsed(self, path: Path, fetcher: FigureFetcher) -> CSS:
        own = font_rules(fetcher.house) if path.name == STYLESHEETS[0] and fetcher.house else ""
        return CSS(
            string=own + dressed(self.text(path), fetcher.house),
            font_config=self._fonts,
            counter_style=self._counters,
            url_fetcher=fetcher,
        )


def dressed(css: str, house: House | None) -> str:
    """Return a stylesheet in the colours and fonts of a house."""
    if house is None:
        return css
    for ours, theirs in house.colours:
        css = re.sub(re.escape(ours), theirs, css, flags=re.IGNORECASE)
    for family, font, name in (
        (fonts.SERIF, house.text, TEXT),
        (fonts.SANS, house.headings, HEADINGS),
    ):
        if font is not None:
            css = css.replace(f"'{family.name}'", f"'{name}', '{family.name}'")
    return css


def font_rules(house: House) -> str:
    """Return the rules that bring the fonts of a house."""
    return "".join((*_faces(TEXT, house.text), *_faces(HEADINGS, house.headings)))


def _faces(name: str, font: HouseFont | None) -> Iterator[str]:
    for face in font.faces if font is not None else ():
        style = "italic" if face.italic else "normal"
        yield (
            f"@font-face {{ font-family: '{name}'; font-weight: {face.weight}; "
            f"font-style: {style}; src: url({font_address(name, face)}) }}\n"
        )
