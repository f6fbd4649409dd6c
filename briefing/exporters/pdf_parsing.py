"""HTML made the tree that is laid out, by the parser with which all of the program reads it.

The parser that WeasyPrint brings along takes a tenth of the time of a layout. Imports WeasyPrint,
so only ``pdf_typesetting`` imports it, when a document is made.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any
from xml.etree import ElementTree

from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
from lxml import html as lxml_html
from lxml.etree import tostring
from weasyprint import CSS, HTML
from weasyprint.css.counters import CounterStyle
from weasyprint.html import UA

from briefing.exporters.pdf_fetching import FigureFetcher

_BARE_RULE = re.compile(r"^::(footnote-\w+|note-\w+|marker)(?= \{)", re.MULTILINE)
_FOR = {"marker": "li::marker", "footnote": "span.note::{}", "note": ".weasyprint-note::{}"}


class ParsedHTML(HTML):  # type: ignore[misc] # WeasyPrint publishes no types
    """A document as WeasyPrint takes it; its addresses mean nothing but what the fetcher knows."""

    def __init__(self, html: str, fetcher: FigureFetcher) -> None:
        root: Any = lxml_html.document_fromstring(html)
        _give_bodies(root)
        tree = ElementTree.fromstring(tostring(root))  # noqa: S314 - what has just been written
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:
        return [_user_agent()]


@lru_cache(maxsize=1)
def _user_agent() -> CSS:
    """Return how HTML looks of itself, with the rules for notes and markers on what has them.

    As they come, they give every element six more styles.
    """

    def held(rule: re.Match[str]) -> str:
        return _FOR[rule[1].partition("-")[0]].format(rule[1])

    return CSS(string=_BARE_RULE.sub(held, UA), counter_style=CounterStyle())


def _give_bodies(root: Any) -> None:
    """Put rows that stand in a table itself into a body, as HTML has it."""
    for table in root.iter("table"):
        rows = table.findall("tr")
        if rows:
            body = table.makeelement("tbody")
            rows[0].addprevious(body)
            body.extend(rows)
