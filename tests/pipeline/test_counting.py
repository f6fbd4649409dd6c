"""How many findings each region and theme would bring, as things are ticked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import RequestError
from briefing.library import Library
from briefing.model import BriefRequest, Metadata, RegionGroup, TextKind
from briefing.model.desk import Counts
from briefing.pipeline.counting import count_findings
from briefing.pipeline.selecting import select_findings
from tests.builders import METADATA, a_report, a_taxonomy, found_in, original_of

TALKS = "Armenia and Azerbaijan met in Prague."
GAS = "Georgia doubled its gas transit in 2021."
KAZAKH = "Kazakh troops left the CSTO exercise."
PLAIN = "Nobody was named by anyone."
TODAY = date(2023, 6, 1)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """Two reports, one of them undated; a heading counts nowhere."""
    with Library.open(tmp_path / "library") as opened:
        report = a_report(TALKS, GAS, PLAIN, "Armenia")
        heading = found_in(report, "Armenia", kind=TextKind.HEADING, about=("AM",))
        findings = [
            found_in(report, TALKS, about=("AM", "AZ"), themes=("diplomacy", "conflict")),
            found_in(report, GAS, about=("GE",), themes=("energy",), dates=("2021",)),
            found_in(report, PLAIN, about=(), themes=("conflict",)),
            replace(heading, passage=replace(heading.passage, block=3)),
        ]
        opened.add(report, findings, original_of(report), TODAY)
        undated = a_report(KAZAKH, file_name="csto.txt", metadata=Metadata(title="CSTO"))
        found = [found_in(undated, KAZAKH, about=("csto",), mentions=("KZ",), themes=("defence",))]
        opened.add(undated, found, original_of(undated), TODAY)
        yield opened


def counted(library: Library, **asked: object) -> Counts:
    return count_findings(library, BriefRequest(**asked), a_taxonomy())  # type: ignore[arg-type]


def some(counts: dict[str, int]) -> dict[str, int]:
    return {id_: number for id_, number in counts.items() if number}


def test_with_nothing_ticked_everything_counts_once_for_each_whole(library: Library) -> None:
    counts = counted(library)
    assert counts.total == 4
    assert some(counts.regions) == {
        "AM": 1,
        "AZ": 1,
        "GE": 1,
        "KZ": 1,
        "south-caucasus": 2,
        "central-asia": 1,
        "csto": 2,
    }
    assert some(counts.themes) == {"diplomacy": 1, "conflict": 2, "energy": 1, "defence": 1}
    assert set(counts.regions) == set(a_taxonomy().regions)
    assert set(counts.themes) == set(a_taxonomy().themes)


def test_regions_count_under_the_themes_and_themes_under_the_regions(library: Library) -> None:
    counts = counted(library, regions=("south-caucasus",), themes=("conflict",))
    assert some(counts.regions) == {"AM": 1, "AZ": 1, "south-caucasus": 1, "csto": 1}
    assert some(counts.themes) == {"diplomacy": 1, "conflict": 1, "energy": 1}
    assert counts.total == 1


def test_period_and_sources_limit_both(library: Library) -> None:
    before = counted(library, until=date(2022, 1, 1))
    assert (some(before.regions), before.total) == ({"GE": 1, "south-caucasus": 1}, 1)
    alone = counted(library, sources=("csto.txt",))
    assert some(alone.themes) == {"defence": 1}
    dated = counted(library, since=date(2023, 1, 1))
    assert some(dated.themes) == {"diplomacy": 1, "conflict": 2}, (
        "what nothing dates is passed over"
    )


def test_groups_count_among_the_regions(library: Library) -> None:
    neighbours = RegionGroup("Neighbours", ("Armenia", "central-asia"))
    counts = counted(library, regions=("Neighbours",), groups=(neighbours,))
    assert counts.regions["group:Neighbours"] == 2
    assert counts.total == 2


def test_counts_follow_every_change_of_the_library(library: Library, tmp_path: Path) -> None:
    assert counted(library).themes["energy"] == 1
    (gas,) = library.search("transit")
    library.correct_tags(gas.finding.passage, None, ("economy",))
    assert some(counted(library).themes)["economy"] == 1
    with Library.open(tmp_path / "library") as elsewhere:
        elsewhere.remove(gas.report.sha256)
    assert counted(library).total == 1


@pytest.mark.parametrize(
    "asked",
    [
        {"regions": ("south-caucasus",), "themes": ("conflict", "energy")},
        {"regions": ("csto",), "themes": ("defence",)},
        {"regions": ("GE", "AM"), "themes": ("energy",), "since": date(2021, 1, 1)},
        {"themes": ("conflict",), "until": date(2030, 1, 1)},
    ],
)
def test_the_total_is_what_a_selection_regards(library: Library, asked: dict[str, object]) -> None:
    request = BriefRequest(**asked)  # type: ignore[arg-type]
    selection = select_findings(library, request, a_taxonomy())
    assert counted(library, **asked).total == len(selection.candidates)


def test_an_unknown_region_is_refused(library: Library) -> None:
    with pytest.raises(RequestError, match="Atlantis"):
        counted(library, regions=("Atlantis",))


def test_an_empty_library_counts_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "empty") as empty:
        counts = counted(empty, themes=("conflict",), since=date(2020, 1, 1))
    assert counts.total == 0
    assert some(counts.regions) == some(counts.themes) == {}


def test_metadata_given_to_undated_reports_counts_at_once(library: Library) -> None:
    assert counted(library, since=date(2020, 1, 1)).themes["defence"] == 0
    sha = library.find_report("csto.txt")
    library.correct_metadata(sha, Metadata(date=METADATA.date))
    assert counted(library, since=date(2020, 1, 1)).themes["defence"] == 1
