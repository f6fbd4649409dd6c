"""Recognise an interview: its questions, and the names or letters that stand before answers.

A name or letter that only says who speaks is no part of the sentence after it; it becomes a line
of its own, so that the words offered as a finding are the speaker's and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter

from briefing.importers.draft import DraftBlock
from briefing.importers.sentences import ends_sentence, is_longer
from briefing.importers.speaker_labels import (
    FLOW,
    MOSTLY_ASKS,
    Interview,
    cut_label,
    read_labelled,
)
from briefing.importers.turns import Turn, interviewer_turns
from briefing.model import BlockKind

_LONGEST_QUESTION = 130  # words
_LEAST_QUESTIONS = 3
_LEAST_SHARE = 0.12  # of the paragraphs
_LEAST_ANSWERED = 0.65  # of the questions; an answer may end with a question mark too
_CAPITALISED = re.compile(r"(?:[A-ZÀ-ÞА-Я][^\s,.;:!?]*\s+){2,4}?(?=[\"“«]?[A-ZÀ-ÞА-Я])")
_TURNS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def mark_interview(blocks: list[DraftBlock]) -> tuple[list[DraftBlock], Interview]:
    """Return ``blocks`` with questions told and speakers split off; unchanged if no interview."""
    labelled = read_labelled(blocks)
    if labelled is not None:
        return labelled
    if emphasised := _emphasised_turns(blocks):
        for index in emphasised:
            blocks[index].kind, blocks[index].level = BlockKind.QUESTION, 0
        return blocks, Interview()
    questions = [index for index, block in enumerate(blocks) if _is_question(block)]
    name = _common_name(blocks, questions)
    flow = sum(block.kind in FLOW for block in blocks)
    enough = len(questions) >= _LEAST_QUESTIONS and len(questions) >= _LEAST_SHARE * flow
    if not name and not (enough and _alternates(blocks, questions)):
        return blocks, Interview()
    for index in questions if name else _asked(blocks, questions):
        blocks[index].kind, blocks[index].level = BlockKind.QUESTION, 0
    return _split_name(blocks, name), Interview((name,) if name else ())


def _emphasised_turns(blocks: list[DraftBlock]) -> list[int]:
    """Return the paragraphs in bold or italics, if they ask and others in plain type answer."""
    found = [
        index
        for index, block in enumerate(blocks)
        if block.is_emphasised
        and block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and block.level != 1
        and ends_sentence(block.text)
    ]
    asking = [index for index in found if _is_question(blocks[index])]
    if len(asking) < _LEAST_QUESTIONS or len(asking) < MOSTLY_ASKS * len(found):
        return []
    answers = [_following(blocks, index) for index in asking]
    plain = sum(answer is not None and not answer.is_emphasised for answer in answers)
    speaks = any(not _is_question(blocks[i]) or _sentences_in(blocks[i]) > 1 for i in found)
    return found[found.index(asking[0]) :] if speaks and plain >= 0.8 * len(asking) else []


def _sentences_in(block: DraftBlock) -> int:
    return len(re.findall(r"[.!?…](?:\s|$)", block.text))


def _asked(blocks: list[DraftBlock], questions: list[int]) -> list[int]:
    """Return the indices of the interviewer's paragraphs, headings that ask among them."""
    known = set(questions)
    places = [
        index
        for index, block in enumerate(blocks)
        if index in known or (index > questions[0] and block.kind in _TURNS)
    ]
    turns = [Turn(blocks[index].text, index in known) for index in places]
    return [places[index] for index in interviewer_turns(turns)]


def _is_question(block: DraftBlock) -> bool:
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and block.level != 1
        and block.text.rstrip('*_ "”’»').endswith(("?", "؟"))
        and not is_longer(block.text, _LONGEST_QUESTION)
    )


def _following(blocks: list[DraftBlock], index: int) -> DraftBlock | None:
    return next((b for b in blocks[index + 1 : index + 6] if b.kind in FLOW), None)


def _common_name(blocks: list[DraftBlock], questions: list[int]) -> str:
    """Return the name that opens the answers to at least two questions and most of them."""
    openings: Counter[str] = Counter()
    for index in questions:
        answer = _following(blocks, index)
        match = _CAPITALISED.match(answer.text) if answer else None
        if match:
            openings[match.group().strip()] += 1
    if not openings:
        return ""
    name, count = openings.most_common(1)[0]
    return name if count >= 2 and count >= 0.6 * len(questions) else ""


def _split_name(blocks: list[DraftBlock], name: str) -> list[DraftBlock]:
    if not name:
        return blocks
    result: list[DraftBlock] = []
    for block in blocks:
        speaks = block.kind in FLOW and block.text.startswith(f"{name} ")
        following = block.text[len(name) :].lstrip(' "“«')[:1]
        if speaks and following.isupper():
            result += cut_label(
                block, name, len(block.text) - len(block.text[len(name) :].lstrip())
            )
        else:
            result.append(block)
    return result


def _alternates(blocks: list[DraftBlock], questions: list[int]) -> bool:
    """Return whether answers in paragraphs follow most questions."""
    asked = set(questions)
    answered = 0
    for index in questions:
        answer = _following(blocks, index)
        is_text = answer is not None and answer.kind is not BlockKind.HEADING
        answered += is_text and index + 1 not in asked
    return answered >= _LEAST_ANSWERED * len(questions) and not all(
        blocks[index].kind is BlockKind.HEADING for index in questions
    )
