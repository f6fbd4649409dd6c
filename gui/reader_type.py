"""The type of a report for reading: a font, a shade and a distance for each kind of block."""

from __future__ import annotations

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QTextCharFormat

from briefing.model import BlockKind
from briefing.model.desk import BlockView
from gui import theme

MEASURE = 70
"""Characters a line, about."""
_SAMPLE = "The talks were held in the capital, and both delegations stayed for a day. "


class ReaderType:
    """Formats for all kinds of blocks, in the colours in force when it was made."""

    def __init__(self, points: float) -> None:
        self.text = theme.reading_font(points)
        self._points = points
        shades = theme.colours()
        self._looks = (points, shades)
        italic = QFont(self.text)
        italic.setItalic(True)
        small = theme.reading_font(points * 0.86)
        table = QFont(theme.UI_FAMILY)
        table.setPointSizeF(points * 0.9)
        kinds = BlockKind
        self._formats = {
            kinds.QUESTION: _format(italic, shades.ink),
            kinds.TABLE: _format(table, shades.ink),
            kinds.CAPTION: _format(table, shades.secondary),
            kinds.FOOTNOTE: _format(small, shades.secondary),
            kinds.META: _format(small, shades.faint),
            kinds.FURNITURE: _format(small, shades.faint),
        }
        self._text = _format(self.text, shades.ink)
        self._headings = tuple(self._heading(level) for level in range(4))
        self._gaps: dict[float, QTextCharFormat] = {}

    def __eq__(self, other: object) -> bool:
        """Return whether another looks the same."""
        return isinstance(other, ReaderType) and self._looks == other._looks

    def __hash__(self) -> int:
        return hash(self._looks)

    @property
    def measure(self) -> float:
        """Width of a line of text."""
        sample = QFontMetricsF(self.text).horizontalAdvance(_SAMPLE) / len(_SAMPLE)
        return sample * MEASURE

    def of(self, block: BlockView) -> QTextCharFormat:
        """Return the format of a block's text."""
        if block.kind is BlockKind.HEADING:
            return self._headings[min(max(block.level, 1), len(self._headings)) - 1]
        return self._formats.get(block.kind, self._text)

    def gap(self, previous: BlockView | None, block: BlockView) -> QTextCharFormat:
        """Return the format of the empty line between two blocks, which is its height."""
        size = 0.55
        if block.kind is BlockKind.HEADING:
            size = 1.1
        elif previous and previous.kind is block.kind is BlockKind.LIST_ITEM:
            size = 0.25
        elif previous and previous.kind is BlockKind.HEADING:
            size = 0.3
        if size not in self._gaps:
            self._gaps[size] = _format(theme.reading_font(self._points * size), "")
        return self._gaps[size]

    def _heading(self, level: int) -> QTextCharFormat:
        font = QFont(theme.UI_FAMILY)
        font.setWeight(QFont.Weight.DemiBold)
        font.setPointSizeF(self._points * (1.55, 1.25, 1.1, 1.0)[level])
        return _format(font, theme.colours().ink)


def _format(font: QFont, shade: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(font)
    if shade:
        made.setForeground(QColor(shade))
    return made
