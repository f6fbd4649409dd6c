"""Opens the dialogs that are not about the brief: settings, rules, checks, shortcuts, about."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog

from gui.focus import Place
from gui.main_window import MainWindow
from gui.timers import timer
from gui.workspace import Workspace


class Help(QObject):
    """One dialog at a time; each is loaded when it is first wanted."""

    def __init__(self, workspace: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._before = Place(window)
        self.dialog: QDialog | None = None
        """The dialog that is open."""
        self._back = timer(self, 0, self._before.come_back)

    def show_settings(self) -> None:
        """Let the officer change the settings."""
        from gui.settings_dialog import SettingsDialog

        if not self._is_open():
            dialog = SettingsDialog(
                self._workspace.settings, self._workspace.vocabulary, self._window
            )
            dialog.accepted.connect(lambda: self._workspace.change_settings(dialog.settings()))
            self._open(dialog)

    def show_rules(self) -> None:
        """List the officer's rules for tags."""
        from gui.rules_dialog import RulesDialog

        if not self._is_open():
            self._open(RulesDialog(self._workspace, self._window))

    def check_library(self) -> None:
        """Look the library over."""
        from gui.check_dialog import CheckDialog

        if not self._is_open():
            self._open(CheckDialog(self._workspace, self._window))

    def check_document(self) -> None:
        """Ask for a document that came back, and compare it with what it carries."""
        from gui.file_dialogs import ask_for_document

        if not self._is_open():
            ask_for_document(self._window, self._workspace.document.path, self.check)

    def check(self, path: Path) -> None:
        """Compare a document that came back with what it carries, and with the library."""
        from gui.document_check_dialog import DocumentCheckDialog

        if not self._is_open():
            self._open(DocumentCheckDialog(self._workspace, path, self._window))

    def show_shortcuts(self) -> None:
        """List every key that does something."""
        from gui.shortcuts_dialog import ShortcutsDialog

        if not self._is_open():
            self._open(ShortcutsDialog(self._window.menuBar(), self._window))

    def show_about(self) -> None:
        """Say what this is, and whose work is in it."""
        from gui.about_dialog import AboutDialog

        if not self._is_open():
            self._open(AboutDialog(self._window))

    def _is_open(self) -> bool:
        if self.dialog is not None:
            self.dialog.raise_()
            self.dialog.activateWindow()
        return self.dialog is not None

    def _open(self, dialog: QDialog) -> None:
        self._before.note()
        self.dialog = dialog
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        if self.dialog is not None:
            self.dialog.deleteLater()
            self.dialog = None
            self._back.start()  # once the window is the active one again
