"""A paragraph with the words used set off, a long one cut at its sentences around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from briefing.model import Quotation, SourceParagraph
from briefing.quotations import CUT

LONGEST = 900
"""Characters of a paragraph that is printed whole."""
_NEIGHBOUR = 320
"""Characters of a sentence beside the used ones that is still printed with them."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters of a passage."""

    text: str
    used: bool = False
    """Whether the brief prints these words as a finding."""


def excerpt(paragraph: SourceParagraph, quotations: Iterable[Quotation]) -> tuple[Piece, ...]:
    """Return a paragraph in pieces; where it is long, ``[…]`` stands for what is left out."""
    text = paragraph.text
    used = _merged((one.start, one.end) for one in quotations)
    kept = [(0, len(text))] if len(text) <= LONGEST else _around(paragraph, used)
    pieces: list[Piece] = []
    reached = 0
    for start, end in kept:
        if text[reached:start].strip():
            pieces.append(Piece(f" {CUT} " if pieces else f"{CUT} "))
        pieces.extend(_cut_up(text, start, end, used))
        reached = end
    if text[reached:].strip():
        pieces.append(Piece(f" {CUT}"))
    return tuple(pieces)


def pieces_of_quotations(quotations: Iterable[Quotation]) -> tuple[Piece, ...]:
    """Return the quoted words alone, in their order, where the paragraph is not at hand."""
    words = sorted({(one.start, one.end): one.exact for one in quotations}.items())
    pieces = [piece for _, exact in words for piece in (Piece(f" {CUT} "), Piece(exact, used=True))]
    return tuple(pieces[1:])


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Return spans in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _around(paragraph: SourceParagraph, used: Sequence[Span]) -> list[Span]:
    """Return what is printed of a long paragraph: the used sentences, each with its neighbours."""
    sentences = _sentences(paragraph, used)
    wanted: set[int] = set()
    for number, (start, end) in enumerate(sentences):
        if any(start < last and first < end for first, last in used):
            wanted.add(number)
            wanted.update(_neighbours(number, sentences))
    runs = (sentences[number] for number in sorted(wanted))
    return _joined(runs, paragraph.text)


def _sentences(paragraph: SourceParagraph, used: Sequence[Span]) -> list[Span]:
    """Return the sentences; the used words stand in one even where sentences are not known."""
    ends = {0, len(paragraph.text), *paragraph.sentences}
    inside = {place for place in ends if any(first < place < last for first, last in used)}
    places = sorted(ends - inside | {edge for span in used for edge in span})
    return [span for span in pairwise(places) if paragraph.text[slice(*span)].strip()]


def _neighbours(number: int, sentences: Sequence[Span]) -> Iterator[int]:
    for beside in (number - 1, number + 1):
        if 0 <= beside < len(sentences):
            start, end = sentences[beside]
            if end - start <= _NEIGHBOUR:
                yield beside


def _joined(spans: Iterable[Span], text: str) -> list[Span]:
    """Return spans with nothing but spaces between them made one, and none at their ends."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = joined[-1][0], end
        else:
            joined.append((start, end))
    return [_trimmed(text, *span) for span in joined]


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _cut_up(text: str, start: int, end: int, used: Sequence[Span]) -> Iterator[Piece]:
    """Yield a stretch of a text cut where used words begin and end."""
    edges = {edge for span in used for edge in span if start < edge < end}
    starts = [first for first, _ in used]

    def is_used(span: Span) -> bool:
        number = bisect_right(starts, span[0]) - 1
        return number >= 0 and span[0] < used[number][1]

    spans = pairwise(sorted({start, end, *edges}))
    for used_here, group in groupby(spans, key=is_used):
        run = list(group)
        yield Piece(text[run[0][0] : run[-1][1]], used_here)
