"""What was left out of a releasable version, to be searched for; and what it may hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.library import Library
from briefing.marking.limits import withheld
from briefing.model import BriefFinding, Metadata, Quotation, Taxonomy
from briefing.pipeline.building import BuiltBrief
from briefing.pipeline.releasing_draft import groups_withheld
from briefing.pipeline.releasing_limits import Bounds, quotations_of
from briefing.quotations import passage_of
from briefing.releasing import LeftOut

_FINGERPRINT = 12
"""Signs of a report's fingerprint that documents print."""


def left_out(full: BuiltBrief, gone: Collection[str], bounds: Bounds) -> Iterator[LeftOut]:
    """Yield all that a document holds and its releasable version must not.

    ``gone`` are the codes of the findings that the version leaves out.
    """
    for finding in full.brief.findings:
        what = f"finding {finding.code}"
        if finding.code in gone:
            yield LeftOut(what, finding.text)
            yield LeftOut(what, finding.code, exact=True)
            yield from (LeftOut(what, one.exact) for one in finding.quotations)
        for quotation in _beside(finding):
            if not bounds.permits_passage(passage_of(quotation)):
                yield LeftOut(f"what else is cited for {what}", quotation.exact)
    for finding in full.brief.charted:
        for quotation in finding.quotations:
            if not bounds.permits_passage(passage_of(quotation)):
                yield LeftOut(f"finding {finding.code}, which a chart quotes", quotation.exact)
    yield from _of_decisions(full, bounds)
    yield from _of_reports(full, bounds)
    for name, words in withheld(full.draft.request, bounds.limit):
        yield LeftOut(name, words, by_desk=True)
    for name in groups_withheld(full.draft.request, bounds.limit):
        yield LeftOut("the name of a group of regions", name, by_desk=True)


def _of_decisions(full: BuiltBrief, bounds: Bounds) -> Iterator[LeftOut]:
    for decision in full.draft.decisions:
        yield LeftOut("a note of the desk", decision.note, by_desk=True)
        yield LeftOut("a reason for leaving a finding out", decision.why, by_desk=True)
        if not bounds.permits_passage(decision.passage):
            for quotation in quotations_of(decision):
                yield LeftOut("a finding that may not be released", quotation.exact)


def _of_reports(full: BuiltBrief, bounds: Bounds) -> Iterator[LeftOut]:
    """Yield what the reports above the level offered, and the paragraphs that were taken in."""
    for paragraph in full.brief.paragraphs:
        if not bounds.limit.allows(bounds.reports.get(paragraph.report, "")):
            what = f"a paragraph of the report {paragraph.report[:_FINGERPRINT]}"
            yield LeftOut(what, paragraph.text)
    for candidate in full.selection.candidates:
        stored = candidate.stored
        if not bounds.permits(stored):
            what = f"a finding of the report {stored.report.sha256[:_FINGERPRINT]}"
            yield LeftOut(what, stored.finding.text)


def reports_above(library: Library, cited: Collection[str], bounds: Bounds) -> Iterator[LeftOut]:
    """Yield the names of reports that may not be released, save those that the version cites."""
    for report in library.reports():
        if report.sha256 not in cited and not bounds.limit.allows(report.metadata.marking):
            what = f"the report {report.sha256[:_FINGERPRINT]}"
            for words in _said_of(report.metadata, report.file_name):
                yield LeftOut(what, words)
            yield LeftOut(what, report.sha256[:_FINGERPRINT], exact=True)


def _said_of(said: Metadata, file_name: str) -> tuple[str, ...]:
    return (said.title, file_name, said.address, said.publisher, *said.authors)


def kept_texts(
    library: Library, built: BuiltBrief, bounds: Bounds, taxonomy: Taxonomy
) -> Iterator[str]:
    """Yield all words of reports that the releasable version may hold, and the program's own.

    Names of reports are among them: charts tell of those too that no finding is from.
    What charts say in words of their own is among it, what they quote or count is not.
    """
    brief = built.brief
    yield from () if brief.request.title else (brief.title,)
    for section in brief.sections:
        yield section.title
    for finding in brief.quoted:
        yield finding.text
        yield from (quotation.exact for quotation in _quoted_by(finding))
    for source in brief.sources:
        yield from _said_of(source.metadata, source.file_name)
    for report in library.reports():
        if bounds.limit.allows(report.metadata.marking):
            yield from _said_of(report.metadata, report.file_name)
    for chart in brief.charts:
        yield from (chart.question, chart.basis)
    yield from (region.name for region in taxonomy.regions.values())
    yield from (theme.name for theme in taxonomy.themes.values())


def _quoted_by(finding: BriefFinding) -> Iterator[Quotation]:
    """Yield all that a finding quotes."""
    yield from finding.quotations
    yield from _beside(finding)


def _beside(finding: BriefFinding) -> Iterator[Quotation]:
    """Yield where the same is said, and where another figure is given."""
    yield from finding.elsewhere
    yield from (one.quotation for one in finding.disagreements)
