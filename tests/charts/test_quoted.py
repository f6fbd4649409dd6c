"""Figures quoted: read from findings, like beside like, differing ones both."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefing.assembly import Terms, assemble
from briefing.charts.chart import NotEnough
from briefing.charts.coverage import COVERAGE
from briefing.charts.quoted import QUOTED, draw_quoted, quoted_data
from briefing.charts.quoted_subject import subject
from briefing.charts.timeline import TIMELINE
from briefing.errors import BriefError
from briefing.model import (
    Candidate,
    ChartData,
    Choice,
    Difference,
    Draft,
    Selection,
)
from briefing.selection import select
from briefing.selection.proposing import propose
from tests.builders import a_finding, a_stored, a_taxonomy
from tests.charts.test_charts import HALICKI, REQUEST, SELECTION, STEPPE, offered


def quoted(*found: Candidate) -> ChartData:
    data = quoted_data(Selection(REQUEST, found), a_taxonomy())
    assert isinstance(data, ChartData)
    return data


def test_figures_stand_by_kind_the_largest_first_with_what_they_are_of() -> None:
    data = quoted(*SELECTION.candidates)
    assert [row[:4] for row in data.rows] == [
        (
            "some 9,000 soldiers",
            "In August 2008 … crossed the tunnel into Georgia",
            "Soldiers and fighters",
            "9000",
        ),
        (
            "Some 1,960 Russian peacekeepers",
            "were posted from 2020 until September 2022",
            "Soldiers and fighters",
            "1960",
        ),
        (
            "about 105 soldiers",
            "On 13 September 2022 shelling of Armenia from Azerbaijan killed …",
            "Killed",
            "105",
        ),
        ("12 per cent", "which handles … of its trade", "Per cent", "12"),
    ]
    assert data.rows[-1][4] == "Steppe Memos 2010, ¶ 1"
    assert data.answer == (
        "2 of 4 figures are of one kind, soldiers and fighters: from “Some 1,960 Russian "
        "peacekeepers” to “some 9,000 soldiers”."
    )
    assert data.basis.startswith("4 figures in 4 findings from 2 reports;")


def test_where_reports_differ_both_stand_and_name_each_other() -> None:
    other = a_stored(
        a_finding("The contingent has 1,500 troops.", report=STEPPE.sha256), report=STEPPE
    )
    first = replace(
        SELECTION.candidates[1],
        differs_with=(Difference("Some 1,960 Russian peacekeepers", "1,500 troops", other),),
    )
    data = quoted(first, *SELECTION.candidates[3:])
    assert [(row[0], row[5]) for row in data.rows if row[5]] == [
        ("Some 1,960 Russian peacekeepers", "1,500 troops"),
        ("1,500 troops", "Some 1,960 Russian peacekeepers"),
    ]
    assert data.answer == (
        "Reports differ on 2 of the 4 figures, and both stand: “Some 1,960 Russian peacekeepers” "
        "against “1,500 troops”."
    )
    assert "elsewhere 1,500 troops" in data.alt
    assert "against “1,500 troops”" in draw_quoted(data).svg.decode()


def test_findings_without_figures_are_no_chart() -> None:
    said = quoted_data(Selection(REQUEST, SELECTION.candidates[:2]), a_taxonomy())
    assert said == NotEnough("No chart of figures quoted: the findings quote too few.")


def test_so_many_figures_that_they_do_not_fit_are_counted() -> None:
    many = [offered(HALICKI, "AM", "x", text=f"They lost {n} tanks there.") for n in range(3, 33)]
    data = quoted(*many)
    assert len(data.rows) == 12
    assert data.basis.startswith("12 of 30 figures in ")
    draw_quoted(data)


def test_what_is_of_no_size_or_of_huge_size_is_drawn_or_passed_over() -> None:
    texts = ("0 tanks", "1 tank and 999,999,999 tanks", f"{10**40} tanks", "0 drones", "7 ships")
    data = quoted(*(offered(HALICKI, "AM", "x", text=f"Said: {text}.") for text in texts))
    assert [row[0] for row in data.rows] == [
        "999,999,999 tanks", "0 tanks", "0 drones", "7 ships",
    ]  # fmt: skip
    assert b"999,999,999" in draw_quoted(data).svg


@pytest.mark.parametrize(
    ("text", "words", "of", "number"),
    [
        ("They sent between 1,500 and 2,000 soldiers there.", "between 1,500 and 2,000 soldiers",
         "They sent … there", "1500–2000"),
        ("The banks (40 per cent) and mines (20 per cent) lost.", "40 per cent", "The banks", "40"),
        ("The banks (40 per cent) and mines (20 per cent) lost.", "20 per cent", "mines", "20"),
        ("Growth fell, it was 3.5 per cent.", "3.5 per cent",
         "Growth fell, it was …", "3.5"),
        ("It cost US$2.5 trillion per year.", "US$2.5 trillion", "It cost … per year",
         "2500000000000"),
    ],
)  # fmt: skip
def test_words_about_a_figure_tell_what_it_is_of(
    text: str, words: str, of: str, number: str
) -> None:
    data = quoted(offered(HALICKI, "AM", "x", text=text), *SELECTION.candidates)
    assert (words, of, number) in [(row[0], row[1], row[3]) for row in data.rows]
    draw_quoted(data)


def test_what_fell_from_one_number_to_another_is_no_range() -> None:
    text = "Its share fell from 30 to 20 per cent, and 5 tanks, 6 guns and 7 ships were lost."
    data = quoted(offered(HALICKI, "AM", "x", text=text))
    assert not any("–" in str(row[3]) for row in data.rows)


def test_money_is_compared_within_one_passage_alone() -> None:
    one = offered(
        HALICKI, "AM", "x", text="Japan ($1.2 trillion) and China ($0.7 trillion) hold it."
    )
    other = offered(HALICKI, "AM", "x", text="A fine of $500 was paid.")
    assert quoted(one, SELECTION.candidates[3]).answer.startswith("2 of 3 figures are of one kind")
    assert (
        quoted(one, other).answer == "The 3 figures are of different things; none can be compared."
    )


def test_marks_are_those_of_the_document() -> None:
    numbered = (STEPPE.sha256, HALICKI.sha256)
    data = quoted_data(Selection(REQUEST, SELECTION.candidates, numbered=numbered), a_taxonomy())
    assert isinstance(data, ChartData)
    assert data.rows[-1][4] == "[1 ¶ 1]"
    assert all(len(point.codes) == 1 for point in data.points)


@pytest.mark.parametrize("words", ["", "W" * 900, "‏٢٠٠٠ جندي", "约两千名士兵"])
def test_words_of_any_script_and_length_are_drawn(words: str) -> None:
    data = quoted(*SELECTION.candidates)
    odd = (words, words, words, "7", words, words)
    assert draw_quoted(replace(data, rows=(odd, *data.rows))).svg


def test_number_that_is_none_is_refused_in_words() -> None:
    data = quoted(*SELECTION.candidates)
    wrong = (*data.rows[0][:3], "nan", *data.rows[0][4:])
    with pytest.raises(BriefError, match="a figure is no number"):
        draw_quoted(replace(data, rows=(wrong,)))


def test_charts_that_quote_are_made_of_what_the_brief_prints_alone() -> None:
    texts = (
        "Armenia counted 105 soldiers killed after the shelling of its border villages.",
        "Yerevan received 40 tanks from its ally under a credit that the parliament approved.",
        "Azerbaijan now buys 60 per cent of its weapons from two suppliers, the ministry said.",
        "Some 30,000 refugees reached Goris by bus within the first week of the exodus.",
    )
    findings = [
        a_stored(a_finding(text, block=n, about=("AM",), themes=("conflict",)))
        for n, text in enumerate(texts)
    ]
    selection = select(REQUEST, findings, a_taxonomy())
    draft = propose(selection, Draft(REQUEST))
    refused = next(one for one in draft.decisions if one.finding.exact == texts[1])
    out = replace(refused, choice=Choice.LEFT_OUT, by_officer=True)
    decisions = tuple(out if one is refused else one for one in draft.decisions)
    terms = Terms(date(2023, 1, 1), "test", (QUOTED, COVERAGE, TIMELINE))
    for one, figures in ((draft, 4), (replace(draft, decisions=decisions), 3)):
        brief = assemble(selection, a_taxonomy(), terms, one)
        chart = next(one for one in brief.charts if one.chart == "quoted")
        assert len(chart.rows) == figures
    assert not any("tanks" in str(row[0]) for row in chart.rows)
    assert brief.omitted, "timeline tells why it is not there"


def test_the_full_stop_of_an_abbreviation_ends_no_words() -> None:
    text = "Foreign holdings were 31 per cent of total U.S. publicly held debt. It grew."
    rows = quoted(*SELECTION.candidates, offered(STEPPE, "GE", "economy", text=text)).rows
    assert "of total U.S. publicly held debt" in [row[1] for row in rows]


@pytest.mark.parametrize(
    ("text", "words", "of"),
    [
        ("The camp holds 372,000 refugees and took in 2,000 refugees today.", "2,000 refugees",
         "The camp holds 372,000 refugees and took in … today"),
        ("At the ford 60 men died, including 18 police.", "18 police",
         "At the ford 60 men died, including …"),
        ("Mines (of the North) sold 140 bcm (billion cubic metres) of gas a year.", "140 bcm",
         "Mines (of the North) sold …"),
        ("Tax cuts brought revenue losses of 2 per cent of GDP.", "2 per cent",
         "Tax cuts brought revenue losses of … of GDP"),
        ("“We imported 13 bcm in 2021, and it was 19 bcm by May.", "19 bcm",
         "We imported 13 bcm in 2021, and it was … by May"),
    ],
)  # fmt: skip
def test_words_about_a_figure_say_enough(text: str, words: str, of: str) -> None:
    assert subject(text, words) == of
