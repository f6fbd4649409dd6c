"""The line below the pages: which page is looked at, whether one is being made, how large."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QSpinBox, QToolButton, QWidget

from gui.widgets.labels import plain, quiet
from gui.widgets.page_view import PageView
from gui.widgets.yielding_row import YieldingRow


class PreviewFoot(YieldingRow):
    """Page and zoom of a view of pages."""

    def __init__(self, view: PageView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.page = QSpinBox()
        self.page.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.page.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.page.setKeyboardTracking(False)
        self.page.setAccessibleName(self.tr("Page"))
        self.page.valueChanged.connect(view.go)
        self.of = quiet()
        self.zoom = quiet()
        self.busy = quiet()
        self.before = plain(self.tr("Page"))
        self.before.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.before.setBuddy(self.page)
        view.turned.connect(lambda _: self.refresh())
        view.zoomed.connect(self.refresh)
        self.refresh()

    def add_actions(self, smaller: QAction, larger: QAction, fit: QAction) -> None:
        """Put in the buttons for zooming."""
        row = self.row
        row.setContentsMargins(14, 4, 14, 4)
        row.setSpacing(6)
        for part in (self.before, self.page, self.of):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.busy)
        row.addStretch(1)
        row.addWidget(_button(smaller))
        row.addWidget(self.zoom)
        row.addWidget(_button(larger))
        row.addWidget(_button(fit))
        self.let_yield(self.busy, self.before, self.zoom, self.of)

    def refresh(self) -> None:
        """Show page and zoom as they are."""
        count = self._view.count
        with QSignalBlocker(self.page):
            self.page.setRange(min(1, count), count)
            self.page.setValue(self._view.number)
        self.page.setEnabled(count > 1)
        self.of.setText(self.tr("of %n", "pages", count))
        self.zoom.setText(self.tr("{percent} %").format(percent=round(self._view.zoom * 100)))
        self.zoom.setMinimumWidth(self.zoom.fontMetrics().horizontalAdvance("400 %"))
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def say_busy(self, words: str) -> None:
        """Say quietly that pages are being made; nothing: they are there."""
        self.busy.setText(words)


def _button(action: QAction) -> QToolButton:
    """Return a button with the action's short text, which it keeps when the action changes."""
    button = QToolButton()
    button.setDefaultAction(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
    button.setAutoRaise(True)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    button.setAccessibleName(action.toolTip())
    return button
