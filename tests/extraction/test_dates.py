import pytest

from briefing.extraction.dates import dates_in, dates_of
from briefing.extraction.languages.shelf import Languages
from briefing.extraction.sentence import Sentence
from briefing.model import Facet, PartialDate, TextKind

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
        ("In 2014 soldiers came.", ["2014"]),
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
        ("from 27 September to 10 November 2020", ["2020-09-27", "2020-11-10"]),
        ("October 30 – November 2, 2022", ["2022-10-30", "2022-11-02"]),
        ("on 24 January and 30 September 2022", ["2022-01-24", "2022-09-30"]),
        ("Coups came on 18 August 2020 and 24 May 2021.", ["2020-08-18", "2021-05-24"]),
        ("from 21 Nov 2013 to 22 Feb 2014", ["2013-11-21", "2014-02-22"]),
        ("30 December to 2 January 2023", ["2022-12-30", "2023-01-02"]),
        ("in the night of 4/5 May 2021", ["2021-05-04", "2021-05-05"]),
        ("Oct 7, 2023", ["2023-10-07"]),
        ("the letter of 13.04.2022, the one of 3.4.2022", ["2022-04-13", "2022-04-03"]),
        ("left on 13/04/2022 or 04/14/2022", ["2022-04-13", "2022-04-14"]),
        ("left on 03/04/2022", ["2022"]),
        ("the violence of 2007/08", ["2007", "2008"]),
        ("In Q1 2021 the yard closed.", ["2021"]),
        ("In 2014, the vote of 16 March was denied.", ["2014", "2014-03-16"]),
        ("The vote of 16 March 2014, then the treaty of 18 March", ["2014-03-16", "2014-03-18"]),
        ("From November 2022 until February ships waited.", ["2022-11", "2023-02"]),
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
        "See pp. 1998–2003, ISBN 978-3-2014-2021-4, tel. (030) 2016-1718.",
        "Under Vision 2030, and with Agenda 2063.",
        "Regulation No 1725/2003 is in force.",
        "Room 2017, East Tower",
        "The Il-2000 is late, and so is ref. A/78/2024, they say.",
        "May 15 members leave? Theresa May lost; the March on Rome; at 20:14.",
        "In March 20 ships came.",
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
        ("In December the fleet left.", ["2022-12"]),
        ("On 21 September the call went out.", ["2022-09-21"]),
        ("On February 3, the talks began.", ["2023-02-03"]),
        ("from 10 to 12 January", ["2023-01-10", "2023-01-12"]),
        ("in March last year", ["2022-03"]),
    ],
)
def test_relative_dates_are_reckoned_from_the_report(text: str, dates: list[str]) -> None:
    assert spoken(text) == dates


def test_beside_a_date_in_full_the_report_s_date_tells_no_year() -> None:
    assert spoken("The deal of 2 November led to that of 12 November 2020.") == ["2020-11-12"]


def test_without_a_report_date_nothing_is_reckoned() -> None:
    assert spoken("Last November, two years ago and last year.", None) == []


def test_a_report_dated_by_year_alone_tells_years_but_no_months() -> None:
    assert spoken("Last November and two years ago", PartialDate(2023)) == ["2021"]


@pytest.mark.parametrize(
    "text",
    [
        "over the last two years",
        "It was the last year of peace.",
        "Elections will be held in September.",
        "Every 9 January there is a parade.",
        "The October 7 attacks changed much.",
        "They fell out in March.",  # eleven months ago, or next month
        "In February and April the passes are closed.",
    ],
)
def test_what_the_report_s_date_does_not_tell_is_left_out(text: str) -> None:
    assert spoken(text) == []


def in_order(*blocks: str, of_report: PartialDate | None = REPORT) -> list[list[str]]:
    """Return the dates of each sentence; those of a block are parted by a stroke."""
    units = [
        Sentence(number, 0, 1, text, TextKind.BODY, (), opens_block=False, in_list=False)
        for number, block in enumerate(blocks)
        for text in block.split(" | ")
    ]
    return [[str(one.date) for one in found] for found in dates_of(units, of_report, Languages())]


def test_a_day_takes_its_year_from_the_sentences_before_it_in_its_paragraph() -> None:
    told = in_order(
        "In 2014 Kyiv lost the port. | On 16 March a vote was staged. | In May, war came."
    )
    assert told == [["2014"], ["2014-03-16"], ["2014-05"]]


