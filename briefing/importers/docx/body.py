"""The body of a Word file into blocks, in reading order."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from briefing.importers.docx.numbering import Numbering
from briefing.importers.docx.package import Package, W
from briefing.importers.docx.runs import Speaker, Spoken
from briefing.importers.docx.styles import Style, Styles, numbering_of, outline_level
from briefing.importers.docx.tables import cells_of, is_layout, written_rows
from briefing.importers.draft import DraftBlock
from briefing.importers.markers import BULLET
from briefing.model import BlockKind

_CAPTION = re.compile(
    r"(?:table|figure|fig\.|chart|map|box|exhibit|tableau|graphique|figura|cuadro|tabla|gráfico|"
    r"abbildung|tabelle|рис\.|рисунок|таблица)\s*[\dIVX]+(?:[.-]\d+)*\s*[.:–—]",
    re.I,
)
_LOOKED_THROUGH = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_DEEPEST = 12


@dataclass(slots=True)
class Written:
    """A block with what is needed to tell headings where no heading styles are used."""

    block: DraftBlock
    all_bold: bool = False
    size: float = 0.0
    notes: list[DraftBlock] = field(default_factory=list)


class Body:
    """Turns paragraphs and tables into blocks; counts numbers and notes as it goes."""

    def __init__(self, package: Package) -> None:
        self._styles = Styles(package.part("styles"))
        self._numbering = Numbering(package.part("numbering"))
        self._speaker = Speaker()
        self._notes = {
            kind: _notes_by_id(package.part(f"{kind}s"), kind) for kind in ("footnote", "endnote")
        }
        self._called = {"footnote": 0, "endnote": 0}
        self.endnotes: list[DraftBlock] = []

    def written(self, container: etree._Element, depth: int = 0) -> list[Written]:
        """Return the blocks of a body, cell, text box or note."""
        found: list[Written] = []
        for child in container:
            if child.tag == f"{W}p":
                found += self._paragraph(child, depth)
            elif child.tag == f"{W}tbl":
                found += self._table(child, depth)
            elif child.tag in _LOOKED_THROUGH and depth < _DEEPEST:
                found += self.written(child, depth + 1)
        return found

    def text(self, container: etree._Element) -> str:
        """Return all text of a cell or note as one line."""
        texts = (item.block.text for item in self.written(container, _DEEPEST - 2))
        return " ".join(text.replace("\n", " ") for text in texts if text)

    def _paragraph(self, element: etree._Element, depth: int) -> list[Written]:
        properties = element.find(f"{W}pPr")
        key = properties.find(f"{W}pStyle") if properties is not None else None
        style = self._styles.of(key.get(f"{W}val") if key is not None else None)
        spoken = self._speaker.speak(element, style)
        found = [self._block(properties, style, spoken)] if spoken.text else []
        notes = self._notes_of(spoken, depth)
        if found:
            found[0].notes = notes
        if depth < _DEEPEST:
            for box in spoken.boxes:
                found += self.written(box, depth + 1)
        return found

    def _block(self, properties: etree._Element | None, style: Style, spoken: Spoken) -> Written:
        numbering = numbering_of(properties) or style.numbering
        level = outline_level(properties) or style.level
        label = self._numbering.label(numbering)
        is_item = self._numbering.is_list(numbering) or style.is_list
        kind = _kind(style, spoken, level, is_item=is_item)
        text = spoken.text
        if kind is BlockKind.LIST_ITEM and not label:
            text = text[marker.end() :] if (marker := BULLET.match(text)) else text
        if label and kind in (BlockKind.HEADING, BlockKind.LIST_ITEM):
            text = f"{label} {text}"
        inked = len("".join(spoken.text.split()))
        block = DraftBlock(kind, text, level=_level(kind, style, level))
        return Written(block, spoken.bold >= 0.9 * inked, spoken.size)

    def _table(self, element: etree._Element, depth: int) -> list[Written]:
        rows = cells_of(element)
        if depth < _DEEPEST and is_layout(rows, _plain_text):
            return [item for row in rows for cell in row for item in self.written(cell, depth + 1)]
        text = written_rows(rows, self.text)
        return [Written(DraftBlock(BlockKind.TABLE, text))] if text.strip(" |\n") else []

    def _notes_of(self, spoken: Spoken, depth: int) -> list[DraftBlock]:
        notes: list[DraftBlock] = []
        for kind, key in spoken.notes:
            element = self._notes[kind].pop(key, None)
            if element is None or depth >= _DEEPEST:
                continue
            self._called[kind] += 1
            text = f"{self._called[kind]} {self.text(element)}"
            (self.endnotes if kind == "endnote" else notes).append(
                DraftBlock(BlockKind.FOOTNOTE, text)
            )
        return notes


def _plain_text(element: etree._Element) -> str:
    return " ".join(text for item in element.iter(f"{W}t") if (text := item.text))


def _notes_by_id(root: etree._Element | None, kind: str) -> dict[str, etree._Element]:
    if root is None:
        return {}
    return {
        element.get(f"{W}id", ""): element
        for element in root.findall(f"{W}{kind}")
        if element.get(f"{W}type", "normal") == "normal"
    }


def _kind(style: Style, spoken: Spoken, level: int, *, is_item: bool) -> BlockKind:
    if style.is_contents or spoken.in_contents:
        return BlockKind.FURNITURE
    if style.is_title:
        return BlockKind.HEADING
    if style.is_subtitle:
        return BlockKind.META
    if style.is_caption or (_CAPTION.match(spoken.text) and len(spoken.text) < 250):
        return BlockKind.CAPTION
    if level and len(spoken.text) < 300:
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if is_item or BULLET.match(spoken.text) else BlockKind.PARAGRAPH


def _level(kind: BlockKind, style: Style, level: int) -> int:
    if kind is not BlockKind.HEADING:
        return 0
    return 1 if style.is_title else level
