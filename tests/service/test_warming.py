"""What the first preview needs is loaded while nobody asks for anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.service.core import Core
from briefing.service.messages import Places
from briefing.service.warming import STEPS


@pytest.mark.parametrize("step", STEPS)
def test_each_step_works_with_an_empty_library(step: object, tmp_path: Path) -> None:
    core = Core(Places(tmp_path / "library"))
    assert callable(step)
    step(core)
    core.close()


def test_a_library_at_fault_does_not_end_the_process(tmp_path: Path) -> None:
    (tmp_path / "library").write_text("no folder")
    core = Core(Places(tmp_path / "library"))
    core.make_ready()
    for _ in STEPS:
        assert core.to_warm
        core.warm()
    assert not core.to_warm
