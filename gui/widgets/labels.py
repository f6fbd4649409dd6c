"""Labels as several places show them: words that are never taken for markup, and headlines."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QWidget


def plain(text: str = "", parent: QWidget | None = None, *, wraps: bool = False) -> QLabel:
    """Return a label for words that may hold anything: they are never taken for markup."""
    label = QLabel(text, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wraps)
    return label


def quiet(text: str = "") -> QLabel:
    """Return a label of lesser rank."""
    label = plain(text)
    label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
    return label


def headline(text: str, scale: float = 1.3) -> QLabel:
    """Return a label that says what a dialog is about, ``scale`` times as large as text."""
    label = plain(text)
    font = QFont(label.font())
    font.setWeight(QFont.Weight.DemiBold)
    font.setPointSizeF(font.pointSizeF() * scale)
    label.setFont(font)
    return label
