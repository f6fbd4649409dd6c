"""What to search for: the words that were left out, less those that stand in what is kept.

Words are compared by their letters and digits alone, in small letters: spaces, hyphens at ends of
lines, markup and ligatures make no difference. Of a long text every run of so many letters is a
needle, so that a part of a sentence is found as well as the whole.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

RUN = 30
"""Letters and digits in a row that are no coincidence: five or six words."""
_COMMON = 24
"""Letters of a run that, if they are kept, may meet the rest of it by chance."""
_PIECE = 12
"""Letters of a piece; the fewer, the fewer places of a text are looked at."""
_SHORTEST = 10
"""Letters that a name needs to be told from other words."""
_SHORTEST_IN_NAME = 5
"""Letters that a word needs to be minded in the name of a file, where few others stand."""
_MEETING = 15
"""Letters of two blocks that, one behind the other, are no words of a sentence."""
_HYPHENS = str.maketrans("\u2010\u2011", "--")
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something that was left out."""

    what: str
    """What it is, fit to show: ``finding f-3k7q``."""
    words: str
    exact: bool = False
    """Whether it is a code, found letter by letter only."""
    by_desk: bool = False
    """Whether it is the desk's own words: these it may say elsewhere, those of reports not."""


@dataclass(frozen=True, slots=True)
class Needles:
    """What to search for."""

    runs: dict[str, str] = field(default_factory=dict)
    """Each run of ``RUN`` letters, and what it is of."""
    names: dict[str, str] = field(default_factory=dict)
    """Shorter texts by their letters, and what each is."""
    codes: dict[str, str] = field(default_factory=dict)
    """Texts that are found as they are, and what each is."""
    short: dict[str, str] = field(default_factory=dict)
    """Texts too short to be told from other words but in the name of a file, and what each is."""
    skipped: tuple[str, ...] = ()
    """What is too short to be told from other words, or stands in what is kept as well."""
    blocks: frozenset[str] = frozenset()
    """The letters of whole texts that are kept: where two of them meet, words arise by chance."""
    _made: list[frozenset[str]] = field(default_factory=list, repr=False, compare=False)
    """The pieces of the runs, once they have been asked for."""

    @property
    def count(self) -> int:
        """How many things are searched for."""
        return len({*self.runs.values(), *self.names.values(), *self.codes.values()})

    @property
    def beyond_ascii(self) -> bool:
        """Whether any has letters that stand otherwise in each coding."""
        return not all(text.isascii() for text in (*self.runs, *self.names))

    @property
    def beyond_latin(self) -> bool:
        """Whether any has letters that no single byte stands for."""
        return any(ord(sign) > 0xFF for text in (*self.runs, *self.names) for sign in text)

    def within(
        self, text: str | bytes, headings: Callable[[], frozenset[str]] = frozenset
    ) -> set[str]:
        """Return what a text holds of it; bytes are read as letters of one byte each.

        ``headings`` gives the letters of the headings of the file that the text is of.
        """
        if isinstance(text, bytes):
            small, plain = text.lower().decode("latin-1"), _letters_of_bytes(text)
        else:
            small, plain = text.casefold().translate(_HYPHENS), letters(text)
        found = {what for code, what in self.codes.items() if code in small}
        found |= {
            what
            for name, what in self.names.items()
            if name in plain and self._is_said(name, plain, headings)
        }
        return found | set(self._runs_in(plain))

    def within_name(self, name: str) -> set[str]:
        """Return what the name of a file tells of it."""
        plain = letters(name)
        return self.within(name) | {what for word, what in self.short.items() if word in plain}

    def _is_said(self, name: str, plain: str, headings: Callable[[], frozenset[str]]) -> bool:
        """Whether a name stands in a text other than where two blocks meet by chance."""
        blocks = self.blocks | headings()
        start = plain.find(name)
        while start >= 0:
            if not _is_meeting(plain, start, start + len(name), blocks):
                return True
            start = plain.find(name, start + 1)
        return False

    def _runs_in(self, plain: str) -> Iterator[str]:
        """Yield what the runs in a text are of.

        A run holds a piece that begins at one of the places looked at, so that few are looked at.
        """
        pieces = self._pieces()
        for start in range(0, len(plain) - _PIECE + 1, RUN - _PIECE + 1):
            if plain[start : start + _PIECE] in pieces:
                for at in range(max(0, start - RUN + _PIECE), start + 1):
                    what = self.runs.get(plain[at : at + RUN])
                    if what is not None:
                        yield what

    def _pieces(self) -> frozenset[str]:
        if not self._made and self.runs:
            size = range(RUN - _PIECE + 1)
            self._made.append(frozenset(run[at : at + _PIECE] for run in self.runs for at in size))
        return self._made[0] if self._made else frozenset()


