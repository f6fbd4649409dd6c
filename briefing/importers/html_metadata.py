"""Read what a web page says of itself in its head: meta tags, JSON-LD, canonical address.

Dates are taken only where a tag says that they are the day of publication; the day of the last
change, or a date found somewhere in the text, is not the report's date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml.html import HtmlElement

from briefing.importers.dates import parse_date
from briefing.importers.html_linked_data import (
    articles_of,
    organisation_in,
    person_names,
    text_in,
)
from briefing.importers.html_tree import text_of
from briefing.importers.names import split_names
from briefing.model import Metadata, PartialDate

_TITLES = ("citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title")
_AUTHORS = (
    "citation_author",
    "dc.creator",
    "dcterms.creator",
    "author",
    "article:author",
    "parsely-author",
)
_PUBLISHERS = (
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "og:site_name",
    "publisher",
)
_DATES = (
    "citation_publication_date",
    "citation_date",
    "article:published_time",
    "dcterms.issued",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "datepublished",
    "publishdate",
    "pubdate",
    "date",
    "sailthru.date",
    "parsely-pub-date",
)
_ADDRESSES = ("og:url", "citation_public_url", "dc.identifier")
_NO_AUTHOR = re.compile(
    r"admin|administrator|editor|webmaster|user\d*|.*@.*|https?://.*|wp[-_ ].*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Head:
    """The meta tags of a page by name, and its JSON-LD objects."""

    tags: dict[str, list[str]]
    objects: list[dict[str, object]]

    def first(self, names: tuple[str, ...]) -> str:
        """Return the first value under the first of ``names`` that has one."""
        return next((value for name in names for value in self.tags.get(name, ())), "")


def read_head(tree: HtmlElement) -> Metadata:
    """Return title, authors, publisher, date, language and address as the page's head has them."""
    head = _Head(_meta_tags(tree), articles_of(tree))
    publisher = organisation_in(head.objects) or head.first(_PUBLISHERS)
    title = text_in(head.objects, "headline") or head.first(_TITLES) or _title_tag(tree)
    return Metadata(
        title=without_site_name(title, publisher),
        authors=_authors(head),
        publisher=publisher,
        date=_date(head),
        language=_language(tree),
        address=_address(tree, head),
    )


def without_site_name(title: str, site: str) -> str:
    """Return the title without `` - Site name`` at its end."""
    parts = re.split(r"\s+[|–—·»:-]\s+(?=[^|–—·»]+$)", title.strip())
    if len(parts) == 2 and site and parts[1].strip().lower() == site.strip().lower():
        return parts[0].strip()
    return title.strip()


def _meta_tags(tree: HtmlElement) -> dict[str, list[str]]:
    tags: dict[str, list[str]] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        value = " ".join((element.get("content") or "").split())
        if name and value:
            tags.setdefault(name.lower(), []).append(value)
    return tags


def _authors(head: _Head) -> tuple[str, ...]:
    names = [name for entry in head.objects for name in person_names(entry.get("author"))]
    if not names:
        key = next((name for name in _AUTHORS if head.tags.get(name)), "")
        names = [part for value in head.tags.get(key, ()) for part in split_names(value)]
    kept = (name.strip() for name in names)
    return tuple(dict.fromkeys(n for n in kept if n and not _NO_AUTHOR.fullmatch(n)))


def _date(head: _Head) -> PartialDate | None:
    published = text_in(head.objects, "datePublished")
    for value in (published, *(v for name in _DATES for v in head.tags.get(name, ()))):
        if date := parse_date(value.replace("/", "-") if re.match(r"\d{4}/", value) else value):
            return date
    return None


def _language(tree: HtmlElement) -> str:
    value = (
        tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or ""
    ).strip()
    match = re.fullmatch(r"([a-zA-Z]{2,3})(?:[-_][\w-]*)?", value)
    return match.group(1).lower() if match else ""


def _address(tree: HtmlElement, head: _Head) -> str:
    links = (
        e.get("href", "") for e in tree.iter("link") if e.get("rel", "").lower() == "canonical"
    )
    candidates = (*links, *(v for name in _ADDRESSES for v in head.tags.get(name, ())))
    return next((value for value in candidates if re.match(r"https?://\S+$", value)), "")


def _title_tag(tree: HtmlElement) -> str:
    title = tree.find(".//head/title")
    return text_of(title) if title is not None else ""
