"""A part made: laid out, drawn and tagged, with what only the whole can tell left open.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pydyf
from weasyprint import DEFAULT_OPTIONS
from weasyprint import pdf as writing
from weasyprint.document import Document, Page
from weasyprint.urls import FatalURLFetchingError

from briefing.exporters.pdf import check, layout_remarks, refused
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_house import Wardrobe
from briefing.exporters.pdf_lettering import KnownFont, known_fonts, letterings_of
from briefing.exporters.pdf_part_objects import objects_of
from briefing.exporters.pdf_parts import REFERENCE, WORDS, Bookmark, Drawing, Part, PartOrder, Sheet
from briefing.exporters.pdf_tags import (
    describe_links,
    keep_nearest_row_header,
    structure_mended,
    targets_in,
)
from briefing.exporters.pdf_typesetting import Press, Typeset, complaints, press
from briefing.exporters.pdf_uncollected import uncollected
from briefing.model import FigureImage
from briefing.model.chart import WordPicture

OPTIONS = {**DEFAULT_OPTIONS, "pdf_tags": True, "pdf_version": "1.7"}
_PRINTED = 4
"""The flag by which an annotation is printed, as PDF/A has all of them."""
_HEADING = re.compile(r"\bh([123])\b")


class Drawn(NamedTuple):
    """Pages drawn, before they are written."""

    pdf: pydyf.PDF
    fonts: Sequence[KnownFont]


def make(order: PartOrder) -> Part:
    """Return a finished part.

    Raises:
        ExportError: it asks for something that may not be loaded, or lacks what the standards
            demand.
    """
    figures = tuple(_figure(one) for one in order.figures)
    fetcher = FigureFetcher(figures, order.house)
    with press().turn, complaints() as heard, uncollected():
        try:
            typeset = _typeset(order, fetcher)
            drawn = _drawn(typeset, order, figures)
        except FatalURLFetchingError as error:  # a BaseException
            raise refused(fetcher) from error
    check(fetcher, heard)
    return Part(
        **objects_of(drawn.pdf),
        sheets=tuple(sheet_of(page) for page in typeset.pages),
        bookmarks=tuple(_bookmarks(typeset.pages)),
        links=frozenset(_links(typeset.pages, order)),
        letterings=letterings_of(drawn.fonts),
        tight=typeset.tight,
        remarks=tuple(layout_remarks(heard)),
    )


def sheet_of(page: Page) -> Sheet:
    """Return the paper of a page."""
    box: Any = page._page_box
    margins = (box.margin_top, box.margin_right, box.margin_bottom, box.margin_left)
    return Sheet(page.width, page.height, *margins)


def _typeset(order: PartOrder, fetcher: FigureFetcher) -> Typeset:
    chosen = _lowered_press() if order.is_lowered else press()
    if order.tight is None:
        return chosen.fitted(order.html, order.rules, fetcher, order.sides)
    return chosen.lay_out(order.html, order.rules, fetcher, tight=order.tight)


@lru_cache(maxsize=1)
def _lowered_press() -> Press:
    common = press()
    return replace(common, wardrobe=_LoweredWardrobe(common.fonts, common.counters))


class _LoweredWardrobe(Wardrobe):
    """The stylesheets with what they say of a heading said of the next lower one."""

    def text(self, path: Path) -> str:
        """Return a stylesheet whose headings are a level lower."""
        return _HEADING.sub(lambda found: f"h{int(found[1]) + 1}", super().text(path))


def _figure(drawing: Drawing) -> FigureImage:
    return FigureImage(
        drawing.name, drawing.svg, _nothing, drawing.width_pt, drawing.height_pt, drawing.areas
    )


def _nothing() -> WordPicture:
    raise ValueError("a part of a PDF has no picture for Word")


def _drawn(typeset: Typeset, order: PartOrder, figures: Sequence[FigureImage]) -> Drawn:
    """Return pages drawn and tagged, without the files of their fonts."""
    given = typeset.document
    document = Document(given.pages, given.metadata, given.url_fetcher, given.font_config, {}, None)
    with structure_mended(figures), known_fonts(), _by_itself():
        pdf = writing.generate_pdf(document, None, 1, **OPTIONS)
    keep_nearest_row_header(pdf)
    inside = targets_in(order.html)
    describe_links(pdf, inside)
    for one in pdf.objects:
        if isinstance(one, dict):
            _finish(one, order.place, inside)
    return Drawn(pdf, tuple(document.fonts.values()))


def _finish(one: Any, place: str, inside: Container[str]) -> None:
    """Make something of a PDF what it is to be in the whole; ``inside`` are the part's places."""
    if one.get("Type") == "/Annot":
        one["F"] = _PRINTED
        name = one["Dest"].string if "Dest" in one else ""
        if name and name not in inside and one["Contents"].string == name:
            one["Contents"] = REFERENCE % (WORDS + name.encode())
    elif one.get("S") == "/TH":  # the cells of its row or column hold the very same string
        one["ID"].string = f"{place}-{one.number}"


@contextmanager
def _by_itself() -> Iterator[None]:
    """Let WeasyPrint leave out what the whole has: fonts, outline; and keep all links."""
    ours = {
        "resolve_links": _unresolved,
        "build_fonts_dictionary": lambda *_: pydyf.Dictionary(),
        "add_outlines": lambda *_: None,
    }
    theirs = {name: getattr(writing, name) for name in ours}
    vars(writing).update(ours)
    try:
        yield
    finally:
        vars(writing).update(theirs)


def _unresolved(pages: Sequence[Page]) -> Iterator[tuple[list[Any], list[Any]]]:
    """Yield links and anchors of each page; whether there is what they lead to is told later."""
    known: set[str] = set()
    for page in pages:
        new = {name: point for name, point in page.anchors.items() if name not in known}
        known.update(new)
        yield page.links, [(name, *point[:2]) for name, point in new.items()]


def _links(pages: Sequence[Page], order: PartOrder) -> Iterator[str]:
    for page in pages:
        yield from (target for kind, target, _, _ in page.links if kind == "internal")
    for figure in order.figures:
        yield from (area.target for area in figure.areas if area.target)


def _bookmarks(pages: Sequence[Page]) -> Iterator[Bookmark]:
    for number, page in enumerate(pages):
        for level, label, (across, down), state in page.bookmarks:
            yield Bookmark(number, level, label, across, down, state)
