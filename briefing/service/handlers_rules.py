"""Calls about the officer's rules for tags; what works on them is loaded when it is needed."""

from __future__ import annotations

from briefing.model import Evidence, Facet, KeptRule, RuleTrial, TagRule
from briefing.service import calls
from briefing.service.core import Core
from briefing.service.reports import Reports

_OF_TAGS = frozenset({Facet.ABOUT, Facet.MENTION, Facet.THEME})


def read_evidence(core: Core, call: calls.ReadEvidence, _reports: Reports) -> tuple[Evidence, ...]:
    """Return the words of a finding that speak for its tags; nothing where there is no finding."""
    stored = core.library.stored(call.passage)
    if stored is None:
        return ()
    finding = stored.finding
    return tuple(
        one
        for one in finding.evidence
        if one.facet in _OF_TAGS and one.words and one.words in finding.text
    )


def list_rules(core: Core, _call: calls.ListRules, _reports: Reports) -> tuple[KeptRule, ...]:
    """Return all rules."""
    from briefing.pipeline.ruling import kept_rules

    return kept_rules(core.library)


def try_out(core: Core, call: calls.TryRules, _reports: Reports) -> RuleTrial:
    """Return what rules would change."""
    from briefing.pipeline.ruling import try_rules

    return try_rules(core.library, call.rules, core.taxonomy)


def keep(core: Core, call: calls.KeepRules, _reports: Reports) -> tuple[TagRule, ...]:
    """Keep rules."""
    from briefing.pipeline.ruling import keep_rules

    return keep_rules(core.library, call.rules, core.taxonomy)


def remove_rule(core: Core, call: calls.RemoveRule, _reports: Reports) -> None:
    """Take a rule out."""
    core.library.rulebook.remove(call.number)


def export_rules(core: Core, call: calls.ExportRules, _reports: Reports) -> int:
    """Write all rules to a file."""
    from briefing.pipeline.rules_file import save_rules

    rules = core.library.rulebook.rules()
    save_rules(rules, call.path)
    return len(rules)


def import_rules(core: Core, call: calls.ImportRules, _reports: Reports) -> tuple[TagRule, ...]:
    """Keep the rules of a file."""
    from briefing.pipeline.rules_file import load_rules
    from briefing.pipeline.ruling import keep_rules

    rules = load_rules(call.path, core.taxonomy)
    return keep_rules(core.library, rules, core.taxonomy) if rules else ()
