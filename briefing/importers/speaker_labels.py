"""Read an interview whose turns bear labels: ``Q: … A: …``, ``JD: …``, ``THE LEDGER: …``."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from briefing.importers.draft import DraftBlock
from briefing.importers.sentences import words
from briefing.model import BlockKind

FLOW = (BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM)
MOSTLY_ASKS = 0.6  # of a speaker's turns hold a question near their end
_OFTEN_ASKS = 0.3
_QUESTION_LABELS = frozenset(
    {"q", "question", "frage", "f", "p", "pregunta", "вопрос", "interviewer"}
)
_ANSWER_LABELS = frozenset({"a", "answer", "antwort", "r", "respuesta", "réponse", "ответ"})
_LABEL = re.compile(
    r"[*_]{0,3}(?P<name>[^\W\d_][\w.’' -]{0,40}?)[*_]{0,3}\s*(?::|\s[–—]"
    r"|\.\s?[–—])[*_]{0,3}\s+(?=\S)"
)

_AFTER_LABEL, _LABEL_REACH = ":–—", 80
"""One of these stands after a label, among so many characters."""


@dataclass(frozen=True, slots=True)
class Interview:
    """Who is asked, if the text says so."""

    respondents: tuple[str, ...] = ()
    """Names that stand before the answers, in the order in which they first speak."""


def read_labelled(blocks: list[DraftBlock]) -> tuple[list[DraftBlock], Interview] | None:
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
    head = block.text[:_LABEL_REACH]
    can_be = block.kind in FLOW and any(map(head.__contains__, _AFTER_LABEL))
    match = _LABEL.match(block.text) if can_be else None
    return match["name"].strip() if match and words(match["name"]) <= 4 else ""


def _asking(speakers: set[str], blocks: list[DraftBlock], labels: list[str]) -> set[str]:
    """Return those of ``speakers`` who ask: by their label, or by asking far more than others."""
    shares = {name: _share_of_questions(name, blocks, labels) for name in speakers}
    asking = {name for name, share in shares.items() if share > MOSTLY_ASKS}
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
    return cut_label(block, label, length)


def cut_label(block: DraftBlock, label: str, length: int) -> list[DraftBlock]:
    """Return the label and the rest of the block as two blocks."""
    rest = replace(
        block,
        text=block.text[length:],
        page_breaks=tuple(max(0, offset - length) for offset in block.page_breaks),
        kind=BlockKind.PARAGRAPH if block.kind is BlockKind.HEADING else block.kind,
        level=0,
    )
    return [DraftBlock(BlockKind.META, label, page=block.page), rest]
