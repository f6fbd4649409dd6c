"""What boxes measure and show, with what is kept of others in the same style.

Takes the place of functions inside WeasyPrint: see ``pdf_quickened``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.draw.color import get_color
from weasyprint.formatting_structure.boxes import PageBox
from weasyprint.layout import preferred
from weasyprint.layout.absolute import AbsolutePlaceholder

from briefing.exporters.pdf_quickened_styles import head

_SIDES = ("top", "right", "bottom", "left")
_LENGTHS = (
    *(f"margin_{side}" for side in _SIDES),
    *(f"padding_{side}" for side in _SIDES),
    *(f"{limit}{axis}" for axis in ("width", "height") for limit in ("", "min_", "max_")),
    *(f"border_{side}_width" for side in _SIDES),
)
_FLOATED = frozenset(("left", "right", "inline-start", "inline-end", "footnote"))
_AWAY = ("absolute", "fixed")
_TAKEN_OUT = ("running()", "note()")
_CORNERS = tuple(
    f"border_{down}_{across}_radius" for down in ("top", "bottom") for across in ("left", "right")
)
_PLAIN = {"background": None, **dict.fromkeys(_CORNERS, (0, 0))}


def with_kept_lengths(original: Callable[..., None]) -> Callable[..., None]:
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
        first = head(style)
        kept = first.__dict__.get("lengths")
        if kept is None:
            kept = first.lengths = {}
        lengths = kept.get((width, height))
        if lengths is None:
            original(box, containing_block)
            there = box.__dict__
            kept[width, height] = {name: there[name] for name in _LENGTHS}
        else:
            box.__dict__.update(lengths)

    return resolve_percentages


def with_one_measure(original: Callable[..., float]) -> Callable[..., float]:
    """Return what tells how wide a box is that shrinks to what is in it.

    Where all of it stands in one line, nobody needs to know how narrow it might be.
    """

    def shrink_to_fit(context: Any, box: Any, available_content_width: float) -> float:
        widest: float = preferred.max_content_width(context, box, outer=False)
        if widest <= available_content_width:
            return widest
        return original(context, box, available_content_width)

    return shrink_to_fit


# --- flow and backgrounds -------------------------------------------------------------------------


def is_in_normal_flow(box: Any) -> bool:
    """Tell whether a box stands in the flow, as ``Box.is_in_normal_flow`` does."""
    style = box.style
    if style["float"] in _FLOATED:
        return False
    position = style["position"]
    return position not in _AWAY and position[0] not in _TAKEN_OUT


def with_plain_boxes(original: Callable[..., None]) -> Callable[..., None]:
    """Return what makes ready the backgrounds of a box and all in it; most have none."""

    def layout_box_backgrounds(
        page: Any, box: Any, get_image: Any, layout_children: bool = True, style: Any = None
    ) -> None:
        if style is not None or box is page or not layout_children:
            original(page, box, get_image, layout_children, style)
            return
        if isinstance(box, AbsolutePlaceholder):
            box = box._box
        first = head(box.style)
        is_plain = first.__dict__.get("is_plain")
        if is_plain is None:
            is_plain = first.is_plain = _is_plain(box.style)
        if not is_plain:
            original(page, box, get_image)
            return
        box.__dict__.update(_PLAIN)
        for child in box.all_children():
            layout_box_backgrounds(page, child, get_image)

    return layout_box_backgrounds


def _is_plain(style: Any) -> bool:
    """Tell whether a style has neither background nor shadow, pictures or round corners."""
    square = all((0, "px") in style[name] for name in _CORNERS)
    pictures = (style["border_image_source"], style["mask_border_source"])
    images = (*pictures, *style["background_image"])
    is_clear = get_color(style, "background_color").alpha == 0 and not style["box_shadow"]
    return square and is_clear and all(kind == "none" for kind, *_ in images)
