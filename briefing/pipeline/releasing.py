"""Use case: a version of a document that may be handed on at a lower level.

It is a brief of its own, built anew from what may be released: without the findings, judgements and
words of the desk above the level, its sources numbered and its charts counted from what is left.
Whoever writes it searches the finished file for what was left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from briefing.assembly import chart_data
from briefing.errors import ExportError, RequestError
from briefing.library import Library
from briefing.marking import check_marking, load_scheme, read_marking
from briefing.marking.limits import Limit, released_request, released_words, withheld
from briefing.model import (
    Brief,
    BriefFinding,
    BriefRequest,
    Decision,
    Draft,
    Metadata,
    Passage,
    Quotation,
    StoredFinding,
    Taxonomy,
    scope_of,
)
from briefing.pipeline.building import BuiltBrief, Materials, build_draft, build_from
from briefing.pipeline.selecting import choose_findings, weigh_findings
from briefing.pipeline.shelf import Shelf
from briefing.pipeline.standing import Standings
from briefing.quotations import alone, bare, passage_of
from briefing.releasing import LeftOut, Needles, needles_of, search
from briefing.taxonomy import with_groups
from briefing.wording import plural

_FINGERPRINT = 12
"""Signs of a report's fingerprint that documents print."""


@dataclass(frozen=True, slots=True)
class Released:
    """A releasable version, and what was left out of it."""

    built: BuiltBrief
    needles: Needles
    sentences: tuple[str, ...]
    """What an officer needs to know of it, fit to show."""

    def inspect(self, name: str, data: bytes) -> str:
        """Return what was searched in a finished file, in a sentence.

        Raises:
            ExportError: something that was left out is in it; the message tells what and where.
        """
        searched = search(data, name, self.needles)
        if searched.finds:
            found = "; ".join(f"{one.what} in {one.where}" for one in searched.finds[:4])
            raise ExportError(
                f"{name} still holds what may not be released: {found}.",
                "Nothing was written. Take the words out, or mark them as releasable.",
            )
        return searched.sentence


def release(
    library: Library,
    draft: Draft,
    taxonomy: Taxonomy,
    level: str,
    *,
    today: date,
    folders: Sequence[Path] = (),
) -> Released:
    """Return the version of a draft's document that is releasable at a level of its scheme.

    Raises:
        RequestError: the brief has no scheme, or the level is not of it.
        ExportError: nothing in the brief may be released.
        TemplateError, LibraryError: as ``build_draft``.
    """
    full = build_draft(library, draft, taxonomy, today=today, folders=folders)
    limit = _limit(full.brief.request, level)
    reports = {one.sha256: one.metadata.marking for one in library.reports()}
    reports |= {one.report.sha256: one.report.metadata.marking for one in full.draft.carried}
    kept = tuple(one for one in full.draft.decisions if _is_kept(one, limit, reports))
    small = _draft(full, kept, limit)
    shelf = Shelf(library)
    materials = _materials(library, shelf, small, taxonomy, _permits(full.draft, limit))
    built = build_from(materials, small, today=full.brief.issued, folders=folders)
    left_out = (*_left_out(full, built, limit), *_reports_above(library, built, limit))
    names = with_groups(taxonomy, draft.request.groups)
    needles = needles_of(left_out, _kept_texts(library, built, limit, names))
    brief = _without_surroundings(built.brief, needles, limit, reports)
    draft_kept = replace(built.draft, decisions=tuple(map(_bare_decision, built.draft.decisions)))
    built = replace(built, brief=brief, draft=draft_kept)
    return Released(built, needles, tuple(_told(full, built, limit, needles)))


def _limit(request: BriefRequest, level: str) -> Limit:
    scheme = load_scheme(request.scheme)
    if scheme is None:
        raise RequestError(
            "A releasable version needs a scheme of markings; the brief has none.",
            "Choose one, and mark reports, findings and judgements in its words.",
        )
    wanted = check_marking(level, scheme, "The level")
    return Limit(scheme, wanted, read_marking(request.marking, scheme))


