"""Find the report in a web page, and cut away what the site put around and into it.

Libraries were compared on saved pages of government sites with 300 KB of furniture: trafilatura
gave the whole page as one paragraph, country lists of select fields included; readability-lxml
lost nine tenths of a page built of expanding sections; jusText kept the paragraphs but neither
lists, tables nor heading levels. Pages mark their content with ``main`` and ``article`` today, so
these are read directly, and the densest element takes their place where they are missing.
"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from briefing.importers.html_tree import elements, names_of, text_of

_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:nav|navbar|navigation|menu|breadcrumbs?|sidebar|share|sharing|social"
    r"|addtoany|sharedaddy"
    r"|(?:jp-?)?related(?:-?posts?)?|recommended|recirc|newsletter|subscribe|subscription|signup|sign-up|promo|advert"
    r"|advertisement"
    r"|ads?|sponsor(?:ed)?|cookies?|consent|gdpr|onetrust|cmplz|banner|popup|modal|comments?"
    r"|respond|comment-form"
    r"|disqus|pagination|pager|post-navigation|nav-links|tags?|tag-list|tagcloud|categories"
    r"|toolbar|print-link"
    r"|skip-link|screen-reader-text|sr-only|visually-hidden|toc|table-of-contents|search|login"
    r"|widget|footer"
    r"|site-header|masthead|back-to-top|read-more|more-from|also-like|author-box|translations?"
    r"|download)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ALWAYS_FURNITURE = frozenset({"nav", "footer", "aside", "form", "dialog", "menu"})
_CUTTABLE = (*sorted(_ALWAYS_FURNITURE), *"header div section ul ol p span details".split())
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"}
)
_NOTES = re.compile(
    r"foot-?notes?|end-?notes?|references?\b|citations?\b|doc-endnotes", re.IGNORECASE
)
_NOTE_ID = re.compile(r"_?(?:ftn|edn|fn)[-_:]?\d+$", re.IGNORECASE)
_LEAST_PARAGRAPH = 80  # characters that make an element count as prose
_MOST_LINKED = 0.6  # share of characters in links, above which an element is navigation
_OWN_SHARE = 0.5  # of the page's prose: an element that holds as much is no furniture
_CONTENT_SHARE = 0.55


def find_content(tree: HtmlElement) -> HtmlElement:
    """Return the element that holds the report, with the site's furniture cut out of it."""
    body = tree.find("body")
    root = body if body is not None else tree
    _cut_furniture(root)
    whole = prose(root)
    if not whole:
        return root
    marked = [element for element in elements(root, "article", "main") if prose(element)]
    marked += [
        element for element in elements(root, "div", "section") if element.get("role") == "main"
    ]
    holding = [element for element in marked if prose(element) >= _CONTENT_SHARE * whole]
    return min(holding, key=prose) if holding else _densest(root, whole)


def prose(element: HtmlElement) -> int:
    """Return how many characters of prose stand in the element's paragraphs, links apart."""
    total = 0
    for paragraph in elements(element, "p", "li", "td", "blockquote", "div", "dd", "pre"):
        own = _own_text(paragraph)
        if own >= _LEAST_PARAGRAPH:
            total += own
    return total


def _own_text(element: HtmlElement) -> int:
    """Return the characters in the element and its inline children, those in links apart."""
    length = len((element.text or "").strip())
    for child in element:
        if isinstance(child.tag, str) and child.tag in _INLINE:
            length += len(text_of(child))
        length += len((child.tail or "").strip())
    return length


_INLINE = frozenset(
    "b strong i em u span sup sub q cite abbr font small mark time s ins del code".split()
)


def _densest(root: HtmlElement, whole: int) -> HtmlElement:
    """Return the deepest element that still holds nearly all prose of ``root``."""
    current = root
    while True:
        heavier = [
            child
            for child in current
            if isinstance(child.tag, str) and prose(child) >= 0.85 * whole
        ]
        if not heavier or heavier[0].tag in (
            "p",
            "table",
            "ul",
            "ol",
            "li",
            "tr",
            "td",
            "blockquote",
        ):
            return current
        if any(_holds_notes(child) for child in current if child is not heavier[0]):
            return current
        current = heavier[0]


def _holds_notes(element: HtmlElement) -> bool:
    return any(
        _NOTES.search(names_of(inside)) or _NOTE_ID.match(inside.get("id", ""))
        for inside in element.iter()
        if isinstance(inside.tag, str)
    )


def _cut_furniture(root: HtmlElement) -> None:
    whole = prose(root)
    for element in list(root.iter(*_CUTTABLE)):
        if element.getparent() is None or element is root or not _is_furniture(element):
            continue
        if not whole or prose(element) < _OWN_SHARE * whole:
            element.drop_tree()


def _is_furniture(element: HtmlElement) -> bool:
    if _NOTES.search(names_of(element)):
        return False
    if (
        element.get("role") in _ROLES
        or element.get("aria-hidden") == "true"
        or element.get("hidden") is not None
    ):
        return True
    if element.tag in _ALWAYS_FURNITURE:
        return True
    if element.tag == "header":
        return next(elements(element, "h1"), None) is None
    return _FURNITURE.search(names_of(element)) is not None or _is_navigation(element)


def _is_navigation(element: HtmlElement) -> bool:
    """Return whether a list or box holds links and hardly anything else."""
    if element.tag not in ("ul", "ol", "div"):
        return False
    links = [link for link in element.iter("a") if link.get("href")]
    if len(links) < 3:
        return False
    length = len(text_of(element))
    return sum(len(text_of(link)) for link in links) > _MOST_LINKED * length
