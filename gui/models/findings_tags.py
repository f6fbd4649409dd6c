"""Regions or themes to tick, as a flat list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex


class TagsModel(QAbstractListModel):
    """Names with a tick each; what is ticked at the start comes first."""

    def __init__(
        self,
        names: Iterable[tuple[str, str]],
        ticked: Sequence[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        by_id = dict(names)
        first = [(id_, by_id.pop(id_, id_)) for id_ in ticked]
        self._names = first + sorted(by_id.items(), key=lambda pair: pair[1].casefold())
        self._ticked = list(ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of what is ticked, in the order in which it was."""
        return tuple(self._ticked)

    def id_at(self, row: int) -> str:
        """Return the id of the region or theme in a row."""
        return self._names[row][0]

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return how many names there are."""
        return 0 if parent.isValid() else len(self._names)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Return that every name can be ticked."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return a name or its tick."""
        id_, name = self._names[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return name
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(name)
        if role == Qt.ItemDataRole.CheckStateRole:
            ticked = id_ in self._ticked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return None

    def setData(  # noqa: N802 - Qt's name
        self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        """Tick a name or take its tick away."""
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        id_ = self._names[index.row()][0]
        wanted = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
        if wanted and id_ not in self._ticked:
            self._ticked.append(id_)
        elif not wanted and id_ in self._ticked:
            self._ticked.remove(id_)
        self.dataChanged.emit(index, index, [role])
        return True
