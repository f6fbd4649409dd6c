"""Names of states, blocs and themes as they stand within a sentence."""

from __future__ import annotations

import pytest

from briefing.wording import with_article, within_sentence


@pytest.mark.parametrize(
    "name",
    ["CSTO", "EU", "Council of Europe", "South Caucasus", "Baltic states", "Netherlands", "Quad"],
)
def test_a_name_that_is_spoken_with_an_article_has_one(name: str) -> None:
    assert with_article(name) == f"the {name}"


@pytest.mark.parametrize(
    "name",
    ["NATO", "ASEAN", "Armenia", "Central Asia", "South Georgia and the South Sandwich Islands"],
)
def test_a_name_that_is_spoken_without_an_article_has_none(name: str) -> None:
    assert with_article(name) == name


def test_the_article_of_a_name_is_small_within_a_sentence() -> None:
    assert with_article("The West") == "the West"


def test_a_heading_begins_small_within_a_sentence_but_initials_do_not() -> None:
    assert within_sentence("Energy and trade") == "energy and trade"
    assert within_sentence("EU enlargement") == "EU enlargement"
