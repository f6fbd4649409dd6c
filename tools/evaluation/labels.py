"""The labelled sentences, and what the program says of the same text.

A set of labels is a file of JSON lines and a folder with the reports they are of. Each line has
``id``, ``source`` (the report's file name), ``text``, ``kind``, ``mentions``, ``about``,
``themes``, ``finding`` (2 ready, 1 usable, 0 none), ``needs_context`` and ``disputed``: labels
on which one may differ, and which are scored neither way.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FACETS = ("mentions", "about", "themes")
RUNNING_TEXT = frozenset({"body", "question"})


@dataclass(frozen=True, slots=True)
class Tags:
    """What is said of a sentence, by a person or by the program."""

    mentions: frozenset[str]
    about: frozenset[str]
    themes: frozenset[str]

    def of(self, facet: str) -> frozenset[str]:
        """Return the tags of one facet: ``mentions``, ``about`` or ``themes``."""
        return {"mentions": self.mentions, "about": self.about, "themes": self.themes}[facet]


NO_TAGS = Tags(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Labelled:
    """A sentence as a person labelled it."""

    id: str
    source: str
    text: str
    kind: str
    tags: Tags
    finding: int
    needs_context: bool
    disputed: Tags
    """Tags that count neither way."""
    doubtful: frozenset[str]
    """Which of ``finding`` and ``needs_context`` count neither way."""

    @property
    def is_running_text(self) -> bool:
        """Whether it is a sentence of the report, not furniture."""
        return self.kind in RUNNING_TEXT


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence as the program found it."""

    text: str
    kind: str
    tags: Tags
    strength: float
    needs_context: bool


@dataclass(frozen=True, slots=True)
class LabelledSet:
    """Labels, and the reports they are of."""

    name: str
    labels: tuple[Labelled, ...]
    reports: tuple[Path, ...]


def read_set(name: str, labels: Path, reports: Path) -> LabelledSet:
    """Return the labels of a file with those reports of a folder that it has labels for.

    Raises:
        OSError: the file or a report is missing.
        ValueError: a line is no JSON, or lacks a label; the message names file and line.
    """
    read = tuple(_numbered(labels))
    sources = dict.fromkeys(one.source for one in read)
    paths = tuple(reports / source for source in sources)
    for path in paths:
        path.stat()
    return LabelledSet(name, read, paths)


def _numbered(path: Path) -> Iterable[Labelled]:
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line.strip():
            try:
                yield labelled(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise ValueError(f"{path.name}, line {number}: {error!r}") from error


def labelled(row: Mapping[str, Any]) -> Labelled:
    """Return the labels of one line."""
    disputed = row.get("disputed", {})
    return Labelled(
        id=row["id"],
        source=row["source"],
        text=row["text"],
        kind=row["kind"],
        tags=_tags(row),
        finding=int(row["finding"]),
        needs_context=bool(row["needs_context"]),
        disputed=_tags({facet: disputed.get(facet, ()) for facet in FACETS}),
        doubtful=frozenset(disputed) - frozenset(FACETS),
    )


def _tags(row: Mapping[str, Any]) -> Tags:
    return Tags(*(frozenset(row[facet]) for facet in FACETS))
