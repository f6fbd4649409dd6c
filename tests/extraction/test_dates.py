import pytest

from briefing.extraction.dates import dates_in
from briefing.model import Facet, PartialDate

REPORT = PartialDate(2023, 2, 14)


def spoken(text: str, of_report: PartialDate | None = REPORT) -> list[str]:
    return [str(found.date) for found in dates_in(text, of_report)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("On 24 February 2022 the war began.", ["2022-02-24"]),
        ("Signed on May 3, 1994, in Cairo.", ["1994-05-03"]),
        ("the 3rd of May 1994", ["1994-05-03"]),
        ("A ship left on 2022-09-13 from Basra.", ["2022-09-13"]),
        ("In March 2021 tariffs rose.", ["2021-03"]),
        ("in February of 2021", ["2021-02"]),
        ("since Sept. 2019", ["2019-09"]),
        ("In 2020 Riyadh closed the port.", ["2020"]),
        ("Since the 2018 elections little has changed.", ["2018"]),
        ("the treaty (1987)", ["1987"]),
        ("in late 2011 and mid-2012", ["2011", "2012"]),
        ("in the summer of 2022", ["2022"]),
        ("for FY2023", ["2023"]),
        ("A 2022 estimate puts it higher.", ["2022"]),
        ("From 3 to 7 May 2021 they met.", ["2021-05-03", "2021-05-07"]),
        ("October 12-14, 2022", ["2022-10-12", "2022-10-14"]),
        ("between May and July 2020", ["2020-05", "2020-07"]),
        ("the war of 2014–2016", ["2014", "2016"]),
        ("the war of 2014-16", ["2014", "2016"]),
        ("between 2003 and 2011", ["2003", "2011"]),
        ("In 2019, and again in 2019, it failed.", ["2019"]),
    ],
)
def test_dates_are_read_as_precisely_as_they_are_given(text: str, dates: list[str]) -> None:
    assert spoken(text, None) == dates


@pytest.mark.parametrize(
    "text",
    [
        "2000 troops and 1500 Russian soldiers arrived",
        "It cost $2000 or 2,000 euros.",
        "Resolution 1701 was adopted.",
        "in the 1990s",
        "The border is 1950 km long.",
        "two years later",
        "They met on 12 May.",
        "You may march in august company.",
        "on 31 February 2020",
        "Nothing was said.",
    ],
)
def test_what_is_no_date_or_has_no_year_is_left_out(text: str) -> None:
    assert spoken(text, None) == []


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Last November the two leaders met.", ["2022-11"]),
        ("Next March they will meet again.", ["2023-03"]),
        ("This January the port reopened.", ["2023-01"]),
        ("last year", ["2022"]),
        ("Next year's vote", ["2024"]),
        ("two years ago", ["2021"]),
        ("three months ago", ["2022-11"]),
        ("last month", ["2023-01"]),
        ("last summer", ["2022"]),
    ],
)
def test_relative_dates_are_reckoned_from_the_report(text: str, dates: list[str]) -> None:
    assert spoken(text) == dates


def test_without_a_report_date_nothing_is_reckoned() -> None:
    assert spoken("Last November, two years ago and last year.", None) == []


def test_a_report_dated_by_year_alone_tells_years_but_no_months() -> None:
    assert spoken("Last November and two years ago", PartialDate(2023)) == ["2021"]


def test_the_last_two_years_are_no_date() -> None:
    assert spoken("over the last two years") == []


def test_a_date_tells_the_words_it_was_read_from() -> None:
    [found] = dates_in("Talks broke off last November.", REPORT)
    assert found.evidence.facet is Facet.DATE
    assert found.evidence.tag == "2022-11"
    assert found.evidence.words == "last November"
    assert "2023-02-14" in found.evidence.reason
