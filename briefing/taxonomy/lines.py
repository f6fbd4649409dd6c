"""Where in a TOML file something stands, so that a mistake in it can be told with its line.

The parser of the standard library tells no lines; this reads just enough of the layout: headings,
keys at the beginning of a line, and what stands between quotation marks beneath them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

Path_ = tuple[str | int, ...]
"""The way to a value: keys of tables, and numbers in lists of tables, from 0."""

_HEADING = re.compile(r"\s*(\[\[?)\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*=""")
_PART = re.compile(r'"([^"]+)"|([^."\s]+)')


class Lines:
    """The lines of one file, by what stands there."""

    def __init__(self, text: str) -> None:
        self._lines = text.splitlines()
        self._at = dict(self._places())
        self._known = sorted(self._at.values())

    def of(self, path: Path_, value: object = None) -> int:
        """Return the line of a value, from 1: that of its key where it cannot be told better.

        ``value`` is a piece of text within it, such as one of a list of names.
        """
        while path and path not in self._at:
            path = path[:-1]
        first = self._at.get(path, 1)
        return self._below(first, value) if isinstance(value, str) else first

    def _below(self, first: int, value: str) -> int:
        """Return the first line with the words from ``first`` to the next key, else ``first``."""
        last = next((line for line in self._known if line > first), len(self._lines) + 1)
        marked = (f'"{value}"', f"'{value}'", value)
        for form in marked:
            for number in range(first, last):
                if form in self._lines[number - 1]:
                    return number
        return first

    def _places(self) -> Iterator[tuple[Path_, int]]:
        """Yield the way to every heading and key with its line."""
        under: Path_ = ()
        counts: Counter[Path_] = Counter()
        for number, line in enumerate(self._lines, 1):
            if heading := _HEADING.match(line):
                if line.strip().endswith("]") or "#" in line:
                    under = _way(heading[2], counts, is_list=heading[1] == "[[")
                    yield under, number
            elif key := _KEY.match(line):
                yield (*under, key[1] or key[2] or key[3]), number


def _way(words: str, counts: Counter[Path_], *, is_list: bool) -> Path_:
    """Return the way that a heading opens: in lists of tables to the latest one."""
    way: Path_ = ()
    parts = [quoted or bare for quoted, bare in _PART.findall(words)]
    for place, part in enumerate(parts, 1):
        way = (*way, part)
        if is_list and place == len(parts):
            counts[way] += 1
        if counts[way]:
            way = (*way, counts[way] - 1)
    return way
