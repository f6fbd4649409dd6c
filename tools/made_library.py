"""Makes a library of made-up reports, as large as is asked for, in a few seconds.

Reports come over ten years and in several languages; each has regions and themes that it comes
back to, some of them common and most of them rare. Sentences are of usual length, their words as
unevenly frequent as in any language, and one in thirty has been written before. They go in by the
library's own way, tagged as extraction would tag them: what is measured is the library.
"""

from __future__ import annotations

import hashlib
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import accumulate
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from briefing.library import Library
from briefing.model import (
    Block,
    BlockKind,
    Evidence,
    Facet,
    Finding,
    Metadata,
    PartialDate,
    Passage,
    Report,
    Taxonomy,
    TextKind,
)
from briefing.taxonomy import load_taxonomy

_COMMON = ("RU UA eu US DE FR PL nato CN GB GE AM AZ TR MD KZ BY RO IT LT".split(),)
_LANGUAGES = ("en", "en", "en", "en", "en", "en", "fr", "de", "es", "uk")
_SYLLABLES = (
    "ba con der es fi gra ho in ju ka lo men na or pre qui ra sta ti un ver wi za the".split()
)
_PLAIN = "the of and to in a that is for on as with by at from has was it its an be which".split()
_PARAGRAPH = 5
_PARAGRAPHS = 20
_REPEATED = 1 / 30
_REMEMBERED = 4_000


@dataclass(slots=True)
class Weighted:
    """Things of which some come far oftener than others; drawn by chance."""

    things: Sequence[str]
    steep: float = 1.0
    _sums: list[float] = field(default_factory=list)

    def draw(self, rng: random.Random, number: int = 1) -> list[str]:
        """Return some of them, each as often as it comes."""
        if not self._sums:
            self._sums = list(
                accumulate(1 / (n + 2.7) ** self.steep for n in range(len(self.things)))
            )
        return rng.choices(self.things, cum_weights=self._sums, k=number)


