"""Recognise an interview: its questions, and the names or letters that stand before answers.

A name or letter that only says who speaks is no part of the sentence after it; it becomes a line
of its own, so that the words offered as a finding are the speaker's and nothing else.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from briefing.importers.draft import DraftBlock
from briefing.importers.sentences import ends_sentence, words
from briefing.importers.turns import Turn, interviewer_turns
from briefing.model import BlockKind

_LONGEST_QUESTION = 130  # words
_LEAST_QUESTIONS = 3
_LEAST_SHARE = 0.12  # of the paragraphs
_LEAST_ANSWERED = 0.65  # of the questions; an answer may end with a question mark too
_MOSTLY_ASKS = 0.6  # of a speaker's turns hold a question near their end
_OFTEN_ASKS = 0.3
_QUESTION_LABELS = frozenset(
    {"q", "question", "frage", "f", "p", "pregunta", "вопрос", "interviewer"}
)
_ANSWER_LABELS = frozenset({"a", "answer", "antwort", "r", "respuesta", "réponse", "ответ"})
_LABEL = re.compile(
    r"[*_]{0,3}(?P<name>[^\W\d_][\w.’' -]{0,40}?)[*_]{0,3}\s*(?::|\s[–—]"
    r"|\.\s?[–—])[*_]{0,3}\s+(?=\S)"
)
_CAPITALISED = re.compile(r"(?:[A-ZÀ-ÞА-Я][^\s,.;:!?]*\s+){2,4}?(?=[\"“«]?[A-ZÀ-ÞА-Я])")
_TURNS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
_FLOW = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)


@dataclass(frozen=True, slots=True)
class Interview:
    """Who is asked, if the text says so."""

    respondents: tuple[str, ...] = ()
    """Names that stand before the answers, in the order in which they first speak."""


def mark_interview(blocks: list[DraftBlock]) -> tuple[list[DraftBlock], Interview]:
    """Return ``blocks`` with questions told and speakers split off; unchanged if no interview."""
    labelled = _with_labels(blocks)
    if labelled is not None:
        return labelled
    if emphasised := _emphasised_turns(blocks):
        for index in emphasised:
            blocks[index].kind, blocks[index].level = BlockKind.QUESTION, 0
        return blocks, Interview()
    questions = [index for index, block in enumerate(blocks) if _is_question(block)]
    name = _common_name(blocks, questions)
    flow = sum(block.kind in _FLOW for block in blocks)
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
    if len(asking) < _LEAST_QUESTIONS or len(asking) < _MOSTLY_ASKS * len(found):
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


def _with_labels(blocks: list[DraftBlock]) -> tuple[list[DraftBlock], Interview] | None:
    """Read ``Q: … A: …`` and ``JD: …``; None where labels do not carry the text."""
    labels = [_label(block) for block in blocks]
    counts = Counter(label for label in labels if label)
    speakers = {name for name, count in counts.items() if count >= 2}
    asking = _asking(speakers, blocks, labels)
    if len(speakers) < 2 or not asking or asking == speakers:
        return None
    result: list[DraftBlock] = []
    speaker = ""
    for block, label in zip(blocks, labels, strict=True):
        if label in speakers:
            speaker = label
            result += _parted(block, label)
        else:
            result.append(block)
        is_turn = result[-1].kind in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)
        if speaker in asking and is_turn and label in speakers:
            result[-1].kind = BlockKind.QUESTION
    names = tuple(name for name in counts if name in speakers - asking and _is_full_name(name))
    return result, Interview(names)


def _label(block: DraftBlock) -> str:
    match = _LABEL.match(block.text) if block.kind in _FLOW else None
    return match["name"].strip() if match and words(match["name"]) <= 4 else ""


def _asking(speakers: set[str], blocks: list[DraftBlock], labels: list[str]) -> set[str]:
    """Return those of ``speakers`` who ask: by their label, or by asking far more than others."""
    shares = {name: _share_of_questions(name, blocks, labels) for name in speakers}
    asking = {name for name, share in shares.items() if share > _MOSTLY_ASKS}
    if asking or len(speakers) < 2:
        return asking
    first, second = sorted(shares, key=lambda name: shares[name], reverse=True)[:2]
    stands_out = shares[first] >= _OFTEN_ASKS and shares[first] > 1.5 * shares[second]
    return {first} if stands_out else set()


def _share_of_questions(name: str, blocks: list[DraftBlock], labels: list[str]) -> float:
    """Return how many of a speaker's turns ask, from 0 to 1."""
    if name.lower() in _QUESTION_LABELS:
        return 1.0
    if name.lower() in _ANSWER_LABELS:
        return 0.0
    turns = [block for block, label in zip(blocks, labels, strict=True) if label == name]
    return sum("?" in block.text[-200:] for block in turns) / len(turns)


def _is_full_name(name: str) -> bool:
    return words(name) >= 2 and all(part[:1].isupper() for part in name.split())


def _parted(block: DraftBlock, label: str) -> list[DraftBlock]:
    match = _LABEL.match(block.text)
    length = match.end() if match else 0
    return _cut(block, label, length)


def _cut(block: DraftBlock, label: str, length: int) -> list[DraftBlock]:
    """Return the label and the rest of the block as two blocks."""
    rest = replace(
        block,
        text=block.text[length:],
        page_breaks=tuple(max(0, offset - length) for offset in block.page_breaks),
        kind=BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind,
        level=0,
    )
    return [DraftBlock(BlockKind.META, label, page=block.page), rest]


def _is_question(block: DraftBlock) -> bool:
    return (
        block.kind in (BlockKind.PARAGRAPH, BlockKind.HEADING)
        and block.level != 1
        and words(block.text) <= _LONGEST_QUESTION
        and block.text.rstrip('*_ "”’»').endswith(("?", "؟"))
    )


def _following(blocks: list[DraftBlock], index: int) -> DraftBlock | None:
    return next((b for b in blocks[index + 1 : index + 6] if b.kind in _FLOW), None)


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
        speaks = block.kind in _FLOW and block.text.startswith(f"{name} ")
        following = block.text[len(name) :].lstrip(' "“«')[:1]
        if speaks and following.isupper():
            result += _cut(block, name, len(block.text) - len(block.text[len(name) :].lstrip()))
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
