"""Of very many findings the best are offered as if each had been looked at."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date

import pytest
from made_library import make_library

from briefing.library import Library, outlines, schema
from briefing.model import BriefRequest
from briefing.pipeline.offering import offer_findings
from briefing.pipeline.selecting import placed_in_time, query_of
from briefing.pipeline.shortlisting import shortlist
from briefing.selection import offer
from briefing.selection.ranking import rank
from briefing.taxonomy import load_taxonomy

REQUESTS = {
    "a country": BriefRequest(("RU",), ("conflict",)),
    "a sub-region with members": BriefRequest(("west",), ("conflict",)),
    "several of both": BriefRequest(("eu", "UA"), ("defence", "nuclear")),
    "no theme": BriefRequest(("indo-pacific",)),
    "no region": BriefRequest((), ("diplomacy",)),
    "a period": BriefRequest(("nato", "AM"), ("energy",), since=date(2019, 1, 1)),
}
TAXONOMY = load_taxonomy()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("made")
    make_library(folder, findings=800, reports=20)
    with Library.open(folder) as library:
        yield library


@pytest.mark.parametrize("asked", REQUESTS.values(), ids=REQUESTS)
@pytest.mark.parametrize("many", [1, 10_000], ids=["from the best down", "all of them"])
def test_the_best_are_those_of_a_ranking_of_all(
    made: Library, asked: BriefRequest, many: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.outlines.MANY", many)
    query = query_of(made, asked, TAXONOMY)
    found = placed_in_time(made.candidates(query), asked)
    ranked = [one.passage for one in rank(asked, found, TAXONOMY)]
    for number in (1, 20, 5_000):
        short = shortlist(made, asked, query, TAXONOMY, number)
        best = [one.finding.passage for one in made.numbered(short.best)]
        assert best == ranked[: len(best)]
        assert len(best) >= min(number, len(ranked))
        assert len(best) == len(ranked) or not short.is_all


@pytest.mark.parametrize("asked", REQUESTS.values(), ids=REQUESTS)
def test_what_is_offered_is_what_all_of_them_would_bring(
    made: Library, asked: BriefRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefing.library.outlines.MANY", 1)
    asked = replace(asked, max_findings=7)
    found = placed_in_time(made.candidates(query_of(made, asked, TAXONOMY)), asked)
    assert offer_findings(made, asked, TAXONOMY)[:7] == offer(asked, found, TAXONOMY)


def test_the_best_of_a_tag_are_read_down_its_index_without_sorting() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        for statement in (*schema.FIRST, *schema.WEIGHTS):
            connection.execute(statement)
        for sql in outlines.DOWNWARD:
            plan = connection.execute(
                f"EXPLAIN QUERY PLAN {sql}{outlines.DOWN}",
                {"theme": "", "one": "", "many": "[]"},
            ).fetchall()
            told = " ".join(row[3] for row in plan)
            assert "USING PRIMARY KEY" in told
            assert "TEMP B-TREE" not in told


def test_a_region_of_which_nothing_is_said_has_no_best(made: Library) -> None:
    asked = BriefRequest(("TK",), ("energy",))
    short = shortlist(made, asked, query_of(made, asked, TAXONOMY), TAXONOMY, 20)
    assert (short.best, short.newest, short.is_all) == ((), None, True)
