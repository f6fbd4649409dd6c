"""The regions as a tree with ticks and counts. A tick changes lines; it never resets the model."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from briefing.model import Taxonomy
from gui.models.regions_filter import Filter
from gui.models.regions_ticked import Ticked, Ticking
from gui.models.regions_tree import Node, grown
from gui.widgets.count_delegate import CountRole, QuietRole

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole

RegionRole = Roles.UserRole + 10
"""Id of a line's region; empty for a heading."""

_OF_HEADING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OF_REGION = _OF_HEADING | Qt.ItemFlag.ItemIsUserCheckable
_CHECKS = {
    Ticked.NO: Qt.CheckState.Unchecked,
    Ticked.PARTLY: Qt.CheckState.PartiallyChecked,
    Ticked.YES: Qt.CheckState.Checked,
}


class RegionsModel(QAbstractItemModel):
    """Regions with ticks (what is asked for) and counts (what each would bring)."""

    toggled = Signal(str, bool)
    """The officer ticks or unticks a region; ``set_asked`` is what makes it so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._take(Taxonomy({}, {}))
        self._asked: tuple[str, ...] = ()
        self._counts: dict[str, int] | None = None
        self._filter = Filter()
        self.held: tuple[str, ...] = ()
        """Path of the line that one is at: it stays even if nothing else keeps it."""

    def set_taxonomy(self, taxonomy: Taxonomy) -> None:
        """Grow the tree anew: other groups, or the vocabulary has come."""
        self.beginResetModel()
        self._take(taxonomy)
        self._states = self._ticking.states(self._asked)
        self._show(self._filter.passing(self.root, self._is_offered))
        self.endResetModel()

    def set_asked(self, asked: tuple[str, ...]) -> None:
        """Show what is asked for."""
        if asked == self._asked:
            return
        before, self._asked = self._states, asked
        self._states = self._ticking.states(asked)
        if any(node.place < 0 and self._is_kept(node) for node in self.nodes):
            self._sift()
        self._tell(id_ for id_, state in self._states.items() if before.get(id_) is not state)

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show how many findings each region would bring."""
        before, self._counts = self._counts, counts
        self._sift()
        self._tell(id_ for id_ in self._states if not before or before.get(id_) != counts.get(id_))

    def set_filter(self, words: str, *, only_found: bool) -> None:
        """Show the lines that hold the words; without words, all or those with findings."""
        self._filter = Filter.typed(words, only_found=only_found)
        self._sift()

    def best_match(self) -> QModelIndex:
        """Return the line that fits the words of the filter best; no line where none does."""
        fitting = self.matches()
        if not fitting:
            return QModelIndex()
        return self.index_of(min(fitting, key=lambda n: self._filter.distance(n, self._count(n))))

    def matches(self) -> list[Node]:
        """Return the lines that hold the words of the filter."""
        return [node for node in self.nodes if self._filter.matches(node)]

    def state_of(self, region: str) -> Ticked:
        """Return how a region stands to what is asked for."""
        return self._states.get(region, Ticked.NO)

    def count_of(self, region: str) -> int | None:
        """Return how many findings a region would bring; None while that is not known."""
        return None if self._counts is None else self._counts.get(region, 0)

    def index_of(self, node: Node) -> QModelIndex:
        """Return the index of a line; none where the filter holds it back."""
        return self.createIndex(node.place, 0, node.number) if node.place >= 0 else QModelIndex()

    def node_of(self, index: Index) -> Node:
        """Return the line of an index; the root for none."""
        return self.nodes[index.internalId()] if index.isValid() else self.root

    # What Qt asks ------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Return the index of a line below ``parent``."""
        below = self.node_of(parent).shown
        if column == 0 and 0 <= row < len(below):
            return self.index_of(below[row])
        return QModelIndex()

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Return the index of the line above."""
        above = self.node_of(index).parent if index.isValid() else None
        return self.index_of(above) if above and above is not self.root else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many lines stand below."""
        return len(self.node_of(parent).shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return 1: name, tick and count share a column."""
        return 1

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that regions can be ticked, and headings not."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _OF_REGION if self.node_of(index).region else _OF_HEADING

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return name, tick and count of a line."""
        node = self.node_of(index)
        if role in (Roles.DisplayRole, Roles.EditRole):
            return node.name
        if role == RegionRole:
            return node.region
        return self._of_region(node, role) if node.region else None

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:  # noqa: N802
        """Pass on that the officer ticks or unticks a line."""
        node = self.node_of(index)
        if role != Roles.CheckStateRole or not node.region:
            return False
        self.toggled.emit(node.region, Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    # ------------------------------------------------------------------------------------------

    def _take(self, taxonomy: Taxonomy) -> None:
        self._ticking = Ticking(taxonomy)
        self.root = grown(taxonomy)
        self.nodes = list(self.root.walk())
        self._states = self._ticking.states(())

    def _of_region(self, node: Node, role: int) -> Any:
        state, count = self._states[node.region], self._count(node)
        if role == Roles.CheckStateRole:
            return _CHECKS[state]
        if role == CountRole:
            return count
        if role == QuietRole:
            return count == 0 and state is not Ticked.YES
        if role == Roles.AccessibleTextRole:
            return self._spoken(node.name, count)
        if role == Roles.ToolTipRole and state is Ticked.PARTLY and self._all_below(node):
            return self.tr(
                "Each of its members is ticked: a section each. Tick it to ask for it as one."
            )
        return None

    def _spoken(self, name: str, count: int | None) -> str:
        return (
            name if count is None else self.tr("{name}, %n finding(s)", "", count).format(name=name)
        )

    def _count(self, node: Node) -> int | None:
        return self.count_of(node.region)

    def _all_below(self, node: Node) -> bool:
        return all(self._states[child.region] is Ticked.YES for child in node.children)

    def _tell(self, regions: Iterable[str]) -> None:
        """Say which lines have changed, once for all that stand under the same line."""
        wanted = set(regions)
        changed = [node for node in self.nodes if node.region in wanted and node.place >= 0]
        siblings: dict[int, list[Node]] = {}
        for node in changed:
            siblings.setdefault(id(node.parent), []).append(node)
        for run in siblings.values():
            self.dataChanged.emit(self.index_of(run[0]), self.index_of(run[-1]))

    def is_worth_showing(self, node: Node) -> bool:
        """Return whether a line is shown without a search, also while one is not at it."""
        if not self._filter.only_found or self._counts is None or not node.region:
            return True
        return self._states.get(node.region) is Ticked.YES or bool(self._count(node))

    # What is shown -----------------------------------------------------------------------------

    def _sift(self) -> None:
        """Show other lines, if it is others that pass the filter."""
        passing = self._filter.passing(self.root, self._is_offered)
        if passing != {node.number for node in self.nodes if node.place >= 0}:
            self.beginResetModel()
            self._show(passing)
            self.endResetModel()

    def _show(self, passing: set[int]) -> None:
        for node in (self.root, *self.nodes):
            node.shown = [child for child in node.children if child.number in passing]
            for child in node.children:
                child.place = -1
            for place, child in enumerate(node.shown):
                child.place = place

    def _is_offered(self, node: Node) -> bool:
        if not self._filter.only_found or self._counts is None:
            return True
        return bool(node.region) and (self._is_kept(node) or bool(self._count(node)))

    def _is_kept(self, node: Node) -> bool:
        """Whether a line is shown even without findings: it is ticked, or one is at it."""
        ticked = self._states.get(node.region) is Ticked.YES
        return not self._filter.words and (ticked or node.path == self.held)
