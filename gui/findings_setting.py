"""Setting a finding in type: where its lines break, how high it stands, its pieces in their ink."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Sequence
from math import ceil
from unicodedata import bidirectional

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from briefing.marks import marks_in
from briefing.model.desk import FindingRow
from gui import theme
from gui.findings_words import FindingWords, Tone

_KEPT = 400
"""Findings that stay set; a screen holds some twenty."""

_BETWEEN = " · "
Format = QTextLayout.FormatRange


class Measures:
    """All distances of the list, in proportion to its font."""

    def __init__(self, font: QFont) -> None:
        size = font.pointSizeF() if font.pointSizeF() > 0 else 10.0
        self.text_font = theme.reading_font(size * 1.1)
        self.meta_font = _sized(font, size * 0.94)
        self.count_font = self.meta_font
        self.heading_font = _sized(font, size * 1.15, QFont.Weight.DemiBold)
        em = QFontMetricsF(font).height()
        text = QFontMetricsF(self.text_font)
        self.line_height = text.height()
        self.letter = text.averageCharWidth()
        self.meta_height = QFontMetricsF(self.meta_font).height()
        self.pad = round(em * 0.27)
        self.gap = round(em * 0.27)
        self.edge = max(3, round(em * 0.18))
        self.before = self.edge + round(em * 0.5)
        self.after = round(em * 1.0)
        self.dot = max(2, round(em * 0.16))
        self.under_heading = round(em * 0.3)
        heading = QFontMetricsF(self.heading_font).height()
        self.heading_height = ceil(heading + self.under_heading + em * 0.5)

    def guess(self, letters: int, width: int) -> int:
        """Return about how high so many letters stand at a width."""
        in_line = max(1.0, (width - self.before - self.after) / self.letter)
        lines = max(1, ceil(letters * 1.02 / in_line))
        return ceil(2 * self.pad + lines * self.line_height + self.meta_height)

    def count_width(self, count: str) -> int:
        """Return how much room a count takes at the edge."""
        if not count:
            return 0
        return ceil(QFontMetricsF(self.count_font).horizontalAdvance(count) + self.after)

    def draw_line(self, painter: QPainter, room: QRect, text: str, *, at_end: bool = False) -> None:
        """Draw one line of text on the room's lower edge, shortened where it is too long."""
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignRight if at_end else Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, side | Qt.AlignmentFlag.AlignBottom, shown)


class Setting:
    """A finding set at a width; ``whole`` is the line under its words in full."""

    def __init__(
        self, row: FindingRow, width: int, searched: str, words: FindingWords, measures: Measures
    ) -> None:
        self._measures = measures
        self._width = max(1, width - measures.before - measures.after)
        found = _marked(row.text, searched)
        self._text = self._lay(row.text, measures.text_font, found)
        self.whole, formats = _joined(row, words)
        self._meta = self._one_line(self.whole, measures.meta_font, formats)
        self._note = words.note(row)
        below = measures.meta_height if self._note else 0
        self._top = self._text.boundingRect().height()
        self._below = self._top + self._meta.boundingRect().height()
        self.height = ceil(2 * measures.pad + self._below + below)

    @property
    def shown(self) -> str:
        """The line under the words, as far as there is room for it."""
        return self._meta.text()

    def draw(self, painter: QPainter, rect: QRect, ink: str) -> None:
        """Draw the words in ``ink``, and the rest in its own."""
        left, top = rect.left() + self._measures.before, rect.top() + self._measures.pad
        painter.setPen(QColor(ink))
        self._text.draw(painter, QPointF(left, top))
        painter.setPen(QColor(theme.colours().secondary))
        self._meta.draw(painter, QPointF(left, top + self._top))
        if self._note:
            painter.setFont(self._measures.meta_font)
            room = QRect(
                left, round(top + self._below), self._width, ceil(self._measures.meta_height)
            )
            painter.setPen(QColor(theme.colours().ink))
            self._measures.draw_line(painter, room, self._note)

    def _one_line(self, text: str, font: QFont, formats: Sequence[Format]) -> QTextLayout:
        """Set a text on one line, cut with an ellipsis where it is too long."""
        made = self._lay(text, font, formats)
        room = made.lineAt(0).textLength() if made.lineCount() > 1 else 0
        while room and made.lineCount() > 1:
            made = self._lay(text[:room].rstrip(_BETWEEN + ",") + "…", font, formats)
            room -= 1
        return made

    def _lay(self, text: str, font: QFont, formats: Sequence[Format]) -> QTextLayout:
        layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setAlignment(_side(text))
        layout.setTextOption(option)
        layout.setCacheEnabled(True)
        layout.setFormats(list(formats))
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(self._width)
            line.setPosition(QPointF(0, top))
            top += line.height()
        layout.endLayout()
        return layout


