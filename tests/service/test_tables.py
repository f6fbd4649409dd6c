"""Tables as the window asks for them: looked over, and reports tagged anew."""

from __future__ import annotations

from pathlib import Path

from briefing.library import Library
from briefing.service import calls
from briefing.service.core import Core
from briefing.service.handlers import handle
from briefing.service.messages import Places
from tests.pipeline.test_ruling import MEMO, add
from tests.service.test_rules import Quiet


def test_reports_of_an_earlier_version_are_counted_and_tagged_again(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        add(library, "memo.txt", MEMO)
    core = Core(Places(tmp_path / "library"))
    try:
        assert handle(core, calls.LookTablesOver(), Quiet()).stale == 1
        handle(core, calls.RetagReports(), Quiet())
        assert handle(core, calls.LookTablesOver(), Quiet()).stale == 0
    finally:
        core.close()
