"""Read the JSON-LD of a web page: what it says of its articles to search engines."""

from __future__ import annotations

import json
from collections.abc import Iterator

from lxml.html import HtmlElement

_ARTICLES = frozenset(
    "Article NewsArticle Report ScholarlyArticle BlogPosting TechArticle AnalysisNewsArticle"
    " OpinionNewsArticle "
    "ReportageNewsArticle WebPage CreativeWork".split()
)
_LONGEST = 1_000_000  # characters


def articles_of(tree: HtmlElement) -> list[dict[str, object]]:
    """Return the objects that describe an article or a page; none where the JSON is damaged."""
    return [entry for entry in _objects(tree) if _type_of(entry) & _ARTICLES]


def text_in(objects: list[dict[str, object]], key: str) -> str:
    """Return the first text under ``key``, or the empty string."""
    values = (entry.get(key) for entry in objects)
    return next((" ".join(value.split()) for value in values if isinstance(value, str)), "")


def organisation_in(objects: list[dict[str, object]]) -> str:
    """Return the name of the publisher, or the empty string."""
    for entry in objects:
        publisher = entry.get("publisher")
        if isinstance(publisher, dict) and isinstance(publisher.get("name"), str):
            return str(publisher["name"]).strip()
    return ""


def person_names(value: object) -> list[str]:
    """Return the names in an author field: a text, an object, or a list of either."""
    entries = value if isinstance(value, list) else [value]
    named = (entry.get("name") if isinstance(entry, dict) else entry for entry in entries)
    return [name for name in named if isinstance(name, str)]


def _objects(tree: HtmlElement) -> Iterator[dict[str, object]]:
    for script in tree.iter("script"):
        if script.get("type", "").lower() != "application/ld+json" or not script.text:
            continue
        try:
            data = json.loads(script.text[:_LONGEST])
        except (ValueError, RecursionError):
            continue
        yield from _graph(data)


def _graph(data: object) -> Iterator[dict[str, object]]:
    entries = data if isinstance(data, list) else [data]
    for entry in entries:
        if isinstance(entry, dict):
            yield entry
            nested = entry.get("@graph")
            if isinstance(nested, list):
                yield from (item for item in nested if isinstance(item, dict))


def _type_of(entry: dict[str, object]) -> set[str]:
    kind = entry.get("@type")
    return {str(k) for k in kind} if isinstance(kind, list) else {str(kind)}
