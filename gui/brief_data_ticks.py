"""Which indicators of the officer's data the document shows: a tick each, found by name if many."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gui.brief_words import a_column
from gui.keyboard import tab_through
from gui.tips import plain_tip
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark
from gui.widgets.search_field import SearchField

_FEW = 5
"""Indicators that are ticked one by one."""
_MOST = 20
"""Ticks at a time; a file of the World Bank may bring a thousand indicators."""
_LONGEST = 90


class IndicatorTicks(QWidget):
    """Shows what is ticked, and says what is to be; it does not change it itself."""

    chosen = Signal(str, tuple)
    """What was done, in words, and the indicators that are shown now; none means all."""
    rebuilt = Signal()
    """It has other controls than before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self._shown: tuple[str, ...] = ()
        self.boxes: dict[str, QCheckBox] = {}
        self.search = SearchField(self.tr("Find an indicator"))
        self.search.textChanged.connect(self._show_boxes)
        self.all_button = QuietButton(self.tr("All"))
        self.all_button.clicked.connect(lambda: self._choose(self.tr("Show all indicators"), ()))
        self.one_button = QuietButton(self.tr("Only the first"))
        self.one_button.clicked.connect(self._choose_first)
        self.more = Remark()
        self._lay_out()

    def show_names(self, names: Sequence[str], shown: Sequence[str]) -> None:
        """Show the indicators that there are, and tick those that are shown; empty: all are."""
        are_new = self._names != tuple(names)
        self._names, self._shown = tuple(names), tuple(shown)
        self.setVisible(len(names) > 1)
        many = len(names) > _FEW
        for button in (self.all_button, self.one_button):
            button.setVisible(many)
        self.search.setVisible(len(names) > _MOST)
        if are_new:
            self.search.clear()
        self._show_boxes()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(Remark(self.tr("Shown in charts and in the country sheet:")), 1)
        head.addWidget(self.all_button)
        head.addWidget(self.one_button)
        self._column = QVBoxLayout()
        self._column.setSpacing(2)
        column = a_column(self)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addLayout(self._column)
        column.addWidget(self.more)

    def _show_boxes(self) -> None:
        """Have a tick for each indicator that is looked for, and tick what is shown."""
        words = self.search.words.casefold()
        found = [name for name in self._names if words in name.casefold()]
        if list(self.boxes) != found[:_MOST]:
            self._make_boxes(found[:_MOST])
        for name, box in self.boxes.items():
            box.setChecked(not self._shown or name in self._shown)
        left = len(found) - len(self.boxes)
        self.more.say(
            self.tr("%n more indicator(s): type a part of the name.", "", left) if left else ""
        )

    def _make_boxes(self, names: Sequence[str]) -> None:
        for box in self.boxes.values():
            self._column.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = {name: self._box(name) for name in names}
        for box in self.boxes.values():
            self._column.addWidget(box)
        tab_through(self.all_button, self.one_button, self.search, *self.boxes.values())
        self.rebuilt.emit()

    def _box(self, name: str) -> QCheckBox:
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
        box = QCheckBox(short.replace("&", "&&"))
        if short != name:
            box.setToolTip(plain_tip(name))
            box.setAccessibleName(name)
        box.clicked.connect(lambda ticked: self._tick(name, ticked))
        return box

    def _tick(self, name: str, ticked: bool) -> None:
        """Show an indicator or not; the last one stays, for no tick at all would mean all."""
        shown = {*(self._shown or self._names)} | {name}
        chosen = tuple(one for one in self._names if one in shown and (ticked or one != name))
        if not chosen:
            self.boxes[name].setChecked(True)
            return
        said = self.tr("Show {name}") if ticked else self.tr("Do not show {name}")
        self._choose(said.format(name=name), () if chosen == self._names else chosen)

    def _choose_first(self) -> None:
        """Leave one, to tick others from there."""
        first = next(iter(self.boxes), self._names[0])
        self._choose(self.tr("Show {name} alone").format(name=first), (first,))

    def _choose(self, said: str, shown: tuple[str, ...]) -> None:
        if shown != self._shown:
            self.chosen.emit(said, shown)
