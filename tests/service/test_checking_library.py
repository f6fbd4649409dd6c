"""The library looked over as the window asks for it."""

from __future__ import annotations

from pathlib import Path

from briefing.library import Library
from briefing.service import calls
from briefing.service.core import Core
from briefing.service.handlers import handle
from briefing.service.messages import Places
from tests.pipeline.test_examining import damage
from tests.pipeline.test_ruling import MEMO, add
from tests.service.test_rules import Quiet


def test_faults_come_with_what_to_do_and_are_mended_when_asked(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    with Library.open(folder) as library:
        add(library, "memo.txt", MEMO)
    damage(folder, "DELETE FROM finding_code")
    core = Core(Places(folder))
    try:
        state = handle(core, calls.CheckLibrary(), Quiet())
        assert state.reports == 1
        assert [bool(what and remedy) for what, remedy in state.faults] == [True]
        assert state.can_mend
        assert handle(core, calls.CheckLibrary(mend=True), Quiet()).mended
        assert not handle(core, calls.CheckLibrary(), Quiet()).faults
    finally:
        core.close()
