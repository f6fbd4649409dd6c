"""Use case: the reports of a library tagged anew, after the tables or the program have changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.extraction.extractor import Extractor
from briefing.extraction.rules import RuleJudge
from briefing.library import Library
from briefing.model import Finding
from briefing.pipeline.collecting import uncollected
from briefing.progress import Progress
from briefing.taxonomy import tables_version


@dataclass(frozen=True, slots=True)
class Retagged:
    """What tagging anew has done."""

    reports: int
    changed: int
    """Sentences that have other tags, or another strength, than before."""


def stale_reports(library: Library) -> tuple[str, ...]:
    """Return the reports that were tagged with other tables than those in use."""
    return library.tagged_otherwise(tables_version())


def retag_reports(library: Library, progress: Progress, *, every: bool = False) -> Retagged:
    """Tag the reports anew that were tagged with other tables; ``every`` takes all of them.

    The officer's corrections and rules hold as before. Stopped midway, the reports that are done
    stay done.

    Raises:
        Cancelled: from ``progress``.
        LibraryError: the library itself fails.
    """
    wanted = [one.sha256 for one in library.reports()] if every else list(stale_reports(library))
    progress.start(len(wanted))
    extractor, judge, tables = Extractor.shipped(), RuleJudge(), tables_version()
    changed = 0
    for sha256 in wanted:
        progress.step(library.summary(sha256).file_name)
        report, before = library.report(sha256), library.findings_of(sha256)
        with uncollected():
            findings = extractor.findings(report)
        library.retag(report, findings, tables, judge)
        changed += _differences(before, library.findings_of(sha256))
    return Retagged(len(wanted), changed)


def _differences(before: Iterable[Finding], after: Iterable[Finding]) -> int:
    """Return how many sentences are not what they were."""
    return (Counter(map(_tags, after)) - Counter(map(_tags, before))).total()


def _tags(finding: Finding) -> tuple[object, ...]:
    regions = (frozenset(finding.mentions), frozenset(finding.about))
    return (finding.text, *regions, frozenset(finding.themes), round(finding.strength, 4))
