"""Which built-in Word style each class and kind of block wears, and its id in the reference.

The document's title wears *Title* and h2 and h3 wear *Heading 1* and *Heading 2*: house styles
number Heading 1 as a section's heading, contents lists and the navigation pane begin with it, and
levels still start at one and skip none, which is what accessibility checkers look for.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefing.blocks import ListItem
from briefing.exporters.docx_xml import Element, qn, tree, w

HEADING_STYLES = {1: "Title", 2: "heading 1", 3: "heading 2", 4: "heading 3"}

PARAGRAPH_STYLES = {
    "doc-type": "Subtitle",
    "bottom-line": "Block Text",
    "judgement-terms": "Body Text 3",
    "judgement-text": "Body Text 2",
    "judgement-change": "Body Text Indent",
    "judgement": "Body Text 2",
    "made-by": "Closing",
    "signed": "Signature",
    "omitted": "caption",
    "scale-note": "caption",
    "data-source": "caption",
    "annex-note": "caption",
    "old-key": "caption",
    "passage-place": "Date",
    "passage-lacking": "caption",
    "passage-text": "Plain Text",
    "lead-in": "caption",
    "line": "List Continue",
    "facts": "Message Header",
    "tab": "Title",
    "tab-title": "Block Text",
    "tab-note": "caption",
    "event": "Block Text",
    "copy": "Subtitle",
    "recipient": "Block Text",
    "blank-page": "caption",
    "contents-title": "TOC Heading",
}
"""Class of a paragraph, or of what encloses it, to style; any other class is body text."""

ENDING = "ending"
"""Class of the last words of a finding, with the space before its marks."""
WHOLE = frozenset({"mark", "old", ENDING})
"""Classes of words that stay on one line; Word has spaces that do not break for that."""

ENDNOTE_TEXT = "endnote text"
ENDNOTE_REFERENCE = "endnote reference"
LIST_STYLES = {
    "sources": "Bibliography",
    "notes": ENDNOTE_TEXT,
    "line": "List Number 3",
    "behind": "List Bullet 2",
}
"""Class of a list to style; any other is bulleted or numbered."""

RUN_STYLES = {
    "mark": "Subtle Reference",
    "marks": "Subtle Reference",
    "portion": "Subtle Reference",
    "old": "Intense Emphasis",
    "differing": "Subtle Emphasis",
    "basis": "Subtle Emphasis",
    "origin": "Subtle Emphasis",
    "secondary": "Subtle Emphasis",
    "call": ENDNOTE_REFERENCE,
}
"""Class of words within a paragraph to character style."""

TABLE_STYLES = {"facts": "Plain Table 4"}
"""Class of a table to table style; any other is ``DATA_TABLE``."""

BEGIN_PAGE = frozenset({"annex"})
"""Classes of headings that begin a page."""

BODY = "Body Text"
QUOTE = "Quote"
QUESTION = "Note Heading"
PICTURE = "No Spacing"
CELL = "No Spacing"
CAPTION = "caption"
STRONG = "Strong"
EMPHASIS = "Emphasis"
LINK = "Hyperlink"
MARKING = "Intense Reference"
HEADER = "header"
FOOTER = "footer"
DATA_TABLE = "Plain Table 2"
COMMENT_TEXT = "annotation text"
COMMENT_REFERENCE = "annotation reference"
FOOTNOTE_TEXT = "footnote text"
FOOTNOTE_REFERENCE = "footnote reference"

MADE = frozenset(
    {
        "TOC Heading",
        "toc 1",
        "toc 2",
        "toc 3",
        LINK,
        COMMENT_TEXT,
        COMMENT_REFERENCE,
        FOOTNOTE_TEXT,
        FOOTNOTE_REFERENCE,
        ENDNOTE_TEXT,
        ENDNOTE_REFERENCE,
    }
)
"""Built-in styles that are made, plain, where the reference document lacks them."""
_STEP = 280
"""Twentieths of a point by which each level of a contents list made so is set in."""


class StyleSheet:
    """The styles of the reference document by their built-in names."""

    def __init__(self, styles: Element) -> None:
        self._root = styles
        self._ids: dict[tuple[str, str], str] = {}
        self._styles: dict[str, Element] = {}
        self.missing: dict[str, None] = {}
        """Names that were asked for and are not there, in the order of asking."""
        for style in styles.iterfind(qn("style")):
            self._take(style)

    def _take(self, style: Element) -> None:
        name = style.find(qn("name"))
        identifier = style.get(qn("styleId"), "")
        if name is not None:
            kind = style.get(qn("type"), "paragraph")
            self._ids[kind, name.get(qn("val"), "").lower()] = identifier
            self._styles[identifier] = style

    def paragraph(self, name: str) -> str | None:
        """Return the id of a paragraph style; body text's, or None, where it is missing."""
        found = self._find("paragraph", name)
        return found or self._ids.get(("paragraph", BODY.lower()))

    def character(self, name: str) -> str | None:
        """Return the id of a character style; None where it is missing."""
        return self._find("character", name)

    def table(self, name: str) -> str | None:
        """Return the id of a table style; the plain grid's, or None, where it is missing."""
        return self._find("table", name) or self._ids.get(("table", "table grid"))

    def for_roles(self, roles: Iterable[str]) -> str | None:
        """Return the paragraph style of the first class that has one, else body text."""
        return self.paragraph(first_of(PARAGRAPH_STYLES, roles, BODY))

    def for_item(self, item: ListItem) -> str | None:
        """Return the style of a list item."""
        plain = "List Number" if item.ordered else "List Bullet"
        return self.paragraph(first_of(LIST_STYLES, item.roles, plain))

    def element(self, identifier: str | None) -> Element | None:
        """Return the definition of a style by its id."""
        return self._styles.get(identifier or "")

    def _find(self, kind: str, name: str) -> str | None:
        found = self._ids.get((kind, name.lower()))
        if found is None and name in MADE:
            self._make(kind, name)
            found = self._ids[kind, name.lower()]
        if found is None:
            self.missing[name] = None
        return found

    def _make(self, kind: str, name: str) -> None:
        """Add a style of Word's that documents made by hand seldom have before it is needed."""
        identifier = "".join(word[0].upper() + word[1:] for word in name.split())
        default = self._root.find(f"{qn('style')}[@{qn('type')}='{kind}'][@{qn('default')}='1']")
        based_on = None if default is None else w("basedOn", val=default.get(qn("styleId"), ""))
        looks = None
        if name in (FOOTNOTE_REFERENCE, ENDNOTE_REFERENCE):
            looks = w("rPr", w("vertAlign", val="superscript"))
        elif name.startswith("toc") and name[-1] != "1":
            looks = w("pPr", w("ind", left=_STEP * (int(name[-1]) - 1)))
        named = w("name", val=name)
        style = tree(w("style", named, based_on, looks, type=kind, styleId=identifier))
        self._root.append(style)
        self._take(style)


def first_of(table: dict[str, str], roles: Iterable[str], otherwise: str) -> str:
    """Return what ``table`` has for the first of the classes that it knows."""
    return next((table[role] for role in roles if role in table), otherwise)
