from __future__ import annotations

import pytest

from briefing.errors import RequestError
from briefing.marking import check_marking, load_scheme, read_marking, split_mark
from briefing.model.marking import Scheme


def scheme(id_: str) -> Scheme:
    found = load_scheme(id_)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("id_", "typed", "level", "caveats"),
    [
        ("uk", "official", "OFFICIAL", ""),
        ("uk", "Official – Sensitive", "OFFICIAL-SENSITIVE", ""),
        ("uk", "OFFICIAL SENSITIVE [x]", "", ""),
        ("uk", "OFFICIAL-SENSITIVE COMMERCIAL", "OFFICIAL-SENSITIVE", "COMMERCIAL"),
        ("uk", "SECRET – UK EYES ONLY", "SECRET", "UK EYES ONLY"),
        ("uk", "CONFIDENTIAL", "", ""),
        ("uk", "Secretariat", "", ""),
        ("us", "secret//noforn", "SECRET", "NOFORN"),
        ("us", "TOP SECRET//SI/NOFORN", "TOP SECRET", "SI/NOFORN"),
        ("us", "UNCLASSIFIED//CUI", "CUI", ""),
        ("us", "S//NF", "SECRET", "NF"),
        ("eu", "très secret UE/EU top secret", "TRES SECRET UE/EU TOP SECRET", ""),
        ("nato", "Cosmic  top secret BOHEMIA", "COSMIC TOP SECRET", "BOHEMIA"),
        ("nato", "", "", ""),
    ],
)
def test_a_marking_is_read_as_people_write_it(
    id_: str, typed: str, level: str, caveats: str
) -> None:
    read = read_marking(typed, scheme(id_))
    assert (read.level.name if read else "", read.caveats if read else "") == (level, caveats)


def test_caveats_are_words_and_no_markup() -> None:
    assert read_marking("SECRET//<b>x</b>", scheme("us")) is None
    assert read_marking("SECRET//" + "A" * 81, scheme("us")) is None


def test_what_is_not_of_the_scheme_is_refused_with_its_levels() -> None:
    with pytest.raises(RequestError, match="The marking “RESTRICTED”") as caught:
        check_marking("RESTRICTED", scheme("uk"), "The marking")
    assert "OFFICIAL-SENSITIVE" in caught.value.hint


def test_a_paragraph_may_begin_with_its_mark() -> None:
    mark, words = split_mark("(S//NF) The talks are off.", scheme("us"))
    assert mark is not None
    assert (mark.portion, words) == ("S//NF", "The talks are off.")
    mark, words = split_mark("(official-sensitive) The talks are off.", scheme("uk"))
    assert mark is not None
    assert mark.portion == "OS"


def test_brackets_that_are_no_mark_stay_part_of_the_paragraph() -> None:
    text = "(See above.) The talks are off."
    assert split_mark(text, scheme("us")) == (None, text)
