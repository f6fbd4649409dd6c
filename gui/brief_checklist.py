"""What the template needs and the brief does not have yet, each leading to where it is written."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.model.desk import Missing
from gui.widgets.flowing import Flowing
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark


class Checklist(QWidget):
    """A line of what is missing; takes no room where nothing is."""

    wanted = Signal(str)
    """One of them was chosen; the argument is its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._missing: tuple[Missing, ...] = ()
        self.says = Remark()
        self._entries: Flowing | None = None
        self.buttons: list[QuietButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.says)
        self.hide()

    def show_missing(self, missing: tuple[Missing, ...]) -> None:
        """Show what is missing; nothing: all is there."""
        if missing == self._missing:
            return
        self._missing = missing
        self.says.mind(self.tr("Still needed, %n thing(s):", "", len(missing)))
        self._renew(missing)
        self.setVisible(bool(missing))

    def _renew(self, missing: tuple[Missing, ...]) -> None:
        if self._entries is not None:
            self._column.removeWidget(self._entries)
            self._entries.hide()
            self._entries.deleteLater()
        self._entries = Flowing(6, 2)
        self.buttons = [self._button(one) for one in missing]
        for button in self.buttons:
            self._entries.add(button)
        self._column.addWidget(self._entries)

    def _button(self, missing: Missing) -> QuietButton:
        button = QuietButton(missing.words.replace("&", "&&"))
        button.setAccessibleName(self.tr("Needed: {what}").format(what=missing.words))
        button.clicked.connect(lambda: self.wanted.emit(missing.name))
        return button
