"""The line above the pages: which template, how long the document is, and Export."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from briefing.drafting import with_request
from briefing.model.desk import PreviewState
from gui.tips import plain_tip
from gui.widgets.calm_combo import CalmCombo
from gui.widgets.labels import plain
from gui.widgets.yielding_row import YieldingRow
from gui.workspace import Workspace

_LETTERS = 14
"""Width to which the name of the template is cut where room is short."""


class PreviewHead(YieldingRow):
    """Chooses the template; the one primary button of the window stands here."""

    export_wanted = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.template = CalmCombo()
        self.template.setAccessibleName(self.tr("Template"))
        self.template.setToolTip(self.tr("Template of the document"))
        self.template.activated.connect(lambda _: self._choose())
        self.length = plain()
        self.length.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.export = QPushButton(self.tr("Export…"))
        self.export.setProperty("primary", True)
        self.export.setAccessibleDescription(self.tr("Write the document as PDF or Word"))
        self.export.clicked.connect(lambda: self.export_wanted.emit())
        self._lay_out()
        workspace.vocabulary_ready.connect(self._fill)
        workspace.document.changed.connect(self.show_template)
        self._fill()

    def show_length(self, state: PreviewState | None) -> None:
        """Say how long the document is against the template's length; None: not known."""
        words = ""
        if state is not None:
            filled = self.locale().toString(state.filled, "f", 1)
            words = self.tr("{filled} of %n side(s)", "", state.sides) if state.sides else ""
            words = (words or self.tr("{filled} sides")).format(filled=filled)
        self.length.setText(words)
        self.length.setAccessibleName(words)

    def show_template(self) -> None:
        """Show the template that the brief has."""
        document = self._workspace.document
        index = self.template.findData(document.draft.request.template)
        with QSignalBlocker(self.template):
            self.template.setCurrentIndex(index)
        self.template.setEnabled(document.is_open and not document.read_only)
        self.export.setEnabled(document.is_open)

    def _lay_out(self) -> None:
        policy = self.template.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.template.setSizePolicy(policy)
        self.template.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LETTERS)
        row = self.row
        row.setContentsMargins(14, 9, 14, 9)
        row.setSpacing(10)
        row.addWidget(self.template)
        row.addStretch(1)
        row.addWidget(self.length)
        row.addWidget(self.export)
        self.let_yield(self.length)

    def _fill(self) -> None:
        vocabulary = self._workspace.vocabulary
        with QSignalBlocker(self.template):
            self.template.clear()
            for template in vocabulary.templates if vocabulary else ():
                self.template.addItem(template.title, template.name)
                self.template.setItemData(
                    self.template.count() - 1,
                    plain_tip(template.description),
                    Qt.ItemDataRole.ToolTipRole,
                )
        self.show_template()

    def _choose(self) -> None:
        document = self._workspace.document
        name = self.template.currentData()
        document.apply(self.tr("Template"), with_request(document.draft, template=name))
        self.show_template()
