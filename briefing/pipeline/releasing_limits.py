"""What binds a releasable version: level, markings of reports, passages marked above it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefing.errors import RequestError
from briefing.library import Library
from briefing.marking import Marking, check_marking, load_scheme, read_marking
from briefing.marking.limits import Limit
from briefing.marking.weighing import highest
from briefing.model import Brief, BriefRequest, Decision, Draft, Passage, Quotation, StoredFinding
from briefing.model.marking import Scheme
from briefing.pipeline.marking import weighed
from briefing.quotations import passage_of
from briefing.templating import TemplateHeader


@dataclass(frozen=True, slots=True)
class Bounds:
    """Tells of each finding whether it may be released."""

    limit: Limit
    reports: Mapping[str, str]
    """The marking of each report by its fingerprint."""
    own: Mapping[Passage, str]
    """The markings that the desk has given to findings."""
    above: Mapping[tuple[str, int], tuple[Passage, ...]]
    """Passages that the desk has marked above the level, by report and block."""

    def keeps(self, decision: Decision) -> bool:
        """Whether a finding of the draft may be released."""
        return decision.is_used and self.permits_passage(decision.passage)

    def permits(self, stored: StoredFinding) -> bool:
        """Whether a finding may be counted and cited."""
        return self.permits_passage(stored.finding.passage)

    def permits_passage(self, passage: Passage) -> bool:
        """Whether words of a report may be released that the desk has marked, or has not."""
        own = self.own.get(passage, "")
        if own:
            return self.limit.allows(own)
        return self.limit.allows(self.reports.get(passage.report, "")) and self.is_clear(passage)

    def is_clear(self, passage: Passage) -> bool:
        """Whether a passage shares no letter with one that the desk has marked above the level."""
        beside = self.above.get((passage.report, passage.block), ())
        return not any(one.start < passage.end and passage.start < one.end for one in beside)

    def shows_block(self, report: str, block: int) -> bool:
        """Whether a whole paragraph of a report may be shown."""
        return self.limit.allows(self.reports.get(report, "")) and (report, block) not in self.above


def bounds_of(
    library: Library, brief: Brief, draft: Draft, limit: Limit, others: Iterable[Passage] = ()
) -> Bounds:
    """Return what binds the releasable version of a document; ``others`` are marked above too."""
    reports = {one.sha256: one.metadata.marking for one in library.reports()}
    reports |= {one.report.sha256: one.report.metadata.marking for one in draft.carried}
    held = {source.sha256: source.metadata.marking for source in brief.sources}
    own = {one.passage: one.marking for one in draft.decisions if one.marking}
    own = {passage: marking for passage, marking in own.items() if passage not in set(others)}
    return Bounds(limit, held | reports, own, _by_block((*marked_above(draft, limit), *others)))


def marked_above(draft: Draft, limit: Limit) -> tuple[Passage, ...]:
    """Return all passages of the findings that the desk has marked above a level."""
    return tuple(
        passage_of(quotation)
        for one in draft.decisions
        if one.marking and not limit.allows(one.marking)
        for quotation in quotations_of(one)
    )


def quotations_of(decision: Decision) -> Iterator[Quotation]:
    """Yield all that a finding of a draft prints."""
    yield from (*decision.before, decision.finding, *decision.after)


def _by_block(passages: Iterable[Passage]) -> dict[tuple[str, int], tuple[Passage, ...]]:
    found: dict[tuple[str, int], tuple[Passage, ...]] = defaultdict(tuple)
    for one in passages:
        found[one.report, one.block] += (one,)
    return dict(found)


def limit_of(brief: Brief, level: str, header: TemplateHeader) -> Limit:
    """Return the level at which a document is to be released, and what is so without a marking.

    The document counts as what it is marked, and as the highest of what is in it.

    Raises:
        RequestError: the brief has no scheme, or the level is not of it.
    """
    request = brief.request
    scheme = scheme_for(request)
    wanted = check_marking(level, scheme, "The level")
    declared = read_marking(request.marking, scheme)
    inside = read_marking(weighed(brief).proposed, scheme)
    return Limit(
        scheme,
        wanted,
        together(declared, inside, scheme) if declared or not request.marking.strip() else None,
        frozenset(header.closed),
        frozenset(field.name for field in header.fields if not field.closed),
        tuple((field.name, field.label) for field in header.fields),
    )


def together(one: Marking | None, other: Marking | None, scheme: Scheme) -> Marking | None:
    """Return the higher of two markings with the caveats of both; None where there is neither."""
    marks = [mark for mark in (one, other) if mark is not None]
    return highest(marks, scheme) if marks else None


def scheme_for(request: BriefRequest) -> Scheme:
    """Return the scheme of a request.

    Raises:
        RequestError: it has none.
    """
    scheme = load_scheme(request.scheme)
    if scheme is None:
        raise RequestError(
            "A releasable version needs a scheme of markings; the brief has none.",
            "Choose one, and mark reports, findings and judgements in its words.",
        )
    return scheme


def without_markings_above(brief: Brief, limit: Limit) -> Brief:
    """Return a brief whose sources do not tell that they are marked above the level.

    They are named all the same where the desk has marked a finding of theirs lower.
    """
    sources = tuple(
        source
        if limit.allows(source.metadata.marking)
        else replace(source, metadata=replace(source.metadata, marking=""))
        for source in brief.sources
    )
    return replace(brief, sources=sources)
