"""Page numbers put into a contents list whose entries lead to what is laid out apart."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lxml import html as lxml_html
from lxml.etree import tostring


def paged(html: str, begins: Mapping[str, int]) -> str:
    """Return the HTML with the pages of its contents list; ``begins`` has them by id."""
    root: Any = lxml_html.document_fromstring(html)
    for entry in root.find_class("paged"):
        target = next(entry.iter("a")).get("href", "").removeprefix("#")
        for number in entry.find_class("page"):
            number.text = str(begins[target]) if target in begins else ""
    written: str = tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>")
    return written
