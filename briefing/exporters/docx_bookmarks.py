"""Bookmarks: the places that links within a document lead to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from briefing.exporters.docx_xml import Xml, joined, w

_LONGEST_NAME = 40
"""Characters that Word allows in the name of a bookmark."""


class Bookmarks:
    """The names by which links find their place, each made fit for Word and given once."""

    def __init__(self) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._count = 0

    def name(self, identifier: str) -> str:
        """Return the bookmark's name for an id: letters, digits and underscores, 40 at most."""
        if identifier not in self._names:
            name = re.sub(r"\W", "_", identifier)
            name = name if name[:1].isalpha() else f"b_{name}"
            if len(name) > _LONGEST_NAME or name.lower() in self._taken:
                digest = hashlib.sha256(identifier.encode()).hexdigest()[:8]
                name = f"{name[: _LONGEST_NAME - 9]}_{digest}"
            self._taken.add(name.lower())
            self._names[identifier] = name
        return self._names[identifier]

    def around(self, identifiers: Iterable[str], inside: Xml) -> Xml:
        """Return elements with a bookmark for each id around them."""
        for identifier in identifiers:
            start = w("bookmarkStart", id=self._count, name=self.name(identifier))
            inside = joined((start, inside, w("bookmarkEnd", id=self._count)))
            self._count += 1
        return inside
