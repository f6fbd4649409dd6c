"""The officer's rules for tags: what there is, taken out again, handed on as a file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing.errors import BriefingError
from briefing.model import KeptRule, TagRule
from briefing.service.calls import ExportRules, ImportRules, ListRules, RemoveRule
from gui.file_dialogs import documents
from gui.models.rules import Column, RulesModel
from gui.widgets.quiet_button import QuietButton
from gui.widgets.remark import Remark
from gui.workspace import Workspace

_ENDING = ".toml"


class RulesDialog(QDialog):
    """A table of rules; what is done takes effect in the library at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.model = RulesModel(self)
        self.table = QTableView(self)
        self.said = Remark("", self)
        self.remove = QuietButton(self.tr("&Remove"), self)
        self.take_in = QuietButton(self.tr("&Import…"), self)
        self.hand_on = QuietButton(self.tr("&Export…"), self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.setWindowTitle(self.tr("Rules for Tags"))
        self._set_up()
        self._lay_out()
        self._read()

    def remove_current(self) -> None:
        """Take the current rule out of the library."""
        row = self.table.currentIndex().row()
        if 0 <= row < len(self.model.rules):
            rule = self.model.rules[row].rule
            said = self.tr("Removed: {term}.").replace("{term}", f"“{rule.term}”")
            self._do(RemoveRule(rule.number), said)

    def import_from(self, path: Path) -> None:
        """Keep the rules of a file."""
        tasks = self._workspace.tasks
        tasks.run(ImportRules(path), self._take_imported, failed=self._fail, owner=self)

    def export_to(self, path: Path) -> None:
        """Write all rules to a file."""
        tasks = self._workspace.tasks
        tasks.run(
            ExportRules(path),
            lambda number: self.said.say(self.tr("%n rule(s) written.", "", number)),
            failed=self._fail,
            owner=self,
        )

    def _do(self, call: RemoveRule, said: str) -> None:
        self.remove.setEnabled(False)
        tasks = self._workspace.tasks
        tasks.run(call, lambda _: self._renew(said), failed=self._fail, owner=self)

    def _take_imported(self, rules: tuple[TagRule, ...]) -> None:
        self._renew(self.tr("%n rule(s) taken in.", "", len(rules)))

    def _renew(self, said: str) -> None:
        self._workspace.refresh_library()
        self._read(said)

    def _read(self, said: str = "") -> None:
        tasks = self._workspace.tasks
        tasks.run(ListRules(), lambda rules: self._show(rules, said), owner=self)

    def _show(self, rules: tuple[KeptRule, ...], said: str) -> None:
        row = min(max(self.table.currentIndex().row(), 0), len(rules) - 1)
        self.model.show_rules(rules, self._workspace.taxonomy)
        if rules:
            self.table.setCurrentIndex(self.model.index(row, 0))
        none = self.tr(
            "There are no rules yet. Correct the tags of a finding, and choose “Always”."
        )
        self.said.say(said if rules or said else none)
        self._offer()

    def _fail(self, error: BriefingError) -> None:
        self.said.mind(f"{error.message} {error.hint}".strip())
        self._offer()

    def _offer(self) -> None:
        self.remove.setEnabled(self.table.currentIndex().isValid())
        self.hand_on.setEnabled(bool(self.model.rules))

    def _ask_import(self) -> None:
        dialog = self._file_dialog(self.tr("Import Rules"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda chosen: self.import_from(Path(chosen)))
        dialog.open()

    def _ask_export(self) -> None:
        dialog = self._file_dialog(self.tr("Export Rules"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_ENDING.removeprefix("."))
        dialog.selectFile(self.tr("Rules") + _ENDING)
        dialog.fileSelected.connect(lambda chosen: self.export_to(Path(chosen)))
        dialog.open()

    def _file_dialog(self, title: str) -> QFileDialog:
        dialog = QFileDialog(self, title, documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setNameFilters([self.tr("Rules (*%1)").replace("%1", _ENDING)])
        return dialog

    def _set_up(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName(self.tr("Rules"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(Column.FINDINGS, QHeaderView.ResizeMode.ResizeToContents)
        self.remove.clicked.connect(self.remove_current)
        self.take_in.clicked.connect(self._ask_import)
        self.hand_on.clicked.connect(self._ask_export)
        self.buttons.rejected.connect(self.reject)
        table.selectionModel().currentChanged.connect(lambda: self._offer())
        self._offer()

    def _lay_out(self) -> None:
        em = self.fontMetrics().height()
        row = QHBoxLayout()
        for button in (self.remove, self.take_in, self.hand_on):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(em, em, em, em)
        column.setSpacing(round(em * 0.7))
        column.addWidget(self.table, 1)
        column.addWidget(self.said)
        column.addLayout(row)
        self.resize(em * 38, em * 20)
