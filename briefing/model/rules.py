"""Rules of the officer: what a term means, in all reports or in some; laid over extraction.

A rule speaks of the sentences in which its term stands. What it does to a finding is worked out
whenever the finding is read, so that removing the rule leaves the finding as it was.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from briefing.model.finding import RULED, Evidence, Facet, Finding


@dataclass(frozen=True, slots=True)
class TagRule:
    """What a term means: that a finding is about a region or has a theme, or that it has not."""

    term: str
    """Whole words as they stand in the text, or the beginning of the last one: ``negotiat*``."""
    facet: Facet
    """``ABOUT`` for a region, ``THEME`` for a theme."""
    tag: str
    """Id of the region or theme."""
    adds: bool = True
    """Whether the tag is given, or taken away where nothing else in the sentence speaks for it."""
    report: str = ""
    """SHA-256 of the only report in which the rule holds; empty: it holds in all."""
    publisher: str = ""
    """The only publisher in whose reports the rule holds; empty: any."""
    number: int = 0
    """By which the officer names it; 0 before it is kept."""

    @property
    def key(self) -> tuple[str, ...]:
        """What the rule speaks of; of two that are alike in this the later one counts."""
        limits = (self.report, self.publisher.casefold())
        return (self.term.casefold(), self.facet, self.tag, *limits)

    @property
    def reason(self) -> str:
        """What stands as the reason of a tag that the rule gives, or takes away."""
        said = f"{RULED}“{self.term}”"
        return said if self.adds else f"{said} is not {self.tag}"

    def holds_in(self, report: str, publisher: str) -> bool:
        """Return whether the rule holds in a report, named by its SHA-256, of a publisher."""
        if self.report and self.report != report:
            return False
        return not self.publisher or self.publisher.casefold() == publisher.strip().casefold()


@dataclass(frozen=True, slots=True)
class TagCount:
    """How many findings gain a tag, or lose it."""

    facet: Facet
    tag: str
    findings: int


@dataclass(frozen=True, slots=True)
class RuleExample:
    """A finding that rules would change, fit to show."""

    text: str
    place: str
    gains: tuple[str, ...]
    loses: tuple[str, ...]
    """Ids of regions and themes."""


@dataclass(frozen=True, slots=True)
class RuleTrial:
    """What rules would change if they were kept."""

    findings: int
    reports: int
    gained: tuple[TagCount, ...]
    lost: tuple[TagCount, ...]
    examples: tuple[RuleExample, ...]


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule of the library with how many findings it speaks of."""

    rule: TagRule
    findings: int
    source: str = ""
    """The title of the only report in which it holds, where the library has it."""


def ruled(finding: Finding, rulings: Iterable[tuple[TagRule, str]]) -> Finding:
    """Return a finding as rules have it, each with the words for which it speaks of the finding."""
    for rule, words in rulings:
        finding = _with(finding, rule, words) if rule.adds else _without(finding, rule, words)
    return finding


def _with(finding: Finding, rule: TagRule, words: str) -> Finding:
    """Return the finding with the tag of a rule, before what extraction found: it is certain."""
    themes, about, mentions = finding.themes, finding.about, finding.mentions
    if rule.tag in (themes if rule.facet is Facet.THEME else about):
        return finding
    if rule.facet is Facet.THEME:
        themes = (rule.tag, *themes)
    else:
        about = (rule.tag, *about)
        mentions = mentions if rule.tag in mentions else (*mentions, rule.tag)
    evidence = (*finding.evidence, Evidence(rule.facet, rule.tag, words, rule.reason))
    return replace(finding, themes=themes, about=about, mentions=mentions, evidence=evidence)


def _without(finding: Finding, rule: TagRule, words: str) -> Finding:
    """Return the finding without the tag of a rule; one piece of evidence, of no tag, says why."""
    facets = {Facet.THEME} if rule.facet is Facet.THEME else {Facet.ABOUT, Facet.MENTION}
    held = finding.themes if rule.facet is Facet.THEME else (*finding.about, *finding.mentions)
    if rule.tag not in held:
        return finding
    kept = (one for one in finding.evidence if one.facet not in facets or one.tag != rule.tag)
    evidence = (*kept, Evidence(rule.facet, "", words, rule.reason))
    if rule.facet is Facet.THEME:
        return replace(finding, themes=_less(finding.themes, rule.tag), evidence=evidence)
    return replace(
        finding,
        about=_less(finding.about, rule.tag),
        mentions=_less(finding.mentions, rule.tag),
        evidence=evidence,
    )


def _less(tags: tuple[str, ...], tag: str) -> tuple[str, ...]:
    return tuple(one for one in tags if one != tag)
