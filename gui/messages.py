"""All boxes that the window opens: what happened, what to do, details to copy.

Nothing here waits: a box is shown, and what follows from its answer is called when it is given.
Every box writes the same words to the log but what they quote: no words of reports are among them.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QWidget

from briefing import PROGRAM
from briefing.errors import BriefingError
from briefing.wordless import wordless

_log = logging.getLogger(__name__)


class Part(Enum):
    """What a button of a box does, by which the platform gives it its place."""

    ACCEPT = QMessageBox.ButtonRole.AcceptRole
    DISCARD = QMessageBox.ButtonRole.DestructiveRole
    CANCEL = QMessageBox.ButtonRole.RejectRole


@dataclass(frozen=True, slots=True)
class Button:
    """One answer to a question, and what follows from it."""

    label: str
    then: Callable[[], object] | None = None
    part: Part = Part.ACCEPT


def tell(parent: QWidget | None, error: BriefingError, details: str = "") -> QMessageBox:
    """Say what went wrong and what to do about it; ``details`` can be looked at and copied."""
    details = details or str(getattr(error, "details", ""))  # a fault of the core brings a trace
    said = wordless(f"{error.message} {error.hint}")
    _log.warning("%s: %s %s", type(error).__name__, said, details)
    box = _box(parent, QMessageBox.Icon.Warning, error.message, error.hint)
    told = _said(type(error).__name__, error.message, error.hint, details)
    box.setDetailedText(told)
    box.addButton(QMessageBox.StandardButton.Ok)
    _add_copy(box, told)
    box.open()
    return box


def inform(parent: QWidget | None, title: str, text: str = "") -> QMessageBox:
    """Say something that the officer must know before going on."""
    _log.info("%s", wordless(f"{title} {text}"))
    box = _box(parent, QMessageBox.Icon.Information, title, text)
    box.addButton(QMessageBox.StandardButton.Ok)
    box.open()
    return box


def confirm(
    parent: QWidget | None,
    title: str,
    text: str,
    action_label: str,
    then: Callable[[], object],
    *,
    careful: bool = False,
) -> QMessageBox:
    """Ask before something that cannot be undone; ``then`` is called on yes alone.

    Where a hasty Enter would do harm the box is ``careful``: Enter cancels.
    """
    cancel = QCoreApplication.translate("Messages", "Cancel")
    buttons = (Button(action_label, then), Button(cancel, part=Part.CANCEL))
    box = ask(parent, title, text, buttons)
    cancels = box.escapeButton()
    if careful and isinstance(cancels, QPushButton):
        box.setDefaultButton(cancels)
        cancels.setFocus()
    return box


def ask(parent: QWidget | None, title: str, text: str, buttons: Sequence[Button]) -> QMessageBox:
    """Ask; the first button answers Enter, the one that cancels answers Escape."""
    _log.info("%s", wordless(f"{title} {text}"))
    box = _box(parent, QMessageBox.Icon.Question, title, text)
    answers: dict[QPushButton, Button] = {}
    for number, button in enumerate(buttons):
        made = box.addButton(button.label, button.part.value)
        answers[made] = button
        if number == 0:
            box.setDefaultButton(made)
        if button.part is Part.CANCEL:
            box.setEscapeButton(made)
    box.finished.connect(lambda _: _answer(box, answers))
    box.open()
    return box


def _answer(box: QMessageBox, answers: dict[QPushButton, Button]) -> None:
    for made, button in answers.items():
        if made is box.clickedButton():
            _log.info("Answered: %s", button.label)
            if button.then is not None:
                button.then()


def _box(parent: QWidget | None, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(icon)
    box.setWindowTitle(PROGRAM)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(title)
    box.setInformativeText(text)
    for label in box.findChildren(QLabel, "qt_msgbox_informativelabel"):
        label.setTextFormat(Qt.TextFormat.PlainText)  # file names may hold what looks like markup
    box.setAccessibleName(title)
    return box


def _add_copy(box: QMessageBox, told: str) -> None:
    label = QCoreApplication.translate("Messages", "Copy Details")
    copy = box.addButton(label, QMessageBox.ButtonRole.ActionRole)
    copy.clicked.disconnect()  # a box closes on each of its buttons otherwise
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(told))


def _said(*parts: str) -> str:
    return "\n".join(part for part in parts if part)
