"""HTML made the tree that is laid out, by the parser with which all of the program reads it.

The parser that WeasyPrint brings along takes a tenth of the time of a layout. Imports WeasyPrint,
so only ``pdf_typesetting`` imports it, when a document is made.
"""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

from cssselect2 import ElementWrapper  # type: ignore[import-untyped]
from lxml import html as lxml_html
from lxml.etree import tostring
from weasyprint import HTML

from briefing.exporters.pdf_fetching import FigureFetcher


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


def _give_bodies(root: Any) -> None:
    """Put rows that stand in a table itself into a body, as HTML has it."""
    for table in root.iter("table"):
        rows = table.findall("tr")
        if rows:
            body = table.makeelement("tbody")
            rows[0].addprevious(body)
            body.extend(rows)
