"""Puts the commands into the menus and the toolbar; pages add theirs when they are there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget
from shiboken6 import isValid

from gui.actions import Actions
from gui.document import Document
from gui.edit_commands import EditCommands
from gui.main_window import MainWindow
from gui.pages import Pages
from gui.tips import plain_tip


class Menus(QObject):
    """The menus of one window."""

    recent_wanted = Signal(str)
    """A brief was chosen under Open Recent; the argument is its path."""

    def __init__(self, window: MainWindow, actions: Actions, document: Document) -> None:
        super().__init__(window)
        self._window = window
        self._actions = actions
        self._fill_file()
        self._fill_edit(document)
        self._fill_rest()
        self._fill_tools()
        self.needs_brief(False)

    def needs_brief(self, is_open: bool) -> None:
        """Let the menus of a brief be opened while one is open."""
        self._window.findings_menu.setEnabled(is_open)
        self._window.brief_menu.setEnabled(is_open)

    def may_open(self, may: bool) -> None:
        """Let a recent brief be opened, or wait for the one that is being read."""
        self.recent.setEnabled(may and bool(self.recent.actions()))

    def show_export(self, wanted: bool) -> None:
        """Let the toolbar lead to the export; not where the document's own button is seen."""
        self._export.setVisible(wanted)

    def show_recent(self, paths: Sequence[str]) -> None:
        """Offer the briefs opened lately."""
        self.recent.clear()
        for number, path in enumerate(paths, 1):
            name = Path(path).stem.replace("&", "&&")
            action = self.recent.addAction(f"&{number % 10} {name}" if number <= 10 else name)
            action.setToolTip(plain_tip(path))
            action.triggered.connect(lambda _=False, path=path: self.recent_wanted.emit(path))
        self.recent.setEnabled(bool(paths))

    def add_pages(self, pages: Pages) -> None:
        """Put in what the pages bring."""
        window = self._window
        reports = pages.reports
        imports = [reports.does.files, reports.does.folder]
        window.file_menu.insertActions(self._after_import, imports)
        _add(
            window.reports_menu,
            [*reports.menu_actions(), None, self._actions.rules, self._actions.check_library],
        )
        _add(window.findings_menu, [*pages.findings.menu_actions(), None])
        _add(window.findings_menu, pages.scope.menu_actions())
        _add(window.brief_menu, [*pages.brief.menu_actions(), None, self._actions.new_template])
        window.view_menu.insertAction(self._actions.full_screen, pages.scope.map_action)
        window.view_menu.addSeparator()
        _add(window.view_menu, pages.preview.menu_actions())

    def _fill_file(self) -> None:
        menu, has = self._window.file_menu, self._actions
        menu.addActions([has.new, has.open])
        self.recent = menu.addMenu(self.tr("Open &Recent"))
        self.recent.setToolTipsVisible(True)
        self.recent.setEnabled(False)
        menu.addActions([has.save, has.save_as])
        menu.addSeparator()
        self._after_import = menu.addSeparator()
        menu.addActions([has.export, has.print, has.series])
        menu.addSeparator()
        menu.addActions([has.new_pack, has.open_pack])
        menu.addSeparator()
        menu.addAction(has.check_document)
        menu.addSeparator()
        menu.addActions([has.close_brief, has.quit])

    def _fill_edit(self, document: Document) -> None:
        stack = document.undo_stack
        self._undo = stack.createUndoAction(self, self.tr("&Undo"))
        self._redo = stack.createRedoAction(self, self.tr("&Redo"))
        self._undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self._redo.setShortcuts(QKeySequence.keyBindings(QKeySequence.StandardKey.Redo))
        menu = self._window.edit_menu
        menu.addActions([self._undo, self._redo])
        menu.addSeparator()
        menu.addActions(EditCommands(self._window, menu).actions)
        menu.addSeparator()
        menu.addAction(self._actions.find)
        menu.addSeparator()
        menu.addAction(self._actions.settings)

    def _fill_rest(self) -> None:
        has = self._actions
        self._window.view_menu.addActions([has.reports, has.findings, has.brief])
        self._window.view_menu.addSeparator()
        self._window.view_menu.addActions([has.preview, has.full_screen])
        self._window.view_menu.addSeparator()
        self._window.view_menu.addActions([has.next_pane, has.previous_pane])
        self._window.help_menu.addActions([has.shortcuts, has.about])

    def _fill_tools(self) -> None:
        tools, has = self._window.tools, self._actions
        tools.addActions([has.reports, has.findings, has.brief])
        tools.addSeparator()
        tools.addAction(_Short(self._undo, self.tr("Undo"), self))
        tools.addAction(_Short(self._redo, self.tr("Redo"), self))
        gap = QWidget()
        gap.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        tools.addWidget(gap)
        tools.addAction(has.preview)
        self._export = _Short(has.export, self.tr("Export…"), self)
        tools.addAction(self._export)


def _add(menu: QMenu, actions: Sequence[QAction | None]) -> None:
    for action in actions:
        if action is None:
            menu.addSeparator()
        else:
            menu.addAction(action)


class _Short(QAction):
    """Does the same as another command, under a name that does not change its width."""

    def __init__(self, action: QAction, text: str, parent: QObject) -> None:
        super().__init__(text, parent)
        self._action = action
        self.triggered.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        if not isValid(self._action):
            return  # at the very end, when the history goes before the window
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setEnabled(self._action.isEnabled())
        self.setToolTip(plain_tip(f"{self._action.text().replace('&', '')} ({keys})"))
