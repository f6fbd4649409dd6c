"""What screen readers take our own widgets for: to Qt they are any widget, passed over by some."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_PICTURES = ("MapView", "ChartPicture")
"""Classes whose widgets are pictures; their names and descriptions are their own."""


def introduce() -> None:
    """Let pictures be known as such, from now on."""
    QAccessible.installFactory(_interface)


def _interface(name: str, widget: QObject) -> QAccessibleInterface | None:
    """Return what stands for a widget of a class; None leaves it to Qt."""
    if name in _PICTURES and isinstance(widget, QWidget):
        return QAccessibleWidget(widget, QAccessible.Role.Graphic)
    return None
