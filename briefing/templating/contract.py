"""What a template may write: what ``blocks`` reads, of which every format is made, and no more.

``templates/README.md`` tells the elements. ``blocks.read_document`` knows which stand where; here
is what reading does not look at: attributes, comments, and that the headings make an outline.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from lxml import html as lxml_html

from briefing.blocks import read_document
from briefing.blocks.inline import NOTE
from briefing.blocks.reader import HEADINGS
from briefing.errors import TemplateError
from briefing.templating.sound_parts import Outline, SoundParts, outline_of

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
    outline = _SOUND.outline(html)
    if outline is not None and next(_faults_of_outline(outline, deepest), None) is None:
        return
    try:
        document = read_document(html)
    except TemplateError as error:
        raise TemplateError(f"{name}: {error.message}", error.hint) from error
    root = lxml_html.document_fromstring(html)
    faults = chain(_faults_in(root), _faults_of_outline(outline_of(document.blocks), deepest))
    fault = next(faults, None)
    if fault is not None:
        raise TemplateError(f"{name}: the template writes {fault}.", _README)


def _faults_in(top: lxml_html.HtmlElement) -> Iterator[str]:
    """Yield the faults of an element and of those within it."""
    for element in top.iter():
        if isinstance(element.tag, str):
            yield from _strange_attributes(element)
            yield from _misplaced_note(element)
        else:
            yield "a comment or a processing instruction, which Word cannot hold"


_SOUND = SoundParts(_faults_in)


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


def _faults_of_outline(headings: Outline, deepest: int) -> Iterator[str]:
    titles = sum(level == 1 for level, _ in headings)
    if titles != 1:
        yield f"{titles} times <h1>; a document has one title"
    above = 0
    for level, words in headings:
        if not words:
            yield f"an empty <h{level}>; a heading has words"
        if level > above + 1:
            yield f"<h{level}> (“{words}”) without an <h{level - 1}> above it"
        if level > deepest:
            yield f"<h{level}> (“{words}”); <h{deepest}> is the last that has a place"
        above = level
