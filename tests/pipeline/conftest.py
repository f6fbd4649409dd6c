from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.library import Library
from briefing.pipeline.desk import Desk
from tests.pipeline.desks import a_desk, add_first, add_second


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
