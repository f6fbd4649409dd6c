"""The styles of the reference document: Word's built-in names, our looks."""

from __future__ import annotations

from dataclasses import dataclass
from xml.sax.saxutils import escape

from reference_docx.looks import (
    ACCENT,
    AMBER,
    GREY,
    HAIRLINE,
    INK,
    SANS,
    SERIF,
    SHADE,
    Look,
    Rule,
    paragraph_properties,
    run_properties,
)
from reference_docx.table_styles import table_styles

BULLETS, NUMBERS, SOURCES = 1, 2, 3
"""Numbering definitions; see ``numbering``."""
STEP = 16.0
"""Points by which a list is indented, the same as its hanging mark."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style by its built-in name."""

    name: str
    look: Look
    kind: str = "paragraph"
    based_on: str | None = "Normal"
    following: str | None = None
    gallery: bool = True
    """Shown among the quick styles."""


def style_id(name: str) -> str:
    """Return the id that Word itself gives a built-in style."""
    return "".join(word[0].upper() + word[1:] for word in name.split())


BODY = Look(font=SERIF, size=10.5, line=14.5, after=6)
LIST = Look(after=4)
_BESIDE = (Rule("left", 2.25, GREY, 9), Rule("right", 4, SHADE, 2))

PARAGRAPHS = (
    Style("Normal", Look(), based_on=None),
    Style("Body Text", BODY),
    Style(
        "Title",
        Look(font=SANS, size=20, bold=True, line=25, after=10, keep_next=True, no_hyphens=True),
        following="Body Text",
    ),
    Style(
        "Subtitle",
        Look(
            font=SANS,
            size=7.5,
            bold=True,
            caps=True,
            colour=ACCENT,
            tracking=0.7,
            line=11,
            after=3,
            keep_next=True,
        ),
        following="Title",
    ),
    Style(
        "heading 1",
        Look(
            font=SANS,
            size=11.5,
            bold=True,
            line=15,
            before=15,
            after=4,
            keep_next=True,
            keep_lines=True,
            outline=0,
            no_hyphens=True,
        ),
        following="Body Text",
    ),
    Style(
        "heading 2",
        Look(
            font=SANS,
            size=9,
            bold=True,
            colour=ACCENT,
            line=12.5,
            before=9,
            after=3,
            keep_next=True,
            keep_lines=True,
            outline=1,
            no_hyphens=True,
        ),
        following="Body Text",
    ),
    Style(
        "heading 3",
        Look(
            font=SANS,
            size=9,
            bold=True,
            colour=GREY,
            line=12.5,
            before=7,
            after=2,
            keep_next=True,
            keep_lines=True,
            outline=2,
            no_hyphens=True,
        ),
        following="Body Text",
    ),
    Style("Message Header", Look(font=SANS, size=8.5, line=12, before=2.5, after=2.5)),
    Style(
        "Block Text",
        Look(
            font=SERIF,
            size=12,
            line=17,
            before=14,
            after=12,
            left=13,
            keep_lines=True,
            rules=(Rule("left", 2.25, ACCENT, 10),),
        ),
        following="Body Text",
    ),
    Style(
        "Body Text 3",
        Look(
            font=SANS,
            size=7.5,
            bold=True,
            caps=True,
            colour=GREY,
            tracking=0.6,
            line=11,
            before=6,
            after=0,
            left=11,
            right=6,
            keep_next=True,
            shade=SHADE,
            rules=(Rule("top", 4, SHADE, 1), *_BESIDE),
        ),
        following="Body Text 2",
    ),
    Style(
        "Body Text 2",
        Look(
            after=8,
            left=11,
            right=6,
            keep_lines=True,
            contextual=True,
            shade=SHADE,
            rules=(_BESIDE[0], Rule("bottom", 4, SHADE, 1), _BESIDE[1]),
        ),
        based_on="Body Text",
        following="Body Text",
    ),
    Style(
        "List Bullet",
        Look(after=4, left=STEP, hanging=STEP, keep_lines=True, numbering=(BULLETS, 0)),
        based_on="Body Text",
    ),
    Style(
        "List Bullet 2",
        Look(after=3, left=2 * STEP, hanging=STEP, keep_lines=True, numbering=(BULLETS, 1)),
        based_on="Body Text",
        gallery=False,
    ),
    Style(
        "List Number",
        Look(after=6, left=1.5 * STEP, hanging=1.5 * STEP, numbering=(NUMBERS, 0)),
        based_on="Body Text",
    ),
    Style(
        "List Number 2",
        Look(after=3, left=3 * STEP, hanging=1.5 * STEP, numbering=(NUMBERS, 1)),
        based_on="Body Text",
        gallery=False,
    ),
    Style(
        "List Continue",
        Look(after=6, left=1.5 * STEP),
        based_on="Body Text",
        gallery=False,
    ),
    Style(
        "Bibliography",
        Look(
            font=SANS,
            size=8.5,
            line=12,
            after=3,
            left=STEP,
            hanging=STEP,
            keep_lines=True,
            numbering=(SOURCES, 0),
        ),
    ),
    Style("Quote", Look(left=STEP, right=STEP), based_on="Body Text", following="Body Text"),
    Style(
        "Intense Quote",
        Look(bold=True, colour=ACCENT, left=STEP, right=STEP),
        based_on="Body Text",
        following="Body Text",
    ),
    Style(
        "Note Heading",
        Look(font=SANS, size=9.5, bold=True, line=13, before=12, after=4, keep_next=True),
        following="Body Text",
    ),
    Style("No Spacing", Look(font=SANS, size=8.5, single=True, after=0)),
    Style("caption", Look(font=SANS, size=8, colour=GREY, line=11, before=4, after=10)),
    Style(
        "Closing",
        Look(
            font=SANS,
            size=8,
            colour=GREY,
            line=11.5,
            before=14,
            keep_lines=True,
            rules=(Rule("top", 0.5, HAIRLINE, 7),),
        ),
    ),
    Style("header", Look(font=SANS, size=8, colour=GREY, line=11)),
    Style("footer", Look(font=SANS, size=8, colour=GREY, line=11)),
    Style(
        "footnote text",
        Look(font=SANS, size=8, line=11, after=2, left=9, hanging=9),
        gallery=False,
    ),
    Style(
        "endnote text",
        Look(font=SANS, size=8, line=11, after=2, left=9, hanging=9),
        gallery=False,
    ),
    Style("annotation text", Look(font=SANS, size=9, line=12), gallery=False),
    Style("TOC Heading", Look(font=SANS, size=11.5, bold=True, line=15, before=15, after=4)),
    Style("toc 1", Look(font=SANS, size=9.5, bold=True, line=14, before=4), gallery=False),
    Style("toc 2", Look(font=SANS, size=9, line=13, left=STEP), gallery=False),
    Style("toc 3", Look(font=SANS, size=9, line=13, left=2 * STEP), gallery=False),
)

