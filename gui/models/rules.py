"""The officer's rules as a table."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from briefing.model import KeptRule, Taxonomy
from gui.tips import plain_tip

Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    """What the columns hold."""

    TERM = 0
    MEANS = 1
    HOLDS = 2
    FINDINGS = 3


class RulesModel(QAbstractTableModel):
    """A rule a row: the term, what it means, where the rule holds, of how many findings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rules: tuple[KeptRule, ...] = ()
        self._taxonomy = Taxonomy({}, {})

    def show_rules(self, rules: tuple[KeptRule, ...], taxonomy: Taxonomy) -> None:
        """Show these rules, with the names of their regions and themes."""
        self.beginResetModel()
        self.rules, self._taxonomy = rules, taxonomy
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return how many rules there are."""
        return 0 if parent.isValid() else len(self.rules)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(  # noqa: N802 - Qt's name
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        """Return what a column holds."""
        if role != Qt.ItemDataRole.DisplayRole or orientation is not Qt.Orientation.Horizontal:
            return None
        return {
            Column.TERM: self.tr("Term"),
            Column.MEANS: self.tr("Means"),
            Column.HOLDS: self.tr("Holds"),
            Column.FINDINGS: self.tr("Findings"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands in a cell."""
        if role == Qt.ItemDataRole.DisplayRole:
            return self.said(self.rules[index.row()], Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(self.said(self.rules[index.row()], Column(index.column())))
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() == Column.FINDINGS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def said(self, kept: KeptRule, column: Column) -> str:
        """Return what is said of a rule in a column."""
        rule = kept.rule
        if column is Column.TERM:
            return rule.term
        if column is Column.FINDINGS:
            return f"{kept.findings:,}"
        if column is Column.MEANS:
            known = self._taxonomy.regions.get(rule.tag) or self._taxonomy.themes.get(rule.tag)
            said = self.tr("{tag}") if rule.adds else self.tr("not {tag}")
            return said.replace("{tag}", known.name if known else rule.tag)
        if rule.report:
            return kept.source or self.tr("in a report that is not in the library")
        if rule.publisher:
            return self.tr("in reports of {publisher}").replace("{publisher}", rule.publisher)
        return self.tr("in all reports")
