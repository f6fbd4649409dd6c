"""After an import: what is new, what was there already, what failed and why, and the next step."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from briefing.model.desk import ImportReview
from gui.import_review_rows import ReviewModel, as_text, rows_of
from gui.reports_labels import heading, wrapped
from gui.widgets.labels import plain, quiet


class ImportReviewPane(QFrame):
    """The review of one import; its list can be copied, its reports opened."""

    next_wanted = Signal()
    reports_wanted = Signal()
    """Back to the list of reports."""
    open_report = Signal(str)
    title_wanted = Signal(str)
    """A report without a title was chosen: one is to be entered."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("importReview")
        self.setStyleSheet("#importReview { background: palette(base); }")
        self.model = ReviewModel(self)
        self.table = _ReviewTable(self.model)
        self.summary, self.line = plain(), wrapped(quiet())
        self.line.setAccessibleName(self.tr("The selected line in full"))
        self.next = QPushButton(self.tr("&On to Findings"))
        self.next.setProperty("primary", True)
        self.next.clicked.connect(self.next_wanted)
        self.back = QPushButton(self.tr("&Show Reports"))
        self.back.clicked.connect(self.reports_wanted)
        self.copy = QPushButton(self.tr("&Copy List"))
        self.copy.clicked.connect(self.copy_list)
        self.table.selectionModel().currentRowChanged.connect(self._show_line)
        self.table.copy_wanted.connect(self.copy_list)
        self.table.activated.connect(self._open)
        self._lay_out()

    def show_review(self, review: ImportReview, *, can_go_on: bool, take_focus: bool) -> None:
        """Show what became of the files; the findings are next if the library holds reports."""
        rows = rows_of(review)
        self.model.show(rows)
        self.summary.setText(self._summary(review))
        self.line.clear()
        for number, row in enumerate(rows[1:], 1):
            if row.is_head:
                self.table.setRowHeight(number, self.table.height_of(is_head=True))
        self.next.setEnabled(can_go_on)
        if take_focus:
            self.take_focus()

    def take_focus(self) -> None:
        """Go to the button that leads on, else to the one that leads back."""
        (self.next if self.next.isEnabled() else self.back).setFocus()

    def copy_list(self) -> None:
        """Put the whole list on the clipboard as text."""
        QGuiApplication.clipboard().setText(as_text(self.model.rows))

    def _summary(self, review: ImportReview) -> str:
        parts = (
            (self.tr("%n new", "", len(review.imported)), review.imported),
            (self.tr("%n corrected", "", len(review.corrected)), review.corrected),
            (self.tr("%n already there", "", len(review.already)), review.already),
            (self.tr("%n failed", "", len(review.failed)), review.failed),
            (self.tr("%n left aside", "", len(review.left_aside)), review.left_aside),
        )
        said = [text for text, files in parts if files]
        return " · ".join(said) or self.tr("No file that can be read was found.")

    def _show_line(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()] if index.isValid() else None
        self.line.setText(" – ".join(filter(None, (row.name, row.what))) if row else "")

    def _open(self, index: QModelIndex) -> None:
        row = self.model.rows[index.row()]
        if row.sha256:
            (self.title_wanted if row.lacks_title else self.open_report).emit(row.sha256)

    def _lay_out(self) -> None:
        gap = self.fontMetrics().averageCharWidth() * 2
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("IMPORT FINISHED")))
        head.addStretch(1)
        head.addWidget(self.summary)
        column.addLayout(head)
        column.addWidget(self.table, 1)
        column.addWidget(self.line)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.back)
        foot.addWidget(self.next)
        column.addLayout(foot)


class _ReviewTable(QTableView):
    """The lines; Ctrl+C copies them all."""

    copy_wanted = Signal()

    def __init__(self, model: ReviewModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setAccessibleName(self.tr("What became of each file"))
        header = self.horizontalHeader()
        header.hide()
        header.setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(self.height_of(is_head=False))
        self.setColumnWidth(0, self.fontMetrics().averageCharWidth() * 38)

    def height_of(self, *, is_head: bool) -> int:
        """Return the height of a line; heads stand off from what is above them."""
        return round(self.fontMetrics().height() * (2.2 if is_head else 1.5))

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Copy the list on the usual keys."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_wanted.emit()
        else:
            super().keyPressEvent(event)

    def setModel(self, model: ReviewModel) -> None:  # type: ignore[override]  # noqa: N802
        """Take the lines; the heads of groups reach across while their count stands beside."""
        super().setModel(model)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
