"""What is known of the selected report: metadata to correct, and facts of the file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from briefing.model import PartialDate, ReportSummary
from gui.metadata_fields import Field
from gui.metadata_line import MetadataLine
from gui.reports_labels import heading, wrapped
from gui.tips import plain_tip
from gui.widgets.labels import plain, quiet


class MetadataPanel(QScrollArea):
    """The details of one report, side by side: what can be corrected, what cannot."""

    corrected = Signal(str, object)
    """Fingerprint of the report, and its metadata as it is to be."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report: ReportSummary | None = None
        self.lines = {field: MetadataLine(field, self) for field in Field}
        self.facts = FactsPanel()
        for line in self.lines.values():
            line.corrected.connect(self._correct)
        self._body = body = QWidget()
        across = QHBoxLayout(body)
        gap = self.fontMetrics().averageCharWidth() * 2
        across.setContentsMargins(gap, gap, gap, gap)
        across.setSpacing(gap * 2)
        across.addLayout(self._form(), 3)
        across.addWidget(self.facts, 2)
        self.setWidget(body)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Details of the report"))
        self.show_report(None)

    def show_report(self, report: ReportSummary | None, remarks: tuple[str, ...] = ()) -> None:
        """Show a report, or nothing; ``remarks`` stand where the report brings none itself."""
        self._report = report
        self._body.setEnabled(report is not None)
        for line in self.lines.values():
            line.show(report)
        self.facts.show_report(report, remarks)

    def _form(self) -> QVBoxLayout:
        form = QVBoxLayout()
        form.setSpacing(self.fontMetrics().height() // 3)
        form.addWidget(heading(self.tr("ABOUT THIS REPORT")))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 2)
        grid.setVerticalSpacing(self.fontMetrics().height() // 5)
        for row, line in enumerate(self.lines.values()):
            line.place(grid, row)
        grid.setColumnMinimumWidth(2, self.fontMetrics().horizontalAdvance("As in the file") + 20)
        form.addLayout(grid)
        form.addStretch(1)
        return form

    def _correct(self, metadata: object) -> None:
        if self._report is not None:
            self.corrected.emit(self._report.sha256, metadata)


class FactsPanel(QWidget):
    """What cannot be corrected: the file, when it came in, its fingerprint, remarks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fingerprint = ""
        self.file, self.imported = wrapped(plain()), plain()
        self.fingerprint, self.remarks = plain(), wrapped(plain())
        self.copy = QPushButton(self.tr("Copy"))
        self.copy.setProperty("quiet", True)
        self.copy.setAccessibleName(self.tr("Copy fingerprint"))
        self.copy.clicked.connect(self._copy)
        self._lay_out()

    def show_report(self, report: ReportSummary | None, remarks: tuple[str, ...]) -> None:
        """Show the facts of a report, or none."""
        self._fingerprint = report.sha256 if report else ""
        self.file.setText(report.file_name if report else "")
        self.imported.setText(_spoken(report.imported) if report else "")
        self.fingerprint.setText(f"{self._fingerprint[:16]}…" if report else "")
        self.fingerprint.setToolTip(plain_tip(self._fingerprint))
        said = (report.remarks or remarks) if report else ()
        self.remarks.setText("\n".join(said) or (self.tr("None") if report else ""))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(heading(self.tr("THE FILE")))
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.fontMetrics().averageCharWidth() * 2)
        names = (self.tr("Name"), self.tr("Imported"), self.tr("Fingerprint"), self.tr("Remarks"))
        values = (self.file, self.imported, self.fingerprint, self.remarks)
        for row, (name, value) in enumerate(zip(names, values, strict=True)):
            side = Qt.AlignmentFlag.AlignTop if value is self.remarks else Qt.AlignmentFlag(0)
            grid.addWidget(quiet(name), row, 0, side)
            if value is not self.fingerprint:
                grid.addWidget(value, row, 1, side)
            value.setAccessibleName(name)
        prints = QHBoxLayout()
        prints.addWidget(self.fingerprint)
        prints.addWidget(self.copy)
        prints.addStretch(1)
        grid.addLayout(prints, values.index(self.fingerprint), 1)
        column.addLayout(grid)
        column.addStretch(1)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._fingerprint)


def _spoken(day: str) -> str:
    """Return an ISO day as one writes it."""
    try:
        return PartialDate.parse(day).spoken()
    except ValueError:
        return day
