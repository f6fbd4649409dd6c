"""Read author and day of publication from the line that pages print under the headline."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from briefing.importers.dates import parse_date
from briefing.importers.html_tree import names_of, text_of
from briefing.importers.names import CommonWords, byline, names_in
from briefing.model import Metadata, PartialDate

BYLINE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:byline|by-line|author(?:s|-name)?|posted-on|entry-meta|post-meta|article-meta"
    r"|dateline|pubdate|publish(?:ed)?-date|post-date|entry-date|published)(?:$|[\s_-])",
    re.IGNORECASE,
)
_AUTHOR = re.compile(r"(?:^|[\s_-])(?:byline|author(?:s|-name)?)(?:$|[\s_-])", re.IGNORECASE)
_NO_BYLINE = re.compile(r"comment|related|widget|recent|sidebar|author-(?:bio|box)", re.IGNORECASE)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}.*")


def read_byline(tree: HtmlElement) -> Metadata:
    """Return authors and date where marked elements give them; the first of each counts."""
    marked = [element for element in tree.iter() if _is_marked(element)]
    common = CommonWords([text_of(tree)])
    return Metadata(authors=_authors(marked, common), date=_date(tree, marked))


def _is_marked(element: HtmlElement) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("html", "body"):
        return False
    names = f"{names_of(element)} {element.get('itemprop', '')}"
    if element.get("rel") == "author":
        return not _is_aside(element)
    return BYLINE_NAMES.search(names) is not None and not _is_aside(element)


def _is_aside(element: HtmlElement) -> bool:
    around = (element, *element.iterancestors("div", "section", "aside", "ol", "ul", "li"))
    return any(_NO_BYLINE.search(names_of(other)) is not None for other in around)


def _authors(marked: list[HtmlElement], common: CommonWords) -> tuple[str, ...]:
    for element in marked:
        text = text_of(element)
        is_name = element.get("rel") == "author" or _AUTHOR.search(names_of(element)) is not None
        if names := byline(text) or (names_in(text, common) if is_name else ()):
            return names
    return ()


def _date(tree: HtmlElement, marked: list[HtmlElement]) -> PartialDate | None:
    """Return the day of a time element that a page marks as that of publication."""
    inside = {time for element in marked for time in element.iter("time")}
    for time in tree.iter("time"):
        says_so = time in inside or time.get("itemprop") == "datePublished"
        if not says_so and time.get("pubdate") is None:
            continue
        if (stamp := time.get("datetime", "")) and _DAY.fullmatch(stamp):
            return parse_date(stamp[:10])
    return None
