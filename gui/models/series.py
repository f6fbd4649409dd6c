"""The regions of a request with their members, each to be ticked for a brief of its own."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QStandardItem, QStandardItemModel

from briefing.model import BriefRequest, Taxonomy
from briefing.model.desk import Counts
from gui import theme

Index = QModelIndex | QPersistentModelIndex

REGION = Qt.ItemDataRole.UserRole + 1
"""The id of a row's region."""


class SeriesModel(QStandardItemModel):
    """A tree of names with counts; what the request names itself is ticked at first."""

    def __init__(
        self, request: BriefRequest, taxonomy: Taxonomy, parent: QObject | None = None
    ) -> None:
        super().__init__(0, 2, parent)
        self._taxonomy = taxonomy
        self._groups = {group.id: group for group in request.groups}
        self._items: dict[str, tuple[QStandardItem, QStandardItem]] = {}
        for region in request.regions:
            self._add(self.invisibleRootItem(), region, ticked=True)

    def chosen(self) -> tuple[str, ...]:
        """Return the ids of the regions that are ticked, in the order of the list."""
        return tuple(
            region
            for region, (name, _) in self._items.items()
            if name.checkState() is Qt.CheckState.Checked
        )

    def show_counts(self, counts: Counts) -> None:
        """Show how many findings each region brings."""
        for region, (name, count) in self._items.items():
            number = counts.regions.get(region, 0)
            count.setText(str(number))
            spoken = self.tr("%n finding(s)", "", number)
            name.setData(f"{name.text()}, {spoken}", Qt.ItemDataRole.AccessibleTextRole)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what Qt asks for; counts stand back, in the colours of the moment."""
        if role == Qt.ItemDataRole.ForegroundRole and index.column():
            return QColor(theme.colours().secondary)
        return super().data(index, role)

    def _add(self, parent: QStandardItem, region: str, *, ticked: bool) -> None:
        if region in self._items:
            return
        name, count = QStandardItem(self._name(region)), QStandardItem()
        name.setCheckable(True)
        name.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        name.setData(region, REGION)
        count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        for item in (name, count):
            item.setEditable(False)
        self._items[region] = (name, count)
        parent.appendRow([name, count])
        for member in self._members(region):
            self._add(name, member, ticked=False)

    def _members(self, region: str) -> tuple[str, ...]:
        if region in self._groups:
            return self._groups[region].members
        known = self._taxonomy.regions.get(region)
        return known.members if known else ()

    def _name(self, region: str) -> str:
        if region in self._groups:
            return self._groups[region].name
        known = self._taxonomy.regions.get(region)
        return known.name if known else region
