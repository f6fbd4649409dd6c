from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import drafting
from briefing.errors import ExportError
from briefing.model import BriefRequest, Choice, Draft, Judgement
from briefing.model.desk import SeriesEntry
from briefing.naming import safe_name
from briefing.pipeline.desk import Desk
from briefing.pipeline.series import draft_for
from briefing.progress import Silent
from tests.builders import a_taxonomy
from tests.pipeline.desks import FIRE, GUARDS, REQUEST, proposed


def series(
    desk: Desk, folder: Path, pattern: str = "{date} {region}", *, overwrite: bool = False
) -> tuple[SeriesEntry, ...]:
    regions = ("AM", "KZ", "DE")
    draft = proposed(desk)
    return desk.export_series(draft, regions, folder, pattern, ("docx",), overwrite, Silent())


def test_each_region_gets_a_brief_of_its_own_or_a_reason(desk: Desk, tmp_path: Path) -> None:
    armenia, kazakhstan, germany = series(desk, tmp_path)
    assert (armenia.title, armenia.findings) == ("Armenia: conflict and diplomacy", 2)
    assert [file.path.name for file in kazakhstan.files] == ["2026-11-21 Kazakhstan.docx"]
    assert germany.files == ()
    assert "No finding" in germany.message
    assert len(list(tmp_path.glob("*.docx"))) == 2


def test_existing_files_stay_unless_they_may_be_replaced(desk: Desk, tmp_path: Path) -> None:
    (tmp_path / "2026-11-21 Armenia.docx").write_text("mine")
    entry = series(desk, tmp_path)[0]
    assert entry.message == "2026-11-21 Armenia.docx exists already."
    assert (tmp_path / "2026-11-21 Armenia.docx").read_text() == "mine"
    assert series(desk, tmp_path, overwrite=True)[0].files


def test_one_brief_of_a_series_never_replaces_another(desk: Desk, tmp_path: Path) -> None:
    first, second, _ = series(desk, tmp_path, "brief", overwrite=True)
    assert first.files
    assert "another region" in second.message


def test_a_pattern_that_names_what_does_not_exist_is_refused(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="officer"):
        series(desk, tmp_path, "{officer}")


def test_the_officer_s_decisions_under_a_region_are_kept(desk: Desk) -> None:
    draft = proposed(desk)
    guards = next(one for one in draft.decisions if one.finding.exact == GUARDS)
    draft = drafting.decide(draft, guards, Choice.LEFT_OUT, "known")
    caucasus = desk.view(draft_for(draft, "south-caucasus", a_taxonomy()))
    (left,) = [row for row in caucasus.rows if row.text == GUARDS]
    assert (left.decision.section, left.why_left_out) == (("south-caucasus", "conflict"), "known")
    kazakhstan = desk.view(draft_for(draft, "KZ", a_taxonomy()))
    assert GUARDS not in [row.text for row in kazakhstan.rows]


def with_truce(desk: Desk) -> Draft:
    """Return a draft whose officer lengthened a finding under Armenia and wrote a note on it."""
    draft = proposed(desk)
    fire = next(one for one in draft.decisions if one.finding.exact == FIRE)
    longer = desk.passage(fire).longer_after
    assert longer is not None
    return drafting.put(draft, replace(longer, choice=Choice.LEAD, note="ask Baku"))


def test_what_was_decided_follows_a_finding_into_another_region_s_brief(desk: Desk) -> None:
    azerbaijan = desk.view(draft_for(with_truce(desk), "AZ", a_taxonomy()))
    (row,) = [row for row in azerbaijan.rows if row.text.startswith(FIRE)]
    assert row.decision.section == ("AZ", "conflict")
    assert row.text != FIRE
    assert (row.decision.choice, row.decision.note) == (Choice.LEAD, "ask Baku")


def test_what_was_decided_follows_a_finding_when_the_scope_changes(desk: Desk) -> None:
    elsewhere = drafting.with_request(with_truce(desk), regions=("AZ", "KZ"))
    (row,) = [row for row in desk.view(elsewhere).rows if row.text.startswith(FIRE)]
    assert row.decision.section == ("AZ", "conflict")
    assert len(row.decision.after) == 1
    assert row.decision.note == "ask Baku"


OWN_WORDS = BriefRequest(
    regions=REQUEST.regions,
    themes=REQUEST.themes,
    title="Borders",
    reference="EA/12",
    bottom_line="Armenia is on the brink.",
    judgements=(Judgement("A clash is likely."),),
    recommendation="Call Yerevan.",
    lines_to_take=("We are concerned.",),
    action="Approve by Friday.",
)


@pytest.mark.parametrize("own_words", [True, False])
def test_the_officer_s_own_words_come_along_only_when_asked_for(own_words: bool) -> None:
    made = draft_for(Draft(OWN_WORDS), "AM", a_taxonomy(), own_words=own_words).request
    said = (made.bottom_line, made.judgements, made.recommendation, made.lines_to_take, made.action)
    assert all(said) if own_words else not any(said)
    assert (made.title, made.reference) == ("", "EA/12")


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("../../etc/passwd", "etc - passwd"),
        ("a/b\\c:d", "a - b - c - d"),
        ("con", "con_"),
        (" ... ", ""),
        ("Ends with a dot.", "Ends with a dot"),
        ("x" * 500, "x" * 180),
        ("line\nbreak", "line break"),
    ],
)
def test_names_of_files_are_safe_everywhere(name: str, safe: str) -> None:
    assert safe_name(name) == safe
