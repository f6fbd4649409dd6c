"""A report as text, with its findings underlined by theme: to read, and to check a passage."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from briefing.errors import BriefingError
from briefing.model import Passage
from briefing.model.desk import ReportView
from briefing.service.calls import ReadReport
from gui import messages
from gui.reader_decisions import known_decision, make_use
from gui.reader_shelf import OpenedReport, Shelf
from gui.reader_stage import ReaderStage
from gui.reader_type import ReaderType
from gui.reports_original import Originals
from gui.workspace import Workspace

SIZE = 1.2
"""Size of the text against that of the window's own."""


class ReportReader(ReaderStage):
    """Fetches reports and shows one at a time; the last few can be shown again at once."""

    closed = Signal()
    """The reader has been left; what stood in its place comes back."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._shelf = Shelf(self)
        self._wanted: tuple[str, Passage | None] = ("", None)
        self._takes_focus = False
        """Whether the report that is wanted is to have the focus once it is there."""
        self._originals = Originals(workspace, self)
        self._type = self._make_type()
        self._connect()
        self._tell_state()

    @property
    def report(self) -> str:
        """Fingerprint of the report that is shown, or that is being fetched."""
        return self._wanted[0]

    def show_report(
        self, sha256: str, passage: Passage | None = None, *, take_focus: bool = True
    ) -> None:
        """Show a report, at its beginning or at a passage, which is highlighted."""
        self._wanted, self._takes_focus = (sha256, passage), take_focus
        kept = self._shelf.get(sha256)
        if kept is not None:
            self._open(kept)
        else:
            self.clear()
            self.head.say(self.tr("Opening the report …"))
        if kept is None or not kept.is_current:
            self._read()

    def menu_actions(self) -> list[QAction | None]:
        """Return the reader's commands; None stands for a line between them."""
        return self.commands.all()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Set the text anew when colours or type of the window change."""
        super().changeEvent(event)
        changed = (QEvent.Type.PaletteChange, QEvent.Type.FontChange)
        if event.type() in changed and hasattr(self, "_type"):
            self._set_anew()

    def event(self, event: QEvent) -> bool:
        """Keep the reader's own keys from the window's shortcuts while it has the focus."""
        override = event.type() is QEvent.Type.ShortcutOverride
        if override and isinstance(event, QKeyEvent) and self.commands.of_key(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Obey the reader's keys wherever in it the focus is."""
        action = self.commands.of_key(event)
        if action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)

    def _make_type(self) -> ReaderType:
        return ReaderType(self.font().pointSizeF() * SIZE)

    def _read(self) -> None:
        self._workspace.tasks.run(
            ReadReport(self.report), self._take, failed=self._fail, replaces="reader", owner=self
        )

    def _take(self, view: ReportView) -> None:
        opened = self._shelf.put(view, self._type)
        if view.summary.sha256 != self.report:
            return
        if self._opened is opened:
            self.renew(opened)
        else:
            self._open(opened)

    def _open(self, opened: OpenedReport) -> None:
        """Show an opened report where it was wanted."""
        passage = self._wanted[1]
        if self._opened is not opened:
            self.show_text(opened, self._type.measure)
        self.renew(opened)
        self.choose(opened.spans.by_passage(passage) if passage else None)
        if passage is not None and self._chosen is None:
            self.go_to((passage.block, passage.start, passage.end))
        if self._takes_focus:
            self.text.setFocus()
        self._takes_focus = False

    def _fail(self, error: BriefingError) -> None:
        if self._opened is None:
            self.head.say(error.message)
            messages.tell(self.window(), error)

    def _doubt(self) -> None:
        """Read anew what is shown: the library has changed."""
        self._shelf.doubt()
        if self.isVisible() and self._opened is not None:
            self._read()

    def _set_anew(self) -> None:
        kind = self._make_type()
        if kind == self._type:
            return
        self._type = kind
        view, chosen = self._opened.view if self._opened else None, self.chosen
        self.clear()
        self._shelf.clear()
        if view is not None:
            self._wanted = (view.summary.sha256, chosen)
            self._open(self._shelf.put(view, kind))

    def _follow(self) -> None:
        """Go along with the list of findings while it stays within this report."""
        current = self._workspace.document.current
        if current is None or self._opened is None or not self.isVisible():
            return
        if current.report == self.report and current != self.chosen:
            self._wanted = (self.report, current)
            self.choose(self._opened.spans.by_passage(current))

    def _select(self) -> None:
        """Make the chosen sentence the current one of the list, if it stands there."""
        document, passage = self._workspace.document, self.chosen
        if passage is not None and known_decision(document, passage) is not None:
            document.select(passage)

    def _tell_state(self) -> None:
        document, span = self._workspace.document, self._chosen
        known = known_decision(document, span.passage) if span else None
        can = span is not None and document.is_open and not document.read_only
        used = known is not None and known.is_used
        self.commands.use.setEnabled(can and not used)
        self.commands.leave_out.setEnabled(can and used)
        self.commands.copy.setEnabled(span is not None)
        self.sentence.show_state(known, can_decide=can)
        self.tell(span)

    def _decide(self, *, use: bool) -> None:
        span, block = self._chosen, self.block_of(self._chosen)
        if span is not None and block is not None:
            make_use(self._workspace.document, span, block, self._taxonomy, use=use)

    def _copy(self) -> None:
        span, block = self._chosen, self.block_of(self._chosen)
        if span is not None and block is not None:
            words = block.text[span.passage.start : span.passage.end]
            QGuiApplication.clipboard().setText(words)

    def _show_original(self) -> None:
        if self.report:
            self._originals.open(self.report)

    def _leave(self) -> None:
        if self.find_bar.isVisible():
            self.find_bar.close_bar()
        else:
            self.closed.emit()

    def _connect(self) -> None:
        do, document = self.commands, self._workspace.document
        do.connect(
            {
                do.next: lambda: self.step(1),
                do.previous: lambda: self.step(-1),
                do.use: lambda: self._decide(use=True),
                do.leave_out: lambda: self._decide(use=False),
                do.copy: self._copy,
                do.find: self.find_bar.open,
                do.original: self._show_original,
                do.close: self._leave,
            }
        )
        self.head.original_wanted.connect(do.original.trigger)
        self.head.close_wanted.connect(self.closed)
        self.chosen_changed.connect(self._tell_state)
        self.picked.connect(self._select)
        for signal in (document.changed, document.viewed, document.file_changed):
            signal.connect(self._tell_state)
        document.current_changed.connect(self._follow)
        self._workspace.library_changed.connect(self._doubt)
