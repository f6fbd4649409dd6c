"""Whatever dies, the work is there at the next start."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from briefing import resources
from briefing.model import BriefRequest, Draft
from briefing.safekeeping.autosave import unsaved
from gui.background import Background
from gui.recovering import Recovering
from gui.wiring import Wiring
from tests.gui.boxes import box_of, press
from tests.gui.editing import TITLE

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def killed(tmp_path: Path) -> None:
    """The program was killed in the midst of a brief that had never been saved."""
    environment = os.environ | {resources.USER_DATA: str(tmp_path / "data")}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gui.editing"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        patience = threading.Timer(60, program.kill)
        patience.start()
        said = program.stdout.readline()
        patience.cancel()
        program.kill()  # on Linux: kill -9
        told = program.stderr.read()
    assert said == "aside\n", told


@pytest.mark.usefixtures("killed")
def test_brief_of_a_killed_program_is_offered_and_restored(
    wiring: Wiring, background: Background, qtbot: QtBot
) -> None:
    recovering = Recovering(wiring, background)
    recovering.offer(lambda: pytest.fail("nothing was offered"))
    qtbot.waitUntil(lambda: recovering.dialog is not None)
    dialog = recovering.dialog
    assert dialog is not None
    line = dialog.list.model().index(0, 0).data()
    assert line.startswith(TITLE)
    assert "never saved" in line
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    assert "The program ended before this was saved." in labels
    dialog.restore.click()
    qtbot.waitUntil(lambda: wiring.document.is_open)
    assert wiring.document.draft.request.title == TITLE
    assert wiring.window.isWindowModified()


@pytest.mark.usefixtures("killed")
def test_the_offer_waits_for_a_dialog_that_is_open_already(
    wiring: Wiring, background: Background, qtbot: QtBot
) -> None:
    wiring.help.show_settings()
    other = wiring.help.dialog
    assert other is not None
    recovering = Recovering(wiring, background)
    recovering.offer(lambda: None)
    background.finish()
    qtbot.wait(50)
    assert recovering.dialog is None
    other.reject()
    qtbot.waitUntil(lambda: recovering.dialog is not None)
    assert recovering.dialog is not None
    recovering.dialog.later.click()


@pytest.mark.usefixtures("killed")
def test_undecided_work_is_offered_again_and_discarded_work_is_not(
    wiring: Wiring, background: Background, qtbot: QtBot
) -> None:
    went_on: list[bool] = []
    recovering = Recovering(wiring, background)
    recovering.offer(lambda: went_on.append(True))
    qtbot.waitUntil(lambda: recovering.dialog is not None)
    assert recovering.dialog is not None
    recovering.dialog.later.click()
    assert went_on == [True]
    assert len(unsaved()) == 1
    recovering.offer(lambda: went_on.append(True))
    qtbot.waitUntil(lambda: recovering.dialog is not None)
    assert recovering.dialog is not None
    recovering.dialog.discard.click()
    press(box_of(qtbot), "Discard")
    qtbot.waitUntil(lambda: went_on == [True, True])
    qtbot.waitUntil(lambda: unsaved() == ())


@pytest.mark.skipif(os.name != "posix", reason="signals of the system")
@pytest.mark.parametrize("told", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_program_that_is_told_to_end_puts_the_brief_aside_first(
    tmp_path: Path, told: signal.Signals
) -> None:
    environment = os.environ | {resources.USER_DATA: str(tmp_path / "data")}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.gui.editing", "unkept"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        patience = threading.Timer(60, program.kill)
        patience.start()
        assert program.stdout.readline() == "changed\n"
        program.send_signal(told)
        _, said = program.communicate()
        patience.cancel()
    assert program.returncode == 0, said
    assert [work.draft.request.title for work in unsaved()] == [TITLE]


def test_start_goes_on_where_nothing_was_left(
    wiring: Wiring, background: Background, qtbot: QtBot
) -> None:
    went_on: list[bool] = []
    Recovering(wiring, background).offer(lambda: went_on.append(True))
    qtbot.waitUntil(lambda: went_on == [True])


def test_side_file_that_cannot_be_read_is_told_and_kept(
    wiring: Wiring, background: Background, qtbot: QtBot
) -> None:
    folder = resources.user_data() / "autosave"
    folder.mkdir(parents=True)
    damaged = folder / "talks.autosave"
    damaged.write_text("{")
    Recovering(wiring, background).offer(lambda: None)
    qtbot.waitUntil(lambda: "cannot be read" in wiring.window.status.said)
    assert damaged.exists()
    assert not wiring.document.is_modified
    assert wiring.document.draft == Draft(BriefRequest())
