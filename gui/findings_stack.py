"""The list of findings, or in its place why there is nothing to list and what mends that."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from gui.findings_answers import NEAR
from gui.findings_empty import EmptyPane, Lack
from gui.findings_list import FindingsList
from gui.findings_search import SearchField
from gui.workspace import Workspace


class FindingsStack(QStackedWidget):
    """Shows one of the two, and leads the focus along."""

    def __init__(
        self, workspace: Workspace, list_: FindingsList, search: SearchField, page: QWidget
    ) -> None:
        super().__init__(page)
        self._workspace = workspace
        self._list = list_
        self._search = search
        self._page = page
        self.empty = EmptyPane(page)
        self.addWidget(list_)
        self.addWidget(self.empty)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to list."""
        return self.currentWidget() is self.empty

    def show_lack(self) -> None:
        """Show the list, or what is lacking."""
        lack = self._lack()
        if lack is not None:
            self.empty.show_lack(lack)
        focus, was_empty = self.window().focusWidget(), self.is_empty
        self.setCurrentWidget(self._list if lack is None else self.empty)
        if lack is None and was_empty and self._is_idle(focus):
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        elif lack is not None and focus is self._list:
            self.empty.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_fault(self, message: str) -> None:
        """Say what went wrong in the place of the list."""
        self.empty.show_message(message)
        self.setCurrentWidget(self.empty)

    def take_focus(self) -> None:
        """Go to the list and its current finding; where there is none, to the step that helps."""
        if not self.is_empty:
            self.go_to_list()
            self._list.scrollTo(self._list.currentIndex())
        elif self.empty.button.isVisibleTo(self._page):
            self.empty.button.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:  # the list has it as soon as it is there
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_list(self) -> None:
        """Let the officer go on in the list."""
        self._list.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._list.currentIndex().isValid():
            self._list.go_to_first()

    def _is_idle(self, focus: QWidget | None) -> bool:
        """Whether the focus is nowhere, or where it came to be while there was no list."""
        if focus is None or focus is self._page or self.empty.isAncestorOf(focus):
            return True
        return focus is self._search and self._search.came_by_itself

    def _lack(self) -> Lack | None:
        model, workspace = self._list.lines_model, self._workspace
        if any(line.row is not None for line in model.lines):
            return None
        if model.searched:
            return Lack.NEAR if model.searched == NEAR else Lack.ANSWERS
        if model.rows:
            return Lack.SHOWN
        if workspace.reports_known and not workspace.reports:
            return Lack.REPORTS
        request = workspace.document.draft.request
        if not request.regions and not request.themes:
            return Lack.SCOPE
        return Lack.VIEW if workspace.document.view is None else Lack.FINDINGS
