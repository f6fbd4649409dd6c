"""One page shown ahead of the rest: that on which the latest change is seen.

Most of a page is as it was. Only what has changed is laid out, with its neighbours, for these tell
how far apart they stand; the bands of the page as it was go above and below. What runs over the end
of the page falls away, and where there is room what follows moves up. Only the whole layout knows
where pages truly end, so such a page is not exact.

Imports WeasyPrint, so only the preview imports it, when there is something to be shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.exporters.pages import page_size
from briefing.exporters.pdf_bands import Band, joined
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_layout import POINTS, Layout, Sheet, Span, sheets, written
from briefing.exporters.pdf_montage import Montage, hits_of
from briefing.exporters.pdf_notes import has_footnotes, printed
from briefing.exporters.pdf_pages import side_rules
from briefing.exporters.pdf_typesetting import complaints, press
from briefing.exporters.pdf_units import START, UNSEEN, Units, excerpt_of, units_of
from briefing.exporters.pdf_versions import Versions
from briefing.model import RenderedBrief
from briefing.model.desk import PreviewPage

_SHEETS = 4
"""What is laid out stands on one page, so many times as high, lest it breaks."""
_FIGURE = "<img"
_RULES = f".{START} {{ margin-top: 0 !important }} .{UNSEEN} {{ visibility: hidden }}"


def pages_ahead(
    old: Layout,
    pages: Mapping[int, PreviewPage],
    brief: RenderedBrief,
    showing: Sequence[int],
    changed: str,
) -> Iterator[PreviewPage]:
    """Yield the page on which a change is seen; none where there is no telling which it is.

    Then those on screen that follow, as far as they begin otherwise than before: what has run over
    the end of a page must not seem lost. ``pages`` are those of the old layout as far as they are
    written, ``showing`` the numbers of those on screen, ``changed`` the code of the finding that
    the change was about.

    A document with footnotes has no such page: they take room from the text above them.
    """
    html = printed(brief.html)
    if has_footnotes(html):
        return
    units = units_of(html)
    versions = Versions(old.units.texts, units.texts)
    if not versions.changes or not len(units) or not len(old.units):
        return
    number = _page_seen(old, units, versions, showing, changed)
    begin: int | None = None
    while number in pages:
        sheet = old.sheets[number - 1]
        parts = _parts(old, sheet, units, versions, begin) if sheet.spans else range(0)
        if not parts:
            return
        made = _put_together(old, pages[number], brief, units, Montage(sheet, parts, versions))
        if made is None:
            return
        begin, page = made
        yield page
        number += 1
        if number not in showing or number > old.total or _begins_at(old, number, versions, begin):
            return


def _begins_at(old: Layout, number: int, versions: Versions, begin: int) -> bool:
    """Tell whether a page began with that part of the new version before, too."""
    spans = old.sheets[number - 1].spans
    return bool(spans) and versions.in_new(spans[0].unit) == begin


def _page_seen(
    old: Layout, units: Units, versions: Versions, showing: Sequence[int], changed: str
) -> int:
    """Return the number of the page to be shown."""
    own = units.holding(changed) if changed else None
    if own is not None:
        return old.page_of(min(versions.in_old(own), len(old.units) - 1))
    gone = old.units.holding(changed) if changed else None
    if gone is not None:
        return old.page_of(gone)
    touched = [
        old.page_of(min(unit, len(old.units) - 1))
        for change in versions.changes
        for unit in range(change.old_first, max(change.old_end, change.old_first + 1))
    ]
    return next((page for page in touched if page in showing), touched[0])


def _parts(old: Layout, sheet: Sheet, units: Units, versions: Versions, begin: int | None) -> range:
    """Return the parts of the new version that belong on a page: as much text as it held.

    It begins with ``begin``, or where that is None with what it began with.
    """
    first, last = sheet.spans[0].unit, sheet.spans[-1].unit
    begin = versions.in_new(first) if begin is None else begin
    if versions.was(begin) != first and not old.is_whole(first):
        return range(0)
    below = versions.in_new(last + 1)
    stop = _stop_below(units, below) if old.is_whole(last) else below
    room = sum(len(old.units.texts[span.unit]) for span in sheet.spans)
    end = begin
    while end < stop and (room > 0 or end in units.bound):
        room -= len(units.texts[end])
        end += 1
    return range(begin, end)


def _stop_below(units: Units, below: int) -> int:
    """Return before which part to stop of those that stood on the next page.

    A figure takes long to draw, and is so high that it seldom moves up.
    """
    figures = (part for part in range(below, len(units)) if _FIGURE in units.texts[part])
    return next(figures, len(units))


def _put_together(
    old: Layout, page: PreviewPage, brief: RenderedBrief, units: Units, montage: Montage
) -> tuple[int, PreviewPage] | None:
    """Return a page, and the part with which the next one begins; None where nothing fits."""
    made, spans = _laid_out(brief, units, montage, old.tight, page.number)
    pictures = {True: made or page, False: page}
    pieces = montage.pieces(spans)
    if not pieces:
        return None
    while len(pieces) > 1 and pieces[-1].part + 1 in units.bound:
        pieces.pop()  # it goes with what follows it, which has found no room
    shown = [(piece, pictures[piece.is_new]) for piece in pieces]
    hits = tuple(hit for piece, on in shown for hit in hits_of(piece, on, page, on.hits))
    points = tuple(hit for piece, on in shown for hit in hits_of(piece, on, page, on.points))
    bands = [
        Band(pictures[one.is_new].pdf, one.top * POINTS, one.bottom * POINTS, one.at * POINTS)
        for one in montage.strips(pieces)
    ]
    pdf = joined(page.width_pt, page.height_pt, bands)
    return pieces[-1].part + 1, replace(page, pdf=pdf, hits=hits, points=points, exact=False)


def _laid_out(
    brief: RenderedBrief, units: Units, montage: Montage, tight: bool, number: int
) -> tuple[PreviewPage | None, dict[int, Span]]:
    """Return what is new on one page, and where each part of it and its neighbours stands there."""
    runs = montage.wanted()
    if not runs:
        return None, {}
    fetcher = FigureFetcher(brief.figures, brief.house)
    size = page_size(brief)
    paper = f"@page {{ size: {size.width_mm}mm {size.height_mm * _SHEETS}mm }}"
    rules = paper + side_rules(brief, number) + _RULES
    html = excerpt_of(units, runs, montage.kept)
    with press().turn, complaints():
        typeset = press().lay_out(html, rules, fetcher, tight=tight)
    numbers = [number for run in runs for number in run]
    (sheet, *_) = sheets(typeset)
    spans = {numbers[span.unit]: replace(span, unit=numbers[span.unit]) for span in sheet.spans}
    return written(typeset, 0, 1, brief.figures, exact=False), spans
