"""The form of the brief: all that the officer says of the document besides its findings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.model.desk import PreviewState
from gui.brief_charts import BriefCharts
from gui.brief_checklist import Checklist
from gui.brief_data import BriefData
from gui.brief_head import BriefHead
from gui.brief_meter import Meter
from gui.brief_template_fields import BriefTemplateFields
from gui.brief_ways import go_to
from gui.brief_words import BriefClosing, BriefOpening
from gui.document import Document
from gui.judgement_list import JudgementList
from gui.keyboard import tab_through
from gui.widgets.form_area import FormArea
from gui.workspace import Workspace

_WIDEST = 96
"""Width of the form in letters at the most: about two fields of a comfortable length."""


class BriefPage(QWidget):
    """The form, with the length of the document above it, and what is still needed."""

    findings_wanted = Signal()
    """What is needed is chosen on the page of findings."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.meter = Meter()
        self.checklist = Checklist()
        self.checklist.wanted.connect(self._go_to)
        self.head = BriefHead(workspace)
        self.own_fields = BriefTemplateFields(workspace)
        self.opening = BriefOpening(workspace)
        self.judgements = JudgementList(workspace)
        self.closing = BriefClosing(workspace)
        self.data = BriefData(workspace)
        self.charts = BriefCharts(workspace)
        self._lay_out()
        self._make_actions()
        workspace.document.file_changed.connect(lambda: self._allow(workspace.document))
        self._allow(workspace.document)

    def show_length(self, state: PreviewState) -> None:
        """Show how long the document is, once all of it is laid out, and what it still needs."""
        self.meter.show_length(state)
        self.checklist.show_missing(state.missing)
        self._order()

    def take_tables(self, paths: Sequence[Path]) -> None:
        """Read tables of figures into the brief, and show them."""
        self.data.add(paths)
        self.area.ensureWidgetVisible(self.data)

    def clear(self) -> None:
        """Say nothing of the document, until that of another brief is known."""
        self.meter.clear()
        self.checklist.show_missing(())

    def menu_actions(self) -> list[QAction | None]:
        """Return the commands of the page; ``None`` stands for a separator."""
        return [*self._actions[:1], None, *self._actions[1:]]

    def take_focus(self) -> None:
        """Go on in the field that had the focus last, else begin with the title; on screen."""
        last = self.area.field
        usable = last is not None and last.isEnabled() and last.isVisibleTo(self)
        (last if last is not None and usable else self.head.title).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )
        self.area.reveal()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the measure when the letters change."""
        if event.type() == QEvent.Type.FontChange:
            self._form.setMaximumWidth(_WIDEST * self.fontMetrics().averageCharWidth())
        super().changeEvent(event)

    def _lay_out(self) -> None:
        self._form = QWidget()
        self._form.setMaximumWidth(_WIDEST * self.fontMetrics().averageCharWidth())
        parts = QVBoxLayout(self._form)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(26)
        parts.addWidget(self.meter)
        parts.addWidget(self.checklist)
        for part in self._parts():
            parts.addWidget(part)
        parts.addStretch(1)
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(18, 14, 18, 18)
        row.addStretch(1)
        row.addWidget(self._form, _WIDEST)  # as wide as it may be before anything is left beside it
        row.addStretch(1)
        self.area = FormArea()
        self.area.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self._order()
        self.charts.reordered.connect(self.area.reveal)
        self.own_fields.rebuilt.connect(self._order)
        self.data.rebuilt.connect(self._order)

    def _order(self) -> None:
        """Let Tab go down the page, whatever has come into it since it was built."""
        tab_through(self.checklist, *self._parts())

    def _parts(self) -> tuple[QWidget, ...]:
        return (
            self.head,
            self.own_fields,
            self.opening,
            self.judgements,
            self.closing,
            self.data,
            self.charts,
        )

    def _go_to(self, name: str) -> None:
        """Go to where something that is needed is written."""
        if not go_to(self, name):
            self.findings_wanted.emit()

    def _allow(self, document: Document) -> None:
        """Let nothing be written into a brief that is open for reading only."""
        for part in self._parts():
            part.setEnabled(not document.read_only)
        for action in self._actions:
            action.setEnabled(not document.read_only)

    def _make_actions(self) -> None:
        cards = self.judgements
        self._actions = [
            self._action(self.tr("Add &Judgement"), "Ctrl+J", cards.add),
            self._action(
                self.tr("Move Judgement &Up"), "Alt+Shift+Up", lambda: cards.move_focused(-1)
            ),
            self._action(
                self.tr("Move Judgement &Down"), "Alt+Shift+Down", lambda: cards.move_focused(1)
            ),
            self._action(self.tr("&Remove Judgement"), "", cards.remove_focused),
        ]

    def _action(self, text: str, key: str, then: Callable[[], None]) -> QAction:
        """Return a command that works while the page has the focus."""
        action = QAction(text, self)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        action.triggered.connect(lambda: then())
        self.addAction(action)
        return action
