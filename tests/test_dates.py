"""Dates as reports give them and as people type them."""

from __future__ import annotations

import pytest

from briefing.model import PartialDate


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2022", "2022"),
        (" 2022-09 ", "2022-09"),
        ("2022-09-13", "2022-09-13"),
        ("13 Oct 2022", "2022-10-13"),
        ("13 October 2022", "2022-10-13"),
        ("1st sept. 2022", "2022-09-01"),
        ("Oct 2022", "2022-10"),
        ("October 13, 2022", "2022-10-13"),
        ("13.10.2022", "2022-10-13"),
        ("3. 4. 2022", "2022-04-03"),
        ("10.2022", "2022-10"),
    ],
)
def test_a_date_is_understood_as_people_write_it(typed: str, meant: str) -> None:
    assert str(PartialDate.typed(typed)) == meant


@pytest.mark.parametrize(
    "typed", ["", "31 Feb 2022", "13.13.2022", "13 Foo 2022", "10/11/2022", "13 Oct", "ma 2022"]
)
def test_what_is_no_date_or_has_two_meanings_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the words are another test's
        PartialDate.typed(typed)
