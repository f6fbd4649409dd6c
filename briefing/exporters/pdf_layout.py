"""A brief laid out for the preview: which part stands on which page, and each page as a PDF.

Imports WeasyPrint, so only the preview imports it, when there is something to be shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from itertools import chain
from typing import Any, TypeAlias

from weasyprint.urls import FatalURLFetchingError

from briefing.exporters.endnotes import NOTE_SIGN
from briefing.exporters.pdf import check, layout_remarks, refused
from briefing.exporters.pdf_areas import by_address, links_on
from briefing.exporters.pdf_composing import Composer
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_notes import printed
from briefing.exporters.pdf_typesetting import Typeset, complaints, press
from briefing.exporters.pdf_uncollected import uncollected
from briefing.exporters.pdf_units import parts_of, units_of
from briefing.model import FigureArea, FigureImage, RenderedBrief
from briefing.model.desk import PageHit, PagePoint, PreviewPage

_CODE = "f-"
"""Begins the id of an element that is a finding."""
_ENTRY = '<li class="level-'
"""Begins an entry of a contents list."""
POINTS = 0.75
"""Points in a CSS pixel."""

PageKey: TypeAlias = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Begin:
    """How a page begins."""

    unit: int
    """The part that stands first on it."""
    clean: bool
    """Whether that part begins there, rather than on the page before."""


@dataclass(frozen=True, slots=True)
class Span:
    """What a part of the document takes of a page's height, in CSS pixels from the page's top."""

    unit: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the parts stand on a page, in CSS pixels from its top."""

    height: float
    top: float
    """Where what may be written on begins."""
    bottom: float
    spans: tuple[Span, ...]
    """In order."""


class Layout:
    """All pages of a brief."""

    def __init__(self, brief: RenderedBrief, typeset: Typeset, remarks: tuple[str, ...]) -> None:
        self.brief = brief
        self.units = units_of(printed(brief.html))
        self.remarks = remarks
        self.tight = typeset.tight
        self.total = len(typeset.pages)
        self.filled = typeset.sides - 1 + typeset.filled
        self.sheets = sheets(typeset)
        self.begins = _begins(self.sheets, len(self.units))
        self._typeset: Typeset | None = typeset

    def page_of(self, unit: int) -> int:
        """Return the number of the page on which a part begins."""
        before = [
            n for n, begin in enumerate(self.begins, 1) if begin.unit + (not begin.clean) <= unit
        ]
        return before[-1] if before else 1

    def is_whole(self, unit: int) -> bool:
        """Tell whether all of a part stands on one page."""
        return sum(1 for sheet in self.sheets for span in sheet.spans if span.unit == unit) == 1

    def key(self, number: int) -> PageKey | None:
        """Return what two pages that look the same have in common; None: not to be told."""
        ends = (*self.begins, Begin(len(self.units), True))[number - 1 : number + 1]
        if not all(end.clean for end in ends):
            return None
        texts = self.units.texts[ends[0].unit : ends[1].unit]
        figures = self.brief.figures if any("<img" in text for text in texts) else ()
        brief = self.brief
        paper = (brief.page_size, brief.binding_mm, brief.house)
        around = (brief.marking, brief.reference, brief.title, *paper)
        classes = self.units.root.body.get("class")
        counted = self._counted(ends[0].unit, texts)
        return number, self.total, self.tight, around, classes, figures, counted, texts

    def _counted(self, begin: int, texts: Sequence[str]) -> PageKey:
        """Return what is printed on a page though it is not in its words: numbers counted."""
        notes = sum(text.count(NOTE_SIGN) for text in self.units.texts[:begin])
        lists_pages = any(_ENTRY in text for text in texts)
        return notes, self.begins if lists_pages else ()

    def page(self, number: int) -> PreviewPage:
        """Return a page, written."""
        if self._typeset is None:
            raise ValueError("the layout has been put away")
        return written(self._typeset, number - 1, number, self.brief.figures)

    def put_away(self) -> None:
        """Let go of the boxes, which take much room, once every page is written."""
        self._typeset = None


