"""Fields of a form that stand for parts of the request: they show it, and change it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QPalette
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from briefing.model import BriefRequest
from gui.document import Document
from gui.widgets.labels import plain


class DocumentUndo(QObject):
    """Makes Undo and Redo in a field those of the brief: one history, not one a field."""

    def __init__(self, document: Document, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._document = document

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Leave the keys to the menu; without a menu, do what they say."""
        if not isinstance(event, QKeyEvent):
            return False
        undo = event.matches(QKeySequence.StandardKey.Undo)
        if not undo and not event.matches(QKeySequence.StandardKey.Redo):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            event.ignore()
        elif event.type() is QEvent.Type.KeyPress:
            stack = self._document.undo_stack
            (stack.undo if undo else stack.redo)()
        return True


class RequestForm(QWidget):
    """Part of the form: follows the document, and changes what it shows by name."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document = document
        self._undo = DocumentUndo(document, self)
        self._shows: list[Callable[[BriefRequest], None]] = []
        document.changed.connect(self.show_request)

    @property
    def request(self) -> BriefRequest:
        """What the brief asks for now."""
        return self.document.draft.request

    def show_request(self) -> None:
        """Show the request as it is; what is being typed is left alone if it means the same."""
        for show in self._shows:
            show(self.request)

    def change(self, name: str, merge: str = "", **values: Any) -> None:
        """Change fields of the request, as one step with a name."""
        request = replace(self.request, **values)
        self.document.apply(name, replace(self.document.draft, request=request), merge=merge)

    def bind_line(self, line: QLineEdit, field: str, name: str, text: Text) -> None:
        """Let a line stand for a field of the request."""

        def show(request: BriefRequest) -> None:
            value = getattr(request, field)
            if text.read(line.text()) != value:
                line.setText(text.write(value))

        line.installEventFilter(self._undo)
        line.textEdited.connect(lambda typed: self.change(name, field, **{field: text.read(typed)}))
        self._shows.append(show)

    def bind_text(self, box: QPlainTextEdit, field: str, name: str, text: Text) -> None:
        """Let a field of several lines stand for a field of the request."""

        def show(request: BriefRequest) -> None:
            value = getattr(request, field)
            if text.read(box.toPlainText()) != value:
                box.blockSignals(True)
                box.setPlainText(text.write(value))
                box.blockSignals(False)

        def change() -> None:
            self.change(name, field, **{field: text.read(box.toPlainText())})

        box.installEventFilter(self._undo)
        box.textChanged.connect(change)
        self._shows.append(show)

    def follow(self, show: Callable[[BriefRequest], None]) -> None:
        """Call this whenever the request is to be shown."""
        self._shows.append(show)


class Text:
    """How a value is written in a field, and read from it."""

    @abstractmethod
    def read(self, typed: str) -> Any:
        """Return the value that was typed."""

    @abstractmethod
    def write(self, value: Any) -> str:
        """Return the value as one types it."""


class Plain(Text):
    """The text itself, without space around it."""

    def read(self, typed: str) -> str:
        """Return the value that was typed."""
        return typed.strip()

    def write(self, value: str) -> str:
        """Return the value as one types it."""
        return value.strip()


class Listed(Text):
    """Several texts, with something between them."""

    def __init__(self, between: str) -> None:
        self._between = between

    def read(self, typed: str) -> tuple[str, ...]:
        """Return the values that were typed."""
        parts = (part.strip() for part in typed.split(self._between.strip(" ")))
        return tuple(part for part in parts if part)

    def write(self, value: tuple[str, ...]) -> str:
        """Return the values as one types them."""
        return self._between.join(value)


def labelled(text: str, control: QWidget, remark: QWidget | None = None) -> QVBoxLayout:
    """Return a control with its label above it and, if given, a remark beneath."""
    label = plain(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    label.setBuddy(control)
    control.setAccessibleName(text.replace("&", ""))
    column = QVBoxLayout()
    column.setSpacing(2)
    column.addWidget(label)
    column.addWidget(control)
    if remark is not None:
        column.addWidget(remark)
    column.setAlignment(Qt.AlignmentFlag.AlignTop)
    return column


def paired() -> QGridLayout:
    """Return a layout of two columns of the same width."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(10)
    for column in (0, 1):
        grid.setColumnStretch(column, 1)
    return grid
