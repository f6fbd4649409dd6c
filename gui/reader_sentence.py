"""The line below a report: what the sentence is tagged with, in words, and what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from briefing.model import Choice, Decision, Taxonomy
from briefing.model.desk import BlockView, FindingSpan
from gui.reader_spans import is_finding
from gui.reports_labels import wrapped
from gui.theme_marks import mark_of
from gui.widgets.labels import plain, quiet


class SentenceBar(QFrame):
    """Tells of the sentence that is chosen, or of the one that is pointed at."""

    use_wanted = Signal()
    leave_out_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.marks, self.tags = _Marks(), wrapped(plain())
        self.tags.setAccessibleName(self.tr("Themes and regions of the sentence"))
        self.reason = wrapped(quiet())
        self.reason.setAccessibleName(self.tr("Why it is tagged so"))
        self.state = quiet()
        self.state.setAccessibleName(self.tr("In the brief"))
        self.use = QPushButton(self.tr("Use in Brief"))
        self.use.clicked.connect(self.use_wanted)
        self.leave_out = QPushButton(self.tr("Leave Out"))
        self.leave_out.clicked.connect(self.leave_out_wanted)
        self._lay_out()
        self.show_sentence(None, None, Taxonomy({}, {}))

    def show_sentence(
        self, span: FindingSpan | None, block: BlockView | None, taxonomy: Taxonomy
    ) -> None:
        """Say what a sentence deals with; None: say how to choose one."""
        if span is None or block is None:
            self.tags.setText(self.tr("Click a sentence, or press N for the next finding."))
            self.reason.setText("")
            self.marks.show_themes(())
            return
        themes = [taxonomy.themes[t].name if t in taxonomy.themes else t for t in span.themes]
        about = [taxonomy.regions[r].name if r in taxonomy.regions else r for r in span.about]
        parts = (_place(block), ", ".join(themes), ", ".join(about))
        said = [part for part in parts if part]
        if not is_finding(span):
            said.append(self.tr("not offered as a finding"))
        self.tags.setText(" · ".join(said))
        self.reason.setText(span.reason)
        self.marks.show_themes(span.themes)

    def show_state(self, decision: Decision | None, *, can_decide: bool) -> None:
        """Say what becomes of the chosen sentence, and offer what else could."""
        used = decision is not None and decision.is_used
        words = {
            Choice.LEAD: self.tr("Lead"),
            Choice.SUPPORT: self.tr("Support"),
            Choice.LEFT_OUT: self.tr("Left out"),
        }
        decided = decision is not None and (decision.is_used or decision.by_officer)
        self.state.setText(words[decision.choice] if decision and decided else "")
        self.use.setEnabled(can_decide and not used)
        self.leave_out.setEnabled(can_decide and used)

    def _lay_out(self) -> None:
        gap = self.fontMetrics().averageCharWidth()
        said = QHBoxLayout()
        said.addWidget(self.marks, 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.tags, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * gap, gap, 2 * gap, gap)
        column.addLayout(said)
        column.addWidget(self.reason)
        deeds = QHBoxLayout()
        deeds.addWidget(self.state)
        deeds.addStretch(1)
        deeds.addWidget(self.leave_out)
        deeds.addWidget(self.use)
        column.addLayout(deeds)


class _Marks(QWidget):
    """The marks of a sentence's themes, one above the other as they stand in the text."""

    def __init__(self) -> None:
        super().__init__()
        self._themes: tuple[str, ...] = ()
        height = self.fontMetrics().height()
        self.setFixedSize(height, height)

    def show_themes(self, themes: tuple[str, ...]) -> None:
        """Show the marks of other themes."""
        self._themes = themes
        self.setVisible(bool(themes))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the marks in the middle."""
        painter = QPainter(self)
        top = (self.height() - 4 * len(self._themes)) / 2
        for step, theme_id in enumerate(self._themes):
            painter.fillRect(QRectF(0, top + 4 * step, self.width() * 0.8, 2.5), mark_of(theme_id))


def _place(block: BlockView) -> str:
    page = f"p. {block.page}" if block.page else ""
    paragraph = f"¶ {block.paragraph}" if block.paragraph else ""
    return " ".join(filter(None, (page, paragraph)))
