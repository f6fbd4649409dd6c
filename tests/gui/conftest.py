"""The window in tests: offscreen, in the program's own type and colours, no warnings of Qt's."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QtMsgType
from PySide6.QtWidgets import QApplication

from briefing import resources
from briefing.settings import Settings
from gui.appearance import Look
from gui.document import Document
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks

QUIET = (
    "This plugin does not support propagateSizeHints",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
    "QFont::setPixelSize: Pixel size <= 0",
)
"""What Qt says of the offscreen platform and not of the program."""


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The program's type and colours, light."""
    return Look(qapp, "light")


@pytest.fixture(autouse=True)
def _as_in_the_program(look: Look, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test sees the program's look, and a data folder of its own."""
    look.choose("light")
    monkeypatch.setenv(resources.USER_DATA, str(tmp_path / "data"))


@pytest.fixture(autouse=True)
def _no_warnings_of_qt(qtlog: Any) -> Iterator[None]:
    """A warning of Qt's is a fault of the program."""
    yield
    told = [f"{record.type}: {record.message}" for record in qtlog.records if _counts(record)]
    assert not told


def _counts(record: Any) -> bool:
    harmless = (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg)
    return record.type not in harmless and not record.message.startswith(QUIET)


@pytest.fixture
def tasks() -> FakeTasks:
    """A core that answers what a test tells it to."""
    return FakeTasks()


@pytest.fixture
def workspace(tasks: FakeTasks) -> Iterator[Workspace]:
    """What every page needs, with nothing in it."""
    made = Workspace(tasks, Document(), Settings())
    yield made
    made.deleteLater()
