"""WeasyPrint kept warm: the bundled fonts as the only fonts, the stylesheet parsed once.

Imports WeasyPrint, so only ``pdf`` imports it, when a document is made.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from xml.sax.saxutils import escape

from weasyprint import CSS
from weasyprint.css.counters import CounterStyle
from weasyprint.document import Document, Page
from weasyprint.text.fonts import FontConfiguration

from briefing import resources
from briefing.exporters.pdf_colour import OUTPUT_INTENT, colour_profiles
from briefing.exporters.pdf_drawings import Drawings
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_house import Wardrobe, dressed
from briefing.exporters.pdf_parsing import ParsedHTML
from briefing.exporters.pdf_quickened import quicken

ANNEX = "annex"
"""Id of the heading with which the annex of passages begins, on a page of its own."""
_NEARLY_EMPTY = 0.3
"""A last page filled less than this is worth a second try."""
_FONTCONFIG_FILE = "FONTCONFIG_FILE"
_FONTCONFIG = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{fonts}</dir><cachedir>{cache}</cachedir></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Press:
    """What all documents share; one at a time goes through."""

    fonts: FontConfiguration
    counters: CounterStyle
    wardrobe: Wardrobe
    drawings: Drawings
    turn: threading.Lock = field(default_factory=threading.Lock)

    def fitted(self, html: str, rules: str, fetcher: FigureFetcher, limit: int) -> Typeset:
        """Return a document laid out in pages; ``limit`` is the length it is meant for.

        Where a few lines too many begin the last page before the annex, and setting everything a
        little tighter saves that page, it is set tighter. So it is where it runs over the length
        it is meant for by a page at most: one line more then makes it one line longer, and not
        looser as well.
        """
        loose = self.lay_out(html, rules, fetcher)
        runs_over = limit < loose.sides <= limit + 1 and limit > 0
        if loose.sides == 1 or not (runs_over or loose.runs_on <= _NEARLY_EMPTY):
            return loose
        tight = self.lay_out(html, rules, fetcher, tight=True)
        return tight if runs_over or tight.sides < loose.sides else loose

    def lay_out(
        self, html: str, rules: str, fetcher: FigureFetcher, *, tight: bool = False
    ) -> Typeset:
        """Return a document laid out in pages, whatever comes of it; ``rules`` are its pages'."""
        parsed = ParsedHTML(html, fetcher)
        style, tighter = self.wardrobe.styles(fetcher)
        styles = [style, *([tighter] if tight else [])]
        rules = dressed(rules, fetcher.house)
        document = parsed.render(
            font_config=self.fonts,
            counter_style=self.counters,
            color_profiles=colour_profiles(),
            output_intent=OUTPUT_INTENT,
            stylesheets=[*styles, CSS(string=rules, url_fetcher=fetcher)],
            cache=self.drawings.of(fetcher),
        )
        return Typeset(document, (parsed.etree_element,), tight)


@dataclass(frozen=True, slots=True)
class Typeset:
    """A document laid out in pages."""

    document: Document
    roots: tuple[Any, ...]
    """The elements ``html`` as parsed; the boxes of the pages refer to their descendants."""
    tight: bool
    """Whether it was set tighter."""

    @property
    def pages(self) -> list[Page]:
        """The pages, in order."""
        pages: list[Page] = self.document.pages
        return pages

    @property
    def sides(self) -> int:
        """How many pages there are before the annex: those that a template limits."""
        annex = (number for number, page in enumerate(self.pages) if _begins_annex(page))
        return next(annex, len(self.pages)) or 1

    @property
    def filled(self) -> float:
        """Which part of the height of the last page before the annex is taken, 0 to 1."""
        sheet = self.pages[self.sides - 1]._page_box
        text = next(box for box in sheet.children if box.element_tag == "html")
        if self.sides == len(self.pages):
            return float(text.height / sheet.height)
        return self._taken(self.sides - 1)

    @property
    def runs_on(self) -> float:
        """Which part of a page's height stands on the last page for want of room before it.

        What has room there, and moved on with what it is kept together with, does not count.
        """
        return self.filled + self._taken(self.sides - 2) - 1

    def _taken(self, index: int) -> float:
        """Return which part of the height of a page is taken."""
        # Before a page that is begun, the text's own box reaches down to the page's end.
        sheet = self.pages[index]._page_box
        text = next(box for box in sheet.children if box.element_tag == "html")
        ends = (box.border_box_y() + box.border_height() for box in text.children[0].children)
        return float((max(ends) - sheet.content_box_y()) / sheet.height)


def _begins_annex(page: Page) -> bool:
    """Tell whether an annex of passages begins on a page; within a pack its id is longer."""
    return any(name == ANNEX or name.endswith(f"-{ANNEX}") for name in page.anchors)


@lru_cache(maxsize=1)
def press() -> Press:
    """Return the press, made ready when first asked for."""
    quicken()
    fonts, counters = _bundled_fonts_only(), CounterStyle()
    return Press(fonts, counters, Wardrobe(fonts, counters), Drawings(fonts))


def _bundled_fonts_only() -> FontConfiguration:
    """Return a configuration that knows ``assets/fonts`` and none of the machine's own fonts.

    Fontconfig reads the path of its configuration from the environment, once, when WeasyPrint asks
    for a configuration; afterwards the environment is as before and the files are gone.
    """
    with TemporaryDirectory(prefix="deskbrief-", ignore_cleanup_errors=True) as folder:
        config = Path(folder, "fonts.conf")
        where = {"fonts": resources.assets("fonts"), "cache": Path(folder, "cache")}
        paths = {name: escape(str(path)) for name, path in where.items()}
        config.write_text(_FONTCONFIG.format(**paths), "utf-8")
        with _environment(_FONTCONFIG_FILE, str(config)):
            return FontConfiguration()


@contextmanager
def _environment(name: str, value: str) -> Iterator[None]:
    before = os.environ.get(name)
    os.environ[name] = value
    try:
        yield
    finally:
        if before is None:
            del os.environ[name]
        else:
            os.environ[name] = before


class Complaints(logging.Handler):
    """Collects what WeasyPrint logs in this thread while it is listened to."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._thread = threading.get_ident()
        self.errors: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message under its level."""
        if record.thread == self._thread:
            kept = self.errors if record.levelno >= logging.ERROR else self.warnings
            kept.append(record.getMessage())


@contextmanager
def complaints() -> Iterator[Complaints]:
    """Listen to WeasyPrint and fontTools, which tells of fonts that cannot be cut down."""
    heard = Complaints()
    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    try:
        for logger in loggers:
            logger.addHandler(heard)
        yield heard
    finally:
        for logger in loggers:
            logger.removeHandler(heard)
