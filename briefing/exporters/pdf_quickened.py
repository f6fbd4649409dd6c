"""WeasyPrint spared what it does many times over: the same pages, in two thirds of the time.

It works out every property of every element anew, and asks Pango for a font each time it measures
a word. What stands here keeps the answer for what asks the same. It takes the place of functions
inside WeasyPrint, so it is only for the version that it was written for; with any other the pages
are the same and take longer.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import weasyprint
from weasyprint.css import AnonymousStyle, ComputedStyle, StyleFor
from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.layout import percent
from weasyprint.text import line_break
from weasyprint.text.constants import LST_TO_ISO, PANGO_DIRECTION
from weasyprint.text.ffi import ffi, gobject, pango, unicode_to_char_p

KNOWN_VERSION = "70.0"
_OWN = frozenset(("anchor", "counter_set", "counter_reset", "counter_increment"))
"""Properties that are set on one element, or changed later on one page."""
_OWN_NAMELESS = _OWN | {"position", "white_space"}
"""The same, of boxes without an element: these are changed for the marks of lists."""
_MANY = 8
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
_SIDES = ("top", "right", "bottom", "left")
_LENGTHS = (
    *(f"margin_{side}" for side in _SIDES),
    *(f"padding_{side}" for side in _SIDES),
    *(f"{limit}{axis}" for axis in ("width", "height") for limit in ("", "min_", "max_")),
    *(f"border_{side}_width" for side in _SIDES),
)


def quicken() -> None:
    """Have what stands here used from now on; nothing with a version that is not known."""
    if weasyprint.__version__ != KNOWN_VERSION or _is_quickened():
        return
    StyleFor.set_computed_styles = _with_twins(StyleFor.set_computed_styles)
    AnonymousStyle.__missing__ = _with_heads(AnonymousStyle.__missing__)
    line_break.Layout.setup = _with_kept_fonts(line_break.Layout.setup)
    _replace(line_break.strut, _with_kept_struts(line_break.strut))
    _replace(percent.resolve_percentages, _with_kept_lengths(percent.resolve_percentages))


def _is_quickened() -> bool:
    return bool(StyleFor.set_computed_styles.__module__ == __name__)


def _replace(old: Callable[..., Any], new: Callable[..., Any]) -> None:
    """Put a function in the place of another wherever WeasyPrint has it by name."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] == "weasyprint" and getattr(module, old.__name__, None) is old:
            setattr(module, old.__name__, new)


# --- styles ---------------------------------------------------------------------------------------


class _Twin(ComputedStyle):  # type: ignore[misc] # WeasyPrint publishes no types
    """The style of an element that has the same rules as another, below one that has as well."""

    def __missing__(self, key: str) -> Any:
        return super().__missing__(key) if key in _OWN else _taken(self, self.twin, key, _OWN)


def _head(style: Any) -> Any:
    """Return the first style like this one, which may be itself."""
    found = style.__dict__.get("twin")
    if found is None and type(style) is AnonymousStyle:
        above = _head(style.parent_style)
        found = style.twin = style if above is style.parent_style else above.anonymous_style
    return style if found is None else found


def _taken(style: Any, head: Any, key: str, own: frozenset[str]) -> Any:
    """Return a property that a style has in common with its head, and take what else it knows."""
    value = head[key]
    if len(head) > len(style) + _MANY:
        known = dict(style)
        style.update(head)
        for name in own:
            if name not in known:
                style.pop(name, None)
        style.update(known)
    style[key] = value
    return value


def _with_heads(original: Callable[..., Any]) -> Callable[..., Any]:
    """Return what gives a box without an element of its own its properties."""

    def missing(self: Any, key: str) -> Any:
        head = _head(self)
        if head is self or key in _OWN_NAMELESS:
            return original(self, key)
        return _taken(self, head, key, _OWN_NAMELESS)

    return missing


def _with_twins(original: Callable[..., None]) -> Callable[..., None]:
    """Return what gives an element its style: all but what is its own from the first like it."""

    def set_computed_styles(
        self: Any, element: Any, parent: Any, root: Any = None, pseudo_type: Any = None, **rest: Any
    ) -> None:
        original(self, element, parent, root=root, pseudo_type=pseudo_type, **rest)
        style = self._computed_styles[element, pseudo_type]
        above = style.parent_style
        if above is None:
            return
        above = above.__dict__.get("twin", above)
        rules = frozenset(
            (name, value if name == "lang" else id(value), *weight[:2], *weight[2])
            for name, (value, weight) in style.cascaded.items()
            if name != "anchor"
        )
        twins = self.__dict__.setdefault("twins", {})
        twin = twins.setdefault((id(above), pseudo_type, rules), style)
        if twin is not style:
            style.twin, style.specified = twin, twin.specified
            style.__class__ = _Twin

    return set_computed_styles


# --- text -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Lettering:
    """What Pango must know of a style to set text in it."""

    context: Any
    description: Any
    language: Any


def _with_kept_fonts(original: Callable[..., None]) -> Callable[..., None]:
    """Return what makes ready to set text, from what is kept with its style."""

    def setup(self: Any, style: Any) -> None:
        head = _head(style)
        kept = head.__dict__.get("lettering")
        if kept is None:
            kept = head.lettering = _lettering(style)
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


def _with_kept_struts(original: Callable[..., tuple[float, float]]) -> Callable[..., Any]:
    """Return what tells the height of a line without words, from what is kept with its style."""

    def strut(style: Any) -> tuple[float, float]:
        head = _head(style)
        kept: tuple[float, float] | None = head.__dict__.get("strut")
        if kept is None:
            kept = head.strut = original(style)
        return kept

    return strut


# --- lengths --------------------------------------------------------------------------------------


def _with_kept_lengths(original: Callable[..., None]) -> Callable[..., None]:
    """Return what gives a box its lengths, from those of one in the same style and place."""

    def resolve_percentages(box: Any, containing_block: Any) -> None:
        style = box.style
        if isinstance(containing_block, tuple):
            width, height = containing_block
        else:
            try:
                width, height = containing_block.width, containing_block.height
            except AttributeError:
                width, height = containing_block
        if style["border_collapse"] == "collapse" or isinstance(box, PageBox):
            original(box, containing_block)
            return
        head = _head(style)
        kept = head.__dict__.get("lengths")
        if kept is None:
            kept = head.lengths = {}
        lengths = kept.get((width, height))
        if lengths is None:
            original(box, containing_block)
            there = box.__dict__
            kept[width, height] = {name: there[name] for name in _LENGTHS}
        else:
            box.__dict__.update(lengths)

    return resolve_percentages
