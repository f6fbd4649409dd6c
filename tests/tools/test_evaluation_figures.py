from __future__ import annotations

import pytest
from evaluation.figures import (
    Agreement,
    average_precision,
    by_tag,
    judge,
    overall,
    tag_figures,
)
from evaluation.matching import Matcher

from tests.tools.labelled import found, label

FIRST = "Estonia and Latvia closed the border in the night of the vote."
SECOND = "They opened it again within a week, as the minister had promised."


def test_a_sentence_is_found_however_it_was_split() -> None:
    known = [label(FIRST), label(SECOND)]
    matcher = Matcher(known)
    assert matcher.same(f"{FIRST} {SECOND}") == known
    assert matcher.same("Estonia and Latvia closed\nthe bor­der in the night") == known[:1]
    assert matcher.same("Nothing of this stands in the report at all.") == []


def test_a_text_without_letters_is_no_sentence() -> None:
    assert Matcher([label("* * *"), label(FIRST)]).same("– – –") == []


def test_short_words_are_not_taken_for_the_sentences_that_hold_them() -> None:
    assert Matcher([label("Latvia")]).same(FIRST) == []


def test_f1_counts_what_is_added_and_what_is_missed() -> None:
    judged = judge([label(FIRST, about="EE LV")], [found(FIRST, about="EE RU")])
    agreement = overall(judged, "about")
    assert agreement == Agreement(both=1, added=1, missed=1)
    assert (agreement.precision, agreement.recall, agreement.f1) == (0.5, 0.5, 0.5)


def test_tags_of_all_parts_of_a_sentence_count() -> None:
    parts = [found(FIRST[:30], about="EE"), found(FIRST[30:], about="LV")]
    assert overall(judge([label(FIRST, about="EE LV")], parts), "about").f1 == 1.0


def test_what_one_may_differ_on_counts_neither_way() -> None:
    labels = [label(FIRST, about="EE", disputed={"about": ["RU"]})]
    for said in ("EE", "EE RU"):
        assert overall(judge(labels, [found(FIRST, about=said)]), "about").f1 == 1.0


def test_headings_are_judged_by_their_kind_alone() -> None:
    labels = [label(FIRST, about="EE", kind="heading", finding=0)]
    figures = tag_figures(judge(labels, [found(FIRST, about="RU", kind="heading", strength=0)]))
    assert figures["kind_accuracy"] == 1.0
    assert figures["furniture_offered"] == 0.0
    assert figures["about"] == 0.0


def test_furniture_with_strength_is_told() -> None:
    labels = [label(FIRST, kind="footnote", finding=0)]
    assert tag_figures(judge(labels, [found(FIRST)]))["furniture_offered"] == 1.0


def test_lost_text_is_told() -> None:
    labels = [label(FIRST), label(SECOND)]
    assert tag_figures(judge(labels, [found(FIRST)]))["text_lost"] == 0.5


def test_leaning_sentences_that_are_in_doubt_are_left_out() -> None:
    sure = label(FIRST, needs_context=True)
    doubtful = label(SECOND, disputed={"needs_context": ["0", "1"]})
    said = [found(FIRST, needs_context=True), found(SECOND, needs_context=True)]
    assert tag_figures(judge([sure, doubtful], said))["needs_context"] == 1.0


def test_average_precision_is_one_where_all_that_is_ready_stands_first() -> None:
    assert average_precision([(0.9, True), (0.8, True), (0.1, False)]) == 1.0
    assert average_precision([(0.9, False), (0.8, True)]) == 0.5
    assert average_precision([(0.9, True), (0.8, False), (0.7, True)]) == pytest.approx(5 / 6)
    assert average_precision([]) == 0.0


def test_each_tag_has_its_own_figures() -> None:
    judged = judge([label(FIRST, about="EE LV")], [found(FIRST, about="EE RU")])
    assert by_tag(judged, "about") == {
        "EE": Agreement(1, 0, 0),
        "LV": Agreement(0, 0, 1),
        "RU": Agreement(0, 1, 0),
    }
