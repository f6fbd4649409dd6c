"""What nearly answered a request is listed, each finding with why it did not."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.extraction.themes import LEAST_FURTHER
from briefing.library import Library
from briefing.model import BriefRequest, Draft, Facet, TagRule
from briefing.pipeline.desk import Desk
from briefing.pipeline.near_misses import near_misses
from briefing.pipeline.ruling import keep_rules
from briefing.taxonomy import load_taxonomy
from tests.builders import a_report, found_in, original_of
from tests.pipeline.desks import TODAY

TAXONOMY = load_taxonomy()
ANSWER = "Georgia doubled its imports of natural gas over the winter."
LITTLE = "Georgia elected a parliament while the price of oil rose."
BEFORE = "Georgia built a terminal on the coast."
BESIDE = "Crude oil from the east is pumped through it every day."
PASSING = "The refinery in the north buys less crude oil since Georgia closed the road."
ELSEWHERE = "Chile sells copper."
REQUEST = BriefRequest(regions=("GE",), themes=("energy",))


@pytest.fixture
def near(tmp_path: Path) -> Path:
    """A library with one answer and three near misses."""
    report = a_report(ANSWER, LITTLE, f"{BEFORE} {BESIDE}", PASSING, ELSEWHERE)
    findings = [
        found_in(report, ANSWER, about=("GE",), themes=("energy",)),
        found_in(report, LITTLE, about=("GE",), themes=("politics",)),
        found_in(report, BEFORE, about=("GE",), themes=("economy",)),
        found_in(report, BESIDE, about=(), themes=("energy",)),
        found_in(report, PASSING, about=("AM",), mentions=("AM", "GE"), themes=("energy",)),
        found_in(report, ELSEWHERE, about=("CL",), themes=("economy",)),
    ]
    with Library.open(tmp_path / "library") as library:
        library.add(report, findings, original_of(report), TODAY)
    return tmp_path / "library"


def whys(folder: Path, request: BriefRequest = REQUEST, limit: int = 20) -> dict[str, str]:
    with Library.open(folder) as library:
        misses = near_misses(library, request, TAXONOMY, limit)
    return {miss.stored.finding.text: miss.why for miss in misses}


def test_each_way_of_missing_nearly_is_told(near: Path) -> None:
    told = whys(near)
    assert ANSWER not in told
    assert ELSEWHERE not in told
    assert told[BESIDE] == "energy certain; the sentence before is about Georgia, not this"
    assert told[PASSING] == "energy certain; Georgia named in passing only"
    assert told[LITTLE].startswith("about Georgia; ")
    assert "oil" in told[LITTLE]
    assert f"of {LEAST_FURTHER}" in told[LITTLE] or "stands back" in told[LITTLE]


def test_the_sentence_beside_speaks_for_a_theme(tmp_path: Path) -> None:
    gas, pact = "Georgia buys most of its gas from the east.", "Georgia has signed nothing since."
    told = _told(tmp_path, {gas: "energy", pact: ""}, REQUEST)
    assert told == {pact: "about Georgia; the sentence before deals with energy, this hardly"}


def test_a_theme_that_shades_into_the_one_asked_for_speaks_for_it(tmp_path: Path) -> None:
    visit, duties = "Georgia called its envoy home.", "Georgia lowered the duties on wine."
    texts = {visit: "diplomacy", duties: "sanctions"}
    influence = BriefRequest(regions=("GE",), themes=("influence",))
    told = _told(tmp_path, texts, influence)
    assert list(told) == [visit]
    assert "deals with diplomacy, which is next to influence" in told[visit]


def _told(folder: Path, texts: dict[str, str], request: BriefRequest) -> dict[str, str]:
    """Return the near misses among the sentences of one paragraph, given with their themes."""
    report = a_report(" ".join(texts))
    findings = [
        found_in(report, text, about=("GE",), themes=(theme,) if theme else ())
        for text, theme in texts.items()
    ]
    with Library.open(folder / "library") as library:
        library.add(report, findings, original_of(report), TODAY)
    return whys(folder / "library", request)


def test_nearest_come_first_and_no_more_than_asked_for(near: Path) -> None:
    every = list(whys(near))
    assert list(whys(near, limit=1)) == every[:1]


def test_region_or_theme_alone_has_near_misses_too(near: Path) -> None:
    assert PASSING in whys(near, BriefRequest(regions=("GE",)))
    assert LITTLE in whys(near, BriefRequest(themes=("energy",)))


def test_what_the_officer_has_said_is_no_near_miss(near: Path) -> None:
    with Library.open(near) as library:
        rules = [TagRule("parliament", Facet.THEME, "politics", adds=False)]
        keep_rules(library, rules, TAXONOMY)
    assert LITTLE not in whys(near)


def test_rows_say_why_and_can_be_used_like_search_results(near: Path) -> None:
    with Library.open(near) as library:
        desk = Desk(library, TAXONOMY, folders=(), today=lambda: TODAY)
        rows = desk.near_misses(Draft(REQUEST))
    by_text = {row.text: row for row in rows}
    assert by_text[BESIDE].reason.startswith("energy certain")
    assert not by_text[BESIDE].decision.is_used
    assert by_text[BESIDE].decision.section == ("GE", "energy")


def test_command_lists_near_misses(near: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["select", "--region", "Georgia", "--theme", "energy", "--near-misses"]
    assert main([*asked, "--library", str(near)]) == 0
    said = capsys.readouterr().out
    assert f"{PASSING}\n     Novak 2023, ¶ 4 · energy certain" in said
    assert said.endswith("near misses.\n")
    assert main([*asked, "--json", "--library", str(near)]) == 2