class Author:
    """Writes reports, always the same ones for the same seed."""

    def __init__(self, taxonomy: Taxonomy, seed: int = 11) -> None:
        self._rng = rng = random.Random(seed)  # noqa: S311 - no secret
        self._names = {id_: region.name for id_, region in taxonomy.regions.items()}
        common = [id_ for id_ in _COMMON[0] if id_ in self._names]
        others = sorted({*self._names} - {*common})
        rng.shuffle(others)
        self._regions = Weighted((*common, *others), 1.1)
        self._themes = Weighted(tuple(taxonomy.themes), 0.7)
        words = {
            "".join(rng.choices(_SYLLABLES, k=rng.choice((2, 2, 3, 3, 4)))) for _ in range(9000)
        }
        self._words = Weighted((*_PLAIN, *sorted(words, key=len)))
        self._terms = {
            theme: Weighted(rng.sample(sorted(words), 60), 0.8) for theme in taxonomy.themes
        }
        self._written: list[Finding] = []

    def report(self, number: int, sentences: int) -> tuple[Report, list[Finding], bytes]:
        """Return a report of so many sentences of running text, its findings, and its original."""
        rng = self._rng
        original = f"Report {number}\n".encode()
        sha256 = hashlib.sha256(original).hexdigest()
        home = self._regions.draw(rng, rng.randint(1, 3))
        topics = self._themes.draw(rng, rng.randint(1, 3))
        blocks: list[Block] = []
        findings: list[Finding] = []
        before = ""
        heading: tuple[str, ...] = ()
        while sum(one.kind is TextKind.BODY for one in findings) < sentences:
            if len(blocks) % 6 == 0:
                heading = (" ".join(self._words.draw(rng, 5)).capitalize(),)
                passage = Passage(sha256, len(blocks), 0, len(heading[0]))
                findings.append(Finding(passage, heading[0], TextKind.HEADING))
                blocks.append(Block(BlockKind.HEADING, heading[0], heading_path=()))
                continue
            texts, at = [], 0
            for _ in range(min(_PARAGRAPH, sentences)):
                found = self._finding(Passage(sha256, len(blocks), at, 0), home, topics, before)
                findings.append(found)
                texts.append(found.text)
                at, before = found.passage.end + 1, found.text
            page = 1 + len(blocks) // 6
            blocks.append(
                Block(BlockKind.PARAGRAPH, " ".join(texts), page, (), len(blocks), 0, heading)
            )
        return self._bound(number, sha256, blocks), findings, original

    def _bound(self, number: int, sha256: str, blocks: list[Block]) -> Report:
        rng = self._rng
        day = PartialDate(rng.randint(2015, 2025), rng.randint(1, 12), rng.randint(1, 28))
        metadata = Metadata(
            title=" ".join(self._words.draw(rng, 6)).capitalize(),
            authors=tuple(f"A. {word.capitalize()}" for word in self._words.draw(rng, 2)),
            publisher=rng.choice(("Institute of Made-up Affairs", "Centre for Samples")),
            date=None if number % 12 == 7 else day,
            language=rng.choice(_LANGUAGES),
        )
        return Report(sha256, f"report-{number:05}.txt", "text", metadata, tuple(blocks))

    def _finding(self, place: Passage, home: list[str], topics: list[str], before: str) -> Finding:
        rng = self._rng
        if self._written and rng.random() < _REPEATED:
            return self._again(place)
        named = list(
            dict.fromkeys(self._drawn(home, self._regions, rng.choice((0, 1, 1, 2, 2, 3))))
        )
        about = tuple(dict.fromkeys((*named[:2], *rng.sample(home, rng.choice((0, 0, 1))))))
        about = about or tuple(home[:1])
        themes = tuple(
            dict.fromkeys(self._drawn(topics, self._themes, rng.choice((1, 1, 2, 2, 3))))
        )
        terms = {
            theme: self._terms[theme].draw(rng, rng.choice((0, 1, 2, 2, 3))) for theme in themes
        }
        words = self._words.draw(rng, max(6, int(rng.gauss(22, 8))))
        words += [self._names[id_] for id_ in named]
        words += [term for some in terms.values() for term in some]
        rng.shuffle(words)
        year = rng.randint(2000, 2025) if rng.random() < 0.1 else None
        text = f"{' '.join(words)}{f' in {year}' if year else ''}.".capitalize()
        strength = round(min(0.97, max(0.0, rng.gauss(0.62, 0.2))), 2)
        found = Finding(
            Passage(place.report, place.block, place.start, place.start + len(text)),
            text,
            TextKind.BODY,
            tuple(named),
            about,
            themes,
            strength,
            rng.random() < 0.45,
            (PartialDate(year),) if year else (),
            tuple(self._evidence(named, about, terms, before)),
        )
        if len(self._written) < _REMEMBERED:
            self._written.append(found)
        else:
            self._written[rng.randrange(_REMEMBERED)] = found
        return found

    def _drawn(self, own: list[str], all_: Weighted, number: int) -> list[str]:
        """Return what a sentence speaks of: mostly that of its report."""
        rng = self._rng
        return [rng.choice(own) if rng.random() < 0.6 else all_.draw(rng)[0] for _ in range(number)]

    def _again(self, place: Passage) -> Finding:
        """Return a sentence that stands elsewhere too, sometimes with some words more."""
        old = self._rng.choice(self._written)
        more = " " + " ".join(self._words.draw(self._rng, 3)) if self._rng.random() < 0.4 else ""
        text = f"{old.text[:-1]}{more}."
        passage = Passage(place.report, place.block, place.start, place.start + len(text))
        return Finding(
            passage, text, old.kind, old.mentions, old.about, old.themes, old.strength,
            old.needs_context, old.dates, old.evidence,
        )  # fmt: skip

    def _evidence(
        self, named: list[str], about: Sequence[str], terms: dict[str, list[str]], before: str
    ) -> Iterator[Evidence]:
        for id_ in named:
            yield Evidence(Facet.MENTION, id_, self._names[id_], "name of the country")
        for id_ in about:
            yield Evidence(Facet.ABOUT, id_, self._names[id_] if id_ in named else "", "subject")
        for theme, some in terms.items():
            for term in some:
                yield Evidence(Facet.THEME, theme, term, f"term “{term}”")
            if before:
                yield Evidence(Facet.THEME, theme, before, "sentence before")
            yield Evidence(Facet.THEME, theme, "", "what the report mostly deals with")
        listed = ", ".join(terms)
        for what in ("deals with a theme (+0.04)", "deals with it at length (+0.05)"):
            yield Evidence(Facet.STRENGTH, "strength", listed, what)
        yield Evidence(Facet.STRENGTH, "strength", "24 words", "of a length to be quoted (+0.06)")
        yield Evidence(Facet.STRENGTH, "strength", "In addition", "goes on from another (-0.07)")


def make_library(folder: Path, findings: int, reports: int) -> None:
    """Make a library of so many findings of running text in so many reports."""
    author = Author(load_taxonomy())
    each = findings // reports
    with Library.open(folder) as library:
        library._database.run("PRAGMA synchronous = OFF")  # it is thrown away
        for number in range(reports):
            report, found, original = author.report(number, each)
            library.add(report, found, original, date(2026, 1, 5), tables="made up")


if __name__ == "__main__":
    make_library(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
