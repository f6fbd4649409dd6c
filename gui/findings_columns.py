"""Regions, the map and findings side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from gui.timers import timer
from gui.widgets.form_area import FormArea
from gui.window_state import WindowState

_NAME, _STRETCH = "regions, map, findings", (1, 5, 6)


class FindingsColumns(QSplitter):
    """As wide as the officer has made them; the map has a fair part when it is first shown."""

    def __init__(
        self, scope: QWidget, map_: QWidget, findings: QWidget, state: WindowState
    ) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._map = map_
        self._state = state
        self._part_soon = timer(self, 0, self._part_fairly)
        self.setChildrenCollapsible(False)
        self.setHandleWidth(1)
        for column in (_scrolling(scope), map_, findings):
            self.addWidget(column)
        for place, stretch in enumerate(_STRETCH):
            self.setStretchFactor(place, stretch)
        map_.hide()
        self._parted = state.restore_splitter(_NAME, self)
        """Whether the map has a width of its own."""

    def show_map(self, shown: bool) -> None:
        """Show the map or hide it."""
        if shown and not self._parted:
            self._parted = True
            self._part_soon.start()  # once what stands at the right has made room
        self._map.setVisible(shown)

    def keep(self) -> None:
        """Remember the widths."""
        if any(self.sizes()):
            self._state.keep_splitter(_NAME, self)

    def _part_fairly(self) -> None:
        whole = self.width()
        regions = min(self.sizes()[0], whole // 4)
        beside = (whole - regions) // 2
        self.setSizes([regions, beside, whole - regions - beside])


def _scrolling(page: QWidget) -> QWidget:
    """Return a page in an area that scrolls down where the screen is low, and never across."""
    area = FormArea()
    area.setWidget(page)
    area.viewport().setAutoFillBackground(False)
    page.setAutoFillBackground(False)
    bar = area.verticalScrollBar().sizeHint().width()
    area.setMinimumWidth(page.minimumSizeHint().width() + bar)
    return area
