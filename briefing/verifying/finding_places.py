"""Where in a text that came back each part of the printed text stands, as far as it is unchanged.

Parts that stand once are found first, then those between them; the order of the document decides
where the same words stand twice, as a finding's do in the annex.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.model.trace import PartKind, TextPart
from briefing.verifying.returned import UnreadableError
from briefing.verifying.words import Words

Place = tuple[int, int]
_TELLING = 12
"""Characters from which words can be told from others wherever they stand."""
_MOST = 40_000_000_000
"""Characters that are looked through: six hundred pages, each part sought all over, take half."""
_STEP = 1000
"""Characters that are looked through while one place found, or one part, is dealt with."""


class Places:
    """The places of the parts; None for those that are not there as they were."""

    def __init__(self, parts: Sequence[TextPart], text: Words) -> None:
        """Find the parts in a text.

        Raises:
            UnreadableError: there are too many words and parts for that.
        """
        self._left = _MOST
        self.parts = [Words.of(part.text) for part in parts]
        self.text = text
        self._kinds = [part.kind for part in parts]
        self._found: dict[int, Place] = {}
        self.moved: set[int] = set()
        """Parts that stand elsewhere than they did."""
        self._find()

    def __getitem__(self, number: int) -> Place | None:
        return self._found.get(number)

    def gaps(self) -> Iterator[tuple[range, Place]]:
        """Yield the parts that were not found, each run with the stretch where it would stand.

        A stretch between two parts that follow each other comes with an empty run.
        """
        before, reached = -1, 0
        kept = sorted(number for number in self._found if number not in self.moved)
        for number in [*kept, len(self.parts)]:
            place = self._found.get(number, (len(self.text), len(self.text)))
            run = range(before + 1, number)
            yield run, (reached, place[0])
            before, reached = number, place[1]

    def _find(self) -> None:
        self._found = dict(_in_order(self._telling()))
        self._fill()
        self._find_moved()

    def _telling(self) -> list[tuple[int, Place]]:
        """Return the parts whose words stand as often in the text as they were printed."""
        taken = bytearray(len(self.text))
        found: list[tuple[int, Place]] = []
        times = Counter(part.folded for part in self.parts)
        numbers: dict[str, list[int]] = {}
        for number, part in enumerate(self.parts):
            numbers.setdefault(part.folded, []).append(number)
        for words in sorted(numbers, key=len, reverse=True):
            if len(words) < _TELLING:
                break
            places = [one for one in self._all(words) if taken.find(1, *one) < 0]
            if len(places) == times[words]:
                found.extend(zip(numbers[words], places, strict=True))
            for start, end in places:
                taken[start:end] = b"\1" * (end - start)
        return sorted(found)

    def _all(self, words: str) -> Iterator[Place]:
        end = len(self.text)
        start = self._sought(words, 0, end)
        while start >= 0:
            yield start, start + len(words)
            start = self._sought(words, start + len(words), end)

    def _sought(self, words: str, start: int, end: int) -> int:
        """Return where words begin in a stretch of the text, -1 where they do not stand there."""
        at = self.text.folded.find(words, start, end)
        self._spend((end if at < 0 else at) - start + _STEP)
        return at

    def _spend(self, characters: int) -> None:
        self._left -= characters
        if self._left < 0:
            raise UnreadableError(
                "The document holds too many words to be compared with what was printed.",
                "Check a copy from which what has been added is taken out.",
            )

    def _fill(self) -> None:
        """Find in each stretch between parts that were found the longest that should be there."""
        waiting = [gap for gap in self.gaps() if gap[0]]
        while waiting:
            run, (start, end) = waiting.pop()
            self._spend(len(run) * _STEP)
            for number in sorted(run, key=lambda one: (-len(self.parts[one]), one)):
                words = self.parts[number].folded
                at = self._sought(words, start, end) if words else -1
                if at >= 0:
                    self._found[number] = (at, at + len(words))
                    waiting.append((range(run.start, number), (start, at)))
                    waiting.append((range(number + 1, run.stop), (at + len(words), end)))
                    break

    def _find_moved(self) -> None:
        """Find what somebody has put elsewhere, among words that belong to nothing else.

        Words in the annex stand for a passage, never for the finding they were taken from.
        """
        taken = bytearray(len(self.text))
        for start, end in self._found.values():
            taken[start:end] = b"\1" * (end - start)
        annex = self._annex()
        for number, part in enumerate(self.parts):
            if number in self._found or len(part) < _TELLING:
                continue
            limit = len(self.text) if self._kinds[number] is PartKind.PASSAGE else annex
            places = (one for one in self._all(part.folded) if one[1] <= limit)
            place = next((one for one in places if taken.find(1, *one) < 0), None)
            if place is not None:
                self._take_moved(number, place, taken)

    def _take_moved(self, number: int, place: Place, taken: bytearray) -> None:
        """Take a part where it stands now, and the marks of a finding that came along with it."""
        self._found[number] = place
        self.moved.add(number)
        end = place[1]
        if number + 1 < len(self.parts) and self._kinds[number + 1] is PartKind.MARK:
            mark = self.parts[number + 1].folded
            if number + 1 not in self._found and self.text.folded.startswith(mark, end):
                self._found[number + 1] = (end, end + len(mark))
                self.moved.add(number + 1)
                end += len(mark)
        taken[place[0] : end] = b"\1" * (end - place[0])

    def _annex(self) -> int:
        """Return where the annex begins: with the first part from its first passage on."""
        first = next(
            (n for n, kind in enumerate(self._kinds) if kind is PartKind.PASSAGE), len(self._kinds)
        )
        starts = [place[0] for number, place in self._found.items() if number >= first - 2]
        return min(starts, default=len(self.text))


def _in_order(found: Sequence[tuple[int, Place]]) -> Iterator[tuple[int, Place]]:
    """Yield as many of the parts as stand in the document's order (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, (start, _end)) in enumerate(found):
        at = bisect_left(ends, start)
        before.append(tails[at - 1] if at else -1)
        tails[at : at + 1] = [index]
        ends[at : at + 1] = [start]
    index = tails[-1] if tails else -1
    kept = []
    while index >= 0:
        kept.append(found[index])
        index = before[index]
    yield from reversed(kept)
