"""Voices: who contributes how much, and how old it is."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.charts.chart import NotEnough
from briefing.charts.voices import voices_data
from briefing.charts.voices_drawing import draw_voices
from briefing.errors import BriefError
from briefing.model import ChartData, Metadata, PartialDate, Selection
from tests.builders import a_summary, a_taxonomy
from tests.charts.test_charts import HALICKI, REQUEST, SELECTION, STEPPE, UNDATED, offered


def voices(*found: object) -> ChartData:
    data = voices_data(Selection(REQUEST, tuple(found)), a_taxonomy())  # type: ignore[arg-type]
    assert isinstance(data, ChartData)
    return data


def test_reports_stand_newest_first_and_undated_ones_last() -> None:
    data = voices(*SELECTION.candidates, offered(UNDATED, "AM", "conflict"))
    assert data.rows == (
        ("Halicki 2022", 3, "2022-12"),
        ("Steppe Memos 2010", 4, "2010"),
        ("U", 1, ""),
    )
    assert data.alt.endswith("U: 1, no date.")
    assert data.basis.endswith(
        "7 from 3 reports; one that two reports tell counts under both. Undated: 1 report."
    )
    assert data.answer == (
        "Of the 7 findings 57 per cent come from Steppe Memos 2010; at least half of the dated "
        "ones are of 2022, the newest year."
    )


def test_findings_of_one_report_are_no_chart_and_the_reason_says_so() -> None:
    alone = tuple(offered(HALICKI, "AM", "conflict") for _ in range(5))
    said = voices_data(Selection(REQUEST, alone), a_taxonomy())
    assert isinstance(said, NotEnough)
    assert said.reason.endswith("all findings are one report’s.")


def test_two_reports_that_give_as_much_share_the_first_place() -> None:
    data = voices(*(offered(one, "AM", "conflict") for one in (HALICKI, STEPPE) for _ in range(2)))
    assert data.answer.startswith("No report gives more than 50 per cent of the 4 findings; ")


def test_undated_reports_alone_are_said_to_be_so_and_drawn_without_years() -> None:
    other = replace(UNDATED, sha256="d" * 64, metadata=Metadata("V"))
    data = voices(*(offered(one, "AM", "conflict") for one in (UNDATED, other) for _ in range(2)))
    assert data.answer.endswith("; none of the reports is dated.")
    assert b"no date" in draw_voices(data).svg


def test_many_reports_share_the_last_row_without_counting_a_finding_twice() -> None:
    reports = [
        a_summary(sha256=f"{n:064d}", metadata=Metadata(f"Report {n}", date=PartialDate(1990 + n)))
        for n in range(20)
    ]
    found = [offered(one, "AM", "x") for n, one in enumerate(reports) for _ in range(n + 2)]
    data = voices(*found, offered(reports[0], "AM", "x", also_in=reports[1]))
    assert len(data.rows) == 14
    assert data.rows[0][:2] == ("Report 19 2009", 21)
    assert data.rows[-1] == ("7 others", sum(range(2, 9)) + 1, "")
    svg = draw_voices(data).svg
    assert b">various<" in svg
    assert b">36 together<" in svg
    assert data.answer.startswith(
        "Half of the 231 findings come from 7 of the 20 reports, and no more than 9 per cent from "
        "any one; "
    )


def test_two_reports_that_tell_half_are_named_with_their_shares() -> None:
    third = replace(UNDATED, sha256="d" * 64, metadata=Metadata("V", date=PartialDate(2019)))
    told = ((HALICKI, 4), (STEPPE, 3), (UNDATED, 2), (third, 2))
    data = voices(*(offered(one, "AM", "x") for one, times in told for _ in range(times)))
    assert data.answer.startswith(
        "Of the 11 findings 64 per cent come from two of the 4 reports: Halicki 2022 (36) and "
        "Steppe Memos 2010 (27); "
    )


def test_undated_reports_stand_by_what_they_give_and_one_date_alone_in_words() -> None:
    other = replace(UNDATED, sha256="0" * 64, metadata=Metadata("V"))
    told = ((HALICKI, 1), (other, 1), (UNDATED, 3))
    data = voices(*(offered(one, "AM", "x") for one, times in told for _ in range(times)))
    assert [row[0] for row in data.rows] == ["Halicki 2022", "U", "V"]
    svg = draw_voices(data).svg
    assert b">December 2022<" in svg
    assert b">2020<" not in svg, "there is nothing to set it against"


@pytest.mark.parametrize("name", ["", "‏مركز الدراسات 2020", "W" * 900, "研究所 2021"])
def test_a_name_of_any_script_and_length_is_drawn(name: str) -> None:
    data = voices(*SELECTION.candidates)
    odd = (name, *data.rows[0][1:])
    assert draw_voices(replace(data, rows=(odd, *data.rows[1:]))).svg


def test_a_date_that_is_none_is_refused_in_words() -> None:
    data = voices(*SELECTION.candidates)
    wrong = (*data.rows[0][:2], "2022-13")
    with pytest.raises(BriefError, match="date is none"):
        draw_voices(replace(data, rows=(wrong, *data.rows[1:])))


def test_a_share_that_is_not_whole_is_never_said_to_be_all() -> None:
    found = [offered(HALICKI, "AM", "conflict") for _ in range(300)]
    answer = voices(*found, offered(STEPPE, "AM", "conflict")).answer
    assert answer.startswith("Of the 301 findings more than 99 per cent come from Halicki 2022; ")
