"""Use case: reports of a library tagged anew: tables, program, or what is known of them changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from briefing.extraction.edition import tags_version
from briefing.extraction.extractor import Extractor
from briefing.extraction.rules import RuleJudge
from briefing.library import Library
from briefing.model import Finding, Metadata
from briefing.pipeline.collecting import uncollected
from briefing.progress import Progress


@dataclass(frozen=True, slots=True)
class Retagged:
    """What tagging anew has done."""

    reports: int
    changed: int
    """Sentences that have other tags, dates or strength than before."""


class Tagger:
    """Tags reports of a library by what is known of them now; loads its tables when it must."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._judge = RuleJudge()

    def tag(self, sha256: str) -> int:
        """Tag a report anew; return how many of its sentences are not what they were.

        Raises:
            LibraryError: the library itself fails, or does not hold the report.
        """
        library = self._library
        report, before = library.report(sha256), library.findings_of(sha256)
        with uncollected():
            findings = self._extractor.findings(report)
        library.retag(report, findings, tags_version(), self._judge)
        return _differences(before, library.findings_of(sha256))

    def correct(self, sha256: str, over: Metadata, *, alone: bool = False) -> None:
        """Correct what is known of a report; under another date or language it is tagged anew.

        ``alone``: ``over`` takes the place of what has been corrected before. Broken off between
        the two, the report is among the stale ones.

        Raises:
            LibraryError: as ``tag``.
        """
        before = self._library.summary(sha256).metadata
        lay = self._library.replace_corrections if alone else self._library.correct_metadata
        lay(sha256, over)
        if self._library.summary(sha256).metadata.leading != before.leading:
            self.tag(sha256)

    @cached_property
    def _extractor(self) -> Extractor:
        return Extractor.shipped()


def stale_reports(library: Library) -> tuple[str, ...]:
    """Return the reports whose tags come from other tables, another program, date or language."""
    return library.tagged_otherwise(tags_version())


def retag_reports(library: Library, progress: Progress, *, every: bool = False) -> Retagged:
    """Tag the reports anew that are stale; ``every`` takes all of them.

    The officer's corrections and rules hold as before. Stopped midway, the reports that are done
    stay done.

    Raises:
        Cancelled: from ``progress``.
        LibraryError: the library itself fails.
    """
    wanted = [one.sha256 for one in library.reports()] if every else list(stale_reports(library))
    progress.start(len(wanted))
    tagger = Tagger(library)
    changed = 0
    for sha256 in wanted:
        progress.step(library.summary(sha256).file_name)
        changed += tagger.tag(sha256)
    return Retagged(len(wanted), changed)


def _differences(before: Iterable[Finding], after: Iterable[Finding]) -> int:
    """Return how many sentences are not what they were."""
    return (Counter(map(_tags, after)) - Counter(map(_tags, before))).total()


def _tags(finding: Finding) -> tuple[object, ...]:
    regions = (frozenset(finding.mentions), frozenset(finding.about))
    said = (frozenset(finding.themes), finding.dates, finding.needs_context)
    return (finding.text, *regions, *said, round(finding.strength, 4))
