"""Sentences and region tags for tests of the taggers."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extraction.sentence import RegionTags, Sentence
from briefing.model import TextKind


def a_sentence(
    text: str,
    kind: TextKind = TextKind.BODY,
    *,
    block: int = 0,
    opens_block: bool = True,
) -> Sentence:
    """Return a sentence that stands by itself."""
    return Sentence(block, 0, len(text), text, kind, (), opens_block, False)


def named(text: str, **names: str) -> RegionTags:
    """Return the tags of a text in which each word given stands for a region: ``Tehran="IR"``."""
    spans = sorted((text.index(word), text.index(word) + len(word), names[word]) for word in names)
    regions = tuple(dict.fromkeys(region for _, _, region in spans))
    return RegionTags(mentions=regions, about=regions, spans=tuple(spans))


def nobody(sentences: Sequence[Sentence]) -> list[RegionTags]:
    """Return tags that name no region."""
    return [RegionTags() for _ in sentences]
