"""Timers that fire once: what is to happen soon, and then once however often it was called for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer


def timer(parent: QObject, delay_ms: int, then: Callable[[], object] | None = None) -> QTimer:
    """Return a timer that calls ``then`` once, ``delay_ms`` after it was last started."""
    made = QTimer(parent)
    made.setSingleShot(True)
    made.setInterval(delay_ms)
    if then is not None:
        made.timeout.connect(then)
    return made