class SettingCache:
    """What was set lately, by what it says and how wide it is."""

    def __init__(self, words: FindingWords) -> None:
        self._words = words
        self._kept: OrderedDict[tuple[object, ...], Setting] = OrderedDict()

    def of(self, row: FindingRow, width: int, searched: str, measures: Measures) -> Setting:
        """Return a finding set at a width, anew where it is not kept."""
        key = (row.text, _said(row, self._words), row.decision.note, width, searched)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = Setting(row, width, searched, self._words, measures)
            if len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        else:
            self._kept.move_to_end(key)
        return found

    def clear(self) -> None:
        """Forget all."""
        self._kept.clear()


def words_of(searched: str) -> list[str]:
    """Return the words of a search as they are looked for: without its signs.

    A mark of the document, ``[1 ¶ 15]``, is not looked for in the findings' words.
    """
    if marks_in(searched):
        return []
    return [word for word in re.findall(r"[\w’'-]+", searched) if word not in ("OR", "AND", "NOT")]


def _side(text: str) -> Qt.AlignmentFlag:
    """Return the side on which lines of a text begin: that of its first letter's script."""
    kinds = (bidirectional(letter) for letter in text)
    first = next((kind for kind in kinds if kind in ("L", "R", "AL")), "L")
    return Qt.AlignmentFlag.AlignLeft if first == "L" else Qt.AlignmentFlag.AlignRight


def _said(row: FindingRow, words: FindingWords) -> str:
    return _BETWEEN.join(piece.text for piece in words.pieces(row))


def _joined(row: FindingRow, words: FindingWords) -> tuple[str, list[Format]]:
    formats, at = [], 0
    for piece in words.pieces(row):
        if piece.tone is not Tone.PLAIN:
            formats.append(_format(at, len(piece.text), _toned(piece.tone)))
        at += len(piece.text) + len(_BETWEEN)
    return _said(row, words), formats


def _toned(tone: Tone) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFontWeight(QFont.Weight.DemiBold)
    shades = theme.colours()
    if tone is not Tone.STATE:
        made.setForeground(QColor(shades.accent if tone is Tone.LEAD else shades.mind))
    return made


def _marked(text: str, searched: str) -> list[Format]:
    """Return where the words of a search begin a word of the text."""
    words = sorted(map(re.escape, words_of(searched)), key=len, reverse=True)
    if not words:
        return []
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.Bold)
    hits = re.finditer(rf"\b(?:{'|'.join(words)})\w*", text, re.IGNORECASE)
    return [_format(hit.start(), hit.end() - hit.start(), bold) for hit in hits]


def _format(start: int, length: int, how: QTextCharFormat) -> Format:
    made = Format()
    made.start, made.length, made.format = start, length, how
    return made


def _sized(font: QFont, points: float, weight: QFont.Weight | None = None) -> QFont:
    made = QFont(font)
    made.setPointSizeF(points)
    if weight is not None:
        made.setWeight(weight)
    return made
