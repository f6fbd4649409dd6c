"""The officer's own templates: begun from the window, and read anew when a file has changed."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from briefing.errors import BriefingError
from briefing.service.calls import LookAtTemplates, NewTemplate
from gui.main_window import MainWindow
from gui.workspace import Workspace


class TemplateCare(QObject):
    """Looks at the templates whenever the program comes to the front: one edits them elsewhere."""

    def __init__(self, workspace: Workspace, window: MainWindow) -> None:
        super().__init__(window)
        self._workspace = workspace
        self._window = window
        self._state: str | None = None
        """What the files were like when they were looked at last; None: not yet."""
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._come_to_front)
        workspace.vocabulary_ready.connect(self._remember)

    def look(self) -> None:
        """Look whether a file has changed; if so, have list and pages made anew."""
        self._workspace.tasks.run(
            LookAtTemplates(), self._take, failed=lambda _: None, replaces="templates", owner=self
        )

    def begin_new(self) -> None:
        """Ask for the name of a template of the officer's own, begun as a copy of this one."""
        from gui.template_dialog import TemplateDialog

        vocabulary = self._workspace.vocabulary
        if vocabulary is None:
            return
        origin = self._workspace.document.draft.request.template
        dialog = TemplateDialog(vocabulary.templates, origin, self._window)
        dialog.chosen.connect(self._make)
        dialog.open()

    def _come_to_front(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive and self._state is not None:
            self.look()

    def _remember(self) -> None:
        """Look once when the templates have been listed, for something to compare with."""
        if self._state is None:
            self.look()

    def _take(self, state: str) -> None:
        before, self._state = self._state, state
        if before is not None and before != state:
            self._workspace.renew_templates()

    def _make(self, name: str, origin: str) -> None:
        self._workspace.tasks.run(
            NewTemplate(name, origin), self._show, failed=self._complain, owner=self
        )

    def _show(self, path: Path) -> None:
        """Tell where the new file lies, and open its folder."""
        self._window.status.say(self.tr("{file} is ready to be edited.").format(file=path.name))
        self.look()
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _complain(self, error: BriefingError) -> None:
        from gui import messages

        messages.tell(self._window, error)
