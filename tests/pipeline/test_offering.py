"""An answer shows the best findings first, and where they are few, those that nearly answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library import Library
from briefing.model import BriefRequest, Choice
from briefing.pipeline.offering import NEARLY, offer_findings
from briefing.taxonomy import load_taxonomy
from tests.builders import a_report, found_in, original_of
from tests.pipeline.desks import TODAY

TAXONOMY = load_taxonomy()
ANSWER = "Georgia doubled its imports of natural gas over the winter."
REFINERY = "The government in Tbilisi put the refinery on the coast up for sale."
GROWTH = "The economy of Georgia grew by six per cent a year before the winter."
SCHOOLS = "Georgia closed a tenth of its village schools within five years."
REQUEST = BriefRequest(regions=("GE",), themes=("energy",), max_findings=10)


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library with one answer, two findings that nearly answer, and one that does not."""
    report = a_report(f"{ANSWER} {GROWTH}", REFINERY, SCHOOLS)
    findings = [
        found_in(report, ANSWER, about=("GE",), themes=("energy",)),
        found_in(report, REFINERY, about=("GE",), themes=("politics",)),
        found_in(report, GROWTH, about=("GE",), themes=("economy",)),
        found_in(report, SCHOOLS, about=("GE",), themes=("society",)),
    ]
    with Library.open(tmp_path / "library") as opened:
        opened.add(report, findings, original_of(report), TODAY)
    return tmp_path / "library"


def answers(folder: Path, request: BriefRequest = REQUEST) -> list[tuple[str, str]]:
    with Library.open(folder) as opened:
        offered = offer_findings(opened, request, TAXONOMY)
    return [(one.stored.finding.text, one.why_left_out) for one in offered]


def test_what_nearly_answers_follows_where_answers_are_few(library: Path) -> None:
    (first, why), *others = answers(library)
    assert (first, why) == (ANSWER, "")
    assert {text for text, _ in others} == {REFINERY, GROWTH}
    assert {why for _, why in others} == {NEARLY}


def test_no_brief_takes_what_nearly_answers(library: Path) -> None:
    with Library.open(library) as opened:
        near = offer_findings(opened, REQUEST, TAXONOMY)[1:]
    assert {one.choice for one in near} == {Choice.LEFT_OUT}
    assert all(one.reason.startswith("about Georgia; ") for one in near)


def test_an_answer_that_is_full_is_not_filled_up(library: Path) -> None:
    one = BriefRequest(regions=("GE",), themes=("energy",), max_findings=1)
    assert answers(library, one) == [(ANSWER, "")]


@pytest.mark.parametrize(
    "request_",
    [BriefRequest(regions=("GE",)), BriefRequest(themes=("energy",))],
    ids=["a region alone", "a theme alone"],
)
def test_half_a_request_is_answered_by_what_answers(library: Path, request_: BriefRequest) -> None:
    assert NEARLY not in {why for _, why in answers(library, request_)}


def test_command_says_which_findings_nearly_answered(
    library: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["select", "--region", "GE", "--theme", "energy", "--library", str(library)]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "· nearly: about Georgia; " in said
    assert said.endswith("1 finding, and 2 that nearly answered.\n")
    assert main([*asked, "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert [row["why_left_out"] for row in rows] == ["", NEARLY, NEARLY]
