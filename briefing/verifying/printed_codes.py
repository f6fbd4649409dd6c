"""The codes that a document prints beside its passages, read from its text alone.

A document that was printed anew carries no data, but its annex tells of each passage where it
stands and which findings were taken from it: ``1, p. 9 ¶ 2 · Novak, 2024 · f-3k7q``. A finding
that only a figure quotes is told so: ``f-3k7q in Figure 1``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.quotations import typed_code

_PLACE = re.compile(r"(?<![\w\[])\d{1,4}(?:,\s*p\.\s*\S{1,12})?\s*¶\s*\d{1,5}\s*·")
_CODE = re.compile(
    r"(?:·|\bas)\s*(f[-\u2010\u2011]\s?[a-z2-7]{4,52})(?![\w])(\s+in\s+Figure\s+\d+)?"
)
_HEAD = 400
"""Characters within which the codes of a passage follow upon its place."""
_FINGERPRINT = re.compile(r"SHA-256\s*([0-9a-f]{12})")
_LONGEST_EDGE = 40
"""Words of a head or foot of pages."""
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class CodedPassage:
    """A passage of the annex, as it is printed."""

    place: str
    """Source, page and paragraph: ``1, p. 9 ¶ 2``."""
    codes: tuple[str, ...]
    """Of findings that the document prints, and of those that figures quote."""
    text: str
    """What stands behind the codes, up to the next passage."""
    charted: frozenset[str] = frozenset()
    """Codes of findings that only figures quote: their words stand nowhere else."""
    is_last: bool = False
    """Whether its annex ends with it: what follows in a pack is the next brief, in its text."""


@dataclass(frozen=True, slots=True)
class CodedText:
    """A text by the codes that it prints."""

    before: str
    """What stands before the first passage: the document itself."""
    passages: tuple[CodedPassage, ...]
    fingerprints: tuple[str, ...]
    """The beginnings of the fingerprints of its sources."""


def by_codes(text: str) -> CodedText:
    """Return a text parted at the passages beside which codes are printed."""
    heads = [head for match in _PLACE.finditer(text) if (head := _head(match, text)) is not None]
    # A passage may stand in two places of its report: the later place names the same codes.
    heads = [one for n, one in enumerate(heads) if not n or one.end > heads[n - 1].end]
    ends = [head.start for head in heads[1:]] + [len(text)]
    order = [tuple(map(int, _NUMBER.findall(head.place))) for head in heads]
    last = [this >= after for this, after in pairwise(order)] + [False]
    passages = tuple(
        CodedPassage(head.place, tuple(head.codes), text[head.end : until], head.charted, is_last)
        for head, until, is_last in zip(heads, ends, last, strict=False)
    )
    before = text[: heads[0].start] if heads else text
    return CodedText(before, passages, tuple(dict.fromkeys(_FINGERPRINT.findall(text))))


@dataclass(frozen=True, slots=True)
class _Head:
    """What stands above a passage: where it begins and ends, the place and the codes it names."""

    start: int
    end: int
    place: str
    codes: dict[str, bool]
    """Each with whether only a figure quotes it."""

    @property
    def charted(self) -> frozenset[str]:
        return frozenset(code for code, is_charted in self.codes.items() if is_charted)


def _head(match: re.Match[str], text: str) -> _Head | None:
    """Return the head of a passage that begins with a place; None where no code follows."""
    reach = text[match.end() - 1 : match.end() + _HEAD]
    codes, end = dict[str, bool](), 0
    for found in _CODE.finditer(reach):
        if codes and reach[end : found.start()].strip(" ·\n") and "as" not in found.group():
            break
        codes[typed_code("".join(found.group(1).split()))] = bool(found.group(2))
        end = found.end()
    if not codes:
        return None
    place = " ".join(match.group().rstrip(" ·").split())
    return _Head(match.start(), match.end() - 1 + end, place, codes)


def without_edges(pages: Sequence[str]) -> str:
    """Return the text of pages without what begins or ends them as it does the page beside."""
    words = [page.split() for page in pages]
    heads = _shared(words)
    feet = _shared([page[::-1] for page in words])
    kept = (
        page[head : max(head, len(page) - foot)]
        for page, head, foot in zip(words, heads, feet, strict=True)
    )
    return "\n".join(" ".join(page) for page in kept)


def _shared(pages: Sequence[Sequence[str]]) -> list[int]:
    """Return how many words each page begins with like the one before or behind it."""
    beside = [_alike(one, other) for one, other in pairwise(pages)]
    return [max(before, behind) for before, behind in zip([0, *beside], [*beside, 0], strict=True)]


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    return sum(1 for _ in _equal(one[:_LONGEST_EDGE], other[:_LONGEST_EDGE]))


def _equal(one: Sequence[str], other: Sequence[str]) -> Iterator[str]:
    """Yield the words with which two pages begin alike, but for the number of the page."""
    for mine, yours in zip(one, other, strict=False):
        if mine != yours and not _count_on(mine, yours):
            return
        yield mine


def _count_on(one: str, other: str) -> bool:
    """Tell whether two words differ by nothing but numbers that follow upon each other."""
    if _NUMBER.sub("", one) != _NUMBER.sub("", other):
        return False
    mine, yours = _NUMBER.findall(one), _NUMBER.findall(other)
    if len(mine) != len(yours):
        return False
    return all(abs(int(a[-9:]) - int(b[-9:])) <= 1 for a, b in zip(mine, yours, strict=True))
