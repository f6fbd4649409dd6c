"""Patterns that are asked only where a sentence has a word they need."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from briefing.extraction import (
    carrying,
    context_cues,
    context_openings,
    context_pointing,
    reference_words,
    setting,
    speech,
    strength_cues,
    subject_words,
)
from briefing.extraction.guarded import Cue, Opening, cue, head_of, last_words, words_in
from briefing.resources import assets

_MODULES = (
    carrying,
    context_cues,
    context_openings,
    context_pointing,
    reference_words,
    setting,
    speech,
)
_WORD = re.compile(r"[A-Za-z]+")


def _cues() -> Iterator[Cue]:
    for module in _MODULES:
        yield from (value for value in vars(module).values() if isinstance(value, Cue))
    for thing in subject_words.THINGS:
        yield from (thing.named, thing.described)


def _passages() -> list[str]:
    """Return real sentences, and runs of small words in which the patterns find most."""
    reports = assets("samples").glob("**/*.txt")
    texts = [path.read_text(encoding="utf-8") for path in reports]
    made = [
        f"{article} {noun} {verb} so. In {article.lower()} {noun}, it is said that both sides met."
        for article in ("The", "These", "That", "Such a")
        for noun in ("deal", "sub-region", "organisation", "organization", "treaties", "juntas")
        for verb in ("did", "does", "has done")
    ]
    return [*made, *(line for text in texts for line in text.splitlines())]


def test_no_pattern_finds_anything_without_one_of_the_words_it_is_said_to_need() -> None:
    passages = _passages()
    missed = [
        (found.group(), passage)
        for one in _cues()
        for passage in passages
        if (found := one.pattern.search(passage)) and one.needs.isdisjoint(words_in(passage))
    ]
    assert missed == []


@pytest.mark.parametrize(
    "known",
    [
        context_openings.CONNECTIVE,
        context_openings.MILD_CONNECTIVE,
        strength_cues.JOINED_ON,
    ],
)
def test_no_opening_is_missed_for_its_first_word(known: Opening) -> None:
    wordings = known.pattern.pattern.replace("(?:", "(").replace("['’]", "'")
    words = [word for line in re.split(r"[|\n]", wordings) for word in _WORD.findall(line)]
    more = ("", *(f" {word}" for word in words))
    made = [f"“{one.capitalize()}{other}, so" for one in words for other in more]
    missed = {
        head_of(text)
        for text in (*_passages(), *made)
        if known.pattern.match(text) and head_of(text) not in known.heads
    }
    assert missed == set()
    assert known.match("A deal was signed.") is None


def test_the_patterns_looked_at_are_many() -> None:
    assert len(list(_cues())) > 30


def test_a_pattern_is_not_tried_where_its_word_is_missing() -> None:
    one = cue(re.compile("."), "treaty")
    assert one.search("A deal.", words_in("A deal.")) is None
    assert one.match("A deal.", words_in("A deal.")) is None
    assert list(one.finditer("A deal.", words_in("A deal."))) == []


def test_words_are_cut_at_hyphens_and_apostrophes() -> None:
    assert words_in("The EU's sub-region") == {"the", "eu", "s", "sub", "region"}


def test_the_words_that_end_the_phrases_of_a_list_are_told() -> None:
    assert set(last_words("the (two )?(sub-?region|treat(y|ies))").split()) == {
        "region", "subregion", "treaty", "treaties",
    }  # fmt: skip


def test_a_list_whose_words_cannot_be_told_is_refused() -> None:
    with pytest.raises(ValueError, match="more than words"):
        last_words("the organi[sz]ation")
