"""The pages of a pack, as it stood when they were last asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTime
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from briefing.errors import BriefingError
from briefing.model.desk import PreviewPage
from briefing.model.pack import Pack
from briefing.service.pack_calls import RenderPack
from gui.exporting_fields import Line
from gui.tasks import Lane
from gui.widgets.page_view import PageView
from gui.widgets.quiet_button import QuietButton
from gui.workspace import Workspace


class PackPages(QWidget):
    """Lays the pack out when asked, and says how old what it shows is."""

    def __init__(
        self, workspace: Workspace, pack: Callable[[], Pack], parent: QWidget | None = None
    ) -> None:
        """``pack`` returns the pack as it stands in the fields."""
        super().__init__(parent)
        self._workspace = workspace
        self._pack = pack
        self._shown: Pack | None = None
        self._when = ""
        self._level = ""
        self._asked = 0
        self.again = QuietButton(self.tr("Show Pa&ges"))
        self.said = Line()
        self.view = PageView()
        self.view.setAccessibleName(self.tr("Pages of the pack"))
        self.view.words_when_empty = self.tr("The pages of the pack appear here.")
        self.again.clicked.connect(lambda: self.ask())
        row = QHBoxLayout()
        row.addWidget(self.said, 1)
        row.addWidget(self.again)
        column = QVBoxLayout(self)
        column.addLayout(row)
        column.addWidget(self.view, 1)

    def ask(self) -> None:
        """Ask for the pages of the pack as it is now."""
        pack = self._pack()
        self._asked += 1
        asked = self._asked
        self.said.say(self.tr("Laying out …"))
        self._workspace.tasks.run(
            RenderPack(pack),
            lambda pages: self._show(asked, pack, pages),
            failed=lambda error: self._fail(asked, error),
            lane=Lane.PREVIEW,
            replaces="pack",
            owner=self,
        )

    def tell(self, *, complete: bool, level: str = "") -> None:
        """Say how old the pages are; they can be asked for once the pack is ``complete``.

        ``level`` is that at which the version to be exported is releasable: the pages show more.
        """
        self._level = level
        self.again.setEnabled(complete)
        if self._shown is None:
            return
        said = [self.tr("Pages as of {time}.").replace("{time}", self._when)]
        changed = self._pack() != self._shown
        if changed:
            said.append(self.tr("The pack has changed since."))
        if level:
            whole = self.tr("They show the whole pack, not what is releasable at {level}.")
            said.append(whole.replace("{level}", level))
        self.said.say(" ".join(said), mind=changed or bool(level))

    def _show(self, asked: int, pack: Pack, pages: tuple[PreviewPage, ...]) -> None:
        if asked != self._asked:
            return
        self._shown, self._when = pack, QTime.currentTime().toString("HH:mm")
        for page in pages:
            self.view.put(page)
        self.view.keep(len(pages))
        self.tell(complete=self.again.isEnabled(), level=self._level)

    def _fail(self, asked: int, error: BriefingError) -> None:
        if asked == self._asked:
            self.said.say(f"{error.message} {error.hint}".strip(), mind=True)
