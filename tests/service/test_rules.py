"""Rules as the window asks for them: tried, kept, listed and removed in the core's process."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import Cancelled
from briefing.library import Library
from briefing.model import Evidence, Facet, Passage, TagRule
from briefing.service import calls
from briefing.service.core import Core
from briefing.service.handlers import handle
from briefing.service.messages import Places
from briefing.service.worker import AT_ONCE
from tests.pipeline.test_ruling import MEMO, QUARTET, STATES, add, found


class Quiet:
    """Hears what is reported and says nothing."""

    def start(self, total: int) -> None:
        """Hear how many steps there will be."""

    def step(self, what: str) -> None:
        """Hear of a step."""

    def part(self, value: object) -> None:
        """Hear of a part."""
        raise Cancelled

    def check(self) -> None:
        """Go on."""


def test_rules_pass_through_the_process_of_the_core(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library") as library:
        add(library, "memo.txt", MEMO)
        add(library, "states.txt", STATES)
        passage = found(library, "Tbilisi").passage
    core = Core(Places(tmp_path / "library"))
    reports = Quiet()
    trial = handle(core, calls.TryRules((QUARTET,)), reports)
    assert trial.findings == 1
    (kept,) = handle(core, calls.KeepRules((QUARTET,)), reports)
    (listed,) = handle(core, calls.ListRules(), reports)
    assert (listed.rule, listed.findings) == (kept, 1)
    path = tmp_path / "desk.toml"
    assert handle(core, calls.ExportRules(path), reports) == 1
    assert handle(core, calls.RemoveRule(kept.number), reports) is None
    assert handle(core, calls.ListRules(), reports) == ()
    (again,) = handle(core, calls.ImportRules(path), reports)
    assert again.key == QUARTET.key
    told = handle(core, calls.ReadEvidence(passage), reports)
    assert Evidence(Facet.MENTION, "GE", "Tbilisi", "term") in told
    assert handle(core, calls.ReadEvidence(Passage("ab" * 32, 0, 0, 4)), reports) == ()
    core.close()


def test_trying_a_rule_gives_way_to_the_next_letter_typed() -> None:
    assert isinstance(calls.TryRules((TagRule("a", Facet.THEME, "energy"),)), AT_ONCE)
