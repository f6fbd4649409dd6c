"""The tree of regions in the scope: one ticks what the brief is about."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTreeView, QWidget

from briefing.model import Taxonomy
from gui.models.regions import RegionRole, RegionsModel
from gui.models.regions_tree import Node
from gui.widgets.count_delegate import CountDelegate

_OPENED = 12
"""A ticked region with no more members than this is shown with its members."""

TICKING = (Qt.Key.Key_Space, Qt.Key.Key_Select, Qt.Key.Key_Return, Qt.Key.Key_Enter)
"""Keys that tick a line."""

Index = QModelIndex | QPersistentModelIndex
Path = tuple[str, ...]


def toggle(model: QAbstractItemModel, index: QModelIndex) -> None:
    """Tick a line, or untick it where it is ticked."""
    state = index.data(Qt.ItemDataRole.CheckStateRole)
    if state is not None:
        ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        now = Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked
        model.setData(index, now, Qt.ItemDataRole.CheckStateRole)


class RegionTree(QTreeView):
    """Regions with ticks and counts. Space or Enter ticks, typing jumps."""

    def __init__(self, model: RegionsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.regions = model
        self._opened: set[Path] = set()
        self._before_search: set[Path] | None = None
        self._current: Path = ()
        self._current_before: Path = ()
        """The line one was at when a search began."""
        self._set_up()
        self.setModel(model)
        model.modelReset.connect(self._come_back)  # after the selection's own connection
        self.expanded.connect(lambda index: self._opened.add(model.node_of(index).path))
        self.collapsed.connect(lambda index: self._opened.discard(model.node_of(index).path))

    def take(self, taxonomy: Taxonomy) -> None:
        """Show these regions; what stood open stays open, and the officer's groups do."""
        self.regions.set_taxonomy(taxonomy)
        first = self.regions.root.children[:1]
        self._open(node.path for node in first if not node.region)

    def look_for(self, words: str, *, only_found: bool) -> None:
        """Show the lines that hold the words, opened down to them; the best is the current one."""
        if words and self._before_search is None:
            self._before_search, self._current_before = set(self._opened), self._current
        elif not words and self._before_search is not None:
            self._leave_found()
        self.regions.set_filter(words, only_found=only_found)
        if words:
            self._open_all(path for node in self.regions.matches() for path in above(node))
            self._go_to(self.regions.best_match())
        elif self._before_search is not None:
            self._open_all(self._before_search)
            self._before_search = None
            self._keep_in_sight()

    def _leave_found(self) -> None:
        """Go back to where one was before a search, unless what it found is shown without it."""
        node = next((node for node in self.regions.nodes if node.path == self._current), None)
        if node is None or not self.regions.is_worth_showing(node):
            self._current = self.regions.held = self._current_before

    def open_to(self, regions: Iterable[str]) -> None:
        """Open the tree down to these regions, and small ones to their members."""
        for region in regions:
            node = next((node for node in self.regions.nodes if node.region == region), None)
            if node is not None:
                self._open(above(node))
                if len(node.children) <= _OPENED:
                    self._open([node.path])

    def region_at(self, index: QModelIndex) -> str:
        """Return the id of a line's region; empty for a heading or no line."""
        return str(index.data(RegionRole) or "") if index.isValid() else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Tick by Space and Enter; what cannot be ticked is opened or closed."""
        if event.key() not in TICKING:
            super().keyPressEvent(event)
        elif self.region_at(self.currentIndex()):
            toggle(self.regions, self.currentIndex())
        else:
            self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Have a current line, which the next key can tick."""
        if not self.currentIndex().isValid():
            self._go_to(self._first())
        super().focusInEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Remember the line, to come back to it when other lines are shown."""
        if current.isValid():
            self._current = self.regions.held = self.regions.node_of(current).path
        super().currentChanged(current, previous)

    def reset(self) -> None:
        """Take in that other lines are shown: what was open and in sight stays so."""
        if not hasattr(self, "regions"):
            super().reset()
            return
        place = self.verticalScrollBar().value()
        super().reset()
        self._open_all(set(self._opened))
        self._scroll_to(place)

    def _come_back(self) -> None:
        """Go back to the line one was at, once the selection has been reset too."""
        place = self.verticalScrollBar().value()
        self._go_to(self._index_at(self._current))
        if self.hasFocus() and not self.currentIndex().isValid():
            self._go_to(self._first())
        self._scroll_to(place)

    def _scroll_to(self, place: int) -> None:
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(place)

    def _set_up(self) -> None:
        self.setItemDelegate(CountDelegate(self))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        self.setIndentation(round(self.fontMetrics().height() * 0.9))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(self.tr("Regions"))

    def _open_all(self, paths: Iterable[Path]) -> None:
        """Have these lines open and no others."""
        wanted = set(paths)
        self.blockSignals(True)
        super().reset()  # opening is quick while nothing is laid out
        for node in self.regions.nodes:
            if node.shown and node.path in wanted:
                self.setExpanded(self.regions.index_of(node), True)
        self.blockSignals(False)
        self._opened = wanted

    def _open(self, paths: Iterable[Path]) -> None:
        self._open_all(self._opened | set(paths))
        self._go_to(self._index_at(self._current))

    def _keep_in_sight(self) -> None:
        """Open the tree down to the current line and scroll to it."""
        current = next((n for n in self.regions.nodes if n.path == self._current), None)
        if current is not None and current.place >= 0:
            self._open(above(current))
            self.scrollTo(self.regions.index_of(current))

    def _go_to(self, index: QModelIndex) -> None:
        if index.isValid():
            self.setCurrentIndex(index)

    def _first(self) -> QModelIndex:
        """Return the first line in sight that can be ticked, one that is ticked before others."""
        index, found = self.regions.index(0, 0), QModelIndex()
        while index.isValid():
            state = index.data(Qt.ItemDataRole.CheckStateRole)
            if state is not None and Qt.CheckState(state) == Qt.CheckState.Checked:
                return index
            if state is not None and not found.isValid():
                found = index
            index = self.indexBelow(index)
        return found

    def _index_at(self, path: Path) -> QModelIndex:
        node = next((node for node in self.regions.nodes if path and node.path == path), None)
        return self.regions.index_of(node) if node else QModelIndex()


def above(node: Node) -> Iterable[Path]:
    """Yield what names the lines above one, from the top."""
    return (node.path[:depth] for depth in range(1, len(node.path)))
