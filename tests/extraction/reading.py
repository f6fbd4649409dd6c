"""Short reports for the tests of region tagging, a line a sentence."""

from __future__ import annotations

from functools import cache

from briefing.extraction.regions import RegionTagger
from briefing.extraction.sentence import RegionTags, Sentence
from briefing.model import TextKind


@cache
def shipped_tagger() -> RegionTagger:
    """Return the tagger with the shipped tables, made once for all tests."""
    return RegionTagger.shipped()


def read(*lines: str, language: str = "en") -> list[RegionTags]:
    """Tag the sentences of a report: ``# Heading``, ``? Question``, ``¶ New paragraph``."""
    sentences: list[Sentence] = []
    path: tuple[str, ...] = ()
    for number, line in enumerate(lines):
        kind = _KINDS.get(line[:2], TextKind.BODY)
        text = line[2:] if line[:2] in _KINDS else line
        opens = line[:2] in _KINDS or number == 0
        path = (text,) if kind is TextKind.HEADING else path
        above = () if kind is TextKind.HEADING else path
        sentences.append(Sentence(number, 0, len(text), text, kind, above, opens, False))
    return shipped_tagger().tag(sentences, language)


_KINDS = {"# ": TextKind.HEADING, "? ": TextKind.QUESTION, "¶ ": TextKind.BODY}


def mentions(*lines: str) -> set[str]:
    """Return the regions that the last of the lines names."""
    return set(read(*lines)[-1].mentions)


def about(*lines: str) -> set[str]:
    """Return the regions that the last of the lines is about."""
    return set(read(*lines)[-1].about)
