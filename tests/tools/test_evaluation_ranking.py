from __future__ import annotations

import math

import pytest
from evaluation.baseline import NameList, WordSearch
from evaluation.matching import Matcher
from evaluation.ranking import Asked, answered, gain, ndcg, requests

from briefing.taxonomy import load_taxonomy
from tests.tools.labelled import label

ASKED = Asked("EE", "energy")
TEXTS = (
    "Estonia shut its last plant for oil shale in the spring of the year.",
    "Latvia and Estonia share one store of gas beneath the woods of Inčukalns.",
    "The price of electricity doubled in Tallinn before the winter had begun.",
    "Estonian officials speak of the grid as others speak of the border.",
)


def test_a_ready_answer_gains_two_and_a_usable_one_that_names_the_region_one() -> None:
    assert gain(label("a", about="EE", themes="energy"), ASKED) == 2
    assert gain(label("a", about="EE", themes="energy", finding=1), ASKED) == 1
    assert gain(label("a", about="LV", mentions="EE", themes="energy"), ASKED) == 1
    assert gain(label("a", about="LV", themes="energy"), ASKED) == 0
    assert gain(label("a", about="EE", themes="economy"), ASKED) == 0
    assert gain(label("a", about="EE", themes="energy", kind="heading"), ASKED) == 0


def test_a_label_one_may_differ_on_counts_as_an_answer() -> None:
    assert gain(label("a", about="EE", disputed={"themes": ["energy"]}), ASKED) == 2


def test_only_pairs_with_enough_full_answers_are_asked() -> None:
    labels = [label(text, about="EE", themes="energy") for text in TEXTS]
    assert requests(labels) == [ASKED]
    assert requests(labels[:3]) == []


def test_ndcg_of_a_small_ranking_is_as_worked_out_by_hand() -> None:
    best = 3 / math.log2(2) + 1 / math.log2(3)
    assert ndcg([0, 2], [1, 2, 0]) == pytest.approx(3 / math.log2(3) / best)
    assert ndcg([2, 1], [1, 2, 0]) == 1.0
    assert ndcg([0], [0]) == 0.0


def test_a_sentence_offered_twice_counts_once_and_what_is_wrong_is_told() -> None:
    labels = [label(text, about="EE", themes="energy") for text in TEXTS[:2]]
    labels.append(label(TEXTS[2], about="EE", themes="economy"))
    texts = [TEXTS[0], TEXTS[0], TEXTS[2], "Nobody has labelled this sentence at all."]
    judged = answered(ASKED, texts, labels, Matcher(labels))
    assert judged.found == 0.5
    assert [rank for rank, _, _ in judged.wrong] == [2, 3, 4]
    assert judged.wrong[1][2] is labels[2]
    assert judged.missing == (labels[1],)


def test_the_baseline_finds_sentences_by_the_words_of_region_and_theme() -> None:
    labels = [label(text) for text in TEXTS]
    search = WordSearch(labels, load_taxonomy())
    try:
        assert set(search.answers(ASKED)) == set(TEXTS[:3])
    finally:
        search.close()


def test_the_list_of_names_knows_names_and_words_only() -> None:
    said = NameList(load_taxonomy()).found(label("This gas comes from Estonia."))
    assert said.tags.about == {"EE"}
    assert said.tags.themes == {"energy"}
    assert said.needs_context
