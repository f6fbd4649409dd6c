"""The pages of a brief: its text and its annex of passages laid out apart, with heads and feet.

The annex begins on a page of its own, so neither depends on the other but in its page numbers,
which stand in heads and feet. Whether a text is set tighter is decided without its annex, and after
a change of the text alone the annex is not laid out again.

Imports WeasyPrint, so it is imported only when a document is made.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeAlias

from lxml import html as lxml_html
from lxml.etree import tostring

from briefing.exporters.pdf_annex import START_RULES, Passages
from briefing.exporters.pdf_fetching import FigureFetcher
from briefing.exporters.pdf_frames import framed
from briefing.exporters.pdf_notes import has_footnotes, printed
from briefing.exporters.pdf_pages import logo_rules, page_rules, paper_rules
from briefing.exporters.pdf_passages import Side, passages
from briefing.exporters.pdf_typesetting import ANNEX, Typeset, press
from briefing.exporters.pdf_units import empty_like
from briefing.model import RenderedBrief

_CONTENTS = "contents"
"""Class of a list that tells the pages of the whole document."""
_FIGURE = "<img"
_SHEETS = "<html lang='en'><head><title>-</title></head><body>{}</body></html>"
_SHEET = "<p class='sheet'></p>"
_SHEET_RULES = ".sheet { break-after: page }"
_ON_THE_BACK = "html { break-before: left }"
"""It begins on the back of a sheet."""

_Key: TypeAlias = tuple[Any, ...]


@dataclass(slots=True)
class _Kept:
    """The last layout of something, by all that it depends on."""

    key: _Key = ()
    made: Typeset | None = None

    def renewed(self, key: _Key, make: Callable[[], Typeset]) -> Typeset:
        if self.made is None or self.key != key:
            self.made = make()
            self.key = key
        return self.made


class Composer:
    """Makes the pages of briefs, one at a time; keeps what the next may have unchanged."""

    def __init__(self) -> None:
        self._annex_key: _Key = ()
        self._annex: Passages | None = None
        self._frames = _Kept()

    def typeset(self, brief: RenderedBrief, fetcher: FigureFetcher) -> Typeset:
        """Return a brief laid out in pages; see ``Press.fitted`` for when it is set tighter."""
        html = printed(brief.html)
        text, annex = parted(html)
        if not annex:
            return press().fitted(html, page_rules(brief), fetcher, brief.sides)
        rules = paper_rules(brief) + logo_rules(brief)
        body = press().fitted(text, rules, fetcher, brief.sides)
        after = self._annexed(annex, brief, fetcher, body)
        pages = [*body.pages, *after.pages]
        frames = self._framing(len(pages), brief, fetcher, tight=body.tight)
        made = [framed(page, frame) for page, frame in zip(pages, frames.pages, strict=True)]
        return Typeset(body.document.copy(made), (*body.roots, *after.roots), body.tight)

    def _annexed(
        self, annex: str, brief: RenderedBrief, fetcher: FigureFetcher, body: Typeset
    ) -> Typeset:
        """Return an annex laid out as it follows a text."""
        differs = brief.duplex and bool(brief.binding_mm)
        side = Side(differs and len(body.pages) % 2 == 1, differs)
        figures = brief.figures if _FIGURE in annex else ()
        key = (paper_rules(brief), side, body.tight, brief.house, figures)
        old = self._annex if key == self._annex_key else None

        def lay_out(html: str, is_back: bool) -> Typeset:
            rules = paper_rules(brief) + START_RULES + (_ON_THE_BACK if is_back else "")
            return press().lay_out(html, rules, fetcher, tight=body.tight)

        self._annex = passages(annex, lay_out, old, side)
        self._annex_key = key
        return self._annex.typeset

    def _framing(
        self, total: int, brief: RenderedBrief, fetcher: FigureFetcher, *, tight: bool
    ) -> Typeset:
        """Return as many pages with nothing but head and foot."""
        rules = page_rules(brief) + _SHEET_RULES
        return self._frames.renewed(
            (total, rules, tight, brief.house),
            lambda: press().lay_out(_SHEETS.format(_SHEET * total), rules, fetcher, tight=tight),
        )


def parted(html: str) -> tuple[str, str]:
    """Return a document without its annex, and the annex as one of its own.

    The second is empty where there is none, or where it must be laid out with the text: its pages
    stand in a list of contents, or there are footnotes in it.
    """
    if f'id="{ANNEX}"' not in html:
        return html, ""
    root: Any = lxml_html.document_fromstring(html)
    begin = next((one for one in root.body if one.get("id") == ANNEX), None)
    if begin is None or root.find_class(_CONTENTS):
        return html, ""
    annex = empty_like(root)
    body = empty_like(root.body)
    body.extend([begin, *begin.itersiblings()])
    annex.extend([root.makeelement("head"), body])  # a new title leaves an annex as it is
    after = _written(annex)
    return (html, "") if has_footnotes(after) else (_written(root), after)


def _written(root: Any) -> str:
    return str(tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>"))
