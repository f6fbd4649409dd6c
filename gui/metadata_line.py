"""One field of a report's metadata: its name, the text, where it comes from, what is wrong."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget

from briefing.model import ReportSummary
from gui.metadata_fields import (
    Field,
    FieldError,
    as_in_file,
    language_names,
    name_of,
    text_of,
    with_text,
)
from gui.reports_labels import Notice
from gui.tips import plain_tip
from gui.widgets.click_through import Completions
from gui.widgets.labels import plain, quiet

_INDENT = 9
"""So that words alone begin where the words of a button in their place do."""


class MetadataLine(QObject):
    """The widgets of one field, placed in a grid. Enter or leaving the field takes the text."""

    corrected = Signal(object)
    """The metadata with this field as typed, or without a correction of it."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        self.field = field
        self._report: ReportSummary | None = None
        self._name = plain(name_of(field))
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name_of(field))
        self.edit.editingFinished.connect(self.take)
        self.edit.installEventFilter(self)
        self._name.setBuddy(self.edit)
        self.origin = quiet()
        self.origin.setIndent(_INDENT)
        self.withdraw = QPushButton(self.tr("As in the file"))
        self.withdraw.setProperty("quiet", True)
        self.withdraw.clicked.connect(self._withdraw)
        self.notice = Notice()
        self._hint()

    def place(self, grid: QGridLayout, row: int) -> None:
        """Put the widgets into two rows of a grid, the second for what is wrong."""
        grid.addWidget(self._name, 2 * row, 0)
        grid.addWidget(self.edit, 2 * row, 1)
        grid.addWidget(self.origin, 2 * row, 2)
        grid.addWidget(self.withdraw, 2 * row, 2, Qt.AlignmentFlag.AlignLeft)
        grid.addWidget(self.notice, 2 * row + 1, 1, 1, 2)

    def show(self, report: ReportSummary | None) -> None:
        """Show a report's field; what is being typed for the same report stays."""
        same = report and self._report and report.sha256 == self._report.sha256
        self._report = report
        if not (same and self.edit.isModified()):
            self._reset()
        self._show_origin()

    def take(self) -> None:
        """Take what is typed, or say what is wrong with it."""
        if self._report is None or not self.edit.isModified():
            return
        try:
            metadata = with_text(self._report.metadata, self.field, self.edit.text())
        except FieldError as error:
            self.notice.say(str(error))
            return
        self.notice.say("")
        self.edit.setModified(False)
        if metadata != self._report.metadata:
            self.corrected.emit(metadata)
        else:
            self._reset()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Let Escape take back what was typed."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Escape and self.edit.isModified():  # type: ignore[attr-defined]
            self._reset()
            return True
        return super().eventFilter(watched, event)

    def _withdraw(self) -> None:
        if self._report is not None:
            self.corrected.emit(as_in_file(self._report.metadata, self.field))

    def _reset(self) -> None:
        text = text_of(self._report.metadata, self.field) if self._report else ""
        self.edit.setText(text)
        self.edit.setCursorPosition(0)
        self.notice.say("")

    def _show_origin(self) -> None:
        report = self._report
        now = text_of(report.metadata, self.field) if report else ""
        stated = text_of(report.stated, self.field) if report and report.stated else None
        corrected = stated is not None and stated != now
        can_withdraw = corrected and bool(stated)
        self.withdraw.setVisible(can_withdraw)
        self.origin.setVisible(not can_withdraw)
        told = self.tr("the file says: {text}").format(text=stated or "")
        self.edit.setToolTip(plain_tip(told if corrected and stated else ""))
        self.withdraw.setAccessibleName(
            self.tr("{field} as in the file: {text}").format(
                field=name_of(self.field), text=stated or ""
            )
        )
        self.withdraw.setToolTip(plain_tip(told))
        self.origin.setText(self._origin(now, stated))

    def _origin(self, now: str, stated: str | None) -> str:
        if stated is None:
            return "" if now or self._report is None else self.tr("not known")
        if stated == now:
            return self.tr("from the file") if now else self.tr("not in the file")
        return self.tr("entered by you")

    def _hint(self) -> None:
        hints = {
            Field.AUTHORS: self.tr("Several names with semicolons between them"),
            Field.DATE: self.tr("2022, 2022-09 or 2022-09-13"),
            Field.LANGUAGE: self.tr("English, French …"),
            Field.ADDRESS: "https://",
            Field.MARKING: self.tr("Protective marking, such as NATO RESTRICTED"),
            Field.GRADE: self.tr("B2: usually reliable, probably true"),
        }
        self.edit.setPlaceholderText(hints.get(self.field, ""))
        self.edit.setAccessibleDescription(hints.get(self.field, ""))
        if self.field is Field.LANGUAGE:
            Completions(language_names(), self.edit)
