"""Says which regions each sentence of a report names, and which it is about.

Takes the sentences of one report in order; gives a result a sentence, with its evidence. The
report is read twice: once for what it says of names (``bearers``), once for the tags.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from briefing.extraction.about import Reading, english, read_about
from briefing.extraction.bearers import BearerReader, merged, named_in_report
from briefing.extraction.gazetteer import Gazetteer, Hit, NameKind, apart, plain
from briefing.extraction.languages.shelf import Languages
from briefing.extraction.mentions import Doubtful, MentionFilter, NextWords, Persons, Witnesses
from briefing.extraction.names import shipped_names
from briefing.extraction.officials import (
    by_full_name,
    by_short_form,
    read_officials,
    unmistakable_names,
)
from briefing.extraction.sentence import RegionTags, Sentence
from briefing.model import Evidence, Facet, Taxonomy
from briefing.resources import assets
from briefing.taxonomy import load_regions, read_table

_NO_MENTION = frozenset({NameKind.LEADER, NameKind.SHORT, NameKind.BODY})
"""What makes a sentence about a region without naming it."""

_ENGLISH_WORDS = frozenset(
    {NameKind.ADJECTIVE, NameKind.PEOPLE, NameKind.PREFIX, NameKind.METONYM, NameKind.WEST}
)
"""Sorts of names that another language has words of its own for."""

_NEXT = ("direction", "western", "language")


class RegionTagger:
    """Tags one report after another; keeps nothing of a report but the names of its language."""

    def __init__(
        self,
        gazetteer: Gazetteer,
        languages: Languages,
        bearers: BearerReader,
        kept: MentionFilter,
        taxonomy: Taxonomy,
    ) -> None:
        self._gazetteer = gazetteer
        self._languages = languages
        self._bearers = bearers
        self._filter = kept
        self._taxonomy = taxonomy

    @classmethod
    def shipped(
        cls, folder: Path | None = None, languages: Languages | None = None
    ) -> RegionTagger:
        """Return a tagger with the tables of a folder; by default, of those that are shipped."""
        folder = folder or assets("taxonomy")
        traps = read_table(folder / "traps.toml")
        officials = read_officials(read_table(folder / "officials.toml"))
        words = frozenset(traps["persons"]["words"])
        reader = BearerReader(by_full_name(officials), by_short_form(officials), words)
        names = (*unmistakable_names(officials), *shipped_names(folder))
        taxonomy = Taxonomy(regions=load_regions(folder), themes={})
        languages = languages or Languages(folder, taxonomy.regions)
        return cls(Gazetteer(names), languages, reader, _mention_filter(traps), taxonomy)

    def tag(self, sentences: Sequence[Sentence], language: str = "en") -> list[RegionTags]:
        """Return the regions of each sentence of a report, in the order given.

        Countries are known by their English names and by those of the report's language, a BCP 47
        tag; empty where it is unknown. A sentence that has a language of its own is read in it.
        """
        sentences = [one if one.language else replace(one, language=language) for one in sentences]
        hits = self._hits(sentences)
        about = read_about(sentences, hits, self._taxonomy, self._reading)
        return [_tags(*parts) for parts in zip(sentences, hits, about, strict=True)]

    def _reading(self, sentence: Sentence) -> Reading:
        """Return the rules of a sentence's language; the English ones where there are no others."""
        language = self._languages.of(sentence.language)
        if language is None:
            return english(sentence)
        return Reading(language.roles.roles, language.references.references)

    def _found(self, texts: Sequence[str], sentences: Sequence[Sentence]) -> list[list[Hit]]:
        """Return the names in each text, in English and in the language of its sentence.

        Where the language has tables, what is no proper name is looked for in that language alone.
        """
        found = self._gazetteer.find_all(texts)
        for tag in {one.language for one in sentences}:
            own = self._languages.gazetteer(tag)
            if own is None:
                continue
            left_out = _ENGLISH_WORDS if self._languages.of(tag) else frozenset[NameKind]()
            at = [number for number, one in enumerate(sentences) if one.language == tag]
            for number, hits in zip(at, own.find_all([texts[n] for n in at]), strict=True):
                usual = [hit for hit in found[number] if hit.name.kind not in left_out]
                found[number] = apart([*hits, *usual])
        return found

    def _hits(self, sentences: Sequence[Sentence]) -> list[list[Hit]]:
        """Return the names that hold in each sentence."""
        texts = [plain(sentence.text) for sentence in sentences]
        found = self._found(texts, sentences)
        bearers = self._bearers.read(texts, found)
        own = named_in_report(bearers)
        report = self._filter.report_readings(texts, found)
        named = own.find_all(texts) if own else [[] for _ in texts]
        merged_hits = [
            merged(*parts, bearers, at) for at, parts in enumerate(zip(found, named, strict=True))
        ]
        return [
            self._filter.kept(text, hits, report)
            for text, hits in zip(texts, merged_hits, strict=True)
        ]


def _mention_filter(traps: dict[str, Any]) -> MentionFilter:
    persons = traps["persons"]
    doubtful = [
        Doubtful(
            names=frozenset(row["names"]),
            instead=tuple(row["instead"]),
            speaks_for=Witnesses(row["for"]),
            speaks_against=Witnesses(row["against"]),
        )
        for row in traps["doubtful"]
    ]
    known = Persons(*(frozenset(persons[key]) for key in ("names", "first_names", "institutions")))
    following = NextWords(*(frozenset(traps["next"][key]) for key in _NEXT))
    return MentionFilter(known, following, doubtful)


_NOTHING = RegionTags()


def _tags(sentence: Sentence, hits: Sequence[Hit], about: Sequence[Evidence]) -> RegionTags:
    if not hits and not about:
        return _NOTHING
    named = [hit for hit in hits if hit.name.kind not in _NO_MENTION]
    spans = tuple((h.start, h.end, region) for h in named for region in h.name.regions)
    why = [
        Evidence(Facet.MENTION, region, sentence.text[hit.start : hit.end], hit.name.reason)
        for hit in named
        for region in hit.name.regions
    ]
    return RegionTags(
        mentions=tuple(dict.fromkeys(region for _, _, region in spans)),
        about=tuple(dict.fromkeys(evidence.tag for evidence in about)),
        spans=spans,
        evidence=tuple(dict.fromkeys((*why, *about))),
    )
