"""The document beside the list: its real pages, following every change.

A finding that is chosen on the pages becomes the current one everywhere, and the other way round.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.model.desk import FindingRow, PreviewPage, PreviewState
from briefing.service.calls import MakeReady, RenderPreview
from gui.brief_marking import is_foreign
from gui.preview_commands import PreviewCommands
from gui.preview_foot import PreviewFoot
from gui.preview_head import PreviewHead
from gui.tasks import Lane
from gui.timers import timer
from gui.tips import plain_tip
from gui.widgets.page_view import PageView
from gui.widgets.remark import Remark
from gui.workspace import Workspace

_QUIET = 150
"""Milliseconds that pages may take before it is said that they are being made."""


class PreviewPanel(QWidget):
    """Asks for the pages after each change and shows them as they come."""

    state_changed = Signal(PreviewState)
    """All pages are there; how long the document is."""
    export_wanted = Signal()
    finding_picked = Signal()
    """A finding on a page was clicked; it is the current one now."""
    finding_wanted = Signal(str)
    """One that a chart quotes was clicked, by its code; the list of findings does not hold it."""
    point_wanted = Signal(str, str)
    """What stands behind a point of a chart is to be seen: chart and label."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._document = workspace.document
        self._asked = 0
        self._pages_due = self._length_due = False
        self._length_wanted = False
        """Whether the length is to be seen elsewhere, though the pages may be hidden."""
        self._to_reveal = ""
        self.state: PreviewState | None = None
        self.head = PreviewHead(workspace)
        self.head.export_wanted.connect(self.export_wanted)
        self.fault = Remark()
        self.fault.setContentsMargins(14, 0, 14, 9)
        self.view = PageView()
        self.view.setAccessibleName(self.tr("Pages of the document"))
        self.view.words_when_empty = self.tr("The pages of the document appear here.")
        self.commands = PreviewCommands(self.view, self)
        self.foot = PreviewFoot(self.view)
        self.foot.add_actions(self.commands.smaller, self.commands.larger, self.commands.width)
        self._soon = timer(self, 0, self._ask)
        self._updating = self.tr("Updating…")
        self._busy = timer(self, _QUIET, lambda: self.foot.say_busy(self._updating))
        self._lay_out()
        self._connect()
        workspace.tasks.run(MakeReady(), lambda _: None, failed=lambda _: None, lane=Lane.PREVIEW)
        self._renew()

    def menu_actions(self) -> list[QAction | None]:
        """Return the commands for the View menu; None parts them."""
        return self.commands.menu()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Catch up with what has changed meanwhile."""
        super().showEvent(event)
        self._catch_up()

    def want_length(self, wanted: bool) -> None:
        """Ask for the document's length even while its pages are hidden; or no more."""
        self._length_wanted = wanted
        self._catch_up()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.fault)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)

    def _connect(self) -> None:
        self.view.picked.connect(self._pick)
        self.view.point_picked.connect(self.point_wanted)
        self._document.changed.connect(self._renew)
        self._document.viewed.connect(self._follow)
        self._document.current_changed.connect(self._follow)
        self._document.begun.connect(self._clear)
        self._workspace.library_changed.connect(self._renew)
        self._workspace.places_changed.connect(self._renew)
        self._workspace.templates_changed.connect(self._renew)

    # --- asking

    def _clear(self) -> None:
        """Let nothing stay of the brief before."""
        self._asked += 1  # whatever is still to come is not wanted
        self._to_reveal = ""
        self.state = None
        self.view.mark("")
        self.view.keep(0)
        self.head.show_length(None)
        self._settle("")

    def _renew(self) -> None:
        self._pages_due = self._length_due = True
        self._catch_up()

    def _catch_up(self) -> None:
        """Ask for what is out of date and to be seen."""
        seen, wanted = self.isVisible(), self._length_wanted
        if (seen and self._pages_due) or (wanted and self._length_due):
            self._soon.start()

    def _ask(self) -> None:
        if not self._document.is_open:
            return
        with_pages = self.isVisible()
        self._length_due = False
        self._pages_due = self._pages_due and not with_pages
        self._asked += 1
        asked = self._asked
        self._to_reveal = self._document.last_changed
        self._busy.start()
        self._workspace.tasks.run(
            RenderPreview(
                self._document.draft,
                self.view.visible_pages(),
                self._document.last_changed,
                pages=with_pages,
            ),
            lambda state: self._take_state(asked, state),
            part=lambda page: self._take_page(asked, page),
            failed=lambda error: self._fail(asked, error),
            lane=Lane.PREVIEW,
            replaces="preview",
            owner=self,
        )

    def _take_page(self, asked: int, page: object) -> None:
        if asked != self._asked or not isinstance(page, PreviewPage):
            return
        self.view.put(page)
        self.foot.refresh()
        if not page.exact:
            self.foot.say_busy(self._updating)
        if self._to_reveal and any(hit.code == self._to_reveal for hit in page.hits):
            self.view.reveal(self._to_reveal)
            self._to_reveal = ""

    def _take_state(self, asked: int, state: PreviewState) -> None:
        if asked != self._asked:
            return
        self.state = state
        self.view.keep(state.pages)
        self.head.show_length(state)
        self._settle("")
        self.state_changed.emit(state)

    def _fail(self, asked: int, error: BriefingError) -> None:
        if asked != self._asked:
            return
        if is_foreign(self._workspace, self._document.draft.request):
            self._settle("")  # the field of the marking says it
            self.foot.say_busy(self.tr("Not renewed: see the marking of the brief"))
        else:
            self._settle(error.message, error.hint)

    def _settle(self, fault: str, hint: str = "") -> None:
        """Say in a sentence how it ended; the last good pages stay whatever it was."""
        self._busy.stop()
        self.foot.say_busy("")
        self.foot.refresh()
        self.fault.mind(fault)
        self.fault.setToolTip(plain_tip(hint))
        self.fault.setAccessibleDescription(hint)

    # --- findings on the pages and in the list

    def _pick(self, code: str) -> None:
        row = next((row for row in self._rows() if row.code == code), None)
        if row is not None:
            self._document.select(row.decision.passage)
            self.view.setAccessibleDescription(row.text)
            self.finding_picked.emit()
        else:
            self.finding_wanted.emit(code)

    def _follow(self) -> None:
        """Mark the current finding on the pages, and bring it into view."""
        current = self._document.current
        rows = (row for row in self._rows() if row.decision.passage == current)
        code = next((row.code for row in rows), "")
        if current is not None and code:
            self.view.mark(code)
            if not self.view.reveal(code):
                self._to_reveal = code
        elif current is None:
            self.view.mark("")

    def _rows(self) -> tuple[FindingRow, ...]:
        view = self._document.view
        return view.rows if view is not None else ()
