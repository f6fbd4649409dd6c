from __future__ import annotations

import pytest

from briefing.grading import in_words, read_grade


@pytest.mark.parametrize("typed", ["B2", "b2", " b 2 ", "B/2", "B-2"])
def test_a_grade_is_read_however_it_is_typed(typed: str) -> None:
    assert read_grade(typed) == "B2"


def test_no_grade_is_no_mistake() -> None:
    assert read_grade(" ") == ""
    assert in_words("") == ""


@pytest.mark.parametrize("typed", ["G1", "A7", "2B", "good", "A"])
def test_what_is_no_grade_is_told(typed: str) -> None:
    with pytest.raises(ValueError, match="is no grade"):
        read_grade(typed)


def test_f_and_6_mean_that_nobody_knows() -> None:
    assert in_words("F6") == "reliability cannot be judged, truth cannot be judged"
    assert in_words("B2") == "usually reliable, probably true"
