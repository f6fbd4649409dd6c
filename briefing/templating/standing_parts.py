"""Parts of documents that stay as they are while what they are written from does.

The annex holds half of a document, and no word that is typed changes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from jinja2 import Template
from jinja2.runtime import Context

from briefing import resources

_WRITTEN_FROM = {"_annex.html.j2": ("annex",), "_numbers.html.j2": ("numbers", "annex")}
"""The names that each of these shipped parts reads; it reads no other."""
_MOST_KEPT = 8
"""Texts of a part, each with what it is written from."""

_Write: TypeAlias = Callable[[Context], Iterator[str]]


class StandingParts:
    """Keeps what parts have written."""

    def __init__(self) -> None:
        self._written: dict[object, str] = {}

    def remember(self, template: Template) -> None:
        """Let a shipped part that is about to be taken in write only what is not known."""
        name = template.name or ""
        names = _WRITTEN_FROM.get(name)
        if names is not None and template.filename == str(resources.templates() / name):
            template.root_render_func = self._remembering(template.root_render_func, names)

    def _remembering(self, write: _Write, names: tuple[str, ...]) -> _Write:
        def written(context: Context) -> Iterator[str]:
            key = write.__code__, *(context.get(name) for name in names)
            yield self._known(key, lambda: "".join(write(context)))

        return written

    def _known(self, key: object, write: Callable[[], str]) -> str:
        try:
            known = self._written.get(key)
        except TypeError:  # a template has put a list of its own in the place of a value
            return write()
        if known is None:
            known = write()
            if len(self._written) >= _MOST_KEPT:
                self._written.clear()
            self._written[key] = known
        return known


STANDING = StandingParts()
