"""How well reports in French, Spanish, German and Russian are read, on sentences of our own."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from briefing.extraction.extractor import Extractor
from briefing.model import Block, BlockKind, Finding, Metadata, Report

LABELLED = Path(__file__).parent / "labelled"
FLOORS = {
    "de": {"mentions": 0.97, "about": 0.88, "themes": 0.70, "needs_context": 0.9},
    "es": {"mentions": 0.97, "about": 0.90, "themes": 0.72, "needs_context": 0.9},
    "fr": {"mentions": 0.97, "about": 0.90, "themes": 0.78, "needs_context": 0.9},
    "ru": {"mentions": 0.97, "about": 0.88, "themes": 0.74, "needs_context": 0.9},
}
"""F1 by language and label: below what is measured, above what chance or English tables give."""

Row = dict[str, Any]


@cache
def _extractor() -> Extractor:
    return Extractor.shipped()


def _rows(language: str) -> list[Row]:
    lines = (LABELLED / f"{language}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def _findings(rows: list[Row], language: str) -> dict[str, Finding]:
    """Return what is found in the report that the rows make, a block a paragraph, by text."""
    paragraphs: dict[str, list[str]] = defaultdict(list)
    for row in rows:
        paragraphs[row["id"].rpartition("-")[0]].append(row["text"])
    blocks = tuple(
        Block(BlockKind.PARAGRAPH, " ".join(texts), paragraph=number)
        for number, texts in enumerate(paragraphs.values(), 1)
    )
    report = Report("0" * 64, "report.txt", "text", Metadata(language=language), blocks)
    return {finding.text: finding for finding in _extractor().findings(report)}


@cache
def _read(language: str) -> tuple[tuple[Row, Finding | None], ...]:
    reports: dict[str, list[Row]] = defaultdict(list)
    for row in _rows(language):
        reports[row["source"]].append(row)
    pairs: list[tuple[Row, Finding | None]] = []
    for rows in reports.values():
        found = _findings(rows, language)
        pairs += [(row, found.get(row["text"])) for row in rows]
    return tuple(pairs)


def _given(row: Row, finding: Finding, label: str) -> tuple[set[str], set[str]]:
    if label == "needs_context":
        said = {"needs"} if row[label] else set()
        return said, {"needs"} if finding.needs_context else set()
    return set(row[label]), set(getattr(finding, label))


def _f1(language: str, label: str) -> float:
    counts: Counter[str] = Counter()
    for row, finding in _read(language):
        assert finding is not None, row["text"]
        wanted, given = _given(row, finding, label)
        counts["both"] += len(wanted & given)
        counts["all"] += len(wanted) + len(given)
    return 2 * counts["both"] / max(1, counts["all"])


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_every_sentence_is_cut_whole(language: str) -> None:
    assert [row["text"] for row, finding in _read(language) if finding is None] == []


@pytest.mark.parametrize("language", sorted(FLOORS))
@pytest.mark.parametrize("label", ["mentions", "about", "themes", "needs_context"])
def test_labels_are_found(language: str, label: str) -> None:
    assert _f1(language, label) >= FLOORS[language][label]


@pytest.mark.parametrize("language", sorted(FLOORS))
def test_what_a_desk_can_quote_is_offered_and_courtesy_is_not(language: str) -> None:
    right = [
        (finding.strength >= 0.5) == (row["finding"] == 2)
        for row, finding in _read(language)
        if finding is not None
    ]
    assert sum(right) >= 0.85 * len(right)
