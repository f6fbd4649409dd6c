"""What no program of ours writes: values that fit their kinds but not each other."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import isfinite

from briefing.model import Brief, BriefFinding, BriefRequest, Decision, Draft, Quotation

CODE = re.compile(r"[A-Za-z][\w-]{1,60}", re.ASCII)


def faults_of_brief(brief: Brief) -> Iterator[str]:
    """Yield what is wrong with a document."""
    numbers = [source.number for source in brief.sources]
    if numbers != list(range(1, len(numbers) + 1)):
        yield "its sources are not numbered in order"
    codes = [finding.code for finding in brief.quoted]
    if len(set(codes)) < len(codes):
        yield "two findings have the same code"
    for finding in brief.quoted:
        yield from _faults_of_finding(finding, len(numbers))
    if any(len(one.quotations) != 1 or one.elsewhere for one in brief.charted):
        yield "a finding that a chart quotes is more than its own words"
    yield from _faults_of_data(brief.request)


def faults_of_draft(draft: Draft) -> Iterator[str]:
    """Yield what is wrong with a draft."""
    passages = [decision.passage for decision in draft.decisions]
    if len(set(passages)) < len(passages):
        yield "two decisions are about the same passage"
    yield from _faults_of_data(draft.request)
    for decision in draft.decisions:
        yield from _faults_of_decision(decision)
    for entry in draft.carried:
        if entry.report.sha256 != entry.passage.report:
            yield "a finding is carried along with another report than its own"


def _faults_of_finding(finding: BriefFinding, sources: int) -> Iterator[str]:
    if not CODE.fullmatch(finding.code):
        yield f"{finding.code[:20]!r} is no code of a finding"
    count = len(finding.quotations)
    if not -count <= finding.own < count or len(finding.citations) != 1 + len(finding.elsewhere):
        yield f"finding {finding.code} does not tell where it stands"
    cited = (*finding.citations, *(one.citation for one in finding.disagreements))
    if any(not 1 <= citation.source <= sources for citation in cited):
        yield f"finding {finding.code} cites a source that is not listed"
    beside = (one.quotation for one in finding.disagreements)
    if not _can_be((*finding.quotations, *finding.elsewhere, *beside)):
        yield f"finding {finding.code} quotes a passage that cannot be"
    if not _are_beside_each_other(finding.quotations):
        yield f"finding {finding.code} is put together of passages of different places"


def _faults_of_data(request: BriefRequest) -> Iterator[str]:
    points = (point for file in request.data for one in file.series for point in one.points)
    if any(not 0 < year < 10_000 or not isfinite(value) for year, value, _ in points):
        yield "its own figures have a year or value that cannot be"
    if any(not one.points for file in request.data for one in file.series):
        yield "its own figures have an indicator without a value"


def _faults_of_decision(decision: Decision) -> Iterator[str]:
    printed = (*decision.before, decision.finding, *decision.after)
    name = f"the decision on “{decision.finding.exact[:40]}”"
    if not _can_be(printed):
        yield f"{name} is about a passage that cannot be"
    if not _are_beside_each_other(printed):
        yield f"{name} is put together of passages of different places"


def _can_be(quotations: Iterable[Quotation]) -> bool:
    return all(one.block >= 0 and 0 <= one.start < one.end for one in quotations)


def _are_beside_each_other(quotations: Sequence[Quotation]) -> bool:
    """Return whether quotations stand in one block, in its order."""
    return all(
        (one.report, one.block) == (other.report, other.block) and one.end <= other.start
        for one, other in pairwise(quotations)
    )
