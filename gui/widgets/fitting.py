"""Dialogs as high as what they hold, yet never higher than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QScrollArea

_FRAME = 2.5
"""Lines of text kept free for the frame that the system draws around a window."""


def fit_to_screen(dialog: QDialog, area: QScrollArea) -> None:
    """Give a dialog the height at which nothing in its area scrolls, as far as the screen goes."""
    sheet, layout = area.widget(), dialog.layout()
    inside = sheet.layout() if sheet is not None else None
    if layout is None or inside is None:
        return
    layout.activate()
    room = room_for(dialog)
    bar = area.verticalScrollBar().sizeHint().width()
    width = min(max(dialog.minimumWidth(), inside.sizeHint().width() + bar), room.width())
    height = max(inside.heightForWidth(width), inside.sizeHint().height())
    around = layout.sizeHint().height() - area.sizeHint().height()
    dialog.setMinimumWidth(min(dialog.minimumWidth(), width))
    dialog.resize(width, min(height + around, room.height()))


def room_for(dialog: QDialog) -> QSize:
    """Return how large a dialog may be on the screen of the window that it belongs to."""
    parent = dialog.parentWidget()
    screen = (parent.screen() if parent else None) or QGuiApplication.primaryScreen()
    frame = round(dialog.fontMetrics().height() * _FRAME)
    return screen.availableSize() - QSize(0, frame)
