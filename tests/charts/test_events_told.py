"""Which dates of a finding say that something happened, and which findings say the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.charts.events_told import Told, how_told, is_same
from briefing.model import PartialDate, Passage, ReportSummary, StoredFinding
from tests.charts.test_charts import HALICKI, STEPPE
from tests.charts.test_events import dated

LATE = replace(HALICKI, metadata=replace(HALICKI.metadata, date=PartialDate(2024, 5, 2)))
OTHER = replace(STEPPE, metadata=replace(STEPPE.metadata, date=PartialDate(2024, 6, 1)))


def found(text: str, day: str, words: str, report: ReportSummary = LATE) -> StoredFinding:
    return replace(dated(text, day, words).stored, report=report)


@pytest.mark.parametrize(
    ("text", "day", "words", "told"),
    [
        ("Rebels took the port in March 2023.", "2023-03", "March 2023", Told.EVENT),
        ("On 4 March 2023 the rebels took the port.", "2023-03-04", "4 March 2023", Told.EVENT),
        ("In March 2023 the cabinet said it would resign.", "2023-03", "March 2023", Told.EVENT),
        ("The port is shut since March 2023.", "2023-03", "March 2023", Told.ASIDE),
        ("Ships left by the end of March 2023.", "2023-03", "March 2023", Told.ASIDE),
        ("As of March 2023, forty guards were held.", "2023-03", "March 2023", Told.NONE),
        ("Rents of the reporting period from March 2023 rose.", "2023-03", "March 2023", Told.NONE),
        ("Data last updated in town, dated March 2023.", "2023-03", "March 2023", Told.NONE),
        ("The vote was scheduled for March 2023 at noon.", "2023-03", "March 2023", Told.NONE),
        ("The guards will leave the port in March 2023.", "2023-03", "March 2023", Told.NONE),
        ("A vote is to be held in March 2023 there.", "2023-03", "March 2023", Told.NONE),
        ("The rails shall be open in July 2024 at last.", "2024-07", "July 2024", Told.NONE),
        ("The guards left the port in July 2024.", "2024-07", "July 2024", Told.NONE),
        ("Mar. 2023 | 26.2 | tonnes of grain", "2023-03", "Mar. 2023", Told.NONE),
        ("In March 2023.", "2023-03", "March 2023", Told.NONE),
        ("Talks go on, the envoy said (@envoy) March 2023", "2023-03", "March 2023", Told.NONE),
    ],
)  # fmt: skip
def test_a_date_is_that_of_an_event_or_not(text: str, day: str, words: str, told: Told) -> None:
    assert how_told(found(text, day, words), PartialDate.parse(day)) is told


def test_the_date_of_a_line_of_the_cover_is_no_event() -> None:
    told = found("4 March 2023 Check against delivery", "2023-03-04", "4 March 2023")
    cover = replace(told, finding=replace(told.finding, passage=Passage("a" * 64, 2, 0, 35)))
    body = replace(told, finding=replace(told.finding, passage=Passage("a" * 64, 90, 0, 35)))
    assert how_told(cover, PartialDate(2023, 3, 4)) is Told.NONE
    assert how_told(body, PartialDate(2023, 3, 4)) is Told.EVENT, "so do tables of events begin"


def test_the_later_end_of_a_time_is_no_event() -> None:
    text = "Between May 2022 and March 2023 the guards shot nine men at the bridge."
    assert how_told(found(text, "2023-03", "March 2023"), PartialDate(2023, 3)) is Told.NONE
    assert how_told(found(text, "2022-05", "May 2022"), PartialDate(2022, 5)) is Told.ASIDE


def test_findings_of_one_day_tell_the_same_if_they_share_a_telling_word() -> None:
    day, words = "2023-03-04", "4 March 2023"
    one = found("On 4 March 2023 shells fell on Lower Town.", day, words)
    other = found("More than forty shells came down on 4 March 2023.", day, words, OTHER)
    third = found("On 4 March 2023 measles broke out in the camp.", day, words, OTHER)
    assert is_same(one, other, PartialDate(2023, 3, 4))
    assert not is_same(one, third, PartialDate(2023, 3, 4))


def test_of_a_month_two_reports_tell_the_same_in_like_words_only() -> None:
    day, words, march = "2023-03", "March 2023", PartialDate(2023, 3)
    one = found("Since the murder of Premier Halder in March 2023 gangs rule.", day, words)
    like = found("Premier Halder’s murder in March 2023 left a void.", day, words, OTHER)
    unlike = found("Premier Halder’s budget fell in March 2023.", day, words, OTHER)
    assert is_same(one, like, march) is True
    assert is_same(one, unlike, march) is False
    assert is_same(one, replace(like, report=LATE), march) is False
