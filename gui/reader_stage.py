"""The report on show: which sentence is chosen, what is highlighted, where the text stands."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from briefing.model import Passage, Taxonomy
from briefing.model.desk import BlockView, FindingSpan
from gui.reader_document import ASIDE
from gui.reader_pane import ReaderPane
from gui.reader_shelf import OpenedReport
from gui.reader_spans import Place
from gui.workspace import Workspace


class ReaderStage(ReaderPane):
    """Shows one opened report and moves within it."""

    chosen_changed = Signal()
    """Another sentence is chosen, or none."""
    picked = Signal()
    """The officer has chosen a sentence, by mouse or key."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._opened: OpenedReport | None = None
        self._chosen: FindingSpan | None = None
        self._match: Place | None = None
        self._waiting: Place | None = None
        """Where to go once the document has grown so far."""
        self._theme = ""
        self.commands.aside.toggled.connect(self._show_aside)
        self.legend.chosen.connect(self._mark)
        self.find_bar.found.connect(self._show_match)
        self.text.pressed_at.connect(self._press)
        self.text.pointed_at.connect(self._point)

    @property
    def chosen(self) -> Passage | None:
        """The sentence that is chosen."""
        return self._chosen.passage if self._chosen else None

    def step(self, by: int) -> None:
        """Choose the next finding, or with -1 the one before, of the themes that are marked."""
        if self._opened is None:
            return
        if self._chosen is not None:
            place = (self._chosen.passage.block, self._chosen.passage.start)
        else:
            block, offset = self.text.first_place()
            place = (block, offset - 1 if by > 0 else offset)
        span = self._opened.spans.step(place, by, self._theme)
        if span is not None:
            self.choose(span)
            self.picked.emit()

    def choose(self, span: FindingSpan | None) -> None:
        """Highlight a sentence, bring it into view and say what it is tagged with."""
        self._chosen = span
        if span is not None:
            self.go_to((span.passage.block, span.passage.start, span.passage.end))
        self._highlight()
        self.chosen_changed.emit()

    def go_to(self, place: Place) -> None:
        """Bring a place into view, at once or as soon as the text has come so far."""
        if self._opened is None:
            return
        if not self._opened.document.has(place[0]):
            self._waiting = place
            return
        self._waiting = None
        if self._opened.view.blocks[place[0]].kind in ASIDE:
            self.commands.aside.setChecked(True)
        self.text.go_to(place)
        self._highlight()

    def show_text(self, opened: OpenedReport, measure: float) -> None:
        """Put another report on show, at its beginning."""
        if self._opened is not None:
            self._opened.document.grown.disconnect(self._go_on)
        self._opened = opened
        self._chosen = self._match = self._waiting = None
        if not opened.document.has(0):
            opened.document.build()
        opened.document.show_aside(self.commands.aside.isChecked())
        opened.document.grown.connect(self._go_on)
        self.text.show_report(opened.document, measure)
        self.text.verticalScrollBar().setValue(0)
        self._show_legend(opened)

    def renew(self, opened: OpenedReport) -> None:
        """Show what may have changed of the same words: metadata and tags."""
        self.head.show_report(opened.view.summary)
        self.find_bar.look_in(opened.view, aside=self.commands.aside.isChecked())
        if opened.spans.counts != self.legend.counts:
            self._show_legend(opened)
        if self._chosen is not None:
            self._chosen = opened.spans.by_passage(self._chosen.passage)
        self.chosen_changed.emit()
        self.text.viewport().update()

    def clear(self) -> None:
        """Show no report."""
        if self._opened is not None:
            self._opened.document.grown.disconnect(self._go_on)
        self._opened = self._chosen = self._match = self._waiting = None
        self.text.show_nothing()
        self.chosen_changed.emit()

    def tell(self, span: FindingSpan | None) -> None:
        """Say below the text what a sentence is tagged with."""
        self.sentence.show_sentence(span, self.block_of(span), self._taxonomy)

    def block_of(self, span: FindingSpan | None) -> BlockView | None:
        """Return the block that holds a sentence."""
        return self._opened.view.blocks[span.passage.block] if span and self._opened else None

    @property
    def _taxonomy(self) -> Taxonomy:
        return self._workspace.taxonomy

    def _show_legend(self, opened: OpenedReport) -> None:
        self._mark("")
        self.legend.show_counts(opened.spans.counts, self._taxonomy.themes)

    def _go_on(self) -> None:
        if self._waiting is not None:
            self.go_to(self._waiting)

    def _highlight(self) -> None:
        opened, chosen = self._opened, self.chosen
        if opened is None or (chosen and not opened.document.has(chosen.block)):
            return
        place = (chosen.block, chosen.start, chosen.end) if chosen else None
        self.text.highlight(place, self._match)

    def _show_match(self, place: Place | None) -> None:
        self._match = place
        if place is not None:
            self.go_to(place)
            self._choose_at(place)
        self._highlight()

    def _choose_at(self, place: Place) -> None:
        """Let the sentence in which words were found be the one that commands are about."""
        self._chosen = self._opened.spans.at(place[0], place[1]) if self._opened else None
        self.chosen_changed.emit()

    def _mark(self, theme_id: str) -> None:
        self._theme = theme_id
        self.text.show_only(theme_id)

    def _press(self, block: int, offset: int) -> None:
        span = self._opened.spans.at(block, offset) if self._opened else None
        if span is not None and not self.text.textCursor().hasSelection():
            self.choose(span)
            self.picked.emit()

    def _point(self, block: int, offset: int) -> None:
        span = self._opened.spans.at(block, offset) if self._opened and block >= 0 else None
        self.tell(span or self._chosen)

    def _show_aside(self, shown: bool) -> None:
        if self._opened is not None:
            self._opened.document.show_aside(shown)
            self.find_bar.look_in(self._opened.view, aside=shown)
            self.text.viewport().update()
