"""What a template may write: what ``blocks`` reads, of which every format is made, and no more.

``templates/README.md`` tells the elements. ``blocks.read_document`` knows which stand where; here
is what reading does not look at: attributes, comments, and that the headings make an outline.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import html as lxml_html

from briefing.blocks import Document, Heading, plain_text, read_document
from briefing.blocks.inline import NOTE
from briefing.blocks.reader import HEADINGS
from briefing.errors import TemplateError

_EVERYWHERE = frozenset({"class", "dir", "id", "lang"})
_ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt"},
    "meta": {"charset", "name", "content"},
    "th": {"scope"},
}
_README = "templates/README.md tells what a template may write."


def check(html: str, name: str, *, deepest: int = 3) -> None:
    """Check that the HTML which the template ``name`` wrote keeps to the contract.

    ``deepest`` is the level of headings that may not be passed.

    Raises:
        TemplateError: it does not; names the element and what was expected.
    """
    if not html.strip():
        raise TemplateError(f"{name}: the template writes nothing.", _README)
    try:
        document = read_document(html)
    except TemplateError as error:
        raise TemplateError(f"{name}: {error.message}", error.hint) from error
    fault = next(_faults(document, lxml_html.document_fromstring(html), deepest), None)
    if fault is not None:
        raise TemplateError(f"{name}: the template writes {fault}.", _README)


def _faults(document: Document, root: lxml_html.HtmlElement, deepest: int) -> Iterator[str]:
    for element in root.iter():
        if isinstance(element.tag, str):
            yield from _strange_attributes(element)
            yield from _misplaced_note(element)
        else:
            yield "a comment or a processing instruction, which Word cannot hold"
    yield from _faults_of_outline(document, deepest)


def _strange_attributes(element: lxml_html.HtmlElement) -> Iterator[str]:
    tag = str(element.tag)
    for attribute in element.attrib:
        if attribute not in _EVERYWHERE | _ATTRIBUTES.get(tag, set()):
            yield f"{attribute}= on <{tag}>, which is not among its attributes"


def _misplaced_note(element: lxml_html.HtmlElement) -> Iterator[str]:
    if element.tag != "span" or NOTE not in element.classes:
        return
    for around in element.iterancestors(*HEADINGS, "figure", "span"):
        if around.tag != "span" or NOTE in around.classes:
            yield f"a note inside <{around.tag!s}>; a note stands in running text"


def _faults_of_outline(document: Document, deepest: int) -> Iterator[str]:
    headings = [block for block in document.blocks if isinstance(block, Heading)]
    titles = sum(heading.level == 1 for heading in headings)
    if titles != 1:
        yield f"{titles} times <h1>; a document has one title"
    above = 0
    for heading in headings:
        words = plain_text(heading.content)
        if not words:
            yield f"an empty <h{heading.level}>; a heading has words"
        if heading.level > above + 1:
            yield f"<h{heading.level}> (“{words}”) without an <h{heading.level - 1}> above it"
        if heading.level > deepest:
            yield f"<h{heading.level}> (“{words}”); <h{deepest}> is the last that has a place"
        above = heading.level
