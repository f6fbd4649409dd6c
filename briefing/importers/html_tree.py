"""Parse a web page safely and take out what is never text: scripts, forms' fields, pictures.

Nothing is fetched, no entity is expanded, and a page nested without end is refused.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing.errors import ImportFailure
from briefing.importers.encoding import decode

_DECLARED = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_DECLARED = re.compile(rb"<\?xml[^>]{1,100}?encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_NO_XML = re.compile("[\x01-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
"""Characters that XML 1.0 (production 2, Char) does not know: the parser lets them into the tree,
and the tree refuses them as soon as its text is changed."""
_REFERENCE = re.compile(r"&#(?:[xX]0*([0-9a-fA-F]+)|0*([0-9]+))")
_NEVER_TEXT = (
    "script style noscript template iframe object embed svg math canvas audio video map head"
    " select "
    "option datalist button input textarea label progress meter picture img"
).split()
_LINK_SIGNS = frozenset(
    {"↩", "↩︎", "↩️", "↑", "^", "¶", "#", "§", "⤴"}
)  # back to the call, to the line
_DEEPEST = 250  # elements within one another; the parser itself stops at 256


def declared_encoding(data: bytes) -> str:
    """Return the encoding that the page names in its first kilobytes; empty if it names none."""
    head = data[:4096]
    match = _XML_DECLARED.search(head) or _DECLARED.search(head)
    return match.group(1).decode("ascii") if match else ""


def parse_page(data: bytes) -> HtmlElement:
    """Return the page's tree.

    Raises:
        ImportFailure: the bytes are no text, hold no element, or are nested too deep to be a page.
    """
    return parse_markup(decode(data, declared_encoding(data)))


def parse_markup(text: str) -> HtmlElement:
    """Return the tree of the markup in ``text``.

    Raises:
        ImportFailure: as for ``parse_page``.
    """
    parser = HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    markup = re.sub(r"^\s*<\?xml[^>]*\?>", "", _printable(text.replace("\0", "")))
    try:
        tree = document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ImportFailure(
            "The web page is empty or damaged.", "Open it in a browser and save it again."
        ) from error
    if any("xcessive depth" in entry.message for entry in parser.error_log) or _is_too_deep(tree):
        raise ImportFailure(
            "The web page is nested too deep to be read.",
            "Open it in a browser and save it again, or print it to PDF and import that.",
        )
    return tree


def _printable(markup: str) -> str:
    """Return the markup with a space for what no tree can hold, written out or by its number."""
    markup = _NO_XML.sub(" ", markup)
    return _REFERENCE.sub(_allowed, markup) if "&#" in markup else markup


def _allowed(reference: re.Match[str]) -> str:
    digits, base = (reference[1], 16) if reference[1] else (reference[2], 10)
    known = len(digits) < 8 and int(digits, base) <= sys.maxunicode
    return "&#32" if known and _NO_XML.match(chr(int(digits, base))) else reference[0]


def _is_too_deep(tree: HtmlElement) -> bool:
    depth = 0
    for event, _ in etree.iterwalk(tree, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > _DEEPEST:
            return True
    return False


def drop_elements(tree: HtmlElement) -> None:
    """Remove from the tree every element that never holds text of a report."""
    signs = [link for link in tree.iter("a") if text_of(link) in _LINK_SIGNS]
    for element in [*tree.iter(*_NEVER_TEXT), *signs]:
        if element.getparent() is not None:
            element.drop_tree()


def text_of(element: HtmlElement) -> str:
    """Return all text in ``element`` with single spaces."""
    return " ".join("".join(element.itertext()).split())


def names_of(element: HtmlElement) -> str:
    """Return class, id and role of an element as one text to search in."""
    return " ".join(element.get(name, "") for name in ("class", "id", "role", "data-testid"))


def elements(tree: HtmlElement, *names: str) -> Iterator[HtmlElement]:
    """Yield the elements of those names in document order."""
    yield from tree.iter(*names)
