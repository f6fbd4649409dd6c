"""What stands above the list: heading and counts, the search field, what is shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QActionGroup, QFont, QPalette, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.findings_search import SearchField
from gui.tips import plain_tip
from gui.widgets.labels import plain
from gui.widgets.quiet_button import QuietButton
from gui.workspace import Workspace

_LETTERS = 34
"""Width that the search field has at the least with something beside it."""


class FindingsHead(QWidget):
    """Heading, counts, search, and the row of buttons that limits what is shown."""

    def __init__(
        self, workspace: Workspace, filters: QActionGroup, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._dressed_for = theme.colours()
        self.search = SearchField(workspace, self)
        self.counts = plain(parent=self)
        self.counts.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.buttons = [self._button(filters, n) for n in range(len(filters.actions()))]
        self.fresh_said = plain(parent=self)
        self.propose = QuietButton(self.tr("Propose Again"), self)
        self._fresh = QWidget(self)
        self._fresh.setVisible(False)
        self._filters = QWidget(self)
        self._top = QHBoxLayout()
        self._tools = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()

    def show_counts(self, found: int, seen: int, used: int, undated: int = 0) -> None:
        """Say how many findings there are, are seen, are used; and how many have no date."""
        said = self.tr("{found} found · {seen} seen · {used} used")
        for name, number in (("found", found), ("seen", seen), ("used", used)):
            said = said.replace(f"{{{name}}}", f"{number:,}")
        self.counts.setText(said)
        self.counts.setAccessibleName(said)
        passed = self.tr("%n finding(s) passed over: nothing tells their date", "", undated)
        self.counts.setToolTip(plain_tip(passed if undated else ""))

    def offer_fresh(self, fresh: int) -> None:
        """Say that so many findings would be proposed now, and offer to have them."""
        said = self.tr("%n finding(s) would be proposed now that are not used.", "", fresh)
        self.fresh_said.setText(said)
        self._fresh.setVisible(fresh > 0)

    def show_nothing(self) -> None:
        """Count nothing: there is no view."""
        self.counts.clear()

    def offer_filters(self, *, offered: bool) -> None:
        """Let what is shown be limited, or not while a search is shown."""
        for button in self.buttons:
            button.setEnabled(offered)

    def _button(self, filters: QActionGroup, n: int) -> QToolButton:
        action = filters.actions()[n]
        button = QToolButton(self)
        button.setDefaultAction(action)
        button.setObjectName("segment")
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setAccessibleName(action.text())
        return button

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow other colours."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self._dressed_for is not theme.colours():
            self._dress()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put the buttons beside the search field, or beneath it where room is short."""
        super().resizeEvent(event)
        least = self.fontMetrics().averageCharWidth() * _LETTERS
        beside = self.width() >= self._filters.sizeHint().width() + least
        directions = QBoxLayout.Direction
        self._tools.setDirection(directions.LeftToRight if beside else directions.TopToBottom)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Return the size with the buttons beneath: they go there where room is short."""
        margins = self._column.contentsMargins()
        rows = [self._top.minimumSize(), *(part.minimumSizeHint() for part in self._stacked())]
        width = max(row.width() for row in rows) + margins.left() + margins.right()
        return QSize(width, super().minimumSizeHint().height())

    def _stacked(self) -> tuple[QWidget, ...]:
        fresh = (self._fresh,) if self._fresh.isVisibleTo(self) else ()
        return (self.search, self._filters, *fresh)

    def _dress(self) -> None:
        shades = self._dressed_for = theme.colours()
        self._filters.setStyleSheet(
            "QToolButton { border: 1px solid transparent; border-radius: 4px; padding: 3px 8px 2px;"
            f" color: {shades.secondary}; background: transparent; }}"
            f"QToolButton:hover {{ color: {shades.ink}; }}"
            f"QToolButton:checked {{ color: {shades.accent}; background: {shades.selected}; }}"
            f"QToolButton:disabled {{ color: {shades.faint}; background: transparent; }}"
            f"QToolButton:focus {{ border-color: {shades.accent}; }}"
        )

    def _heading(self) -> QLabel:
        label = plain(self.tr("FINDINGS"), self)
        font = QFont(label.font())
        font.setWeight(QFont.Weight.DemiBold)
        font.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 108)
        font.setPointSizeF(font.pointSizeF() * 0.92)
        label.setFont(font)
        label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        label.setAccessibleName(self.tr("Findings"))
        return label

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        self._top.addWidget(self._heading())
        self._top.addStretch(1)
        self._top.addWidget(self.counts)
        self._dress()
        row = QHBoxLayout(self._filters)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(em * 0.2))
        for button in self.buttons:
            row.addWidget(button)
        row.addStretch(1)
        self._tools.setSpacing(round(em * 0.4))
        self._tools.addWidget(self.search, 1)
        self._tools.addWidget(self._filters)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(em, round(em * 0.6), em, round(em * 0.3))
        column.setSpacing(round(em * 0.4))
        column.addLayout(self._top)
        column.addLayout(self._tools)
        column.addWidget(self._fresh)
        fresh = QHBoxLayout(self._fresh)
        fresh.setContentsMargins(0, 0, 0, 0)
        fresh.addWidget(self.fresh_said, 1)
        fresh.addWidget(self.propose)
