"""One page laid out ahead of the rest: that on which the latest change is seen.

It begins with the part with which it began in the last layout, so it is mostly the page that the
whole layout will bring. Where the change stands close to the top of the page the one before is laid
out too, for something may go back to it.

Imports WeasyPrint, so only the preview imports it, when there is something to be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_layout import Layout, units_on, written
from briefing.exporters.pdf_pages import rules_from
from briefing.exporters.pdf_typesetting import Typeset, complaints, press
from briefing.exporters.pdf_units import START, Difference, Units, difference, document_of, units_of
from briefing.model import RenderedBrief
from briefing.model.desk import PreviewPage

_MORE = 0.12
"""So much of a page is laid out beyond those that are wanted, lest the last ends too soon."""
_FEWEST = 3
"""So many parts at least are laid out."""
_HEADING = "<h"
_MOST_PAGES = 3
"""More pages are not laid out for the sake of one."""
_NO_SPACE_ABOVE = f".{START} {{ margin-top: 0 !important }}"


@dataclass(frozen=True, slots=True)
class _Part:
    """What is to be laid out."""

    page: int
    """Number of the page that it begins."""
    pages: int
    """How many pages are needed of it."""
    first: int
    last: int
    focus: int
    """The part of the document that is to be seen."""


def page_ahead(
    old: Layout, brief: RenderedBrief, showing: Sequence[int], changed: str
) -> PreviewPage | None:
    """Return the page on which the change is seen; None where there is no telling which it is."""
    units = units_of(brief.html)
    where = difference(old.units.texts, units.texts)
    if where is None or not len(units) or not len(old.units):
        return None
    part = _part(old, units, where, _focus(old, units, where, showing, changed))
    if part is None:
        return None
    typeset = _laid_out(old, brief, units, part)
    seen = (n for n, on in enumerate(units_on(typeset)) if part.focus - part.first in on)
    index = min(next(seen, 0), part.pages - 1)
    return written(typeset, index, part.page + index, exact=False)


def _focus(
    old: Layout, units: Units, where: Difference, showing: Sequence[int], changed: str
) -> int:
    """Return the part of the new version that is to be seen."""
    own = units.holding(changed) if changed else None
    if own is not None:
        return own
    gone = old.units.holding(changed) if changed else None
    touched = range(where.first, max(where.old_last, where.first + 1))
    shown = (unit for unit in touched if old.page_of(unit) in showing)
    origin = gone if gone is not None else next(shown, where.first)
    return min(where.in_new(origin), len(units) - 1)


def _part(old: Layout, units: Units, where: Difference, focus: int) -> _Part | None:
    origin = min(where.in_old(focus), len(old.units) - 1)
    target = first_page = old.page_of(origin)
    begin = old.begins[target - 1].unit
    touched = where.first if where.first >= begin else origin
    if touched <= _end_of_top(old.units, begin):
        first_page = max(1, first_page - 1)
    while first_page > 1 and not old.begins[first_page - 1].clean:
        first_page -= 1
    pages = target - first_page + 1
    if pages > _MOST_PAGES:
        return None
    first = where.in_new(old.begins[first_page - 1].unit)
    return _Part(first_page, pages, first, _end(old, units, first_page, pages, first, focus), focus)


def _end_of_top(units: Units, begin: int) -> int:
    """Return the last of the parts at the top of a page that may go back to the page before.

    The first may, if it has become shorter or gone; headings go with what they stand above.
    """
    while begin < len(units) - 1 and units.texts[begin].startswith(_HEADING):
        begin += 1
    return begin


def _end(old: Layout, units: Units, page: int, pages: int, first: int, focus: int) -> int:
    """Return the part before which to stop: there is a little more than the pages will take."""
    ends = [*(begin.unit for begin in old.begins), len(old.units)]
    stood = old.units.texts[ends[page - 1] : ends[page - 1 + pages]]
    wanted = sum(map(len, stood)) * (1 + _MORE / pages)
    taken = 0
    for number in range(first, len(units)):
        if taken > wanted and number > max(focus, first + _FEWEST):
            return number
        taken += len(units.texts[number])
    return len(units)


def _laid_out(old: Layout, brief: RenderedBrief, units: Units, part: _Part) -> Typeset:
    fetcher = FigureFetcher(brief.figures)
    rules = rules_from(brief, part.page, old.total) + (_NO_SPACE_ABOVE if part.page > 1 else "")
    html = document_of(units, part.first, part.last)
    with press().turn, complaints():
        return press().lay_out(html, rules, fetcher, tight=old.tight)
