"""Words measured and broken into lines, with what is kept of the same words in the same style.

Takes the place of functions inside WeasyPrint: see ``pdf_quickened``.
"""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from math import inf
from typing import Any, TypeAlias

from weasyprint.css import AnonymousStyle, ComputedStyle
from weasyprint.text import line_break
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p

from briefing.exporters.pdf_quickened_styles import head

_PLAIN_TEXT = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
_WRAPPING = ("normal", "pre-wrap", "pre-line")
_LETTERS = 4
"""So many letters are as wide as the font is high, to WeasyPrint: it tries a line with them."""
_Broken: TypeAlias = tuple[Any, int, int | None, float, float, float]
"""A line: what Pango knows of it, its bytes, where the next begins, width, height, baseline."""


@dataclass(frozen=True, slots=True)
class _Lettering:
    """What Pango must know of a style to set text in it."""

    context: Any
    description: Any
    language: Any


def with_kept_fonts(original: Callable[..., None]) -> Callable[..., None]:
    """Return what makes ready to set text, from what is kept with its style."""

    def setup(self: Any, style: Any) -> None:
        first = head(style)
        kept = first.__dict__.get("lettering")
        if kept is None:
            kept = first.lettering = _lettering(style)
        if kept is False:
            original(self, style)
            return
        self.style = style
        self.first_line_direction = 0
        self.language = kept.language
        self.layout = ffi.gc(pango.pango_layout_new(kept.context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(self.layout, False)
        pango.pango_layout_set_font_description(self.layout, kept.description)
        self.ascent = self.underline_position = self.strikethrough_position = None

    return setup


def _lettering(style: Any) -> _Lettering | bool:
    """Return what is kept of a style; False where there is more to be set than that."""
    if style["text_decoration_line"] != "none" or line_break.font_features(
        *(style[name] for name in _PLAIN_TEXT)
    ):
        return False
    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    override = style["font_language_override"]
    named = style["lang"] if override == "normal" else LST_TO_ISO.get(override.lower(), override)
    if named:
        pointer, _bytes = unicode_to_char_p(named)
        language = pango.pango_language_from_string(pointer)
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    return _Lettering(context, line_break.get_font_description(style), language)


def with_kept_struts(original: Callable[..., tuple[float, float]]) -> Callable[..., Any]:
    """Return what tells the height of a line without words, from what is kept with its style."""

    def strut(style: Any) -> tuple[float, float]:
        first = head(style)
        kept: tuple[float, float] | None = first.__dict__.get("strut")
        if kept is None:
            kept = first.strut = original(style)
        return kept

    return strut


class _Lines:
    """Lines that were broken in one style."""

    def __init__(self) -> None:
        self._broken: dict[tuple[Any, ...], _Broken] = {}
        self._whole: dict[tuple[Any, ...], tuple[float, _Broken]] = {}

    def found(self, words: tuple[Any, ...], width: float | None, how: Any) -> _Broken | None:
        """Return the line that words make where there is so much room."""
        narrowest, line = self._whole.get(words, (inf, None))
        if line is not None and width is not None and width >= narrowest:
            return line
        return self._broken.get((words, width, how))

    def keep(
        self, words: tuple[Any, ...], width: float | None, how: Any, line: _Broken, fits: bool
    ) -> None:
        """Keep a line; one that ``fits`` whole is the same wherever there is more room."""
        if fits and width is not None:
            self._whole[words] = width, line
        else:
            self._broken[words, width, how] = line


def with_kept_lines(original: Callable[..., _Broken]) -> Callable[..., _Broken]:
    """Return what breaks the first line off a text, from what is kept with its style."""

    def split_first_line(
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> _Broken:
        rest = (context, max_width, justification_spacing, is_line_start, minimum)
        if not isinstance(style, (ComputedStyle, AnonymousStyle)):  # that of a drawing changes
            return original(text, style, *rest)
        first = head(style)
        lines = first.__dict__.get("lines")
        if lines is None:
            lines = first.lines = _Lines()
        words, how = (text, style["white_space"], justification_spacing), (is_line_start, minimum)
        line = lines.found(words, max_width, how)
        if line is None:
            line = original(text, style, *rest)
            lines.keep(words, max_width, how, line, _fits(text, style, max_width, line))
        layout = copy.copy(line[0])  # each box has its own to draw with
        layout.max_width = max_width
        return (layout, *line[1:])

    return split_first_line


def _fits(text: str, style: Any, width: float | None, line: _Broken) -> bool:
    """Tell whether all of a text stood in the width at the first try, however it might break."""
    size = style["font_size"]
    if line[2] is not None or width in (None, inf) or style["white_space"] not in _WRAPPING:
        return False
    return (
        size * _LETTERS <= width and len(text) <= int(width / size * _LETTERS) and line[3] <= width
    )
