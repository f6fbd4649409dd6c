"""What PySide loses of its references under Python 3.11 does not end the program."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QModelIndex, QObject, Signal

import gui  # noqa: F401 - what is tested happens when the package is imported


class Speaker(QObject):
    said = Signal()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are immortal there")
def test_many_signals_and_empty_answers_do_not_use_up_true_and_none() -> None:
    speaker = Speaker()
    for _ in range(20_000):
        speaker.said.emit()
        QModelIndex().data()
    assert sys.getrefcount(True) > 1 << 40
    assert sys.getrefcount(None) > 1 << 40
