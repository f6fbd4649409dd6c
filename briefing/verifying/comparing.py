"""A text that came back against the one that was printed: the fate of each part, what is new."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefing.model.checked import Edit, Fate, WordRun
from briefing.model.trace import PartKind, TextPart
from briefing.verifying.differences import Effort, opcodes
from briefing.verifying.finding_places import Place, Places
from briefing.verifying.words import Words

_RECOGNISED = 0.4
"""Share of a part's characters that must be left for it to be altered rather than gone."""
_MOST_PAIRS = 30_000_000
"""Words printed times words found that are compared one by one; a page has six hundred."""
_CASED = frozenset({PartKind.FINDING, PartKind.PASSAGE})
"""Parts whose large and small letters are the source's; others a layout may print in capitals."""
_FROM_THE_RIGHT = frozenset({"R", "AL"})
_BRACKETS = str.maketrans(")]}»›>", "([{«‹<")


@dataclass
class Compared:
    """What became of each part, by its number."""

    fates: list[Fate]
    runs: dict[int, list[WordRun]] = field(default_factory=dict)
    added: list[tuple[int, str]] = field(default_factory=list)
    """New words, each with the number of the part that they stand behind; -1 at the beginning."""


def compared(parts: Sequence[TextPart], text: str, on_blank_pages: str = "") -> Compared:
    """Return what became of the parts of a printed text in the text that came back.

    ``on_blank_pages`` are words that count neither as printed nor as new.
    """
    label, words = Words.of(on_blank_pages), Words.of(text)
    if label.words and not any(label.joined in Words.of(part.text).joined for part in parts):
        words = words.without(label)
    return _Comparison(parts, words).result


class _Comparison:
    def __init__(self, parts: Sequence[TextPart], text: Words) -> None:
        self._parts = parts
        self._text = text
        self._effort = Effort()
        self._places = Places(parts, text)
        fates = [self._fate(number) for number in range(len(parts))]
        self.result = Compared(fates)
        moved = sorted(self._places[n] or (0, 0) for n in self._places.moved)
        for run, place in self._places.gaps():
            self._look_into(run, place, moved)
        for number, fate in enumerate(fates):
            if fate is Fate.ALTERED and number not in self.result.runs:
                self._recased(number)

    def _fate(self, number: int) -> Fate:
        place = self._places[number]
        if place is None:
            return Fate.VERBATIM if not len(self._places.parts[number]) else Fate.REMOVED
        words = self._text.joined[slice(*place)]
        if self._parts[number].kind in _CASED and words != self._places.parts[number].joined:
            return Fate.ALTERED
        return Fate.MOVED if number in self._places.moved else Fate.VERBATIM

    def _recased(self, number: int) -> None:
        """Tell which words of a part differ in large and small letters alone."""
        place = self._places[number] or (0, 0)
        runs = runs_of(self._places.parts[number].words, self._text.between(*place), self._effort)
        self.result.runs[number] = [run for run, _ in runs]

    def _look_into(self, run: range, place: Place, moved: Sequence[Place]) -> None:
        """Settle what became of parts that were not found, and what stands in their stretch."""
        parts = [number for number in run if len(self._places.parts[number])]
        parts = [number for number in parts if number not in self._places.moved]
        for start, end in _without(place, moved):
            if parts and start < end:
                self._tell_apart(parts, start, end)
            elif start < end:
                self._tell_new(run.start - 1, run.stop, start, end)

    def _is_turned(self, numbers: Sequence[int], start: int, end: int) -> bool:
        """Return whether parts stand there in another order of characters, as PDF readers give it.

        Where a line runs from the right, or is mixed, readers guess how its characters follow each
        other, and turn brackets round.
        """
        beside = self._parts[max(0, numbers[0] - 1) : numbers[-1] + 2]
        if not any(char in _FROM_THE_RIGHT for part in beside for char in _ways(part.text)):
            return False
        printed = "".join(self._places.parts[number].joined for number in numbers)
        found = self._text.joined[start:end]
        return Counter(printed.translate(_BRACKETS)) == Counter(found.translate(_BRACKETS))

    def _tell_apart(self, numbers: Sequence[int], start: int, end: int) -> None:
        if self._is_turned(numbers, start, end):
            for number in numbers:
                self.result.fates[number] = Fate.VERBATIM
            return
        words = [(number, word) for number in numbers for word in self._places.parts[number].words]
        found = self._text.between(start, end)
        if len(words) * len(found) > _MOST_PAIRS:
            self._add(found, numbers[0] - 1)
            return
        shares = _Shares(numbers)
        for run, owners in _runs_owned(words, found, self._effort):
            shares.take(run, owners)
        for number in numbers:
            self._settle(number, shares)
        for after, new in shares.between(self._is_recognised(shares)):
            self._add(new, numbers[0] - 1 if after is None else after)

    def _is_recognised(self, shares: _Shares) -> set[int]:
        return {
            number
            for number in shares.runs
            if shares.kept[number] >= _RECOGNISED * len(self._places.parts[number])
        }

    def _settle(self, number: int, shares: _Shares) -> None:
        if number not in self._is_recognised(shares):
            return
        runs = shares.runs[number]
        new = "".join("".join(run.words.split()) for run in runs if run.edit is not Edit.GONE)
        if new == self._places.parts[number].joined:
            self.result.fates[number] = Fate.VERBATIM  # the words were only spaced otherwise
            return
        self.result.fates[number] = Fate.ALTERED
        self.result.runs[number] = runs

    def _tell_new(self, before: int, after: int, start: int, end: int) -> None:
        """Tell words between two parts that are as they were: inside a finding, they alter it."""
        found = self._text.between(start, end)
        inside = (
            before >= 0
            and after < len(self._parts)
            and self._parts[before].code != ""
            and self._parts[before].code == self._parts[after].code
            and self._parts[before].brief == self._parts[after].brief
        )
        if inside or (before >= 0 and not self._text.begins_word(start)):
            self._extend(before, found, at_end=True)
        elif after < len(self._parts) and not self._text.begins_word(end):
            self._extend(after, found, at_end=False)
        else:
            self._add(found, before)

    def _extend(self, number: int, found: Sequence[str], *, at_end: bool) -> None:
        same = WordRun(Edit.KEPT, " ".join(self._places.parts[number].words))
        new = WordRun(Edit.NEW, " ".join(found))
        self.result.fates[number] = Fate.ALTERED
        self.result.runs[number] = [same, new] if at_end else [new, same]

    def _add(self, words: Sequence[str], after: int) -> None:
        """Note new words; numbers and signs alone are those of lists, pages and leaders."""
        said = " ".join(words)
        if any(char.isalpha() for char in said):
            self.result.added.append((after, said))


