"""Scales: their words and ranges, and judgements that keep to them or not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.errors import RequestError
from briefing.model import Judgement
from briefing.scales import check_judgement, confidence_levels, load_scale, scale_ids

LIKELY = Judgement("The talks go on.", likelihood="likely", confidence="moderate")


def test_both_scales_are_shipped() -> None:
    assert scale_ids() == ("phia", "icd203")


@pytest.mark.parametrize("id_", ["phia", "icd203"])
def test_a_scale_has_seven_steps_from_remote_to_almost_certain(id_: str) -> None:
    terms = load_scale(id_).terms
    assert len(terms) == 7
    assert terms[-1].words[0] == "almost certain"


def test_the_same_word_stands_for_other_ranges_on_another_scale() -> None:
    ranges = {id_: dict(_ranges(id_))["likely"] for id_ in scale_ids()}
    assert ranges == {"phia": "55–75 %", "icd203": "55–80 %"}


def test_words_that_mean_the_same_are_printed_together() -> None:
    assert load_scale("icd203").terms[0].name == "almost no chance or remote"


@pytest.mark.parametrize(
    ("scale", "likelihood"),
    [("phia", "probable"), ("phia", "Realistic possibility"), ("icd203", "roughly even odds")],
)
def test_every_word_of_a_scale_is_accepted_in_any_case(scale: str, likelihood: str) -> None:
    check_judgement(replace(LIKELY, likelihood=likelihood), load_scale(scale))


def test_a_word_of_the_other_scale_is_refused_with_the_words_that_would_do() -> None:
    judgement = replace(LIKELY, likelihood="roughly even chance")
    with pytest.raises(RequestError) as caught:
        check_judgement(judgement, load_scale("phia"))
    assert "“roughly even chance” is not a word of the PHIA" in caught.value.message
    assert "realistic possibility" in caught.value.hint


def test_confidence_has_three_levels_and_no_others() -> None:
    assert confidence_levels() == ("high", "moderate", "low")
    with pytest.raises(RequestError, match="“fair”"):
        check_judgement(replace(LIKELY, confidence="fair"), load_scale("phia"))


def test_a_judgement_may_leave_both_open() -> None:
    check_judgement(Judgement("The talks go on."), load_scale("phia"))


def test_an_unknown_scale_is_refused_with_those_that_exist() -> None:
    with pytest.raises(RequestError, match="There are: phia, icd203"):
        load_scale("sherman-kent")


def _ranges(id_: str) -> list[tuple[str, str]]:
    return [(word, term.range) for term in load_scale(id_).terms for word in term.words]
