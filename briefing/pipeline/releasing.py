"""Use case: a version of a document that may be handed on at a lower level.

It is a brief of its own, built anew from what may be released: without the findings, judgements and
words of the desk above the level, its sources numbered and its charts counted from what is left.
Whoever writes it searches the finished file for what was left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path

from briefing.assembly import chart_data
from briefing.errors import ExportError
from briefing.library import Library
from briefing.marking.limits import released_words, withheld
from briefing.model import Brief, Decision, Draft, Passage, StoredFinding, Taxonomy
from briefing.pipeline.building import BuiltBrief, Materials, build_draft, build_from
from briefing.pipeline.checking import without_dates
from briefing.pipeline.releasing_draft import (
    groups_withheld,
    released_draft,
    without_references,
    without_surroundings,
)
from briefing.pipeline.releasing_limits import (
    Bounds,
    bounds_of,
    limit_of,
    without_markings_above,
)
from briefing.pipeline.selecting import choose_findings, weigh_findings
from briefing.pipeline.shelf import Shelf
from briefing.pipeline.standing import Standings
from briefing.pipeline.withholding import kept_texts, left_out, reports_above
from briefing.quotations import bare, passage_of
from briefing.releasing import Inspection, LeftOut, Needles, needles_of
from briefing.taxonomy import with_groups
from briefing.templating import load_header
from briefing.wording import plural


@dataclass(frozen=True, slots=True)
class Beyond:
    """What a releasable version must not hold though it is no part of the document itself."""

    passages: tuple[Passage, ...] = ()
    """Marked above the level in another document."""
    left_out: tuple[LeftOut, ...] = ()


NOTHING_BEYOND = Beyond()


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole document, and what of it may be released."""

    full: BuiltBrief
    bounds: Bounds
    kept: tuple[Decision, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def nothing_left(self) -> ExportError:
        """What is to be said where nothing may be released."""
        limit = self.bounds.limit
        return ExportError(
            f"No finding of the brief may be released at {limit.level.text(limit.scheme)}.",
            "Mark reports or findings as releasable, or choose a higher level.",
        )


@dataclass(frozen=True, slots=True)
class Released:
    """A releasable version, and what was left out of it."""

    built: BuiltBrief
    left_out: tuple[LeftOut, ...]
    kept: tuple[str, ...]
    """All words of reports and of the program that it may hold."""
    said: tuple[str, ...]
    """The desk's own words that it may hold."""
    needles: Needles
    sentences: tuple[str, ...]
    """What an officer needs to know of it, fit to show."""

    @property
    def inspect(self) -> Inspection:
        """What looks over each of its files."""
        return Inspection(self.needles)


def release(
    library: Library,
    draft: Draft,
    taxonomy: Taxonomy,
    level: str,
    *,
    today: date,
    folders: Sequence[Path] = (),
    beyond: Beyond = NOTHING_BEYOND,
) -> Released:
    """Return the version of a draft's document that is releasable at a level of its scheme.

    Raises:
        RequestError: the brief has no scheme, or the level is not of it.
        ExportError: nothing in the brief may be released.
        TemplateError, LibraryError: as ``build_draft``.
    """
    full = build_draft(library, draft, taxonomy, today=today, folders=folders)
    planned = plan(library, full, level, folders=folders, beyond=beyond)
    return carry_out(library, planned, taxonomy, folders=folders)


def plan(
    library: Library,
    full: BuiltBrief,
    level: str,
    *,
    folders: Sequence[Path] = (),
    beyond: Beyond = NOTHING_BEYOND,
) -> Plan:
    """Return what of a document may be released; errors as ``release``."""
    header = load_header(full.brief.request.template, folders)
    limit = limit_of(full.brief, level, header)
    bounds = bounds_of(library, full.brief, full.draft, limit, beyond.passages)
    kept = tuple(one for one in full.draft.decisions if bounds.keeps(one))
    gone = _codes_gone(full.brief, kept)
    return Plan(full, bounds, kept, (*left_out(full, gone, bounds), *beyond.left_out))


def carry_out(
    library: Library, planned: Plan, taxonomy: Taxonomy, *, folders: Sequence[Path] = ()
) -> Released:
    """Return the releasable version of a document; errors as ``release``."""
    full, bounds = planned.full, planned.bounds
    if not planned.kept:
        raise planned.nothing_left
    taxonomy = with_groups(taxonomy, full.draft.request.groups)
    small = released_draft(full, planned.kept, bounds, taxonomy)
    request = without_references(small.request, _codes_gone(full.brief, planned.kept))
    small = replace(small, request=request)
    taxonomy = with_groups(taxonomy, request.groups)
    materials = _materials(library, small, taxonomy, bounds.permits)
    built = build_from(materials, small, today=full.brief.issued, folders=folders)
    cited = {source.sha256 for source in built.brief.sources}
    gone = (*planned.left_out, *reports_above(library, cited, bounds))
    kept = tuple(dict.fromkeys(kept_texts(library, built, bounds, taxonomy)))
    said = released_words(built.brief.request, bounds.limit)
    needles = needles_of(gone, kept, said)
    header = load_header(built.brief.request.template, folders)
    told = (*_told(full, built, bounds, needles), *without_dates(header, built.brief))
    brief = without_markings_above(_bare(built.brief, needles, bounds), bounds.limit)
    used = (one for one in built.draft.decisions if one.is_used)
    left = replace(built.draft, decisions=without_surroundings(used))
    return Released(replace(built, brief=brief, draft=left), gone, kept, said, needles, told)


def _codes_gone(brief: Brief, kept: Iterable[Decision]) -> frozenset[str]:
    """Return the codes of the findings of a document that are not kept."""
    passages = {one.passage for one in kept}
    return frozenset(
        finding.code
        for finding in brief.findings
        if passage_of(finding.quotations[finding.own]) not in passages
    )


def _materials(
    library: Library,
    draft: Draft,
    taxonomy: Taxonomy,
    permits: Callable[[StoredFinding], bool],
) -> Materials:
    weighing = weigh_findings(library, draft.request, taxonomy, permits)
    selection = choose_findings(draft.request, weighing, taxonomy)
    shelf = Shelf(library)
    drawable = partial(chart_data, selection, taxonomy)
    return Materials(selection, taxonomy, shelf, Standings(shelf), drawable)


def _bare(brief: Brief, needles: Needles, bounds: Bounds) -> Brief:
    """Return a brief without the words around its findings, save paragraphs that may be shown.

    Those of a report above the level may not, nor any that holds words that were left out.
    """
    paragraphs = (
        one
        for one in brief.paragraphs
        if bounds.shows_block(one.report, one.block) and not needles.within(one.text)
    )
    return replace(brief.with_findings(bare), paragraphs=tuple(paragraphs))


def _told(full: BuiltBrief, built: BuiltBrief, bounds: Bounds, needles: Needles) -> Iterator[str]:
    """Yield what was left out, and what was taken on trust."""
    limit = bounds.limit
    findings = len(full.brief.findings) - len(built.brief.findings)
    sources = len(full.brief.sources) - len(built.brief.sources)
    names = dict.fromkeys(name for name, _ in withheld(full.draft.request, limit))
    groups = groups_withheld(full.draft.request, limit)
    said = [plural(findings, "finding")] if findings else []
    said += [plural(sources, "source")] if sources else []
    said += [*names, *(["names of groups of regions"] if groups else [])]
    left = "; ".join(said) or "nothing"
    yield f"Releasable at {limit.level.text(limit.scheme)}. Left out: {left}."
    yield from _on_trust(built.brief, bounds)
    yield from Inspection(needles).unsearched()


def _on_trust(brief: Brief, bounds: Bounds) -> Iterator[str]:
    unmarked = [source for source in brief.sources if not source.metadata.marking]
    if unmarked and bounds.limit.scheme.unmarked:
        yield (
            f"{plural(len(unmarked), 'report')} without a marking taken as "
            f"{bounds.limit.scheme.unmarked}: {', '.join(one.file_name for one in unmarked[:6])}."
        )
    for source in brief.sources:
        if not bounds.limit.allows(source.metadata.marking):
            yield (
                f"{source.file_name} is {source.metadata.marking}, and named as the source of "
                "findings that the desk has marked lower."
            )
