"""The list of themes in the scope."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from gui.models.themes import ShownThemes, ThemeRole, ThemesModel
from gui.scope_regions import TICKING, toggle
from gui.widgets.count_delegate import CountDelegate


class ThemeList(QListView):
    """Themes with ticks and counts. Space or Enter ticks, typing jumps."""

    def __init__(self, model: ThemesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shown = ShownThemes(model, self)
        self.setModel(self.shown)
        self.setItemDelegate(CountDelegate(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Themes"))

    def look_for(self, words: str) -> None:
        """Show the themes that hold the words."""
        self.shown.set_words(words)

    def best_match(self) -> str:
        """Return the id of the first theme that is shown; empty where none is."""
        index = self.shown.index(0, 0)
        return str(index.data(ThemeRole)) if index.isValid() else ""

    def enter(self) -> None:
        """Take the focus, with the cursor on a line."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Have a current line, which the next key can tick."""
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self.shown.index(0, 0))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick by Space and Enter."""
        if event.key() in TICKING:
            toggle(self.shown, self.currentIndex())
        else:
            super().keyPressEvent(event)
