"""The commands of the window itself, each with its key; pages bring their own."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

Key = QKeySequence.StandardKey


class Actions(QObject):
    """Commands as they stand in the menus; what each does is connected by ``wiring``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_file()
        self._make_pages()
        self._make_rest()
        self.needs_brief(False)

    @property
    def all(self) -> list[QAction]:
        """The commands of the window, in no order."""
        return self.findChildren(QAction)

    def needs_brief(self, is_open: bool) -> None:
        """Let what works on a brief be used while one is open, and then alone."""
        for action in self._for_brief:
            action.setEnabled(is_open)

    def show_preview(self, shown: bool, possible: bool) -> None:
        """Tick the command that shows the document where it is seen; let it be used if it can."""
        self.preview.setChecked(shown)
        self.preview.setEnabled(possible)

    def may_open(self, may: bool) -> None:
        """Let another brief be opened, or wait for the one that is being read."""
        self.new.setEnabled(may)
        self.open.setEnabled(may)

    def _make_file(self) -> None:
        self.new = self._action(self.tr("&New Brief"), Key.New)
        self.open = self._action(self.tr("&Open…"), Key.Open)
        self.save = self._action(self.tr("&Save"), Key.Save)
        self.save_as = self._action(self.tr("Save &As…"), "Ctrl+Shift+S")
        self.export = self._action(self.tr("&Export…"), "Ctrl+E")
        self.print = self._action(self.tr("&Print…"), Key.Print)
        self.series = self._action(self.tr("&Briefs for Several Regions…"), "Ctrl+Shift+E")
        self.new_pack = self._action(self.tr("Ne&w Pack of Briefs…"))
        self.open_pack = self._action(self.tr("Open a Pac&k…"))
        self.close_brief = self._action(self.tr("&Close"), "Ctrl+W")
        self.quit = self._action(self.tr("&Quit"), Key.Quit, "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _make_pages(self) -> None:
        self.pages = QActionGroup(self)
        self.reports = self._page(self.tr("&Reports"), "Ctrl+1")
        self.findings = self._page(self.tr("&Findings"), "Ctrl+2")
        self.brief = self._page(self.tr("&Brief"), "Ctrl+3")

    def _make_rest(self) -> None:
        self.find = self._action(self.tr("&Find in All Reports"), Key.Find)
        self.rules = self._action(self.tr("R&ules for Tags…"))
        self.check_document = self._action(self.tr("C&heck a Document…"))
        self.check_library = self._action(self.tr("Chec&k Library…"))
        self.new_template = self._action(self.tr("New &Template…"))
        self.settings = self._action(self.tr("&Settings…"), Key.Preferences, "Ctrl+,")
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.preview = self._action(self.tr("Show Pre&view"), "F9")
        self.preview.setIconText(self.tr("Preview"))
        self.preview.setToolTip(self.tr("The pages of the document beside the list (F9)"))
        self.preview.setCheckable(True)
        self.preview.setEnabled(False)
        self.next_pane = self._action(self.tr("Go to Ne&xt Pane"), "F6")
        self.previous_pane = self._action(self.tr("Go to Previous Pan&e"), "Shift+F6")
        self.full_screen = self._action(self.tr("F&ull Screen"), Key.FullScreen, "F11")
        self.full_screen.setCheckable(True)
        self.shortcuts = self._action(self.tr("&Keyboard Shortcuts"), Key.HelpContents, "F1")
        self.about = self._action(self.tr("&About Deskbrief"))
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self._for_brief = (
            *(self.save, self.save_as, self.export, self.print, self.series, self.close_brief),
            *(self.findings, self.brief, self.find, self.new_template),
        )

    def _page(self, text: str, key: str) -> QAction:
        action = self._action(text, key)
        action.setCheckable(True)
        self.pages.addAction(action)
        return action

    def _action(self, text: str, key: Key | str | None = None, otherwise: str = "") -> QAction:
        """Return a command; ``otherwise`` is its key where the platform has none by convention."""
        action = QAction(text, self)
        keys = QKeySequence.keyBindings(key) if isinstance(key, Key) else [QKeySequence(key or "")]
        if not keys and otherwise:
            keys = [QKeySequence(otherwise)]
        action.setShortcuts([one for one in keys if not one.isEmpty()])
        return action
