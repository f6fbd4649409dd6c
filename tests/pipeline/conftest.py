from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.pipeline.desk import Desk
from tests.pipeline.desks import a_desk, add_first, add_second


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """An empty library."""
    with Library.open(tmp_path / "library") as opened:
        yield opened


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder, for reports."""
    made = tmp_path / "reports"
    made.mkdir()
    return made


@pytest.fixture
def borders(tmp_path: Path) -> Iterator[Library]:
    """A library with two small reports."""
    with Library.open(tmp_path / "borders") as opened:
        add_first(opened)
        add_second(opened)
        yield opened


@pytest.fixture
def desk(borders: Library) -> Desk:
    """A desk on that library."""
    return a_desk(borders)