class _Shares:
    """The runs of words dealt out to the parts that they belong to."""

    def __init__(self, numbers: Sequence[int]) -> None:
        self.runs: dict[int, list[WordRun]] = {number: [] for number in numbers}
        self.kept: dict[int, int] = dict.fromkeys(numbers, 0)
        self._loose: list[tuple[int | None, int | None, WordRun]] = []
        self._last: int | None = None

    def take(self, run: WordRun, owners: Sequence[int]) -> None:
        """Take a run; ``owners`` are the parts of its words, or those beside words that are new."""
        if run.edit is Edit.NEW:
            before, after = (owners[0], owners[-1]) if owners else (self._last, None)
            owner = before if before == after else None
            if owner is not None:
                self.runs[owner].append(run)
            self._loose.append((before, owner, run))
            return
        words = run.words.split(" ")
        for number in dict.fromkeys(owners):
            own = [word for word, owner in zip(words, owners, strict=True) if owner == number]
            self.runs[number].append(WordRun(run.edit, " ".join(own)))
            if run.edit is Edit.KEPT:
                self.kept[number] += sum(map(len, own))
        self._last = owners[-1]

    def between(self, recognised: set[int]) -> Iterator[tuple[int | None, list[str]]]:
        """Yield words that belong to no part that is recognised, with the part they follow."""
        for before, owner, run in self._loose:
            if owner is None or owner not in recognised:
                yield before, run.words.split(" ")


def _ways(text: str) -> Iterator[str]:
    """Yield which way each character runs (UAX 9)."""
    return (unicodedata.bidirectional(char) for char in text)


def _runs_owned(
    words: Sequence[tuple[int, str]], found: Sequence[str], effort: Effort
) -> Iterator[tuple[WordRun, list[int]]]:
    """Yield runs of words with the parts that they belong to; new ones with those beside them."""
    old = [word for _, word in words]
    for run, (first, end) in runs_of(old, found, effort):
        owners = [number for number, _ in words[first:end]]
        if run.edit is Edit.NEW:
            owners = [number for number, _ in words[max(0, first - 1) : first + 1]]
            owners = owners if 0 < first < len(words) else owners[:1] * 2
        yield run, owners


def runs_of(
    old: Sequence[str], new: Sequence[str], effort: Effort
) -> Iterator[tuple[WordRun, Place]]:
    """Yield what was kept, what is gone and what is new, with where it stood in the old words."""
    for tag, a, b, c, d in opcodes(old, new, effort):
        if tag == "equal":
            yield WordRun(Edit.KEPT, " ".join(old[a:b])), (a, b)
            continue
        if b > a:
            yield WordRun(Edit.GONE, " ".join(old[a:b])), (a, b)
        if d > c:
            yield WordRun(Edit.NEW, " ".join(new[c:d])), (b, b)


def _without(place: Place, taken: Sequence[Place]) -> Iterator[Place]:
    """Yield what is left of a stretch without others inside it."""
    start, end = place
    for first, last in taken:
        if start <= first and last <= end:
            yield start, first
            start = last
    yield start, end
