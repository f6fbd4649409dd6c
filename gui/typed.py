"""What is typed in a field and not yet taken by it: taken before the brief is saved or goes out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QComboBox, QLineEdit, QWidget
from shiboken6 import isValid

_FIELDS = (QLineEdit, QAbstractSpinBox, QComboBox)
"""Those that may wait with what is typed until they are left."""


def commit_typed(window: QWidget) -> None:
    """Let the field of ``window`` in which the cursor stands take its text, as if it were left.

    The cursor stays where it is; a text that the field refuses is complained of beside it.
    """
    field = window.focusWidget()
    if not isinstance(field, _FIELDS):
        return
    field.clearFocus()
    if isValid(field) and field.isVisible():  # one that was opened in a table is gone now
        field.setFocus(Qt.FocusReason.OtherFocusReason)
