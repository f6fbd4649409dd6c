"""Lets the program read the labelled reports, tag them and answer the requests."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.errors import ImportFailure
from briefing.extraction.extractor import Extractor
from briefing.extraction.tag_lines import tag_line
from briefing.importers.reading import read_report
from briefing.library import Library
from briefing.model import BriefRequest, Finding, Taxonomy
from briefing.pipeline.importing import import_reports
from briefing.pipeline.offering import offer_findings
from briefing.progress import Silent
from briefing.taxonomy import load_taxonomy
from evaluation.baseline import NameList, WordSearch
from evaluation.figures import Judged, judge, tag_figures
from evaluation.labels import Found, Labelled, LabelledSet, Tags
from evaluation.matching import Matcher
from evaluation.ranking import Answered, Asked, answered, mean, requests

_DAY = date(2026, 1, 1)
"""Reports are imported as if on this day, so that every run gives the same."""


@dataclass(frozen=True, slots=True)
class Run:
    """One set of labels, judged."""

    name: str
    judged: tuple[Judged, ...]
    answers: tuple[Answered, ...]
    figures: dict[str, float]
    baseline: dict[str, float]


def run(labels: LabelledSet, *, guide_only: bool = False) -> Run:
    """Judge the program on a set of labels.

    ``guide_only`` leaves out regions that only the program knows, as ``main.py tag`` does: for
    labels that know no others.

    Raises:
        BriefingError: a report cannot be read.
    """
    taxonomy = load_taxonomy()
    judged = judge(labels.labels, _tagged(labels.reports, guide_only))
    answers = _answered(labels, taxonomy)
    figures = tag_figures(judged) | _request_figures(answers)
    return Run(labels.name, tuple(judged), answers, figures, _baseline(labels, taxonomy))


def _tagged(paths: Sequence[Path], guide_only: bool) -> Iterator[Found]:
    extractor = Extractor.shipped()
    for path in paths:
        report = read_report(path.read_bytes(), path.name)
        for finding in extractor.findings(report):
            yield _found(finding, guide_only)


def _found(finding: Finding, guide_only: bool) -> Found:
    regions = (finding.mentions, finding.about)
    if guide_only:
        line = tag_line(finding, "")
        regions = (tuple(_ids(line["mentions"])), tuple(_ids(line["about"])))
    tags = Tags(frozenset(regions[0]), frozenset(regions[1]), frozenset(finding.themes))
    return Found(finding.text, finding.kind.value, tags, finding.strength, finding.needs_context)


def _ids(value: object) -> list[str]:
    return [str(id_) for id_ in value] if isinstance(value, list) else []


def _answered(labels: LabelledSet, taxonomy: Taxonomy) -> tuple[Answered, ...]:
    matcher = Matcher(labels.labels)
    with tempfile.TemporaryDirectory() as scratch:
        library = Library.open(Path(scratch) / "library")
        try:
            outcome = import_reports(library, labels.reports, Silent(), today=_DAY)
            for failed in outcome.failed:
                raise ImportFailure(f"{failed.name}: {failed.error}")
            return tuple(
                answered(asked, _offered(library, asked, taxonomy), labels.labels, matcher)
                for asked in requests(labels.labels)
            )
        finally:
            library.close()


def _offered(library: Library, asked: Asked, taxonomy: Taxonomy) -> list[str]:
    request = BriefRequest((asked.region,), (asked.theme,), max_findings=10)
    offered = offer_findings(library, request, taxonomy)
    return [candidate.stored.finding.text for candidate in offered]


def _request_figures(answers: Sequence[Answered]) -> dict[str, float]:
    return {
        "ndcg10": mean([one.ndcg for one in answers]),
        "found10": mean([one.found for one in answers]),
    }


def _baseline(labels: LabelledSet, taxonomy: Taxonomy) -> dict[str, float]:
    names = NameList(taxonomy)
    judged = judge(labels.labels, [names.found(label) for label in labels.labels])
    return tag_figures(judged) | _request_figures(_searched(labels.labels, taxonomy))


def _searched(labels: Sequence[Labelled], taxonomy: Taxonomy) -> list[Answered]:
    matcher, search = Matcher(labels), WordSearch(labels, taxonomy)
    try:
        return [
            answered(asked, search.answers(asked), labels, matcher) for asked in requests(labels)
        ]
    finally:
        search.close()
