"""Numbering: each ordered list starts anew, in the definition its paragraph style is tied to."""

from __future__ import annotations

from briefing.blocks import ListItem
from briefing.exporters.docx_styles import StyleSheet
from briefing.exporters.docx_xml import Element, Xml, qn, tree, w


class Numbering:
    """The numbering part of the reference document, to which lists are added."""

    def __init__(self, numbering: Element | None, styles: StyleSheet) -> None:
        self._numbering = numbering
        self._styles = styles
        self._ties: dict[str | None, tuple[str, str] | None] = {}
        self._running: dict[int, tuple[int, int]] = {}
        """For each list in the document: its number in the part, and the next item's number."""
        self._last = None if numbering is None else _last_of(numbering)
        self._highest = 0 if numbering is None else _highest_in(numbering)

    def properties(self, item: ListItem, style: str | None) -> Xml | None:
        """Return the ``w:numPr`` an item needs beyond its style; None where the style is enough."""
        tied = self._tied(style)
        if not item.ordered or tied is None:
            return None
        number, expected = self._running.get(item.list_number, (0, 0))
        if item.number != expected:
            number = self._started(tied, item.number)
        self._running[item.list_number] = number, item.number + 1
        return w("numPr", w("ilvl", val=tied[1]), w("numId", val=number))

    def prints_mark(self, style: str | None) -> bool:
        """Tell whether the style prints the number or dash; if not, it must be written."""
        return self._tied(style) is not None

    def _tied(self, style: str | None) -> tuple[str, str] | None:
        """Return the abstract definition and the level that a style is tied to."""
        if style not in self._ties:
            self._ties[style] = self._looked_up(style)
        return self._ties[style]

    def _looked_up(self, style: str | None) -> tuple[str, str] | None:
        definition = self._styles.element(style)
        if definition is None or self._numbering is None:
            return None
        number = definition.find(f"{qn('pPr')}/{qn('numPr')}/{qn('numId')}")
        level = definition.find(f"{qn('pPr')}/{qn('numPr')}/{qn('ilvl')}")
        if number is None:
            return None
        for entry in self._numbering.iterfind(qn("num")):
            abstract = entry.find(qn("abstractNumId"))
            if entry.get(qn("numId")) == number.get(qn("val")) and abstract is not None:
                return abstract.get(qn("val"), ""), "0" if level is None else level.get(
                    qn("val"), ""
                )
        return None

    def _started(self, tied: tuple[str, str], start: int) -> int:
        """Add a number that counts from ``start`` and return its id."""
        if self._last is None:
            return 0
        self._highest += 1
        override = w("lvlOverride", w("startOverride", val=start), ilvl=tied[1])
        added = tree(w("num", w("abstractNumId", val=tied[0]), override, numId=self._highest))
        self._last.addnext(added)
        self._last = added
        return self._highest


def _last_of(numbering: Element) -> Element | None:
    return next(numbering.iterchildren(qn("num"), reversed=True), None)


def _highest_in(numbering: Element) -> int:
    numbers = (entry.get(qn("numId"), "0") for entry in numbering.iterfind(qn("num")))
    return max(map(int, numbers), default=0)
