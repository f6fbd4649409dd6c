"""Tell whose turn each paragraph of an interview is, where no label says so.

A paragraph that ends with a question mark is most often the interviewer's, but not always, and not
every turn of the interviewer ends with one. The cheapest reading of the whole text is chosen: each
step that an interview seldom takes has a cost, so that one odd turn does not upset the others.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from briefing.importers.sentences import words

_SECOND_QUESTION = 2.0  # a question over two paragraphs
_MORE_ANSWER = 0.25  # an answer that goes on in another paragraph
_MORE_ANSWER_IN_TURN = 0.8  # the same where turns alternate nearly always
_NEARLY_ALWAYS = 0.75  # of the answers
_ASKED_IN_ANSWER = 1.8  # a short answer that ends with a question mark
_ASKED_IN_LONG_ANSWER = 0.7
_LONG_ANSWER = 30  # words
_STATEMENT = 1.0  # an interviewer's turn without a question
_LONGEST_STATEMENT = 45  # words
_LAST_WORD = 0.5  # an interview that ends with the interviewer
_NEVER = 100.0
_TO_THE_OTHER = re.compile(r"\b(?:you|your|let us|let['’]s|Sie|Ihre?[nmrs]?|vous|votre|usted)\b")
_OF_ONESELF = re.compile(r"\b(?:I|my|me|we|our|ich|mein\w*|wir|unser\w*|je|nous|yo|nosotros)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """One paragraph of an interview."""

    text: str
    is_question: bool
    """Whether it ends with a question mark."""


def interviewer_turns(turns: list[Turn]) -> set[int]:
    """Return the indices of the interviewer's paragraphs; the first of ``turns`` is one of them."""
    more = _MORE_ANSWER_IN_TURN if _alternate(turns) else _MORE_ANSWER
    usual = _usual_length(turns)
    asked, answered = 0.0, _NEVER
    steps: list[tuple[bool, bool]] = []
    for turn in turns[1:]:
        as_question, as_answer = _cost_of_asking(turn, usual), _cost_of_answering(turn)
        steps.append((asked + _SECOND_QUESTION < answered, asked <= answered + more))
        asked, answered = (
            as_question + min(asked + _SECOND_QUESTION, answered),
            as_answer + min(asked, answered + more),
        )
    return _path(steps, ends_asking=asked + _LAST_WORD < answered)


def _path(steps: list[tuple[bool, bool]], *, ends_asking: bool) -> set[int]:
    """Go back along ``steps``, which say whether the turn before asks if this one asks, answers."""
    asks, found = ends_asking, set()
    for index in range(len(steps), -1, -1):
        if asks:
            found.add(index)
        if index:
            from_asking, from_answering = steps[index - 1]
            asks = from_asking if asks else from_answering
    return found


def _alternate(turns: list[Turn]) -> bool:
    """Return whether one paragraph, or three with a turn between, follow nearly every question."""
    places: list[int] = []
    for index, turn in enumerate(turns):
        is_answer = bool(places) and places[-1] == index - 1 and _is_long(turn)
        if turn.is_question and not is_answer:
            places.append(index)
    gaps = [after - before - 1 for before, after in pairwise(places) if after - before > 1]
    odd = sum(gap % 2 for gap in gaps)
    return bool(gaps) and odd >= _NEARLY_ALWAYS * len(gaps) and gaps.count(1) >= 0.3 * len(gaps)


def _is_long(turn: Turn) -> bool:
    return words(turn.text) >= _LONG_ANSWER


def _usual_length(turns: list[Turn]) -> float:
    """Return the words of the paragraph in the middle among those that do not ask."""
    return median([words(turn.text) for turn in turns if not turn.is_question] or [0])


def _cost_of_asking(turn: Turn, usual: float) -> float:
    """Return the cost of taking ``turn`` for the interviewer's; answers have ``usual`` words."""
    if turn.is_question:
        return 0.0
    length = words(turn.text)
    cost = _STATEMENT
    cost += 1.0 if length > _LONGEST_STATEMENT or _OF_ONESELF.search(turn.text) else 0.0
    cost += 0.8 if length > max(_LONG_ANSWER, 0.7 * usual) else 0.0
    return cost - (0.4 if _TO_THE_OTHER.search(turn.text) else 0.0)


def _cost_of_answering(turn: Turn) -> float:
    if not turn.is_question:
        return 0.0
    return _ASKED_IN_LONG_ANSWER if _is_long(turn) else _ASKED_IN_ANSWER
