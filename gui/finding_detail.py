"""The panel under the list: why a finding is there, where it stands, what is written beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QWidget,
)

from briefing.model.desk import FindingRow, PassageView
from gui.brief_marking import scheme_of
from gui.finding_asking import PassageAsking, passage_of
from gui.finding_fields import is_left_out
from gui.finding_reach import FindingReach
from gui.finding_sheet import FindingSheet
from gui.findings_deeds import FindingsDeeds
from gui.focus import within
from gui.tips import plain_tip
from gui.workspace import Workspace


class FindingDetail(FindingSheet):
    """Shows the current finding, and has done with it what the officer wants."""

    show_wanted = Signal()
    """The finding is to be shown in its report."""
    tags_wanted = Signal()
    revealed = Signal()
    """The panel is to be seen, should the officer have folded it away."""
    left = Signal()
    """The officer is done with a field and back at the list."""
    dropped = Signal()
    """What has the focus here is about to go away, or to belong to another finding."""

    def __init__(
        self, workspace: Workspace, deeds: FindingsDeeds, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._deeds = deeds
        self._row: FindingRow | None = None
        self._asking = PassageAsking(workspace, self)
        self._reach = FindingReach(deeds, self)
        self._connect()

    @property
    def row(self) -> FindingRow | None:
        """The finding that is shown."""
        return self._row

    @property
    def is_complete(self) -> bool:
        """Whether the passage that is shown is that of the finding as it is printed now."""
        return self._reach.is_complete

    def show_row(self, row: FindingRow | None) -> None:
        """Show a finding; its passage follows."""
        moved_on = passage_of(row) != passage_of(self._row)
        self._let_go_of_focus(row, moved_on=moved_on)
        self._row = self._reach.row = row
        self.setVisible(row is not None)
        if row is None:
            self._reach.view = None
            self._asking.ask(None)
            return
        if moved_on:
            self._reach.drop()
        self.why.setText(self.tr("Why: {reason}").replace("{reason}", row.reason or "–"))
        self.why.setAccessibleName(self.why.text())
        self._offer_levels()
        self.fields.show_row(row)
        self._show_place()
        if not self._asking.ask(row):
            self._show_reach(row)

    def _show_reach(self, row: FindingRow) -> None:
        view = self._reach.view
        if view is not None:
            why_not = self._reach.why_none(row)
            is_its = view.decision.passage == row.decision.passage
            self.passage.reach.show_view(view if is_its and not why_not else None, why_not)

    def _let_go_of_focus(self, row: FindingRow | None, *, moved_on: bool) -> None:
        """Hand the focus on before Qt does: letters would be typed into the next finding's note."""
        focus = self.window().focusWidget()
        if row is None or moved_on:
            goes = within(focus, self)
        else:
            goes = within(focus, self.fields.reason) and not is_left_out(row)
        if goes:
            self.dropped.emit()

    def write_note(self) -> None:
        """Let the officer write a note."""
        self.revealed.emit()
        self.fields.note.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ask_reason(self) -> None:
        """Let the officer say why the finding is left out."""
        self.revealed.emit()
        self.fields.reason.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def read_anew(self) -> None:
        """Ask for the passage once more: the library has changed."""
        self._asking.ask_anew()

    def reach(self, direction: str) -> None:
        """Print a sentence more or less: ``longer_before``, ``shorter_after`` and so on.

        Where that cannot be done, it is said why.
        """
        self._reach.want(direction)

    def _take(self, view: PassageView) -> None:
        if self._row is None:
            return
        self._reach.view = view
        self.passage.show_view(view, why_not=self._reach.why_none(self._row))
        self._show_place()
        self._reach.go_on()

    def _miss(self) -> None:
        """Show the words alone: the library does not hold them, and the list says so."""
        self._reach.drop()
        self._show_words()

    def _show_words(self) -> None:
        self._reach.view = None
        if self._row is not None:
            self.passage.show_words(self._row.text)

    def _show_place(self) -> None:
        if self._row is None:
            return
        parts = [self._row.code]
        view = self._reach.view
        if view is not None and view.decision.passage == passage_of(self._row):
            parts.append(" › ".join(view.heading_path))
        if self._row.also_in:
            also = self.tr("Also said in {places}")
            parts.append(also.replace("{places}", "; ".join(self._row.also_in)))
        self.place.setText(" · ".join(filter(None, parts)))
        self.place.setToolTip(plain_tip(self.place.text()))

    def _connect(self) -> None:
        self.show_button.clicked.connect(self.show_wanted)
        self._asking.arrived.connect(self._take)
        self._asking.missed.connect(self._miss)
        self._asking.is_late.connect(self._show_words)
        self.passage.reach.wanted.connect(self.reach)
        self.fields.reason_given.connect(self._give_reason)
        self.fields.note_written.connect(self._write_note)
        self.fields.marked.connect(self._mark)
        self._workspace.document.changed.connect(self._offer_levels)
        self.passage.tags.clicked.connect(self.tags_wanted)
        self.fields.left.connect(self.left)

    def _give_reason(self, why: str) -> None:
        if self._row is not None:
            self._deeds.give_reason(self._row, why)

    def _write_note(self, note: str) -> None:
        if self._row is not None:
            self._deeds.annotate(self._row, note)

    def _offer_levels(self) -> None:
        """Offer the levels of the brief's scheme as markings of the finding."""
        request = self._workspace.document.draft.request
        self.fields.offer_levels(scheme_of(self._workspace, request.scheme))

    def _mark(self, marking: str) -> None:
        if self._row is not None:
            self._deeds.mark(self._row, marking)
