"""What the officer writes beside a finding: why it is left out, and a note of his own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from briefing.model.desk import FindingRow
from briefing.model.marking import Scheme
from gui.finding_note import NoteField
from gui.reports_labels import Elided
from gui.widgets.labels import plain
from gui.widgets.level_combo import LevelCombo

_LEAST_LETTERS = 8
"""The reason shrinks no further where room is short."""
_LEAST_OF_NOTE = 12
"""Nor does the note, in letters."""


class FindingFields(QWidget):
    """Reason and note of the finding that is shown."""

    reason_given = Signal(str)
    note_written = Signal(str)
    marked = Signal(str)
    """A level of the scheme, or nothing: that of the report."""
    left = Signal()
    """Done with a field: Escape, Enter in the reason, Ctrl+Enter in the note."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.reason = QComboBox(self)
        self.note = NoteField(self)
        self._reason_label = plain(self.tr("Left out because:"), self)
        self.why_not = Elided()
        """Why the program does not use it."""
        self._note_label = plain(self.tr("Your note:"), self)
        self.marked_as = QWidget()
        """The choice of a marking with its label, to be set where there is room for it."""
        self.marking = LevelCombo(self.tr("as its report"))
        self._marking_label = plain(self.tr("Marking:"))
        self._set_up_reason()
        self._set_up_note()
        self._lay_out()

    def show_row(self, row: FindingRow) -> None:
        """Show what is written beside a finding; what is being typed stays as it is."""
        left_out = is_left_out(row)
        self._show_why_not(row)
        self._reason_label.setVisible(left_out)
        self.reason.setVisible(left_out)
        why = row.decision.why if row.decision.by_officer else ""
        if self.reason.currentText() != why:
            self.reason.setCurrentIndex(-1)
            self.reason.setEditText(why)
        self.note.show_note(row.decision.note)
        self.marking.show_marking(row.decision.marking)

    def offer_levels(self, scheme: Scheme | None) -> None:
        """Offer the levels of a scheme of markings; without one there is nothing to choose."""
        self.marking.offer(scheme)
        self.marked_as.setVisible(scheme is not None)

    def _show_why_not(self, row: FindingRow) -> None:
        said = self.tr("Not used: {reason}") if row.why_left_out else self.tr("Not used")
        self.why_not.setText(said.replace("{reason}", row.why_left_out))
        self.why_not.setVisible(not row.decision.is_used and not row.decision.by_officer)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave the reason by Enter or Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
            if event.key() in keys:
                self.left.emit()
                return True
        return super().eventFilter(watched, event)

    def _set_up_reason(self) -> None:
        self.reason.addItems(
            [
                self.tr("says the same as another"),
                self.tr("too old"),
                self.tr("off the point"),
                self.tr("weak source"),
            ]
        )
        line = QLineEdit(self.reason)
        self.reason.setLineEdit(line)  # which makes it editable
        self.reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.reason.setCurrentIndex(-1)
        line.setPlaceholderText(self.tr("Pick a reason or write one"))
        line.textEdited.connect(self.reason_given)
        self.reason.installEventFilter(self)  # it has the keys, and hands them to its line
        self.reason.textActivated.connect(self.reason_given)
        self.reason.textActivated.connect(lambda _: line.selectAll())  # typing puts another there
        self.reason.setAccessibleName(self.tr("Why it is left out"))
        self.reason.setToolTip(self.tr("Why it is left out; never printed (R)"))
        self._reason_label.setBuddy(self.reason)

    def _set_up_note(self) -> None:
        self.note.written.connect(self.note_written)
        self.note.left.connect(self.left)
        self._note_label.setBuddy(self.note)
        self.marking.chosen.connect(self.marked)
        self.marking.setAccessibleName(self.tr("Marking of the finding"))
        self._marking_label.setBuddy(self.marking)
        self.offer_levels(None)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(round(self.fontMetrics().height() * 0.4))
        self.why_not.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        row.addWidget(self.why_not, 1)
        self._fit_reason()
        row.addWidget(self._reason_label)
        row.addWidget(self.reason)
        row.addWidget(self._note_label)
        self.note.setMinimumWidth(_LEAST_OF_NOTE * self.fontMetrics().averageCharWidth())
        row.addWidget(self.note, 1)
        marked = QHBoxLayout(self.marked_as)
        marked.setContentsMargins(0, 0, 0, 0)
        marked.setSpacing(row.spacing())
        marked.addWidget(self._marking_label)
        marked.addWidget(self.marking)

    def _fit_reason(self) -> None:
        """Let the reasons be read in full, in their list always, in the field if there is room."""
        self.reason.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.reason.setMinimumContentsLength(_LEAST_LETTERS)
        around = 2 * self.fontMetrics().height()
        entries = self.reason.view()
        entries.setMinimumWidth(entries.sizeHintForColumn(0) + around)


def is_left_out(row: FindingRow) -> bool:
    """Return whether the officer has left a finding out, and may say why."""
    return row.decision.by_officer and not row.decision.is_used
