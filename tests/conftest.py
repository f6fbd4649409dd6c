"""No test, and no process that a test starts, uses a socket, or the data folder of who runs it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.resources import USER_DATA

WATCHING = Path(__file__).parent / "watching"
NOTES = "DESKBRIEF_SOCKETS_TRIED"
"""Names the file in which processes note what they tried; see ``watching/sitecustomize.py``."""
_here: list[str] = []


def tried() -> list[str]:
    """Return what this process has tried since the test began."""
    return _here


def _note(event: str, arguments: tuple[object, ...]) -> None:
    if event.startswith("socket."):
        _here.append(f"{event} {arguments}")


sys.addaudithook(_note)


@pytest.fixture(scope="session", autouse=True)
def _sockets_tried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Let every process that is started tell of the sockets that it tries."""
    notes = tmp_path_factory.mktemp("sockets") / "tried"
    path = os.pathsep.join(filter(None, (str(WATCHING), os.environ.get("PYTHONPATH"))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(NOTES, str(notes))
        patch.setenv("PYTHONPATH", path)
        yield notes


@pytest.fixture(scope="session", autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(USER_DATA, str(tmp_path_factory.mktemp("data")))
        yield


@pytest.fixture(autouse=True)
def _no_socket_is_used(_sockets_tried: Path) -> Iterator[None]:
    _here.clear()
    yield
    assert _here == []
    assert not _sockets_tried.exists(), _sockets_tried.read_text("utf-8")
