"""Events: dated findings in their own words along a line of time."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.charts.chart import NotEnough
from briefing.charts.checking import as_cell
from briefing.charts.events import check_events, draw_events, events_data
from briefing.charts.events_words import words_around
from briefing.charts.measuring import Measure
from briefing.errors import BriefError
from briefing.model import Candidate, ChartData, Evidence, Facet, PartialDate, Selection
from tests.builders import a_taxonomy
from tests.charts.test_charts import HALICKI, REQUEST, SELECTION, STEPPE, offered

LONG = (
    "After weeks in which nobody had expected anything of the mediators from three capitals and "
    "their many advisers, the two presidents met in Prague in October 2022, shook hands before "
    "the cameras, and left without a word on the railway, the border or the prisoners of war."
)


def events(*found: Candidate) -> ChartData:
    data = events_data(Selection(REQUEST, found), a_taxonomy())
    assert isinstance(data, ChartData)
    return data


def dated(text: str, day: str, words: str) -> Candidate:
    one = offered(HALICKI, "AM", "diplomacy", day, text=text)
    finding = replace(
        one.stored.finding, evidence=(Evidence(Facet.DATE, day, words, "date in the sentence"),)
    )
    return replace(one, stored=replace(one.stored, finding=finding))


def test_events_stand_in_order_of_time_with_the_words_of_the_report() -> None:
    data = events(*SELECTION.candidates)
    assert [row[0] for row in data.rows] == ["2008-08", "2010-07", "2022-09", "2022-09-13"]
    assert data.rows[0][1:] == (
        "In August 2008 some 9,000 soldiers crossed the tunnel into Georgia.",
        "Steppe Memos 2010, ¶ 1",
    )
    assert data.answer == (
        "The events reach from August 2008 to 13 September 2022; 2 of the 4 lie in 2022."
    )
    assert data.basis == (
        "All 4 events that the findings date to the month or day, in the words of 2 reports."
    )
    assert "13 September 2022: On 13 September 2022 shelling" in data.alt


def test_two_years_with_as_many_events_share_the_first_place() -> None:
    data = events(*SELECTION.candidates, offered(HALICKI, "AM", "x", "2008-09"))
    assert data.answer.endswith("; no year has more than 2.")


def test_a_year_alone_is_no_event() -> None:
    years = [offered(HALICKI, "AM", "x", str(year)) for year in range(2010, 2020)]
    assert isinstance(events_data(Selection(REQUEST, tuple(years)), a_taxonomy()), NotEnough)


def test_of_a_long_finding_the_clause_of_the_date_is_shown_and_cuts_are_marked() -> None:
    more = SELECTION.candidates
    (row,) = (
        row
        for row in events(dated(LONG, "2022-10", "October 2022"), *more).rows
        if row[0] == "2022-10"
    )
    assert row[1] == (
        "… the two presidents met in Prague in October 2022, shook hands before the cameras, "
        "and left without a word on the railway …"
    )


def test_a_reckoned_date_is_said_to_be_reckoned() -> None:
    text = "Last November the two sides met again in Prague."
    data = events(dated(text, "2022-11", "Last November"), *SELECTION.candidates)
    assert data.basis.endswith(" are reckoned from the report’s date.")
    later = dated("In December they met again.", "2022-12", "December")
    finding = later.stored.finding
    (said,) = finding.evidence
    said = said._replace(reason="year from the sentences before")
    later = replace(later, stored=replace(later.stored, finding=replace(finding, evidence=(said,))))
    data = events(later, *SELECTION.candidates)
    assert data.basis.endswith(
        " 2 reports. Years that the words do not tell are those of the text around them."
    )


def test_of_many_events_the_best_ranked_are_shown_each_date_once() -> None:
    found = [offered(HALICKI, "AM", "x", f"20{n:02d}-03", f"20{n:02d}-04") for n in range(1, 20)]
    data = events(*found, *found)
    assert len(data.rows) == 12
    assert data.basis.startswith("12 of 38 events ")
    assert len({point.label for point in data.points}) == 12
    assert {row[0][:4] for row in data.rows if isinstance(row[0], str)} == {
        str(year) for year in range(2001, 2013)
    }
    draw_events(data)


def test_reports_that_tell_of_one_day_stand_together() -> None:
    undated = replace(STEPPE, metadata=replace(STEPPE.metadata, date=None))
    told = [
        offered(
            report, "AM", "conflict", "2022-09-13", text=f"On 13 September 2022 {n} shells fell."
        )
        for n, report in enumerate((HALICKI, undated), start=40)
    ]
    numbered = (STEPPE.sha256, HALICKI.sha256)
    selection = Selection(REQUEST, (*told, *SELECTION.candidates[1:]), numbered=numbered)
    data = events_data(selection, a_taxonomy())
    assert isinstance(data, ChartData)
    (row,) = (row for row in data.rows if row[0] == "2022-09-13")
    assert row[1] == "On 13 September 2022 40 shells fell."
    assert str(row[2]).startswith("Halicki 2022 [2 ¶ ")
    assert "; 1 ¶ " in str(row[2])
    (point,) = (point for point in data.points if point.label.startswith("13 September 2022"))
    assert len(point.codes) == 2


def test_what_happened_on_a_day_stands_before_what_only_reckons_from_it() -> None:
    day, words = "2022-09-13", "13 September 2022"
    since = dated(f"Since {words} the guards of the harbour are paid by the town.", day, words)
    struck = dated(f"On {words} the guards of the harbour burned two mills.", day, words)
    told = [
        dated(f"In May {year} nine mills of the town burned.", f"{year}-05", f"May {year}")
        for year in (2010, 2011)
    ]
    data = events_data(Selection(REQUEST, (since, struck, *told)), a_taxonomy())
    assert isinstance(data, ChartData)
    (row,) = (row for row in data.rows if row[0] == day)
    assert str(row[1]).startswith("On 13 September 2022")
    (point,) = (one for one in data.points if one.value == row[1])
    assert len(point.codes) == 2


@given(st.text(max_size=400), st.text(max_size=40), st.integers(1, 2021))
def test_words_of_any_text_are_the_finding_s_own(text: str, words: str, year: int) -> None:
    text = f"Guards left the lower towns; bridges burned there {text.replace('|', '')}"
    found = [dated(text, f"{year:04d}-{month:02d}", words) for month in (1, 2, 3)]
    said = events_data(Selection(REQUEST, tuple(found)), a_taxonomy())
    assert isinstance(said, ChartData)
    held = as_cell(" ".join(text.split()))
    check_events(said)
    for row in said.rows:
        kept = str(row[1])
        if kept != held:
            kept = kept.removeprefix("… ").removesuffix(" …")
        head, _, rest = kept.partition(" … ")
        assert kept in held or (held.startswith(head) and rest in held)


@pytest.mark.parametrize(
    ("cells", "fault"),
    [
        (("2022-13", "x", "y"), "a date is none"),
        (("2022", "x", "y"), "a date is a year alone"),
        (("0001-01", "x", "y"), "not in order of time"),
    ],
)
def test_damaged_dates_are_refused_in_words(cells: tuple[str, ...], fault: str) -> None:
    data = events(*SELECTION.candidates)
    with pytest.raises(BriefError, match=fault):
        check_events(replace(data, rows=(*data.rows, cells)))


@pytest.mark.parametrize("words", ["", "W" * 900, "‏في سبتمبر", "九月十三日"])
def test_words_of_any_script_and_length_are_drawn(words: str) -> None:
    data = events(*SELECTION.candidates)
    rows = tuple((row[0], words, words) for row in data.rows)
    assert draw_events(replace(data, rows=rows)).svg


def test_what_stands_for_words_left_out_never_stands_alone_in_a_line() -> None:
    for width in range(60, 160):
        lines = Measure().broken(
            "In a testimony of March the command of the fleet …", float(width), 3
        )
        assert "…" not in lines, lines


CHOSEN = (
    "The harbour master Ada Novak of the lower town, a veteran of the guild, chosen in May 2021 to "
    "lead the guild for two more years, has left it again."
)
TOLD = (
    "Guards burned the customs house and the two mills beside the old bridge of the lower town, "
    "the spokesman of the harbour master’s office announced in May 2021."
)
BURNED = (
    "Guards of the lower harbour who had waited for their pay since the long winter of the flood "
    "set fire to the customs house and the two mills beside the old bridge in May 2021."
)


def test_words_with_many_empty_places_before_them_are_cut_at_once() -> None:
    text = f"Guards {', ' * 20}took mills on the way {'of the lower harbour ' * 20}"
    finding = dated(f"{text}in May 2021.", "2021-05", "May 2021").stored.finding
    assert words_around(finding, PartialDate(2021, 5), 230).endswith("in May 2021.")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        (
            CHOSEN,
            "… town, a veteran of the guild, chosen in May 2021 to lead the guild for two more "
            "years …",
        ),
        (
            TOLD,
            "Guards burned the customs house and the two mills … master’s office announced in May "
            "2021.",
        ),
        (
            BURNED,
            "Guards of the lower harbour … house and the two mills beside the old bridge in May "
            "2021.",
        ),
    ],
)
def test_words_of_an_event_tell_who_is_meant(text: str, shown: str) -> None:
    finding = dated(text, "2021-05", "May 2021").stored.finding
    assert words_around(finding, PartialDate(2021, 5), 92) == shown
