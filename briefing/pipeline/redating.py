"""Use case: the dates of a report's sentences read anew, once another date is known of it."""

from __future__ import annotations

from briefing.extraction.rules import RuleJudge
from briefing.library import Library
from briefing.model import PartialDate
from briefing.pipeline.collecting import uncollected
from briefing.taxonomy import tables_version


def redate(library: Library, sha256: str, dated: PartialDate | None) -> None:
    """Tag a report anew whose date is no longer ``dated``: “last November” is another month then.

    Raises:
        LibraryError: the library itself fails, or does not hold the report.
    """
    if library.summary(sha256).metadata.date == dated:
        return
    from briefing.extraction.extractor import Extractor  # takes its time, and is seldom needed

    report = library.report(sha256)
    with uncollected():
        findings = Extractor.shipped().findings(report)
    library.retag(report, findings, tables_version(), RuleJudge())
