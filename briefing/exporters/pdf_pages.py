"""The page around the text: its size, marking, reference, running head, page x of y.

These are the brief's own, so they are written as a few lines of CSS for each document. Every string
is spelt in code points: nothing that stands in a title can end a string or begin a rule.
"""

from __future__ import annotations

from briefing import fonts
from briefing.exporters.pages import page_size, running_head
from briefing.model import RenderedBrief

_PAGE = """
@page {{
  size: {width}mm {height}mm;
  font: 7.6pt/10pt 'Source Sans 3', 'DejaVu Sans', sans-serif;
  color: #5d6876;
  @top-left {{ content: {marking}; {marked}; vertical-align: bottom; padding-bottom: 6mm }}
  @top-right {{ content: {title}; text-align: right; vertical-align: bottom; padding-bottom: 6mm }}
  @bottom-left {{ content: {marking}; {marked}; vertical-align: top; padding-top: 7mm }}
  @bottom-center {{ content: {reference}; vertical-align: top; padding-top: 7mm }}
  @bottom-right {{ content: 'Page ' {number} ' of ' {total};
    vertical-align: top; padding-top: 7mm }}
}}
"""
_TITLE_PAGE = "@page :first { @top-right { content: none } }"

_MARKED = "font-weight: 700; color: #1b2431; letter-spacing: 0.09em"


def page_rules(brief: RenderedBrief) -> str:
    """Return the ``@page`` rules of a brief.

    Raises:
        ExportError: its page size is not known.
    """
    return _rules(brief, "counter(page)", "counter(pages)") + _TITLE_PAGE


def rules_from(brief: RenderedBrief, number: int, total: int) -> str:
    """Return the ``@page`` rules for a part of a brief that begins on the page of this number.

    Raises:
        ExportError: its page size is not known.
    """
    begin = _TITLE_PAGE if number == 1 else f"@page :first {{ counter-reset: page {number} }}"
    return _rules(brief, "counter(page)", f"'{total}'") + begin


def _rules(brief: RenderedBrief, number: str, total: str) -> str:
    size = page_size(brief)
    return _PAGE.format(
        number=number,
        total=total,
        width=size.width_mm,
        height=size.height_mm,
        marking=css_string(brief.marking),
        marked=_MARKED,
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
