"""Use case: compare every finding of a brief with the stored source, character by character."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from briefing.anchoring import Anchored, anchor
from briefing.library import Library
from briefing.model import Brief, BriefFinding, Citation, Passage, Quotation, Report
from briefing.pipeline.shelf import Shelf
from briefing.pipeline.standing import stands
from briefing.quotations import passage_of


@dataclass(frozen=True, slots=True)
class Doubt:
    """A finding that is not in its source as the brief prints it."""

    finding: BriefFinding
    why: str
    """The rest of a sentence that begins with the finding's code."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What the comparison found. The tuples hold each finding of the brief once."""

    verbatim: tuple[BriefFinding, ...]
    """Those of its sections."""
    doubtful: tuple[Doubt, ...]
    not_compared: tuple[BriefFinding, ...]
    """Their reports, or their words, are known not to be in the library."""
    charted: tuple[BriefFinding, ...] = ()
    """Verbatim too, and printed by charts alone."""

    def sentences(self) -> tuple[str, ...]:
        """Return what an officer needs to know, fit to show."""
        said = [f"Finding {doubt.finding.code} {doubt.why}." for doubt in self.doubtful]
        if self.not_compared:
            codes = ", ".join(finding.code for finding in self.not_compared)
            said.append(
                f"Not compared, because their report or words are not in the library: {codes}."
            )
        return tuple(said)


def verify_brief(
    brief: Brief, library: Library | Shelf, lost: Collection[Passage] = frozenset()
) -> Verification:
    """Return which findings stand in the library's reports exactly as the brief prints them.

    Words, position, page and paragraph must all agree, those of every citation too. ``lost`` are
    findings of which the officer has been told that the library does not hold them so.
    """
    reports = Shelf(library) if isinstance(library, Library) else library
    cited = {source.number: source.sha256 for source in brief.sources}
    verbatim, doubtful, not_compared = [], [], []
    for finding in brief.quoted:
        if passage_of(finding.quotations[finding.own]) in lost:
            not_compared.append(finding)
            continue
        why = next(_doubts(finding, cited, reports), "")
        if why:
            doubtful.append(Doubt(finding, why))
        elif any(reports.report(place.report) is None for _, place in _cited_passages(finding)):
            not_compared.append(finding)
        else:
            verbatim.append(finding)
    beside = {finding.code for finding in brief.charted}
    return Verification(
        tuple(one for one in verbatim if one.code not in beside),
        tuple(doubtful),
        tuple(not_compared),
        tuple(one for one in verbatim if one.code in beside),
    )


def _doubts(finding: BriefFinding, cited: dict[int, str], reports: Shelf) -> Iterator[str]:
    """Yield what is wrong with a finding, gravest first."""
    if " ".join(quotation.exact for quotation in finding.quotations) != finding.text:
        yield "is not made of the words that it quotes"
    for one in finding.disagreements:
        if one.here not in finding.text or one.there not in one.quotation.exact:
            yield "names a difference in words that its sources do not have"
    beside = (one.quotation for one in finding.disagreements)
    for quotation in (*finding.quotations, *finding.elsewhere, *beside):
        report = reports.report(quotation.report)
        if report is not None and not stands(quotation, report):
            yield _where_else(quotation, report)
    for citation, quotation in _cited_passages(finding):
        report = reports.report(quotation.report)
        if cited.get(citation.source) != quotation.report:
            yield "cites another source than it quotes"
        elif report is not None and not _is_place(citation, quotation, report):
            yield "stands on another page or in another paragraph than printed"


def _cited_passages(finding: BriefFinding) -> list[tuple[Citation, Quotation]]:
    """Return each citation with the passage that it is the place of."""
    passages = (finding.quotations[finding.own], *finding.elsewhere)
    beside = ((one.citation, one.quotation) for one in finding.disagreements)
    return [*zip(finding.citations, passages, strict=True), *beside]


def _where_else(quotation: Quotation, report: Report) -> str:
    found = anchor(quotation, report)
    if isinstance(found, Anchored) and found.quotation.exact == quotation.exact:
        return "stands elsewhere in its source than the brief says"
    return "does not stand in its source as printed"


def _is_place(citation: Citation, quotation: Quotation, report: Report) -> bool:
    block = report.blocks[quotation.block]
    page = report.page_label(block.page_at(quotation.start))
    return (citation.page, citation.paragraph) == (page, block.paragraph)
