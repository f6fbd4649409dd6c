from dataclasses import replace

import pytest
from msgspec import structs

from briefing.extraction.context import leaning
from briefing.extraction.cues import CueBook, spelled_out
from briefing.extraction.dates import dates_in
from briefing.extraction.sentence import ThemeTags
from briefing.extraction.strength import FEATURES, USABLE, View, strength
from briefing.extraction.strength_cues import CUES
from briefing.model import Facet, TextKind
from tests.extraction.builders import a_sentence, named

BOOK = CueBook(**CUES)
ECONOMY = ThemeTags(("economy",), (1.6,))


def view(
    text: str,
    names: dict[str, str] | None = None,
    kind: TextKind = TextKind.BODY,
    *,
    english: bool = True,
) -> View:
    sentence, regions = a_sentence(text, kind), named(text, **(names or {}))
    dates = tuple(spoken.date for spoken in dates_in(text, None))
    leans = leaning(sentence, None, regions) if english else ()
    return View(sentence, regions, ECONOMY, dates, leans, BOOK.find(text), english)


def weight(text: str, names: dict[str, str] | None = None, *, english: bool = True) -> float:
    return strength(view(text, names, english=english))[0]


FACT = (
    "In March 2024 Mexico exported goods worth 51 billion dollars to the United States, a tenth "
    "more than in the year before."
)
FACT_NAMES = {"Mexico": "MX", "United States": "US"}


def test_a_fact_with_actors_date_and_figure_is_strong() -> None:
    assert weight(FACT, FACT_NAMES) > 0.8


@pytest.mark.parametrize(
    "text",
    [
        "This paper first examines the trade of Mexico and then turns to its neighbours.",
        "In the following section we discuss how the trade of Mexico came about.",
        "Thank you, Mr. President, for giving me the floor on behalf of Mexico.",
        "Is Mexico ready to give up its trade with the rest of the hemisphere?",
        "Trade and its discontents.",
        "Yes.",
        "All rights reserved by the Institute for the Trade of Mexico and its partners.",
        "Read more about the trade of Mexico at https://example.org and share it.",
    ],
)
def test_what_no_officer_would_quote_is_not_usable(text: str) -> None:
    assert weight(text) < USABLE


def test_a_sentence_that_leans_is_weaker_than_the_same_that_stands() -> None:
    stands = "Mexico raised its duties on steel from China by half."
    names = {"Mexico": "MX", "China": "CN"}
    assert weight(f"However, {stands}", names) < weight(stands, names)


@pytest.mark.parametrize("head", ["This ", "However, ", "They say that "])
def test_what_opens_with_words_that_only_the_sentence_before_explains_is_not_offered_alone(
    head: str,
) -> None:
    text = head + FACT[0].lower() + FACT[1:]
    assert weight(text, FACT_NAMES) < USABLE


def test_a_sentence_that_goes_on_from_another_is_weaker_than_one_that_stands_first() -> None:
    assert weight("Moreover, " + FACT[0].lower() + FACT[1:], FACT_NAMES) < weight(FACT, FACT_NAMES)


def test_a_time_that_only_the_day_of_writing_tells_makes_a_sentence_weaker() -> None:
    told = "Mexico expelled the envoy of Ecuador on 4 May 2023 over remarks about its president."
    loose = "Mexico expelled the envoy of Ecuador last week over remarks about its president."
    names = {"Mexico": "MX", "Ecuador": "EC"}
    assert weight(loose, names) < weight(told, names) - 0.1


def test_theory_is_weaker_than_fact() -> None:
    theory = "Realist theory refers to trade as a source of power among states in the system."
    assert weight(theory) < weight(FACT, FACT_NAMES)


@pytest.mark.parametrize(
    "kind", [TextKind.HEADING, TextKind.FOOTNOTE, TextKind.META, TextKind.NOISE]
)
def test_what_is_no_running_text_has_no_strength(kind: TextKind) -> None:
    assert strength(view(FACT, FACT_NAMES, kind)) == (0.0, ())


def test_strength_stays_between_nought_and_one() -> None:
    worst = "See table, thank you, https://example.org?"
    assert weight(worst) == 0.0
    assert weight(FACT, FACT_NAMES) <= 1.0


def test_each_contribution_is_told_and_they_sum_to_the_strength() -> None:
    total, evidence = strength(view(FACT, FACT_NAMES))
    told = {item.reason.rpartition(" (")[0] for item in evidence}
    assert {"names two or more", "gives a figure", "gives a date"} <= told
    assert all(item.facet is Facet.STRENGTH and item.words for item in evidence)
    summed = sum(feature.weight for feature in FEATURES if feature.name in told)
    assert total == pytest.approx(0.5 + summed)


def test_english_cues_are_not_held_against_another_language() -> None:
    text = "Le Mexique vend de l'acier à son voisin du nord, qui en achète de plus en plus."
    assert weight(text, english=False) > weight(text, english=True)


def test_a_phrase_is_spelled_out_in_all_its_wordings() -> None:
    assert sorted(spelled_out("(we|i) (also )?(look|turn)s?")) == sorted(
        f"{who} {also}{verb}{ending}"
        for who in ("we", "i")
        for also in ("also ", "")
        for verb in ("look", "turn")
        for ending in ("s", "")
    )


def test_an_unclosed_bracket_is_refused() -> None:
    with pytest.raises(ValueError, match="bracket"):
        spelled_out("see) also")


def test_cues_are_whole_words_unless_left_open() -> None:
    book = CueBook(deed="sold", doubt="doubt*")
    assert book.find("Unsold goods were doubtful.") == {"doubt": "doubt"}
    assert book.find("İzmir SOLD it.") == {"deed": "SOLD"}


def test_what_one_party_says_of_the_other_in_its_own_words_is_weaker_than_a_fact() -> None:
    quoted = 'Bolivia called Chile "a neighbour that has never kept its word" at the summit.'
    plain = "Bolivia told Chile that it has never kept its word as a neighbour, at the summit."
    names = {"Bolivia": "BO", "Chile": "CL"}
    assert weight(quoted, names) < weight(plain, names)


def test_a_key_point_is_preferred_to_the_same_words_elsewhere() -> None:
    plain = view(FACT, FACT_NAMES)
    key_point = replace(
        plain, sentence=structs.replace(plain.sentence, heading_path=("Mexico", "Key points"))
    )
    assert strength(key_point)[0] > strength(plain)[0]
