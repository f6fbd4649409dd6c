"""The styles of elements that have the same rules as others, worked out once for all of them.

Takes the place of functions inside WeasyPrint: see ``pdf_quickened``.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from weasyprint.css import AnonymousStyle, ComputedStyle

_OWN = frozenset(("anchor", "counter_set", "counter_reset", "counter_increment"))
"""Properties that are set on one element, or changed later on one page."""
_OWN_NAMELESS = _OWN | {"position", "white_space"}
"""The same, of boxes without an element: these are changed for the marks of lists."""
_MANY = 8


class _Twin(ComputedStyle):  # type: ignore[misc] # WeasyPrint publishes no types
    """The style of an element that has the same rules as another, below one that has as well."""

    def __missing__(self, key: str) -> Any:
        return super().__missing__(key) if key in _OWN else _taken(self, self.twin, key, _OWN)


def head(style: Any) -> Any:
    """Return the first style like this one, which may be itself."""
    found = style.__dict__.get("twin")
    if found is None and type(style) is AnonymousStyle:
        above = head(style.parent_style)
        found = style.twin = style if above is style.parent_style else above.anonymous_style
    return style if found is None else found


def with_own_copies(original: Callable[..., Any]) -> Callable[..., Any]:
    """Return what copies the style of a box without an element: a copy is made to be changed."""

    def copy(self: Any) -> Any:
        made = original(self)
        made.twin = made
        return made

    return copy


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


def with_heads(original: Callable[..., Any]) -> Callable[..., Any]:
    """Return what gives a box without an element of its own its properties."""

    def missing(self: Any, key: str) -> Any:
        first = head(self)
        if first is self or key in _OWN_NAMELESS:
            return original(self, key)
        return _taken(self, first, key, _OWN_NAMELESS)

    return missing


def with_twins(original: Callable[..., None]) -> Callable[..., None]:
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
