"""Which findings answer a query, and which a search for words."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.library import FindingQuery, Library, search
from briefing.library.search import match_expression
from briefing.model import Metadata, PartialDate, StoredFinding
from tests.builders import a_report, found_in, original_of
from tests.pipeline.test_importing import imported, memo

ARMENIA = "Armenia opened talks with the European Union."
GEORGIA = "Georgian gas transit doubled; Tbilisi was pleased."
KAZAKH = "Kazakh troops left the negotiating table."
PLAIN = "Nobody was named."


@pytest.fixture
def filled(library: Library) -> Library:
    report = a_report(f"{ARMENIA} {GEORGIA}", f"{KAZAKH} {PLAIN}")
    findings = [
        found_in(report, ARMENIA, about=("AM",), mentions=("AM", "eu"), strength=0.9),
        found_in(report, GEORGIA, about=("GE",), themes=("energy", "economy"), strength=0.7),
        found_in(report, KAZAKH, about=("KZ",), themes=("defence",), dates=("1994", "2021-03")),
        found_in(report, PLAIN, about=(), themes=(), strength=0.1),
    ]
    library.add(report, findings, original_of(report), date(2023, 6, 1))
    return library


def texts(found: tuple[StoredFinding, ...]) -> list[str]:
    return [stored.finding.text for stored in found]


def ids(*names: str) -> frozenset[str]:
    return frozenset(names)


def test_an_empty_query_gives_everything_in_the_order_of_the_text(filled: Library) -> None:
    assert texts(filled.candidates(FindingQuery())) == [ARMENIA, GEORGIA, KAZAKH, PLAIN]


def test_a_region_is_met_by_what_a_finding_is_about_or_mentions(filled: Library) -> None:
    assert texts(filled.candidates(FindingQuery(regions=ids("eu", "KZ")))) == [ARMENIA, KAZAKH]


def test_region_and_theme_must_both_be_met(filled: Library) -> None:
    query = FindingQuery(regions=ids("AM", "GE"), themes=ids("economy", "defence"))
    assert texts(filled.candidates(query)) == [GEORGIA]


@pytest.mark.parametrize(
    ("since", "until", "found"),
    [
        (date(2021, 3, 31), date(2021, 12, 31), [KAZAKH]),
        (date(1994, 6, 1), date(1994, 6, 1), [KAZAKH]),
        (date(1995, 1, 1), date(2020, 12, 31), []),
        (date(2023, 1, 1), None, [ARMENIA, GEORGIA, PLAIN]),
        (None, date(2022, 1, 1), [KAZAKH]),
    ],
)
def test_own_dates_decide_on_the_period_before_the_date_of_the_report(
    filled: Library, since: date | None, until: date | None, found: list[str]
) -> None:
    assert texts(filled.candidates(FindingQuery(since=since, until=until))) == found


def test_a_corrected_date_moves_the_report_to_another_period(filled: Library) -> None:
    sha = filled.reports()[0].sha256
    filled.correct_metadata(sha, Metadata(date=PartialDate(1999)))
    in_1999 = FindingQuery(since=date(1999, 5, 1), until=date(1999, 5, 1))
    assert texts(filled.candidates(in_1999)) == [ARMENIA, GEORGIA, PLAIN]


def test_without_any_date_a_finding_belongs_to_every_period(library: Library) -> None:
    report = a_report(ARMENIA, metadata=Metadata())
    library.add(report, [found_in(report, ARMENIA)], original_of(report), date(2023, 6, 1))
    assert len(library.candidates(FindingQuery(since=date(2030, 1, 1)))) == 1


def test_only_the_reports_asked_for_are_looked_into(filled: Library) -> None:
    report = a_report(ARMENIA, file_name="other.txt")
    filled.add(report, [found_in(report, ARMENIA)], original_of(report), date(2023, 6, 1))
    found = filled.candidates(FindingQuery(reports=ids(report.sha256)))
    assert [stored.report.file_name for stored in found] == ["other.txt"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("talk", [ARMENIA]),
        ("european arm", [ARMENIA]),
        ('"european union"', [ARMENIA]),
        ("“union european”", []),
        ("negotiated", [KAZAKH]),
        ("Tbilisi GAS", [GEORGIA]),
        ("gas troops", []),
        ("", []),
        ("— ! ?", []),
        ('AND OR NOT NEAR(" * ^ text:', []),
        ("pleased*", [GEORGIA]),
        ("gas\udcff transit", [GEORGIA]),
        ("\ud800", []),
    ],
)
def test_words_are_found_by_stem_phrase_and_beginning(
    filled: Library, words: str, found: list[str]
) -> None:
    assert texts(filled.search(words)) == found


def test_the_finding_that_says_most_with_the_words_comes_first(library: Library) -> None:
    report = a_report(
        "Pipelines, roads, ports and many other works were named in the long joint statement.",
        "Pipelines feed pipelines.",
    )
    findings = [found_in(report, block.text) for block in report.blocks]
    library.add(report, findings, original_of(report), date(2023, 6, 1))
    assert texts(library.search("pipelines", limit=1)) == ["Pipelines feed pipelines."]


def test_the_last_word_may_go_on_unless_it_is_quoted() -> None:
    assert match_expression('new "Silk Road" cor') == '"new" "Silk Road" "cor"*'
    assert match_expression('cor "Silk Road"') == '"cor" "Silk Road"'


def test_whatever_is_typed_is_searched_for_and_never_an_error(filled: Library) -> None:
    @settings(deadline=None)
    @given(st.text(max_size=60))
    def search(words: str) -> None:
        assert set(texts(filled.search(words))) <= {ARMENIA, GEORGIA, KAZAKH, PLAIN}

    search()


def test_findings_are_the_same_however_many_are_read_at_a_time(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for city in ("Prague", "Vienna", "Baku"):
        imported(library, memo(tmp_path / "reports", f"{city}.txt", city))
    whole = library.candidates(FindingQuery())
    monkeypatch.setattr(search, "_SLICE", 2)
    assert len(whole) > 3
    assert library.candidates(FindingQuery()) == whole


def test_words_that_very_many_hold_are_ranked_among_those_that_came_in_last(
    filled: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert texts(filled.search("t")) == [KAZAKH, ARMENIA, GEORGIA]
    monkeypatch.setattr(search, "RANKED", 2)
    assert texts(filled.search("t")) == [KAZAKH, GEORGIA]
    assert texts(filled.search("talks")) == [ARMENIA]


def test_the_latest_findings_are_those_that_came_in_last(filled: Library) -> None:
    assert texts(filled.latest(2)) == [KAZAKH, PLAIN]