def test_the_months_of_a_tale_run_on_into_the_next_year() -> None:
    told = in_order("The coup came in October 2021. | In February, the talks broke off.")
    assert told == [["2021-10"], ["2022-02"]]


def test_a_day_that_the_report_gives_in_full_elsewhere_is_of_that_year() -> None:
    told = in_order("On 7 October 2021 the raid began.", "Since October 7 the border is closed.")
    assert told == [["2021-10-07"], ["2021-10-07"]]


def test_in_a_passage_on_old_times_the_report_s_date_tells_no_year() -> None:
    assert in_order("In 1956 troops landed.", "In December they left.") == [["1956"], []]


def test_a_year_to_come_or_since_which_something_holds_dates_no_month() -> None:
    assert in_order("Since 2011 the gate is shut. | In December it opened.")[1] == ["2022-12"]


def test_a_date_tells_the_words_it_was_read_from() -> None:
    [found] = dates_in("Talks broke off last November.", REPORT)
    assert found.evidence.facet is Facet.DATE
    assert found.evidence.tag == "2022-11"
    assert found.evidence.words == "last November"
    assert "2023-02-14" in found.evidence.reason


def test_the_date_of_a_report_of_a_whole_year_tells_no_year() -> None:
    report = PartialDate(2024, 4, 17)
    near = ["On February 3 nine men were held.", "On November 17 a mayor was held."]
    far = ["On May 9 a bridge fell.", "On June 20 the court sat."]
    assert in_order(*near, of_report=report) == [["2024-02-03"], ["2023-11-17"]]
    assert in_order(*near, *far, of_report=report) == [[], [], [], []]
    assert in_order(*near, far[0], of_report=report)[0] == ["2024-02-03"], "one may be a slip"


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Rebels shelled the port on Monday.", ["2023-02-13"]),
        ("The two ministers met on Tuesday, the spokesman said.", ["2023-02-14"]),
        ("The two ministers met last Tuesday.", ["2023-02-07"]),
        ("They signed late Saturday.", ["2023-02-11"]),
        ("On Thursday, 9 February, they signed.", ["2023-02-09"]),
        ("On Sunday the talks will go on.", []),
        ("They meet on Tuesday of last week's list.", []),
        ("They pray on Fridays and rest on every Sunday.", []),
        ("On Sunday, January 30, 1972, soldiers fired.", ["1972-01-30"]),
        ("In 1991 the tanks came on Monday.", ["1991"]),
        ("The guards left on the 3rd of last month.", ["2023-01-03"]),
        ("On Monday, rebels shelled the port.", ["2023-02-13"]),
        ("The envoy said on Tuesday that rents are high.", ["2023-02-14"]),
        ("Voters go to the polls on Sunday.", []),
        ("The two ministers are to meet on Tuesday.", []),
        ("Talks resume on Friday, the envoy said.", []),
        ("The pact is signed on Sunday by United Nations envoys.", []),
        (
            "From 27 September 2020 until the 10 November truce guns spoke.",
            ["2020-09-27", "2020-11-10"],
        ),
    ],
)
def test_days_of_the_week_are_those_before_the_report(text: str, dates: list[str]) -> None:
    assert spoken(text) == dates


def test_days_of_the_week_need_a_report_of_a_known_day() -> None:
    assert spoken("Rebels shelled the port on Monday.", PartialDate(2023, 2)) == []
    assert spoken("Rebels shelled the port on Monday.", None) == []
    assert spoken("Rebels shelled the port on Sunday.", PartialDate(1, 1, 1)) == []


def test_days_of_the_week_in_a_tale_of_old_times_are_left_out() -> None:
    assert in_order("In August 1991 the guards came. | On Monday they left.")[1] == []
    assert in_order("In August 1991 the guards came.", "On Monday they left.")[1] == []


def test_this_year_is_none_where_the_report_has_no_date() -> None:
    told = in_order(
        "In July 2021 he was shot. | His heir fell in May of this year.", of_report=None
    )
    assert told == [["2021-07"], []]
    assert in_order("In July 2021 he was shot. | His heir fell in May of that year.")[1] == [
        "2021-05"
    ]


def test_a_day_by_which_what_lay_ahead_is_called_takes_no_year_from_what_was_before() -> None:
    assert spoken("Chosen in 2020, he was to lead it to the December 24 vote.") == ["2020"]