def _is_kept(one: Decision, limit: Limit, reports: dict[str, str]) -> bool:
    marking = one.marking or reports.get(one.finding.report, "")
    return one.is_used and limit.allows(marking)


def _permits(draft: Draft, limit: Limit) -> Callable[[StoredFinding], bool]:
    """Return what tells whether a finding may be counted and cited."""
    own = {one.passage: one.marking for one in draft.decisions if one.marking}

    def permits(stored: StoredFinding) -> bool:
        marking = own.get(stored.finding.passage, "") or stored.report.metadata.marking
        return limit.allows(marking)

    return permits


def _draft(full: BuiltBrief, kept: tuple[Decision, ...], limit: Limit) -> Draft:
    """Return the draft of what may be released: nothing else, and nothing beside it."""
    if not kept:
        raise ExportError(
            f"No finding of the brief may be released at {limit.level.text(limit.scheme)}.",
            "Mark reports or findings as releasable, or choose a higher level.",
        )
    printed = {section.region for section in full.brief.sections}
    themes = {one.theme for one in kept}
    regions = {one.region for one in kept} & printed
    request = released_request(full.draft.request, limit)
    request = replace(
        request,
        regions=tuple(one for one in request.regions if one in regions),
        themes=tuple(one for one in request.themes if one in themes),
        groups=tuple(one for one in request.groups if one.id in regions),
        sources=tuple(sorted({one.finding.report for one in kept})) if request.sources else (),
        max_findings=len(kept),
    )
    passages = {one.passage for one in kept}
    carried = tuple(one for one in full.draft.carried if one.passage in passages)
    above = {
        one.passage for one in full.draft.decisions if one.marking and not limit.allows(one.marking)
    }
    bare = tuple(_without(one, above) for one in kept)
    return Draft(request, bare, scope_of(request), carried)


def _without(one: Decision, above: set[Passage]) -> Decision:
    """Return a decision without notes, and without sentences beside it that may not be released."""
    before = tuple(quotation for quotation in one.before if passage_of(quotation) not in above)
    after = tuple(quotation for quotation in one.after if passage_of(quotation) not in above)
    return replace(one, before=before, after=after, note="", why="")


def _materials(
    library: Library,
    shelf: Shelf,
    draft: Draft,
    taxonomy: Taxonomy,
    permits: Callable[[StoredFinding], bool],
) -> Materials:
    weighing = weigh_findings(library, draft.request, taxonomy, permits)
    selection = choose_findings(draft.request, weighing, taxonomy)
    taxonomy = with_groups(taxonomy, draft.request.groups)
    drawable = partial(chart_data, selection, taxonomy)
    return Materials(selection, taxonomy, shelf, Standings(shelf), drawable)


def _left_out(full: BuiltBrief, built: BuiltBrief, limit: Limit) -> Iterator[LeftOut]:
    """Yield all that the document would hold and the releasable version must not."""
    kept = {finding.code for finding in built.brief.findings}
    for finding in full.brief.findings:
        if finding.code not in kept:
            yield LeftOut(f"finding {finding.code}", finding.text)
            yield LeftOut(f"finding {finding.code}", finding.code, exact=True)
    for finding in full.brief.findings:
        for one in finding.disagreements:
            yield LeftOut(f"what differs from finding {finding.code}", one.quotation.exact)
    for decision in full.draft.decisions:
        yield LeftOut("a note of the desk", decision.note)
        yield LeftOut("a reason for leaving a finding out", decision.why)
        if not limit.allows(decision.marking or "") and decision.marking:
            yield LeftOut("a finding marked by the desk", decision.finding.exact)
    for name, words in withheld(full.draft.request, limit):
        yield LeftOut(name, words)


