"""Use case: rules of the officer's, tried before they are kept, kept, listed and taken out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from briefing.citing import place
from briefing.errors import RequestError
from briefing.extraction.rules import RuleJudge, check_term
from briefing.library import Library
from briefing.model import (
    BriefRequest,
    Facet,
    Finding,
    KeptRule,
    Passage,
    RuleExample,
    RuleTrial,
    TagCount,
    TagRule,
    Taxonomy,
)
from briefing.pipeline.selecting import resolve_scope

SHOWN = 50
"""So many of the findings that rules would change are shown as examples."""

_Tags = frozenset[tuple[Facet, str]]


def checked(rules: Iterable[TagRule], taxonomy: Taxonomy) -> tuple[TagRule, ...]:
    """Return rules with their regions and themes as ids and their terms tidied.

    Raises:
        RequestError: a region or theme that does not exist, a term without a word, no rule at all,
            or two that say the opposite.
    """
    resolved = [_checked(rule, taxonomy) for rule in rules]
    if not resolved:
        raise RequestError("A rule gives or takes away at least one region or theme.")
    said = {rule.key: rule for rule in resolved}
    for rule in resolved:
        if said[rule.key].adds is not rule.adds:
            raise RequestError(f"“{rule.term}” cannot both be {rule.tag} and not be {rule.tag}.")
    return tuple(said.values())


def try_rules(library: Library, rules: Sequence[TagRule], taxonomy: Taxonomy) -> RuleTrial:
    """Return what rules would change if they were kept; nothing is changed.

    Raises:
        RequestError: as for ``checked``.
    """
    changes = list(library.rulebook.changes(checked(rules, taxonomy), RuleJudge()))
    gained, lost = Counter[tuple[Facet, str]](), Counter[tuple[Facet, str]]()
    for _, before, after in changes:
        gained.update(_tags(after) - _tags(before))
        lost.update(_tags(before) - _tags(after))
    return RuleTrial(
        findings=len(changes),
        reports=len({passage.report for passage, _, _ in changes}),
        gained=_counts(gained),
        lost=_counts(lost),
        examples=_examples(library, islice(changes, SHOWN)),
    )


def keep_rules(
    library: Library, rules: Sequence[TagRule], taxonomy: Taxonomy
) -> tuple[TagRule, ...]:
    """Keep rules and let all findings obey them; return those that were not there already.

    Raises:
        RequestError: as for ``checked``.
        LibraryError: the disk refuses; nothing is changed.
    """
    return library.rulebook.add(checked(rules, taxonomy), RuleJudge())


def kept_rules(library: Library) -> tuple[KeptRule, ...]:
    """Return the rules of a library, in the order in which they were made."""
    counts = library.rulebook.counts()
    titles = {one.sha256: one.metadata.title or one.file_name for one in library.reports()}
    return tuple(
        KeptRule(rule, counts.get(rule.number, 0), titles.get(rule.report, ""))
        for rule in library.rulebook.rules()
    )


def _checked(rule: TagRule, taxonomy: Taxonomy) -> TagRule:
    is_theme = rule.facet is Facet.THEME
    asked = BriefRequest(themes=(rule.tag,)) if is_theme else BriefRequest(regions=(rule.tag,))
    found = resolve_scope(asked, taxonomy)
    (tag,) = found.themes if is_theme else found.regions
    return replace(
        rule, term=check_term(rule.term), tag=tag, publisher=" ".join(rule.publisher.split())
    )


def _tags(finding: Finding) -> _Tags:
    """Return what a finding is tagged with; naming a region is told as being about it."""
    regions = {*finding.about, *finding.mentions}
    about = ((Facet.ABOUT, id_) for id_ in regions)
    return frozenset((*about, *((Facet.THEME, id_) for id_ in finding.themes)))


def _counts(counted: Counter[tuple[Facet, str]]) -> tuple[TagCount, ...]:
    in_order = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return tuple(TagCount(facet, tag, number) for (facet, tag), number in in_order)


def _examples(
    library: Library, changes: Iterable[tuple[Passage, Finding, Finding]]
) -> tuple[RuleExample, ...]:
    shown = list(changes)
    stored = library.stored_many(passage for passage, _, _ in shown)
    return tuple(
        RuleExample(
            text=before.text,
            place=place(stored[passage]),
            gains=tuple(sorted(tag for _, tag in _tags(after) - _tags(before))),
            loses=tuple(sorted(tag for _, tag in _tags(before) - _tags(after))),
        )
        for passage, before, after in shown
        if passage in stored
    )
