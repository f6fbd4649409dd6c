"""Strife that only tells when something happens, or in what circumstances, is not what is said."""

from __future__ import annotations

import pytest

from briefing.extraction.setting import settings
from briefing.extraction.themes import ThemeTagger
from tests.extraction.builders import a_sentence, nobody


@pytest.fixture(scope="module")
def tagger() -> ThemeTagger:
    return ThemeTagger.shipped()


@pytest.mark.parametrize(
    "text",
    [
        "Trade between the two ports has doubled since the invasion of the island.",
        "In the context of the war in Yemen, Oman has become an indispensable mediator.",
        "Exports of copper collapsed in the years leading up to the civil war.",
        "With the war in Sudan in the background, the two ministers discussed the price of grain.",
        "Amid the fighting along the coast, parliament elected a new speaker.",
    ],
)
def test_strife_as_the_setting_is_no_theme(tagger: ThemeTagger, text: str) -> None:
    tags = tagger.tag([a_sentence(text)], nobody([a_sentence(text)]))[0]
    assert tags.themes
    assert "conflict" not in tags.themes


@pytest.mark.parametrize(
    "text",
    [
        "The war in Yemen has closed the port since the spring.",
        "Since the spring the rebels have attacked three towns.",
        "After the summit, fighting resumed along the coast.",
        "Two airlines gave up the route because of the war in Yemen.",
    ],
)
def test_strife_that_is_told_of_is_the_theme(tagger: ThemeTagger, text: str) -> None:
    assert "conflict" in tagger.tag([a_sentence(text)], nobody([a_sentence(text)]))[0].themes


def test_a_setting_reaches_to_the_end_of_its_phrase() -> None:
    text = "Despite the war, which drags on, trade grew after the harvest."
    parts = [text[start:end] for start, end in settings(text)]
    assert parts == ["Despite the war", "after the harvest."]


def test_what_speaks_as_the_setting_only_says_so(tagger: ThemeTagger) -> None:
    text = "Since the armed clashes of May, the war has gone on."
    tags = tagger.tag([a_sentence(text)], nobody([a_sentence(text)]))[0]
    told = [one.reason for one in tags.evidence if one.tag == "conflict"]
    assert any(reason.endswith("as the setting only") for reason in told)
