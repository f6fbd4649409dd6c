"""The legend of a report's themes, each with its mark, name and count; one tick shows one theme."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from briefing.model import Theme
from gui.reader_chip import Chip

GAP = 2
"""Between chips, and between their lines, in pixels."""
LINES = 2
"""How many are shown until the officer asks for all."""


class Legend(QWidget):
    """All themes of the report; arrow keys go from one to the next."""

    chosen = Signal(str)
    """Id of the theme whose findings alone are to be marked; empty: all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Themes of the report"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self.more = QPushButton(self.tr("More…"), self)
        self.more.setProperty("quiet", True)
        self.more.setCheckable(True)
        self.more.setAccessibleName(self.tr("Show all themes of the report"))
        self.more.toggled.connect(self._fold)
        self._asked: list[QSize] = []
        """The room that each chip asks for."""
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: dict[str, Chip] = {}
        self.counts: Mapping[str, int] = {}

    def show_counts(self, counts: Mapping[str, int], themes: Mapping[str, Theme]) -> None:
        """Show the themes that occur, the most frequent first; all are marked at first."""
        for chip in self.chips.values():
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        self.chips, self.counts = {}, counts
        self._add("", self.tr("All themes"), 0)
        for id_ in sorted(counts, key=lambda id_: (-counts[id_], id_)):
            name = themes[id_].name if id_ in themes else id_
            self._add(id_, name, counts[id_])
        self.chips[""].setChecked(True)
        self._asked = [chip.sizeHint() for chip in self.chips.values()]
        self._arrange(self.width(), place=True)
        self.setVisible(bool(counts))
        self.updateGeometry()

    def choose(self, theme_id: str) -> None:
        """Mark the findings of one theme alone, or of all."""
        if theme_id in self.chips:
            self.chips[theme_id].click()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all lines at a width."""
        return self._arrange(width, place=False) if self.chips else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for the lines at the present width."""
        return QSize(self.width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return room for one line."""
        return QSize(0, self._asked[0].height() if self._asked else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Set the lines anew."""
        super().resizeEvent(event)
        if self.chips:
            self._arrange(self.width(), place=True)

    def _arrange(self, width: int, *, place: bool) -> int:
        """Return the height of the lines at a width, having placed the chips if asked."""
        chips = list(self.chips.values())
        shown, places = self._places(width, len(chips))
        folded = shown < len(chips)
        if place:
            for number, chip in enumerate(chips):
                chip.setVisible(number < shown)
                chip.setGeometry(places[min(number, shown - 1)])
            self.more.setVisible(folded or self.more.isChecked())
            self.more.setGeometry(places[-1])
        return (
            max(
                where.bottom()
                for where in (places if folded or self.more.isChecked() else places[:-1])
            )
            + 1
        )

    def _places(self, width: int, count: int) -> tuple[int, list[QRect]]:
        """Return how many chips are shown, where they stand, and where the switch for all does."""
        more = self.more.sizeHint()
        places: list[QRect] = []
        left, line, height = 0, 0, self._asked[0].height() + GAP
        for number, asked in enumerate(self._asked):
            last_line = line == LINES - 1 and not self.more.isChecked()
            spare = more.width() + GAP if last_line and number < count - 1 else 0
            if left and left + asked.width() + spare > width:
                if last_line:
                    break
                left, line = 0, line + 1
            places.append(QRect(QPoint(left, line * height), asked))
            left += asked.width() + GAP
        if left and left + more.width() > width:
            left, line = 0, line + 1
        above = (more.height() - self._asked[0].height()) // 2
        return len(places), [*places, QRect(QPoint(left, line * height - above), more)]

    def _fold(self, unfolded: bool) -> None:
        self.more.setText(self.tr("Fewer") if unfolded else self.tr("More…"))
        self._arrange(self.width(), place=True)
        self.updateGeometry()

    def _add(self, id_: str, name: str, count: int) -> None:
        chip = Chip(id_, name, count, self)
        chip.toggled.connect(lambda on: self.chosen.emit(id_) if on else None)
        self._group.addButton(chip)
        chip.show()
        self.chips[id_] = chip
