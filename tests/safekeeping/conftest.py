from __future__ import annotations

from pathlib import Path

import pytest

from briefing.resources import USER_DATA


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the program a data folder of its own."""
    folder = tmp_path / "data"
    monkeypatch.setenv(USER_DATA, str(folder))
    return folder
