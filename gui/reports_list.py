"""The upper part of the page of sources: find field, table, and what can be done."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from briefing.model import ReportSummary
from gui.models.reports import ReportsModel
from gui.reports_labels import Notice, heading
from gui.reports_table import ReportsTable
from gui.widgets.flowing import Flowing
from gui.widgets.labels import plain, quiet
from gui.widgets.quiet_button import QuietButton


class ReportsList(QFrame):
    """Reports to look through; keeps the same report current whatever is sifted or sorted."""

    files_wanted = Signal()
    folder_wanted = Signal()
    open_wanted = Signal()
    original_wanted = Signal()
    removal_wanted = Signal()
    next_wanted = Signal()
    current_changed = Signal()

    def __init__(self, model: ReportsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reportsList")
        self.setStyleSheet("#reportsList { background: palette(base); }")
        self._model = model
        self._current = ""
        self.table = ReportsTable(model)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Find a report"))
        self.search.setAccessibleName(self.tr("Find a report"))
        self.search.setClearButtonEnabled(True)
        self.search.installEventFilter(self)
        self.count = quiet()
        self.notice = Notice()
        self.nothing = QWidget()
        self.nothing_said = plain()
        self.clear = QuietButton(self.tr("Show all reports"))
        self.clear.clicked.connect(self._show_all)
        self.clear.installEventFilter(self)
        self._make_buttons()
        self._lay_out()
        self.search.textChanged.connect(self._sift)
        self.table.opened.connect(self.open_wanted)
        self.table.removal_wanted.connect(self.removal_wanted)
        self.table.selectionModel().currentRowChanged.connect(self._note_current)

    def show_reports(self, reports: tuple[ReportSummary, ...]) -> None:
        """Show the library's reports."""
        current = self._current
        self._model.show(reports)
        self._keep(current)

    def enter(self) -> None:
        """Take the focus: the table, or the find field where nothing answers to it."""
        nowhere = not self._model.rowCount() and self.search.text()
        (self.search if nowhere else self.table).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def choose(self, sha256: str) -> None:
        """Make a report the current one, if it is in the library; what is looked for gives way."""
        if self._model.row_of(sha256) < 0:
            self.search.clear()
        if self._model.row_of(sha256) >= 0:
            self.table.choose(sha256)

    def say(self, text: str) -> None:
        """Show a line above the table; an empty text takes it away."""
        self.notice.say(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Lead from the find field into the table with Down; Escape shows all reports again."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            if watched is self.clear:
                return self._escape(event)
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.table.setFocus()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _escape(self, event: QKeyEvent) -> bool:
        wanted = event.key() == Qt.Key.Key_Escape
        if wanted:
            self._show_all()
        return wanted

    def _sift(self, text: str) -> None:
        current = self._current
        self._model.sift(text)
        self._keep(current)

    def _keep(self, sha256: str) -> None:
        """Make the report that was current the current one again."""
        if self._model.rowCount():
            self.table.choose(sha256)
        self._note_current()
        self._show_count()
        words = self.search.text().strip()
        said = self.tr("No report answers to “{words}”.").format(words=words)
        self.nothing_said.setText(said)
        self.nothing.setVisible(bool(words) and not self._model.rowCount())

    def _show_all(self) -> None:
        self.search.clear()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _note_current(self) -> None:
        report = self.table.current()
        self._current = report.sha256 if report else self._current
        self.open.setEnabled(report is not None)
        self.original.setEnabled(report is not None)
        self.remove.setEnabled(report is not None)
        self.current_changed.emit()

    def _show_count(self) -> None:
        shown = self._model.shown()
        reports = self.tr("%n report(s)", "", len(shown))
        findings = self.tr("%n finding(s)", "", sum(report.findings for report in shown))
        self.count.setText(f"{reports} · {findings}")

    def _make_buttons(self) -> None:
        self.files = self._button(self.tr("Import Files…"), self.files_wanted)
        self.folder = self._button(self.tr("Import Folder…"), self.folder_wanted)
        self.open = self._button(self.tr("Open Report"), self.open_wanted)
        self.original = self._button(self.tr("Open Original"), self.original_wanted)
        self.original.setToolTip(self.tr("Open the file itself with its own program"))
        self.remove = self._button(self.tr("Remove…"), self.removal_wanted)
        self.remove.setAccessibleName(self.tr("Remove from library"))
        self.next = self._button(self.tr("On to Findings"), self.next_wanted)
        self.next.setProperty("primary", True)

    def _button(self, text: str, wanted: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(wanted)
        return button

    def _lay_out(self) -> None:
        gap = self.fontMetrics().averageCharWidth() * 2
        column = QVBoxLayout(self)
        column.setContentsMargins(gap, gap, gap, gap)
        head = QHBoxLayout()
        head.addWidget(heading(self.tr("REPORTS")))
        head.addStretch(1)
        head.addWidget(self.count)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.notice)
        row = QHBoxLayout(self.nothing)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.nothing_said)
        row.addWidget(self.clear)
        row.addStretch(1)
        column.addWidget(self.nothing)
        column.addWidget(self.table, 1)
        foot = QHBoxLayout()
        others = Flowing(gap // 2, gap // 2)
        for button in (self.files, self.folder, self.open, self.original, self.remove):
            others.add(button)
        foot.addWidget(others, 1)
        foot.addWidget(self.next, 0, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(foot)
