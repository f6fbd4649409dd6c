"""What the first window is made of: nothing that takes long to load comes before it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
OPEN = """
import json, os, sys, types
from PySide6 import QtCore, QtWidgets
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow
before = set(sys.modules)

def told():
    words = [label.text() for label in window().findChildren(QLabel) if label.isVisible()]
    loaded = sorted(set(sys.modules) - before)
    names = [name for name in ("Qt",) if name in vars(QtCore)]
    print(json.dumps({"words": words, "loaded": loaded, "names": names}), flush=True)
    os._exit(0)

def window():
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))

def listen():
    shown = window()
    shown.first_painted.disconnect()
    shown.first_painted.connect(told)
    return QtCore.QCoreApplication.exec()

QApplication.exec = staticmethod(listen)
sys.argv = ["main.py"]
import main
main.run()
"""
"""Opens the program and tells, once the window is painted, what it says and what was loaded."""
NOT_YET = {"multiprocessing", "pickle", "socket", "dataclasses", "copy", "sqlite3", "tomllib"}
"""Modules of Python's that nothing in the first window needs."""
CORE_LOADED = {"briefing", "briefing.resources"}


@pytest.fixture(scope="module")
def first_window(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    around = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "DESKBRIEF_DATA": str(tmp_path_factory.mktemp("first")),
    }
    command = [sys.executable, "-c", OPEN]
    done = subprocess.run(command, env=around, cwd=ROOT, capture_output=True, check=False)  # noqa: S603 - our own script
    assert not done.returncode, done.stderr.decode()
    told: dict[str, list[str]] = json.loads(done.stdout)
    return told


def test_first_window_is_painted_with_the_welcome_in_it(first_window: dict[str, list[str]]) -> None:
    assert "From your reports to a finished briefing" in first_window["words"]


def test_nothing_of_the_core_is_loaded_before_the_first_window(
    first_window: dict[str, list[str]],
) -> None:
    loaded = {name for name in first_window["loaded"] if name.split(".")[0] == "briefing"}
    assert loaded == CORE_LOADED


def test_what_takes_long_to_load_comes_after_the_first_window(
    first_window: dict[str, list[str]],
) -> None:
    assert not NOT_YET & set(first_window["loaded"])
    assert not first_window["names"]
