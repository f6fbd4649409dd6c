"""The window in tests: offscreen, in the program's own type, colours and words; Qt never warns."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLocale, QtMsgType
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from briefing import resources
from briefing.settings import Settings
from gui import translating
from gui.appearance import Look
from gui.background import Background
from gui.document import Document
from gui.main_window import MainWindow
from gui.window_state import WindowState
from gui.workspace import Workspace
from tests.gui.fakes import FakeTasks

if TYPE_CHECKING:
    from gui.wiring import Wiring

QUIET = (
    "This plugin does not support propagateSizeHints",
    "This plugin does not support raise()",
    "This plugin does not support grabbing the keyboard",
    "QFont::setPixelSize: Pixel size <= 0",
)
"""What Qt says of the offscreen platform and not of the program."""


_MANY = 50_000
"""Things made until what nobody holds any more is looked for."""


@pytest.fixture(scope="package", autouse=True)
def _no_search_in_threads() -> Iterator[None]:
    """What is left of a window is put away on its thread, as in the program; never in another."""
    gc.collect()
    gc.freeze()
    gc.disable()
    yield
    gc.unfreeze()
    gc.collect()
    gc.enable()


@pytest.fixture(autouse=True)
def _leftovers_are_put_away(_no_search_in_threads: None) -> None:
    if gc.get_count()[0] > _MANY:
        gc.collect()


@pytest.fixture(scope="session")
def look(qapp: QApplication) -> Look:
    """The program's type, words and colours, light."""
    translating.install(qapp, QLocale("en_GB"))
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


@pytest.fixture
def background() -> Iterator[Background]:
    """The thread for work on files; waited for at the end."""
    made = Background()
    yield made
    made.finish()


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> MainWindow:
    """The frame of the window, shown on a usual screen, with nothing in it yet."""
    made = MainWindow(WindowState(tmp_path / "data"))
    made.resize(1366, 768)
    qtbot.addWidget(made, before_close_func=MainWindow.leave)
    made.show()
    return made


@pytest.fixture
def wiring(window: MainWindow, workspace: Workspace, background: Background) -> Wiring:
    """The whole window over a core that answers what a test tells it to."""
    from gui.keeping import Keeping
    from gui.wiring import Wiring

    made = Wiring(window, workspace, Keeping(workspace, background, window))
    for _ in made.build():
        pass
    return made


@pytest.fixture
def whole(qtbot: QtBot, window: MainWindow, wiring: Wiring, tasks: FakeTasks) -> Wiring:
    """The window with a brief open in it, reports and findings too."""
    from briefing.model import Draft
    from briefing.service.calls import ListReports, ReadPassage, SearchFindings, ViewDraft
    from tests.builders import a_summary
    from tests.gui.findings import REPORT, REQUEST, Core, some_rows

    core = Core(some_rows())
    tasks.answers |= {
        ViewDraft: core.view,
        SearchFindings: core.search,
        ReadPassage: core.passage,
        ListReports: lambda call: (a_summary(sha256=REPORT),),
    }
    window.resize(1366, 768)
    window.activateWindow()
    wiring.workspace.refresh_library()
    wiring.document.begin(Draft(REQUEST))
    qtbot.waitUntil(lambda: wiring.document.view is not None)
    qtbot.waitUntil(lambda: bool(wiring.workspace.reports))
    return wiring
