"""What a template may write: the small HTML that both exporters read, and nothing that acts.

``templates/README.md`` tells the elements; this checks those in which a mistake would be a danger
or a dead end: elements, attributes, addresses, links that lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html as lxml_html

from briefing.errors import TemplateError

_EVERYWHERE = frozenset({"class", "dir", "id", "lang"})
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "meta": {"charset", "name", "content"},
    "th": {"scope"},
}
_FRAME = {"html", "head", "meta", "title", "body"}
_BLOCKS = {
    "h1",
    "h2",
    "h3",
    "p",
    "div",
    "section",
    "blockquote",
    "ul",
    "ol",
    "li",
    "figure",
    "figcaption",
    "img",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
_INLINE = {"a", "abbr", "br", "cite", "em", "span", "strong", "sub", "sup"}
_ELEMENTS = _FRAME | _BLOCKS | _INLINE


def check(html: str, name: str) -> None:
    """Check that the HTML which the template ``name`` wrote keeps to the contract.

    Raises:
        TemplateError: it does not; names the element and what was expected.
    """
    root = lxml_html.document_fromstring(html)
    fault = next(_faults(root), None)
    if fault is not None:
        raise TemplateError(f"{name}: the template writes {fault}.", _README)


_README = "templates/README.md tells what a template may write."


def _faults(root: lxml_html.HtmlElement) -> Iterator[str]:
    targets = set(root.xpath("//@id"))
    for element in root.iter():
        if not isinstance(element.tag, str):
            yield "a comment or a processing instruction, which Word cannot hold"
        elif element.tag not in _ELEMENTS:
            yield f"<{element.tag}>, which is not among the elements of a document"
        else:
            yield from _faults_of(element, targets)
    headings = root.xpath("count(//h1)")
    if headings != 1:
        yield f"{headings:.0f} times <h1>; a document has one title"


def _faults_of(element: lxml_html.HtmlElement, targets: set[str]) -> Iterator[str]:
    tag = str(element.tag)
    for attribute, value in element.attrib.items():
        if attribute not in _EVERYWHERE | _ATTRIBUTES.get(tag, set()):
            yield f"{attribute}= on <{tag}>, which is not among its attributes"
        elif attribute == "src" and not value.startswith("figure:"):
            yield f"an image of {value}; images are the brief's own: figure:ID"
        elif attribute == "href" and not (value.startswith("#") and value[1:] in targets):
            yield f"a link to {value}, which is not in the document"
    if tag == "img" and not element.get("alt", "").strip():
        yield f"an image without words for those who cannot see it: {element.get('src')}"