def needles_of(
    left_out: Iterable[LeftOut], kept: Iterable[str], said: Iterable[str] = ()
) -> Needles:
    """Return what to search for; ``kept`` are the texts that the document may hold.

    ``said`` are the desk's own words that it may hold too. They take nothing off the search for
    words of reports: the desk may have quoted what was left out.
    """
    of_reports = _Kept(kept)
    of_desk = _Kept(said, of_reports)
    found = Needles()
    skipped = []
    for one in dict.fromkeys(left_out):
        known = of_desk if one.by_desk else of_reports
        plain = letters(one.words)
        if one.exact:
            found.codes.setdefault(one.words.casefold(), one.what)
        elif len(plain) >= RUN:
            runs = {run for run in _runs(plain) if known.common.isdisjoint(_ends(run))}
            found.runs.update((run, found.runs.get(run, one.what)) for run in runs)
            skipped += [] if runs else [one.what]
        elif known.holds(plain):
            skipped += [one.what] if plain else []
        elif _is_distinct(one.words, plain):
            found.names.setdefault(plain, one.what)
        elif plain:
            skipped.append(one.what)
            if len(plain) >= _SHORTEST_IN_NAME:
                found.short.setdefault(plain, one.what)
    sought = {*found.runs.values(), *found.names.values(), *found.codes.values()}
    unsought = tuple(what for what in dict.fromkeys(skipped) if what not in sought)
    return replace(found, skipped=unsought, blocks=frozenset(filter(None, of_desk.texts)))


class _Kept:
    """The letters of texts that a document may hold."""

    def __init__(self, texts: Iterable[str], base: _Kept | None = None) -> None:
        mine = {letters(text) for text in texts}
        self.texts: frozenset[str] = frozenset(mine) | (base.texts if base else frozenset())
        self.common = {piece for text in mine for piece in _runs(text, _COMMON)}
        self.common |= base.common if base else set()

    def holds(self, plain: str) -> bool:
        """Whether some of it says this; nothing is said everywhere."""
        return not plain or any(plain in text for text in self.texts)


def letters(text: str) -> str:
    """Return the letters and digits of a text, small, ligatures taken apart."""
    return _NOT_LETTERS.sub("", unicodedata.normalize("NFKC", text).casefold())


def _is_meeting(plain: str, start: int, end: int, blocks: frozenset[str]) -> bool:
    """Whether one whole block ends and another begins within a stretch, and one reaches beyond it.

    Both have to be there letter by letter: where a phrase breaks over lines or pages none ends.
    """
    for at in range(start + 1, end):
        before = max((len(one) for one in blocks if plain.endswith(one, 0, at)), default=0)
        behind = max((len(one) for one in blocks if plain.startswith(one, at)), default=0)
        reaches = at - before < start or at + behind > end
        if before and behind and reaches and before + behind >= _MEETING:
            return True
    return False


def _runs(plain: str, size: int = RUN) -> Iterator[str]:
    return (plain[start : start + size] for start in range(len(plain) - size + 1))


def _ends(run: str) -> tuple[str, str]:
    """Return the beginning and the end of a run, each all of it but a few letters.

    Where one of them is kept, the rest of the run may follow there by chance.
    """
    return run[:_COMMON], run[-_COMMON:]


def _is_distinct(words: str, plain: str) -> bool:
    """Whether a short text is found only where it was meant: it has two words at least."""
    return len(_NOT_LETTERS.split(words.strip())) > 1 and len(plain) >= _SHORTEST


def _letters_of_bytes(data: bytes) -> str:
    return data.translate(_SMALL, _NO_LETTERS).decode("latin-1")


def _one_byte(number: int) -> int:
    """Return the small letter of a byte, where it is one byte too; 0: it is no letter."""
    small = letters(chr(number))
    return ord(small) if len(small) == 1 and ord(small) < 256 else 0


_SMALL = bytes(map(_one_byte, range(256)))
_NO_LETTERS = bytes(number for number in range(256) if not _SMALL[number])
