"""Text without an end is tagged as quickly as other text, and what it says is kept."""

from __future__ import annotations

import time

import pytest

from briefing.extraction.extractor import Extractor
from briefing.extraction.lengths import LONGEST_SENTENCE, pieces
from briefing.extraction.sentences import sentences
from briefing.extraction.splitter import split
from tests import builders


def _seconds(extractor: Extractor, text: str) -> float:
    report = builders.a_report(text)
    began = time.process_time()
    extractor.findings(report)
    return time.process_time() - began


@pytest.mark.parametrize("words", ["Armenia, ", "• ", "... ", "3 May 2021, "])
def test_twice_the_text_without_an_end_takes_about_twice_the_time(words: str) -> None:
    extractor = Extractor.shipped()
    _seconds(extractor, words)
    once = min(_seconds(extractor, words * (20_000 // len(words))) for _ in range(2))
    twice = min(_seconds(extractor, words * (40_000 // len(words))) for _ in range(2))
    assert twice <= 3.5 * once + 0.1


def test_a_sentence_too_long_for_one_is_given_in_pieces_that_lose_no_word() -> None:
    text = "The parties, " + "having met in Prague; and agreed, " * 400 + "signed."
    found = sentences(builders.a_report(text))
    assert " ".join(unit.text for unit in found) == text
    assert all(len(unit.text) <= LONGEST_SENTENCE for unit in found)
    assert all(unit.text.endswith(";") for unit in found[:-1])


def test_a_word_longer_than_a_sentence_is_cut_within() -> None:
    assert list(pieces("a" * 7000, 0, 7000)) == [(0, 3000), (3000, 6000), (6000, 7000)]


def test_the_sentences_of_a_paragraph_without_end_are_those_of_a_short_one() -> None:
    short = "He met Gen. Jones in May. She “did not agree.” See para. 3 (a) of the text. " * 20
    whole = short * 30
    found = [whole[start:end] for start, end in split(whole.strip())]
    assert found == [short[start:end] for start, end in split(short.strip())] * 30
