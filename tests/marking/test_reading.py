from __future__ import annotations

import pytest

from briefing.errors import RequestError
from briefing.marking import check_marking, load_scheme, read_marking, split_mark
from briefing.marking.reading import is_doubtful
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
        ("uk", "OFFICIAL COMMERCIAL", "OFFICIAL", "COMMERCIAL"),
        ("us", "U//FOUO", "UNCLASSIFIED", "FOUO"),
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


@pytest.mark.parametrize(
    ("id_", "typed", "meant"),
    [
        ("uk", "OFFICIAL-S", "OFFICIAL-SENSITIVE"),
        ("uk", "OFFICIAL-SENSITVE", "OFFICIAL-SENSITIVE"),
        ("uk", "official sens", "OFFICIAL-SENSITIVE"),
        ("uk", "OFFICAL-SENSITIVE", "OFFICIAL-SENSITIVE"),
        ("uk", "OFFICIAL: SECRET", "SECRET"),
        ("uk", "TOP SECRT", "TOP SECRET"),
        ("us", "UNCLASSIFIED//CU", "CUI"),
        ("us", "S//TS", "TOP SECRET"),
        ("eu", "NOT CLASSIFIED LIMIT", "LIMITE"),
        ("nato", "NATO SECRE", "NATO SECRET"),
    ],
)
def test_a_mistyped_marking_is_no_lower_level_with_a_caveat(
    id_: str, typed: str, meant: str
) -> None:
    assert read_marking(typed, scheme(id_)) is None
    with pytest.raises(RequestError) as caught:
        check_marking(typed, scheme(id_), "The marking")
    assert caught.value.hint.startswith(f"Did you mean {meant}?")


def test_caveats_are_not_glued_to_a_level_with_a_dash() -> None:
    assert read_marking("OFFICIAL-REFERAT", scheme("uk")) is None
    assert read_marking("OFFICIAL – REFERAT", scheme("uk")) is not None


def test_brackets_with_a_mistyped_mark_are_told_from_words() -> None:
    for words in ("OFFICIAL-SENSITVE", "Official-Sens", "OS-X", "SECRTE"):
        assert is_doubtful(words, scheme("uk")), words
    for words in ("OFFICIAL", "S-400", "Secretariat", "OSCE", "see above", "Officially"):
        assert not is_doubtful(words, scheme("uk")), words
