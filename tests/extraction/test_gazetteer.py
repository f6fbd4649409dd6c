from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extraction.gazetteer import Gazetteer, Name, NameKind
from briefing.extraction.names import shipped_names
from briefing.resources import assets

NAMES = Gazetteer(
    [
        Name("China", ("CN",), NameKind.COUNTRY),
        Name("South China Sea", (), NameKind.NOTHING),
        Name("US", ("US",), NameKind.COUNTRY),
        Name("U.S.", ("US",), NameKind.COUNTRY),
        Name("Sino-", ("CN",), NameKind.PREFIX),
        Name("Niger", ("NE",), NameKind.COUNTRY),
        Name("Nigeria", ("NG",), NameKind.COUNTRY),
        Name("the Gulf", ("gulf",), NameKind.GROUP),
        Name("Gulf Cooperation Council", ("gcc",), NameKind.GROUP),
        Name("Quai d'Orsay", ("FR",), NameKind.METONYM),
    ]
)


def found(text: str) -> list[str]:
    return [text[hit.start : hit.end] for hit in NAMES.find(text)]


def test_the_longest_name_hides_those_within_it() -> None:
    assert found("in the South China Sea, China") == ["South China Sea", "China"]


def test_a_name_within_a_word_is_none() -> None:
    assert found("Nigeriens, Chinatown, BUSINESS and AUS") == []


@pytest.mark.parametrize("text", ["US-led", "anti-US", "US's", "(US)", "“US”", "US/EU", "US–EU"])
def test_marks_beside_a_name_bound_it(text: str) -> None:
    assert found(text) == ["US"]


def test_letters_decide_between_a_country_and_a_pronoun() -> None:
    assert found("tell us what the US wants") == ["US"]


def test_points_belong_to_an_abbreviation() -> None:
    assert found("U.S.-backed forces of the U.S.") == ["U.S.", "U.S."]


def test_a_prefix_needs_a_word_after_its_hyphen() -> None:
    assert found("Sino-Indian border") == ["Sino-"]
    assert found("what Sino- means") == []


def test_a_name_with_an_article_gives_way_to_one_that_begins_after_it() -> None:
    assert found("the Gulf Cooperation Council in the Gulf") == [
        "Gulf Cooperation Council",
        "the Gulf",
    ]


def test_a_line_in_capitals_is_read_as_if_it_had_small_letters() -> None:
    assert found("CHINA AND NIGERIA IN TALKS WITH US") == ["CHINA", "NIGERIA", "US"]


def test_typographic_apostrophes_and_hyphens_count_as_plain_ones() -> None:
    assert found("the Quai d’Orsay and Sino‑Indian talks") == ["Quai d’Orsay", "Sino‑"]


@settings(deadline=None)
@given(st.text(max_size=80))
def test_hits_lie_within_the_text_in_order_and_apart(text: str) -> None:
    hits = NAMES.find(text)
    spans = [(hit.start, hit.end) for hit in hits]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


@settings(deadline=None)
@given(st.lists(st.text(alphabet="USthe GulfSino-’‑.@\n CHINA", max_size=20), max_size=6))
def test_texts_read_at_once_have_the_names_that_each_has_by_itself(texts: list[str]) -> None:
    assert NAMES.find_all(texts) == [NAMES.find(text) for text in texts]


def test_the_shipped_tables_hold_thousands_of_names() -> None:
    assert len(Gazetteer(shipped_names(assets("taxonomy")))) > 5000
