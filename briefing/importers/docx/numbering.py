"""The labels that Word prints before numbered paragraphs, such as ``2.1``, ``(a)`` and ``IV.``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from briefing.importers.docx.package import W

_DEEPEST = 9
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Level:
    kind: str = "decimal"
    pattern: str = ""
    start: int = 1


class Numbering:
    """Counts the numbered paragraphs of a document in reading order."""

    def __init__(self, root: etree._Element | None) -> None:
        """Read the numbering part; without one nothing is labelled."""
        self._levels: dict[str, list[_Level]] = {}
        self._abstract: dict[str, str] = {}
        self._counts: dict[str, list[int]] = {}
        for element in root.findall(f"{W}abstractNum") if root is not None else ():
            self._levels[element.get(f"{W}abstractNumId", "")] = _levels(element)
        for element in root.findall(f"{W}num") if root is not None else ():
            abstract = element.find(f"{W}abstractNumId")
            if abstract is not None:
                self._abstract[element.get(f"{W}numId", "")] = abstract.get(f"{W}val", "")

    def is_list(self, numbering: tuple[str, int] | None) -> bool:
        """Return whether the numbering makes a paragraph an item."""
        return numbering is not None and numbering[0] in self._abstract

    def label(self, numbering: tuple[str, int] | None) -> str:
        """Count the paragraph and return its label; empty for bullets and what is not numbered."""
        if numbering is None or numbering[0] not in self._abstract:
            return ""
        abstract, depth = self._abstract[numbering[0]], min(numbering[1], _DEEPEST - 1)
        levels = self._levels.get(abstract, [])
        if depth >= len(levels):
            return ""
        counts = self._counts.setdefault(abstract, [level.start - 1 for level in levels])
        counts[depth] += 1
        for deeper in range(depth + 1, len(levels)):
            counts[deeper] = levels[deeper].start - 1
        if levels[depth].kind in ("bullet", "none"):
            return ""
        return _printed(levels, counts, depth)


def _levels(abstract: etree._Element) -> list[_Level]:
    return [
        _Level(
            _value(element, "numFmt", "decimal"),
            _value(element, "lvlText", ""),
            int(start) if (start := _value(element, "start", "1")).isdigit() else 1,
        )
        for element in abstract.findall(f"{W}lvl")[:_DEEPEST]
    ]


def _value(element: etree._Element, name: str, default: str) -> str:
    found = element.find(f"{W}{name}")
    return found.get(f"{W}val", default) if found is not None else default


def _printed(levels: list[_Level], counts: list[int], depth: int) -> str:
    def number(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        if level > depth or level >= len(levels):
            return ""
        return _figure(max(counts[level], levels[level].start), levels[level].kind)

    return re.sub(r"%([1-9])", number, levels[depth].pattern).strip()


def _figure(count: int, kind: str) -> str:
    if kind in ("lowerLetter", "upperLetter"):
        letter = chr(ord("a") + (count - 1) % 26) * ((count - 1) // 26 + 1)
        return letter.upper() if kind == "upperLetter" else letter
    if kind in ("lowerRoman", "upperRoman"):
        roman = _roman(count)
        return roman.upper() if kind == "upperRoman" else roman
    return f"{count:02d}" if kind == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        times, count = divmod(count, value)
        written += letters * times
    return written
