"""Contents lists: a template says where one stands, the headings of the document fill it."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from itertools import count

from lxml import html as lxml_html
from lxml.etree import tostring

from briefing.model import Brief

_LIST = "contents"
_SIGN = f'class="{_LIST}'
_DEPTHS = {f"to-h{level}": level for level in (2, 3, 4)}
_USUAL_DEPTH = 3
_WORDS_A_SIDE = 330
"""With its headings, marks and sources."""
_CARRIED = ("lang", "dir")
"""What an entry takes over from the heading that it leads to."""


def lists_contents(brief: Brief, from_sides: int) -> bool:
    """Tell whether a brief lists its headings: as was asked, else if it is of so many sides.

    How many sides it has is guessed by its words, as they are not laid out yet.
    """
    if brief.request.contents is not None:
        return brief.request.contents
    request = brief.request
    texts = [one.text for one in brief.findings]
    texts += [one.text for one in request.judgements]
    texts += [one.text for one in request.fields]
    texts += [request.bottom_line, request.recommendation, request.action, *request.lines_to_take]
    words = sum(len(text.split()) for text in texts)
    return 0 < from_sides * _WORDS_A_SIDE < words


def filled(html: str) -> str:
    """Return the HTML with an entry for each heading in every contents list that is empty.

    A heading without an id is given one. A list that has entries is its author's own.
    """
    if _SIGN not in html:
        return html
    root = lxml_html.document_fromstring(html)
    empty = [one for one in root.iter("ol") if _LIST in one.classes and len(one) == 0]
    for contents in empty:
        contents.text = None
        contents.extend(_entries(root, contents))
    if not empty:
        return html
    written: str = tostring(root, encoding="unicode", method="html", doctype="<!DOCTYPE html>")
    return written


def _entries(
    root: lxml_html.HtmlElement, contents: lxml_html.HtmlElement
) -> Iterator[lxml_html.HtmlElement]:
    depth = max((_DEPTHS.get(name, 0) for name in contents.classes), default=0) or _USUAL_DEPTH
    taken = {str(name) for name in root.xpath("//@id")}
    names = (f"section-{number}" for number in count(1))
    for heading in root.iter(*(f"h{level}" for level in range(2, depth + 1))):
        if not heading.get("id"):
            heading.set("id", next(name for name in names if name not in taken))
        yield _entry(heading)


def _entry(heading: lxml_html.HtmlElement) -> lxml_html.HtmlElement:
    """Return an entry that leads to a heading, in its words and without its notes."""
    said = deepcopy(heading)
    for note in said.find_class("note"):
        note.drop_tree()
    words = " ".join(said.text_content().split())
    entry = lxml_html.Element("li", {"class": f"level-{str(heading.tag)[1:]}"})
    entry.attrib.update({name: heading.get(name) for name in _CARRIED if heading.get(name)})
    link = lxml_html.Element("a", {"href": f"#{heading.get('id')}"})
    link.text = words
    entry.append(link)
    return entry
