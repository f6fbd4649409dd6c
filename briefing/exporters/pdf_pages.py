"""The page around the text: its size, marking, reference, running head, page x of y.

These are the brief's own, so they are written as a few lines of CSS for each document. Every string
is spelt in code points: nothing that stands in a title can end a string or begin a rule.
"""

from __future__ import annotations

from briefing import fonts
from briefing.exporters.house import LOGO
from briefing.exporters.pages import page_size, running_head
from briefing.model import RenderedBrief

_PAGE = """
@page {{
  size: {width}mm {height}mm;
  {plain};
  @top-left {{ content: {marking}; {marked}; vertical-align: bottom; padding-bottom: {above}mm }}
  @top-right {{ content: {title};
    text-align: right; vertical-align: bottom; padding-bottom: {above}mm }}
  @bottom-left {{ content: {marking}; {marked}; vertical-align: top; padding-top: {below}mm }}
  @bottom-center {{ content: {reference}; vertical-align: top; padding-top: {below}mm }}
  @bottom-right {{ content: 'Page ' counter(page) ' of ' counter(pages);
    vertical-align: top; padding-top: {below}mm }}
}}
"""
_TITLE_PAGE = "@page :first { @top-right { content: none } }"

_LOGO_ABOVE_MM = 18
"""Where the logo begins above the text."""
_SIDE_MM = 25
"""Margin at either side of a sheet that is not bound, as in print.css."""
HEAD_STYLE = "font: 7.6pt/10pt 'Source Sans 3', 'DejaVu Sans', sans-serif; color: #5d6876"
"""How heads and feet look."""
MARKED_STYLE = "font-weight: 700; color: #1b2431; letter-spacing: 0.09em"
"""How a marking looks besides."""
ABOVE_MM = 6
"""Between a head and the text."""
BELOW_MM = 7
"""Between the text and a foot."""


def page_rules(brief: RenderedBrief) -> str:
    """Return the ``@page`` rules of a brief.

    Raises:
        ExportError: its page size is not known.
    """
    return _rules(brief) + _binding(brief) + _title_page(brief)


def _title_page(brief: RenderedBrief) -> str:
    """Return what the first page has of its own: no title at its head, but the house's logo."""
    return _TITLE_PAGE + logo_rules(brief)


def logo_rules(brief: RenderedBrief) -> str:
    """Return what draws the logo of the house on the first page; nothing where there is none."""
    logo = brief.house.logo if brief.house is not None else None
    if logo is None:
        return ""
    place = f"right 0 top -{_LOGO_ABOVE_MM}mm"
    size = f"{logo.width_mm:.2f}mm {logo.height_mm:.2f}mm"
    drawn = f"background: url({LOGO}) no-repeat {place} / {size}; image-rendering: crisp-edges"
    return f" @page :first {{ {drawn} }}"


def paper_rules(brief: RenderedBrief) -> str:
    """Return the ``@page`` rules of a document's paper: its size, and where it is bound.

    Raises:
        ExportError: its page size is not known.
    """
    size = page_size(brief)
    return f"@page {{ size: {size.width_mm}mm {size.height_mm}mm }}" + _binding(brief)


def side_rules(brief: RenderedBrief, number: int) -> str:
    """Return the margins of the page of this number alone, for one that is laid out by itself."""
    is_left = brief.duplex and number % 2 == 0
    return _sides("@page", brief, is_left=is_left) if brief.binding_mm else ""


def _binding(brief: RenderedBrief) -> str:
    """Return the margins of sheets that are bound; the text is as wide as where they are not."""
    if not brief.binding_mm:
        return ""
    left = _sides("@page :left", brief, is_left=True) if brief.duplex else ""
    return _sides("@page", brief, is_left=False) + left


def _sides(selector: str, brief: RenderedBrief, *, is_left: bool) -> str:
    inner, outer = brief.binding_mm, 2 * _SIDE_MM - brief.binding_mm
    left, right = (outer, inner) if is_left else (inner, outer)
    return f"{selector} {{ margin-left: {left}mm; margin-right: {right}mm }}"


def _rules(brief: RenderedBrief) -> str:
    """Return the rules of a page's head and foot."""
    size = page_size(brief)
    return _PAGE.format(
        width=size.width_mm,
        height=size.height_mm,
        marking=css_string(brief.marking),
        plain=HEAD_STYLE,
        marked=MARKED_STYLE,
        above=ABOVE_MM,
        below=BELOW_MM,
        title=css_string(running_head(brief.title)),
        reference=css_string(brief.reference),
    )


def css_string(text: str) -> str:
    """Return ``text`` as a CSS string, each character but letters and digits as its code point."""
    printable = fonts.spell_out_uncovered(" ".join(text.split()))
    spelt = (
        char if char.isascii() and char.isalnum() else f"\\{ord(char):x} " for char in printable
    )
    return f'"{"".join(spelt)}"'