def lay_out(brief: RenderedBrief, composer: Composer | None = None) -> Layout:
    """Return a brief laid out as it would be exported; ``composer`` may have parts of it ready.

    Raises:
        ExportError: it asks for something that may not be loaded.
    """
    typeset, remarks = laid_out(brief, composer)
    return Layout(brief, typeset, remarks)


def laid_out(
    brief: RenderedBrief, composer: Composer | None = None
) -> tuple[Typeset, tuple[str, ...]]:
    """Return the pages of a brief, and what there is to remark on the layout; errors as above."""
    fetcher = FigureFetcher(brief.figures, brief.house)
    with press().turn, complaints() as heard, uncollected():
        try:
            typeset = (composer or Composer()).typeset(brief, fetcher)
        except FatalURLFetchingError as error:  # a BaseException
            raise refused(fetcher) from error
    check(fetcher, heard)
    return typeset, tuple(layout_remarks(heard))


def written(
    typeset: Typeset,
    index: int,
    number: int,
    figures: Iterable[FigureImage] = (),
    *,
    exact: bool = True,
) -> PreviewPage:
    """Return one laid out page as it is shown; ``number`` is that in the whole document."""
    page = copy(typeset.pages[index])
    page.links = []  # most lead to other pages, which the PDF of one does not hold
    with press().turn, complaints():
        pdf: bytes = typeset.document.copy([page]).write_pdf()
    width, height = page.width * POINTS, page.height * POINTS
    hits, points = tuple(_hits(page)), tuple(_points(page, by_address(figures)))
    return PreviewPage(number, pdf, width, height, hits, points, exact)


def _points(page: Any, figures: Mapping[str, FigureImage]) -> Iterator[PagePoint]:
    """Yield where points of charts lie that lead to findings, or to a figure of one's own."""
    for box in page._page_box.descendants() if figures else ():
        for area, (left, top, width, height) in links_on(box, figures):
            if area.code or area.leads_on:
                across, down = page.width, page.height
                place = (left / across, top / down, width / across, height / down)
                chart = box.element.get("src").removeprefix("figure:")
                yield PagePoint(
                    area.code, *place, chart, area.label, area.words, tuple(_rings(area))
                )


def _rings(area: FigureArea) -> Iterator[tuple[float, ...]]:
    """Yield the edge of a point in parts of the size of its area."""
    sides = area.width or 1.0, area.height or 1.0
    for ring in area.outline:
        across = ((x - area.left) / sides[0] for x in ring[::2])
        down = ((y - area.top) / sides[1] for y in ring[1::2])
        yield tuple(chain.from_iterable(zip(across, down, strict=True)))


def _hits(page: Any) -> Iterator[PageHit]:
    seen: set[str] = set()
    for box in page._page_box.descendants():
        code = box.element.get("id", "") if box.element is not None else ""
        if code.startswith(_CODE) and code not in seen:
            seen.add(code)
            yield PageHit(
                code,
                box.border_box_x() / page.width,
                box.border_box_y() / page.height,
                box.border_width() / page.width,
                box.border_height() / page.height,
            )


def sheets(typeset: Typeset) -> tuple[Sheet, ...]:
    """Return for each page where the parts stand on it."""
    bodies = (child for root in typeset.roots for child in root if child.tag == "body")
    parts = (part for body in bodies for part, _ in parts_of(body))
    numbers = {part: number for number, part in enumerate(parts)}
    return tuple(_sheet(page._page_box, numbers) for page in typeset.pages)


def _sheet(page: Any, numbers: dict[Any, int]) -> Sheet:
    spans: dict[int, Span] = {}
    for box in page.descendants():
        number = numbers.get(box.element)
        if (
            number is not None and number not in spans
        ):  # the outermost box of an element comes first
            top = box.border_box_y()
            spans[number] = Span(number, top, top + box.border_height())
    top = page.content_box_y()
    return Sheet(page.margin_height(), top, top + page.height, tuple(spans.values()))


def _begins(sheets: Sequence[Sheet], count: int) -> tuple[Begin, ...]:
    begins = []
    last = -1
    for sheet in sheets:
        numbers = [span.unit for span in sheet.spans]
        first = numbers[0] if numbers else min(last + 1, count - 1)
        begins.append(Begin(first, first > last))
        last = max([last, *numbers])
    return tuple(begins)
