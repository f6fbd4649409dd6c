"""Coverage: regions against themes, or reports against one of the two; what nobody wrote about."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.charts.chart import NotEnough
from briefing.charts.coverage import coverage_data
from briefing.charts.coverage_drawing import draw_coverage
from briefing.charts.measuring import Measure
from briefing.errors import BriefError
from briefing.model import (
    BriefRequest,
    Candidate,
    ChartData,
    Metadata,
    PartialDate,
    ReportSummary,
    Selection,
)
from briefing.selection import select
from tests.builders import a_finding, a_stored, a_summary, a_taxonomy
from tests.charts.test_charts import HALICKI, REQUEST, SELECTION, STEPPE, UNDATED, offered


def covered(request: BriefRequest, *found: Candidate) -> ChartData:
    data = coverage_data(Selection(request, found), a_taxonomy())
    assert isinstance(data, ChartData)
    return data


def test_regions_stand_against_themes_with_findings_and_reports() -> None:
    data = covered(REQUEST, *SELECTION.candidates)
    assert data.columns == (
        *("Theme", "South Caucasus", "South Caucasus: reports"),
        *("Kazakhstan", "Kazakhstan: reports"),
    )
    assert data.rows == (("Conflict", 4, 2, 0, 0), ("Diplomacy", 1, 2, 1, 1))
    assert data.answer == (
        "There is nothing on conflict for Kazakhstan, and 1 more pair of theme and region rests on "
        "one report alone; most is on conflict for the South Caucasus, 4 of the 6 findings."
    )
    assert data.basis == (
        "Number of findings, 6 in all, and from how many of 2 reports; one on two themes or "
        "regions counts under both. A dash: nobody wrote about it."
    )
    assert data.alt == (
        "Number of findings. Conflict: South Caucasus 4 from 2 reports. Diplomacy: South Caucasus "
        "1 from 2 reports, Kazakhstan 1 from 1 report."
    )
    first = data.points[0]
    assert (first.label, first.value) == ("Conflict · South Caucasus", 4)
    assert (first.unit, len(first.codes)) == ("findings from 2 reports", 4)
    assert b">4<" in draw_coverage(data).svg
    assert b"from 2<" in draw_coverage(data).svg


def test_of_one_region_the_reports_stand_against_all_themes() -> None:
    request = BriefRequest(regions=("south-caucasus",))
    data = covered(request, *SELECTION.candidates, offered(STEPPE, "GE", "energy"))
    assert data.question == "Which themes does each report cover on the South Caucasus?"
    assert data.columns == ("Theme", "Steppe Memos 2010", "Halicki 2022", "All")
    assert data.rows[:3] == (("Conflict", 2, 2, 4), ("Diplomacy", 1, 1, 1), ("Energy", 1, 0, 1))
    assert len(data.rows) == 13, "nobody wrote about the others"
    assert data.answer == (
        "There is nothing on 10 of the 13 themes, and 1 more rests on one report alone."
    )
    assert "Nothing on: Defence; " in data.alt


def test_of_one_theme_the_reports_stand_against_the_regions() -> None:
    request = BriefRequest(regions=("AM", "AZ", "GE"), themes=("conflict",))
    data = covered(request, *SELECTION.candidates, offered(STEPPE, "AM", "conflict"))
    assert data.question == "Which regions does each report cover on conflict?"
    assert data.rows == (("Armenia", 1, 1, 2), ("Azerbaijan", 0, 1, 1), ("Georgia", 2, 0, 2))
    assert data.answer == "Azerbaijan and Georgia rest on one report alone."


def test_a_report_with_the_most_on_nearly_all_is_named() -> None:
    request = BriefRequest(regions=("AM", "AZ", "GE"), themes=("conflict",))
    more = (offered(STEPPE, id_, "conflict") for id_ in ("AM", "AM", "AZ", "AZ"))
    data = covered(request, *SELECTION.candidates, *more)
    assert data.answer == (
        "Georgia rests on Steppe Memos 2010 alone; on all most comes from Steppe Memos 2010."
    )


def test_what_is_wholly_empty_is_named_before_single_pairs() -> None:
    request = BriefRequest(regions=("AM", "GE", "KZ", "RU"), themes=("conflict", "energy"))
    data = covered(request, *(offered(HALICKI, id_, "conflict") for id_ in ("AM", "GE") * 2))
    assert data.answer == (
        "There is nothing at all on Kazakhstan, on Russia or on energy; no more than 2 of the 4 "
        "findings are on any one pair of theme and region."
    )
    assert "from 1" not in draw_coverage(data).svg.decode(), "all are from the one report"
    assert data.basis.startswith("Number of findings, 4 from 1 report; ")


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({("AM", "conflict"), ("GE", "conflict"), ("KZ", "energy")}, "3 of the 6 pairs"),
        (
            {("AM", "conflict"), ("GE", "conflict"), ("KZ", "conflict"), ("KZ", "energy")},
            "energy for Armenia or for Georgia",
        ),
        (
            {("AM", "conflict"), ("GE", "conflict"), ("GE", "energy"), ("KZ", "energy")},
            "energy for Armenia or on conflict for Kazakhstan",
        ),
    ],
)
def test_two_empty_pairs_say_once_what_they_share(told: set[tuple[str, str]], said: str) -> None:
    request = BriefRequest(regions=("AM", "GE", "KZ"), themes=("conflict", "energy"))
    found = (offered(report, *pair) for pair in sorted(told) for report in (HALICKI, STEPPE))
    answer = covered(request, *found).answer
    assert answer.startswith(f"There is nothing on {said}"), answer


def test_two_empty_themes_of_one_region_name_it_once() -> None:
    request = BriefRequest(regions=("AM", "GE"), themes=("conflict", "energy"))
    told = (
        offered(report, "GE", theme) for theme in request.themes for report in (HALICKI, STEPPE)
    )
    more = offered(HALICKI, "AM", "diplomacy")
    wider = replace(request, themes=("conflict", "energy", "diplomacy"))
    answer = covered(wider, *told, offered(HALICKI, "GE", "diplomacy"), more).answer
    assert answer.startswith("There is nothing on conflict or on energy for Armenia, and")


def test_one_region_and_theme_are_no_table_of_one_report() -> None:
    request = BriefRequest(regions=("AM",), themes=("conflict",))
    found = tuple(offered(HALICKI, "AM", "conflict") for _ in range(6))
    said = coverage_data(Selection(request, found), a_taxonomy())
    assert said == NotEnough("No chart of which report covers what: all findings are one report’s.")
    two = covered(request, *found, offered(STEPPE, "AM", "conflict"))
    assert two.answer == "6 of the 7 findings come from Halicki 2022."


def reports_of_years(number: int) -> list[ReportSummary]:
    return [
        a_summary(sha256=f"{n:064d}", metadata=Metadata(f"Report {n}", date=PartialDate(2000 + n)))
        for n in range(number)
    ]


def test_many_reports_gather_in_a_column_that_does_not_count_twice() -> None:
    reports = reports_of_years(12)
    found = [
        offered(report, "AM", "conflict") for n, report in enumerate(reports) for _ in range(n + 1)
    ]
    found.append(offered(reports[0], "AM", "conflict", also_in=reports[1]))
    request = BriefRequest(regions=("AM",), themes=("conflict",))
    data = covered(request, *found)
    assert data.columns[-2:] == ("6 others", "All")
    assert data.rows[0][-2:] == (22, 79)
    assert data.answer == "12 of the 79 findings come from Report 11 2011."
    assert draw_coverage(data).svg
    body = a_summary(sha256="f" * 64, metadata=Metadata("", ("Representative Office of Ob",)))
    data = covered(request, *found, *(offered(body, "AM", "conflict") for _ in range(20)))
    assert data.columns[-2] == "8 others", "a long word needs a wider column"


def test_a_dash_is_explained_only_where_there_is_one() -> None:
    full = [
        offered(report, region, theme)
        for report in (HALICKI, STEPPE)
        for region in ("AM", "KZ")
        for theme in ("conflict", "diplomacy")
    ]
    request = BriefRequest(regions=("AM", "KZ"), themes=("conflict", "diplomacy"))
    assert "dash" not in covered(request, *full).basis
    assert "A dash: nobody wrote about it." in covered(request, *full[1:4], *full[5:]).basis


def test_more_regions_than_columns_become_rows() -> None:
    taxonomy = a_taxonomy()
    regions = tuple(id_ for id_ in taxonomy.regions if id_.isupper())
    request = BriefRequest(regions=regions, themes=("conflict", "energy"))
    data = covered(request, *(offered(HALICKI, id_, "conflict") for id_ in regions))
    assert len(regions) > 7
    assert data.columns[0] == "Region"
    assert len(data.rows) == len(regions)


def test_folding_what_two_reports_say_counts_it_once_in_all() -> None:
    texts = (
        "Armenia opened formal talks on the railway in Prague with both of its neighbours.",
        "Yerevan ratified the border treaty after a debate that lasted for eleven hours.",
        "Seven villages along the river were returned under the supervision of observers.",
        "The parliament refused to extend the mandate of the foreign peacekeeping mission.",
    )
    findings = [
        a_stored(
            a_finding(text, report=report.sha256, block=n, about=("AM",), themes=("conflict",)),
            report=report,
        )
        for report in (HALICKI, STEPPE)
        for n, text in enumerate(texts)
    ]
    request = replace(REQUEST, regions=("south-caucasus",), themes=("conflict", "diplomacy"))
    selection = select(request, findings, a_taxonomy())
    assert (len(selection.candidates), len(selection.distinct)) == (8, 4)
    data = covered(request, *selection.candidates)
    assert data.rows[0] == ("Conflict", 4, 4, 4)
    assert data.basis.startswith("Number of findings, 4 from 2 reports")
    assert data.basis.endswith(" A dash: none. 4 that repeat another count with it.")
    other = offered(HALICKI, "AM", "trade")
    data = covered(request, *selection.candidates, other)
    assert " A dash: none. 1 more stands in no row: without such a theme, or" in data.basis


def test_table_of_an_earlier_version_is_drawn_by_region() -> None:
    data = covered(REQUEST, *SELECTION.candidates)
    old = replace(
        data,
        columns=("Region and theme", "Steppe Memos 2010", "Halicki 2022", "All"),
        rows=(("South Caucasus · Conflict", 2, 2, 4), ("Kazakhstan · Diplomacy", 1, 0, 1)),
        points=(),
    )
    assert b">South Caucasus<" in draw_coverage(old).svg


@pytest.mark.parametrize(
    "row", [("Conflict", 4, 0, 0, 0), ("Conflict", 0, 2, 1, 1), ("Conflict", 1, 1, 1)]
)
def test_findings_without_reports_are_refused(row: tuple[str | int, ...]) -> None:
    data = covered(REQUEST, *SELECTION.candidates)
    with pytest.raises(BriefError, match="damaged"):
        draw_coverage(replace(data, rows=(row, *data.rows[1:])))


REPORTS = (HALICKI, STEPPE, UNDATED)
REGIONS = ("AM", "AZ", "GE", "KZ", "south-caucasus")
THEMES = ("conflict", "diplomacy", "energy")
found = st.builds(
    offered,
    st.sampled_from(REPORTS),
    st.sampled_from(REGIONS),
    st.sampled_from(THEMES),
    also_in=st.none() | st.sampled_from(REPORTS),
)
requests = st.builds(
    BriefRequest,
    regions=st.lists(st.sampled_from(REGIONS), unique=True).map(tuple),
    themes=st.lists(st.sampled_from(THEMES), unique=True).map(tuple),
)


@settings(deadline=None, max_examples=30)
@given(requests, st.lists(found, min_size=4, max_size=14))
def test_numbers_agree_wherever_they_are_told(
    request: BriefRequest, candidates: list[Candidate]
) -> None:
    data = coverage_data(Selection(request, tuple(candidates)), a_taxonomy())
    if isinstance(data, NotEnough):
        return
    by_report = data.columns[-1] == "All"
    step, names = (1, data.columns[1:-1]) if by_report else (2, data.columns[1::2])
    cells = {
        f"{row[0]} · {name}": row[1 + step * place]
        for row in data.rows
        for place, name in enumerate(names)
        if row[1 + step * place]
    }
    assert {one.label: one.value for one in data.points} == cells
    assert all(len(one.codes) == one.value for one in data.points)
    told = data.alt.split("Nothing on: ")[0]
    for row in data.rows:
        line = re.search(rf"{re.escape(str(row[0]))}: (.*?)\.(?: |$)", told)
        said = [int(n) for n in re.findall(r" (\d+)(?:,| from|$)", line[1])] if line else []
        assert said == [n for n in row[1 : 1 + step * len(names) : step] if n]
    for number in map(int, re.findall(r"(\d+) of the \d+ findings", data.answer)):
        assert number in cells.values()
    empty = re.search(r"nothing on (\d+) of the (\d+)", data.answer)
    assert not empty or int(empty[1]) < int(empty[2])
    draw_coverage(data)


def test_numbers_of_a_cell_stand_apart_and_large_ones_are_parted() -> None:
    columns = ("Theme", "Armenia", "Armenia: reports")
    rows = (("Conflict", 1037, 3), ("Energy", 0, 0))
    svg = draw_coverage(ChartData("coverage", "", "", "", "", columns, rows)).svg.decode()
    places = {
        words: float(x)
        for x, words in re.findall(r"translate\(([\d.]+) [\d.]+\)[^>]*>([^<]+)</text>", svg)
    }
    assert places["from 3"] > places["1,037"] + Measure().width("1,037", bold=True) + 1.5
