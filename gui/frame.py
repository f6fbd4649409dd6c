"""What the frame of the window shows: title, menus, ticks, the foot; it follows brief and settings.

The frame lets every command be used that there is use for, and no other.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from briefing import PROGRAM
from gui import pages
from gui.actions import Actions
from gui.main_window import MainWindow
from gui.menus import Menus
from gui.pages import Pages
from gui.workspace import Workspace


class Frame(QObject):
    """Keeps the frame true to what is open."""

    def __init__(
        self,
        window: MainWindow,
        workspace: Workspace,
        actions: Actions,
        menus: Menus,
        pages_: Pages,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = workspace
        self._document = workspace.document
        self._actions = actions
        self._menus = menus
        self._pages = pages_
        self._document.file_changed.connect(self.show_document)
        self._document.modified_changed.connect(self._show_title)
        self._document.changed.connect(self._show_title)
        workspace.settings_changed.connect(self.show_settings)

    def show_document(self) -> None:
        """Show which brief is open, and let its commands be used."""
        document = self._document
        self._actions.needs_brief(document.is_open)
        self._menus.needs_brief(document.is_open)
        self._window.status.show_saved(document.saved_at, read_only=document.read_only)
        self._show_title()
        self._actions.preview.setEnabled(document.is_open and self._pages.has_document)
        if not document.is_open and self._pages.name in (pages.FINDINGS, pages.BRIEF):
            self._pages.go(pages.WELCOME)

    def show_settings(self) -> None:
        """Offer the briefs opened lately; remember what must be known at the next start."""
        settings = self._workspace.settings
        self._menus.show_recent(settings.recent)
        self._window.welcome.show_recent(settings.recent)
        self._window.state.recent = list(settings.recent)
        self._window.state.appearance = settings.appearance.value

    def show_reading(self, words: str) -> None:
        """Say that a brief is being read, and let no other be opened; nothing: none is."""
        self._window.welcome.set_busy(words)
        self._actions.may_open(not words)
        self._menus.may_open(not words)

    def tick_page(self, name: str) -> None:
        """Tick the command of the page in front."""
        ticked = {
            pages.REPORTS: self._actions.reports,
            pages.FINDINGS: self._actions.findings,
            pages.BRIEF: self._actions.brief,
        }.get(name)
        if ticked is not None:
            ticked.setChecked(True)

    def show_arranged(self, with_document: bool) -> None:
        """Tell whether the document is seen, and lead to its export where it is not."""
        possible = self._document.is_open and self._pages.has_document
        self._actions.show_preview(with_document, possible)
        self._menus.show_export(not with_document)

    def fill_screen(self, full: bool) -> None:
        """Give the window the whole screen, or take it back."""
        if full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def _show_title(self) -> None:
        document = self._document
        if not document.is_open:
            self._window.setWindowTitle(PROGRAM)
            self._window.setWindowModified(False)
            return
        name = document.name or self.tr("Untitled brief")
        if document.read_only:
            name = self.tr("%1 (read-only)").replace("%1", name)
        shown = name.replace("[*]", "[*][*]")  # twice: Qt shows it rather than mark it
        self._window.setWindowTitle(f"{shown}[*] – {PROGRAM}")
        self._window.setWindowModified(document.is_modified)