CHARACTERS = (
    Style("Default Paragraph Font", Look(), "character", None, gallery=False),
    Style("Strong", Look(bold=True, colour=INK), "character", None),
    Style("Emphasis", Look(italic=True), "character", None),
    Style("Subtle Emphasis", Look(colour=GREY), "character", None),
    Style(
        "Intense Emphasis",
        Look(font=SANS, size=7.5, bold=True, colour=AMBER),
        "character",
        None,
    ),
    Style(
        "Subtle Reference",
        Look(font=SANS, size=7.5, bold=True, colour=ACCENT),
        "character",
        None,
    ),
    Style(
        "Intense Reference",
        Look(bold=True, caps=True, colour=INK, tracking=0.7),
        "character",
        None,
    ),
    Style("Hyperlink", Look(colour=ACCENT), "character", None, gallery=False),
    Style("page number", Look(colour=GREY), "character", None, gallery=False),
    Style("footnote reference", Look(raised=True), "character", None, gallery=False),
    Style("endnote reference", Look(raised=True), "character", None, gallery=False),
    Style("annotation reference", Look(size=8), "character", None, gallery=False),
)


def styles_xml() -> str:
    """Return the styles part."""
    defaults = Look(font=SERIF, size=10.5, colour=INK)
    body = "".join(_style_xml(style) for style in PARAGRAPHS + CHARACTERS)
    return (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        f"<w:docDefaults><w:rPrDefault>{_with_language(run_properties(defaults))}</w:rPrDefault>"
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
        f"{body}{table_styles()}</w:styles>"
    )


def _with_language(properties: str) -> str:
    language = '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/>'
    return properties.replace("</w:rPr>", f"{language}</w:rPr>")


def _style_xml(style: Style) -> str:
    default = style.name in ("Normal", "Default Paragraph Font")
    parts = [f'<w:name w:val="{escape(style.name)}"/>']
    if style.based_on:
        parts.append(f'<w:basedOn w:val="{style_id(style.based_on)}"/>')
    if style.following:
        parts.append(f'<w:next w:val="{style_id(style.following)}"/>')
    if style.gallery:
        parts.append("<w:qFormat/>")
    parts.append(paragraph_properties(style.look))
    parts.append(run_properties(style.look))
    marked = ' w:default="1"' if default else ""
    return (
        f'<w:style w:type="{style.kind}"{marked} w:styleId="{style_id(style.name)}">'
        f"{''.join(parts)}</w:style>"
    )