def _reports_above(library: Library, built: BuiltBrief, limit: Limit) -> Iterator[LeftOut]:
    """Yield the names of reports that may not be released, save those that the version cites."""
    cited = {source.sha256 for source in built.brief.sources}
    for report in library.reports():
        if report.sha256 not in cited and not limit.allows(report.metadata.marking):
            yield from _names(report.metadata, report.file_name, report.sha256)


def _names(said: Metadata, file_name: str, sha256: str) -> Iterator[LeftOut]:
    what = f"the report {sha256[:_FINGERPRINT]}"
    for words in _said_of(said, file_name):
        yield LeftOut(what, words)
    yield LeftOut(what, sha256[:_FINGERPRINT], exact=True)


def _said_of(said: Metadata, file_name: str) -> tuple[str, ...]:
    return (said.title, file_name, said.address, said.publisher, *said.authors)


def _kept_texts(
    library: Library, built: BuiltBrief, limit: Limit, taxonomy: Taxonomy
) -> Iterator[str]:
    """Yield all words that the releasable version may hold, in charts the names of reports too."""
    brief = built.brief
    yield brief.title
    yield from released_words(brief.request, limit)
    for section in brief.sections:
        yield section.title
    for finding in brief.findings:
        yield finding.text
        for quotation in _quotations(finding):
            yield quotation.exact
    for source in brief.sources:
        yield from _said_of(source.metadata, source.file_name)
    for report in library.reports():
        if limit.allows(report.metadata.marking):
            yield from _said_of(report.metadata, report.file_name)
    for chart in brief.charts:
        yield from (chart.question, chart.answer, chart.basis, chart.alt)
    yield from (region.name for region in taxonomy.regions.values())
    yield from (theme.name for theme in taxonomy.themes.values())


def _quotations(finding: BriefFinding) -> Iterator[Quotation]:
    yield from finding.quotations
    yield from finding.elsewhere
    yield from (one.quotation for one in finding.disagreements)


def _without_surroundings(
    brief: Brief, needles: Needles, limit: Limit, reports: dict[str, str]
) -> Brief:
    """Return a brief without the words around its findings, save paragraphs that may be shown.

    Those of a report above the level may not, nor any that holds words that were left out.
    """
    sections = (
        replace(section, findings=tuple(map(bare, section.findings))) for section in brief.sections
    )
    paragraphs = (
        one
        for one in brief.paragraphs
        if limit.allows(reports.get(one.report, "")) and not needles.within(one.text)
    )
    return replace(brief, sections=tuple(sections), paragraphs=tuple(paragraphs))


def _bare_decision(one: Decision) -> Decision:
    return replace(
        one,
        finding=alone(one.finding),
        before=tuple(map(alone, one.before)),
        after=tuple(map(alone, one.after)),
    )


def _told(full: BuiltBrief, built: BuiltBrief, limit: Limit, needles: Needles) -> Iterator[str]:
    """Yield what was left out, and what was taken on trust."""
    findings = len(full.brief.findings) - len(built.brief.findings)
    sources = len(full.brief.sources) - len(built.brief.sources)
    names = dict.fromkeys(name for name, _ in withheld(full.draft.request, limit))
    said = [plural(findings, "finding"), plural(sources, "source"), *names]
    yield f"Releasable at {limit.level.text(limit.scheme)}. Left out: {'; '.join(said)}."
    unmarked = [source for source in built.brief.sources if not source.metadata.marking]
    if unmarked and limit.scheme.unmarked:
        yield (
            f"{plural(len(unmarked), 'report')} without a marking taken as "
            f"{limit.scheme.unmarked}: {', '.join(one.file_name for one in unmarked[:6])}."
        )
    for source in built.brief.sources:
        if not limit.allows(source.metadata.marking):
            yield (
                f"{source.file_name} is {source.metadata.marking}, and named as the source of "
                "findings that the desk has marked lower."
            )
    if needles.skipped:
        yield (
            "Not searched for, because it is too short or stands in what is kept: "
            f"{', '.join(needles.skipped[:8])}."
        )
