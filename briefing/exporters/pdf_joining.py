"""Pages laid out apart made one document, with heads and feet that tell their place in it.

Heads and feet are the only thing on a page that depends on all others. So they are laid out for the
whole pack at once, on pages without text, and put on the pages that hold the text.

Imports WeasyPrint, so only ``pdf_pack`` imports it, when a pack is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import Any, TypeAlias

from weasyprint.document import Document, Page

from briefing import fonts
from briefing.exporters.pages import running_head
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_frames import framed
from briefing.exporters.pdf_pages import frame_rules
from briefing.exporters.pdf_pieces import PackPage
from briefing.exporters.pdf_typesetting import press
from briefing.model.pack import PieceKind, RenderedPack

Geometry: TypeAlias = tuple[float, ...]
"""Width, height, and the margins as CSS has them: top, right, bottom, left; all in pixels."""
_SHAPE = (
    "@page g{name} {{ size: {0}px {1}px; margin: {2}px {3}px {4}px {5}px }}"
    ".g{name} {{ page: g{name}; break-after: page }}"
)
_SLIPS = "i { string-set: head content() } b { string-set: foot content() } "


def joined(pages: Sequence[PackPage], pack: RenderedPack, fetcher: FigureFetcher) -> Document:
    """Return one document of all pages, each with its head and foot."""
    shapes = [_geometry(one.page) for one in pages]
    frames = _frames(pages, shapes, pack, fetcher)
    both = zip(pages, frames.pages, strict=True)
    whole: Document = frames.copy([framed(one.page, frame) for one, frame in both])
    return whole


def _frames(
    pages: Sequence[PackPage],
    shapes: Sequence[Geometry],
    pack: RenderedPack,
    fetcher: FigureFetcher,
) -> Document:
    """Return as many pages with nothing but head and foot."""
    names = {shape: number for number, shape in enumerate(dict.fromkeys(shapes))}
    rules = [_SHAPE.format(*shape, name=name) for shape, name in names.items()]
    slips = (
        f'<div class="g{names[shape]}"><i>{_shown(_head(page))}</i><b>{_shown(foot)}</b></div>'
        for page, shape, foot in zip(pages, shapes, _feet(pages), strict=True)
    )
    html = f'<html lang="en"><title>-</title><body>{"".join(slips)}</body></html>'
    style = _SLIPS + frame_rules(pack, len(pages)) + "".join(rules)
    return press().lay_out(html, style, fetcher).document


def _head(page: PackPage) -> str:
    """Return what stands above the text: nothing on the cover, on dividers and blank pages."""
    kinds = (PieceKind.PART, PieceKind.ANNEX)
    if page.is_blank:
        return ""
    tab = page.piece.tab if page.piece.kind in kinds else ""
    return running_head(" · ".join(filter(None, (tab, page.piece.head))))


def _feet(pages: Iterable[PackPage]) -> Iterator[str]:
    """Yield what tells the place of each page in its tab."""
    for page in pages:
        counted = f"page {page.number} of {page.total}" if page.number else ""
        yield " · ".join(filter(None, (page.piece.tab, counted)))


def _shown(text: str) -> str:
    return escape(fonts.spell_out_uncovered(text))


def _geometry(page: Page) -> Geometry:
    box: Any = page._page_box
    margins = (box.margin_top, box.margin_right, box.margin_bottom, box.margin_left)
    return (page.width, page.height, *margins)
