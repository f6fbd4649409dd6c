"""Values of the vocabulary as JSON text for the rows of the library, and back without loss."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import msgspec

from briefing.library.database import Row
from briefing.model import (
    EMPTIABLE,
    Block,
    BlockKind,
    Evidence,
    Facet,
    Finding,
    Metadata,
    PartialDate,
    Passage,
    TagRule,
    TextKind,
)
from briefing.model.rules import ruled

_KINDS = {kind.value: kind for kind in TextKind}
_FACETS = {facet.value: facet for facet in Facet}
_TAGS = msgspec.json.Decoder(
    tuple[
        tuple[str, ...],
        tuple[str, ...],
        tuple[str, ...],
        tuple[str, ...],
        tuple[tuple[str, str, str, str], ...],
    ]
)
"""What ``dump_tags`` writes: mentions, about, themes, dates, evidence."""


_MENTIONS = msgspec.json.Decoder(
    tuple[tuple[str, ...], msgspec.Raw, msgspec.Raw, msgspec.Raw, msgspec.Raw]
)
"""Of what ``dump_tags`` writes, the first alone."""


class Worded(NamedTuple):
    """What a finding says."""

    id: int
    """Its number in the library."""
    text: str
    mentions: tuple[str, ...]


def worded(row: Row) -> Worded:
    """Return what the finding of a row as ``search.words_by_id`` gives it says."""
    if "sha256" in row.keys():  # noqa: SIM118 - a row is a sequence of values
        finding = load_finding(row)
        return Worded(row["id"], finding.text, finding.mentions)
    return Worded(row[0], row[1], _MENTIONS.decode(row[2])[0])


def dump(value: object) -> str:
    """Return compact JSON; characters stay as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _packed(value: object) -> str:
    """Return the same JSON as ``dump``, made in a fraction of the time.

    Raises:
        UnicodeEncodeError: a text holds characters that are none; ``dump`` leaves that to SQLite.
    """
    return msgspec.json.encode(value).decode()


@lru_cache(maxsize=4096)
def dump_texts(texts: tuple[str, ...]) -> str:
    """Return a list of texts as JSON; a heading path, which comes often, is made once."""
    return dump(texts)


@lru_cache(maxsize=4096)
def load_texts(text: str) -> tuple[str, ...]:
    """Return a list of texts; one that comes often, such as a heading path, is read once."""
    return tuple(json.loads(text))


def dump_metadata(metadata: Metadata) -> str:
    """Return a report's metadata as JSON."""
    return dump(
        {
            "title": metadata.title,
            "authors": metadata.authors,
            "publisher": metadata.publisher,
            "date": str(metadata.date) if metadata.date else None,
            "language": metadata.language,
            "address": metadata.address,
            **({"emptied": metadata.emptied} if metadata.emptied else {}),
            **({"marking": metadata.marking} if metadata.marking else {}),
            **({"grade": metadata.grade} if metadata.grade else {}),
        }
    )


@lru_cache(maxsize=8192)
def load_metadata(text: str) -> Metadata:
    """Return the metadata that ``dump_metadata`` wrote."""
    value = json.loads(text)
    return Metadata(
        title=value["title"],
        authors=tuple(value["authors"]),
        publisher=value["publisher"],
        date=PartialDate.parse(value["date"]) if value["date"] else None,
        language=value["language"],
        address=value["address"],
        emptied=tuple(name for name in value.get("emptied", ()) if name in EMPTIABLE),
        marking=value.get("marking", ""),
        grade=value.get("grade", ""),
    )


def dump_block(block: Block) -> str:
    """Return a block as JSON."""
    return _packed(
        {
            "kind": block.kind,
            "text": block.text,
            "page": block.page,
            "page_breaks": block.page_breaks,
            "paragraph": block.paragraph,
            "level": block.level,
            "heading_path": block.heading_path,
        }
    )


def load_block(text: str) -> Block:
    """Return the block that ``dump_block`` wrote."""
    value = json.loads(text)
    return Block(
        kind=BlockKind(value["kind"]),
        text=value["text"],
        page=value["page"],
        page_breaks=tuple(value["page_breaks"]),
        paragraph=value["paragraph"],
        level=value["level"],
        heading_path=tuple(value["heading_path"]),
    )


def dump_tags(finding: Finding) -> str:
    """Return what extraction says of a finding, apart from what has a column of its own."""
    days = [str(day) for day in finding.dates]
    return _packed([finding.mentions, finding.about, finding.themes, days, finding.evidence])


def load_finding(row: Row, more: Sequence[tuple[TagRule, str]] = ()) -> Finding:
    """Return the finding of a row as ``search`` gives it, as the officer has it.

    The officer's rules lie over what extraction says, ``more`` of them, to be tried, over those
    that are kept; what was corrected by hand lies over all.
    """
    finding = extracted(row)
    ruled_by, about, themes = row[-3], row[-2], row[-1]
    if ruled_by is not None or more:
        given = {Facet.ABOUT: about, Facet.THEME: themes}
        rules = (*_rulings(ruled_by or "[]"), *more)
        finding = ruled(finding, [one for one in rules if given[one[0].facet] is None])
    if about is None and themes is None:
        return finding
    return finding.retagged(_tags(about), _tags(themes))


def extracted(row: Row) -> Finding:
    """Return the finding of a row as extraction tagged it.

    Columns are taken by their places: thousands of rows are read while a person waits.
    """
    _, sha256, block, start, end, kind, strength, needs_context, _, text, tags, *_ = row
    mentions, about, themes, dates, evidence = _TAGS.decode(tags)
    return Finding(
        Passage(sha256, block, start, end),
        text,
        _KINDS[kind],
        mentions,
        about,
        themes,
        strength,
        bool(needs_context),
        tuple(map(_date, dates)) if dates else (),
        tuple([_evidence(*parts) for parts in evidence]),
    )


@lru_cache(maxsize=4096)
def _rulings(text: str) -> tuple[tuple[TagRule, str], ...]:
    """Return the rules that speak of a finding, in the order in which they were made."""
    rulings = (
        (TagRule(term, _FACETS[facet], tag, bool(adds), number=number), words)
        for number, term, facet, tag, adds, words in json.loads(text)
    )
    return tuple(sorted(rulings, key=lambda ruling: ruling[0].number))


def _tags(text: str | None) -> tuple[str, ...] | None:
    return None if text is None else load_texts(text)


@lru_cache(maxsize=4096)
def _date(text: str) -> PartialDate:
    return PartialDate.parse(text)


@lru_cache(maxsize=8192)
def _evidence(facet: str, tag: str, words: str, reason: str) -> Evidence:
    """Return a piece of evidence; the same one stands behind many findings."""
    return Evidence(_FACETS[facet], tag, words, reason)
