"""The themes as a list with ticks and counts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)

from briefing.model import Theme
from gui.models.regions_tree import folded
from gui.tips import plain_tip
from gui.widgets.count_delegate import CountRole, QuietRole

Index = QModelIndex | QPersistentModelIndex
Roles = Qt.ItemDataRole

ThemeRole = Roles.UserRole + 10
"""Id of a line's theme."""


class ThemesModel(QAbstractListModel):
    """Themes with ticks (what is asked for) and counts (what each would bring)."""

    toggled = Signal(str, bool)
    """The officer ticks or unticks a theme; ``set_asked`` is what makes it so."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.themes: list[Theme] = []
        self._asked: tuple[str, ...] = ()
        self._counts: dict[str, int] | None = None

    def set_themes(self, themes: Iterable[Theme]) -> None:
        """Take the themes that there are."""
        self.beginResetModel()
        self.themes = list(themes)
        self.endResetModel()

    def set_asked(self, asked: tuple[str, ...]) -> None:
        """Show what is asked for."""
        if asked != self._asked:
            self._asked = asked
            self._tell()

    def set_counts(self, counts: dict[str, int]) -> None:
        """Show how many findings each theme would bring."""
        self._counts = counts
        self._tell()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: N802, B008
        """Return how many themes there are."""
        return 0 if parent.isValid() else len(self.themes)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Say that themes can be ticked."""
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = Roles.DisplayRole) -> Any:
        """Return name, description, tick and count of a theme."""
        theme = self.themes[index.row()]
        if role == Roles.DisplayRole:
            return theme.name
        if role == Roles.ToolTipRole:
            return plain_tip(theme.description)
        if role == ThemeRole:
            return theme.id
        if role == Roles.CheckStateRole:
            ticked = theme.id in self._asked
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        return self._counted(theme, role)

    def setData(self, index: Index, value: Any, role: int = Roles.EditRole) -> bool:  # noqa: N802
        """Pass on that the officer ticks or unticks a theme."""
        if role != Roles.CheckStateRole:
            return False
        ticked = Qt.CheckState(value) == Qt.CheckState.Checked
        self.toggled.emit(self.themes[index.row()].id, ticked)
        return True

    def _counted(self, theme: Theme, role: int) -> Any:
        count = None if self._counts is None else self._counts.get(theme.id, 0)
        if role == CountRole:
            return count
        if role == QuietRole:
            return count == 0 and theme.id not in self._asked
        if role == Roles.AccessibleTextRole and count is not None:
            return self.tr("{name}, %n finding(s)", "", count).format(name=theme.name)
        return None

    def _tell(self) -> None:
        if self.themes:
            self.dataChanged.emit(self.index(0), self.index(len(self.themes) - 1))


class ShownThemes(QSortFilterProxyModel):
    """The themes that hold the words looked for."""

    def __init__(self, model: ThemesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words = ""
        self.setSourceModel(model)

    def set_words(self, words: str) -> None:
        """Show the themes whose name or description holds the words."""
        self.beginFilterChange()
        self._words = folded(words)
        self.endFilterChange(self.Direction.Rows)

    def filterAcceptsRow(self, row: int, parent: Index) -> bool:  # noqa: N802 - Qt's name
        """Return whether a theme is shown."""
        theme = self._model.themes[row]
        return self._words in folded(theme.name) or (
            len(self._words) > 2 and self._words in folded(theme.description)
        )
