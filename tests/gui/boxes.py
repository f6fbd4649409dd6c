"""What a person does with a box: reads it, and presses a button."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot


def box_of(qtbot: QtBot) -> QMessageBox:
    """Return the box that is open, as soon as there is one."""
    qtbot.waitUntil(lambda: bool(open_boxes()))
    return open_boxes()[0]


def no_box() -> bool:
    """Return whether no box is open."""
    return not open_boxes()


def press(box: QMessageBox, label: str) -> None:
    """Press the button of a box that bears a label, ampersands and dots aside."""
    for button in box.buttons():
        if button.text().replace("&", "").rstrip("…") == label:
            button.click()
            return
    raise AssertionError(f"no {label} among {[button.text() for button in box.buttons()]}")


def open_boxes() -> list[QMessageBox]:
    """Return all boxes that are open."""
    widgets = QApplication.topLevelWidgets()
    return [box for box in widgets if isinstance(box, QMessageBox) and box.isVisible()]
