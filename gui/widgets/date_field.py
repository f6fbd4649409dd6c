"""A field for a date of any precision: a year, a month or a day."""

from __future__ import annotations

from datetime import date
from enum import Enum

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from briefing.model import PartialDate


class Bound(Enum):
    """Which day a year or a month stands for."""

    FIRST = "first"
    LAST = "last"
    DAY = "day"
    """A day alone will do."""


class DateField(QLineEdit):
    """Takes ``2022``, ``2022-09`` or ``2022-09-13``; says in words what is wrong with the rest."""

    date_changed = Signal()
    """``day`` is another, by the officer's hand; told while he types, as soon as it is a date."""
    error_changed = Signal(str)
    """What is wrong with what was typed, in one sentence; empty once it is mended."""

    def __init__(self, bound: Bound, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day: date | None = None
        self._bound = bound
        self.error = ""
        """What is wrong with what was typed."""
        self.editingFinished.connect(self._finish)
        self.textEdited.connect(self._take)
        self.setMinimumWidth(self.fontMetrics().horizontalAdvance("2022-09-13") + 18)

    def event(self, event: QEvent) -> bool:
        """Leave Undo and Redo to the brief, unless what was typed is no date as yet."""
        if event.type() == QEvent.Type.ShortcutOverride and self._is_history(event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the keys of the brief's history on."""
        if self._is_history(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _is_history(self, event: QEvent) -> bool:
        keys = QKeySequence.StandardKey
        if not isinstance(event, QKeyEvent):
            return False
        return self._is_taken() and (event.matches(keys.Undo) or event.matches(keys.Redo))

    def _is_taken(self) -> bool:
        """Whether what stands in the field is what the brief has."""
        try:
            return self._read() == self.day
        except ValueError:
            return False

    def show_day(self, day: date | None) -> None:
        """Show a date, as short as it can be said; leave what is being typed if that is the same.

        What has been typed and is no date yet is left alone until another date is to be shown.
        """
        if day != self.day or not self.isModified():
            self._write(shortest(day, self._bound))
        self.day = day

    def forget(self) -> None:
        """Give up what is typed and is no date: it belonged to another brief."""
        self._write(shortest(self.day, self._bound))

    def _write(self, text: str) -> None:
        if text != self.text():
            self.setText(text)
        self.setModified(False)
        self._say("")

    def _finish(self) -> None:
        """Show what was understood, or say what is wrong."""
        if not self._take():
            self._say(self._complaint())
        elif self.day is not None and self.isModified():
            self._write(shortest(self.day, self._bound))

    def _take(self) -> bool:
        """Take the date that is typed, as soon as it is one; return whether it is."""
        try:
            day = self._read()
        except ValueError:
            return False
        self._say("")
        if day != self.day:
            self.day = day
            self.date_changed.emit()
        return True

    def _read(self) -> date | None:
        text = self.text().strip()
        if not text:
            return None
        parsed = PartialDate.typed(text)
        if self._bound is Bound.DAY and parsed.day is None:
            raise ValueError(text)
        return parsed.last_day if self._bound is Bound.LAST else parsed.first_day

    def _say(self, error: str) -> None:
        if error != self.error:
            self.error = error
            self.error_changed.emit(error)

    def _complaint(self) -> str:
        if self._bound is Bound.DAY:
            said = QCoreApplication.translate(
                "DateField", "“{text}” is no day. Write it as 2022-09-13."
            )
        else:
            said = QCoreApplication.translate(
                "DateField", "“{text}” is no date. Write 2022, 2022-09 or 2022-09-13."
            )
        return said.format(text=self.text().strip())


def shortest(day: date | None, bound: Bound) -> str:
    """Return the shortest way to write a day that is the first or last of a month or year."""
    if day is None:
        return ""
    if bound is not Bound.DAY:
        for short in (PartialDate(day.year), PartialDate(day.year, day.month)):
            if day == (short.last_day if bound is Bound.LAST else short.first_day):
                return str(short)
    return day.isoformat()
