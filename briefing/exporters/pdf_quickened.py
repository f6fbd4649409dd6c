"""WeasyPrint spared what it does many times over: the same pages, in two thirds of the time.

It works out every property of every element anew, and asks Pango for a font each time it measures
a word. What is put in its place keeps the answer for what asks the same. It takes the place of
functions inside WeasyPrint, so it is only for the version that it was written for; with any other
the pages are the same and take longer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pydyf
import weasyprint
from weasyprint.css import AnonymousStyle, StyleFor
from weasyprint.formatting_structure.boxes import Box
from weasyprint.layout import background, percent, preferred
from weasyprint.text import line_break

from briefing.exporters.pdf_quickened_boxes import (
    is_in_normal_flow,
    with_kept_lengths,
    with_one_measure,
    with_plain_boxes,
)
from briefing.exporters.pdf_quickened_styles import with_heads, with_own_copies, with_twins
from briefing.exporters.pdf_quickened_text import (
    with_kept_fonts,
    with_kept_lines,
    with_kept_struts,
)

KNOWN_VERSION = "70.0"


def quicken() -> None:
    """Have what is quicker used from now on; nothing with a version that is not known."""
    if weasyprint.__version__ != KNOWN_VERSION or _is_quickened():
        return
    StyleFor.set_computed_styles = with_twins(StyleFor.set_computed_styles)
    AnonymousStyle.__missing__ = with_heads(AnonymousStyle.__missing__)
    AnonymousStyle.copy = with_own_copies(AnonymousStyle.copy)
    line_break.Layout.setup = with_kept_fonts(line_break.Layout.setup)
    Box.is_in_normal_flow = is_in_normal_flow
    pydyf.PDF.page_references = property(_page_references)
    _replace(line_break.strut, with_kept_struts)
    _replace(line_break.split_first_line, with_kept_lines)
    _replace(percent.resolve_percentages, with_kept_lengths)
    _replace(preferred.shrink_to_fit, with_one_measure)
    _replace(background.layout_box_backgrounds, with_plain_boxes)


def _is_quickened() -> bool:
    return bool(StyleFor.set_computed_styles.__module__ != StyleFor.__module__)


def _replace(old: Callable[..., Any], quicker: Callable[[Callable[..., Any]], Any]) -> None:
    """Put what is made of a function in its place wherever WeasyPrint has it by name."""
    new = quicker(old)
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "weasyprint" and getattr(module, old.__name__, None) is old:
            setattr(module, old.__name__, new)


def _page_references(pdf: pydyf.PDF) -> tuple[bytes, ...]:
    """Return what refers to each page; pydyf puts all of them together for each element."""
    numbers = pdf.pages["Kids"]
    kept: tuple[bytes, ...] = pdf.__dict__.get("references", ())
    if len(kept) * 3 != len(numbers):
        kept = pdf.references = tuple(b"%d 0 R" % number for number in numbers[::3])
    return kept
