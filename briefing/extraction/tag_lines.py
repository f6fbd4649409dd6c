"""A finding as a line of the evaluation's ``tags.jsonl``, with its dates and evidence besides."""

from __future__ import annotations

from briefing.model import Evidence, Finding

_BLOCS = frozenset({
    "baltic-states", "eastern-europe", "south-caucasus", "central-asia", "post-soviet", "eu",
    "nato", "csto", "cis", "sco", "osce", "un", "ots", "eaeu", "aukus", "brics", "guam", "west",
    "gulf", "north-america", "middle-east", "indo-pacific", "oceania", "usmca",
})  # fmt: skip
"""Sub-regions and blocs that the evaluation knows; others are the program's own."""


def tag_line(finding: Finding, source: str) -> dict[str, object]:
    """Return the object to write for a finding; ``source`` is the report's file name."""
    return {
        "source": source,
        "text": finding.text,
        "kind": finding.kind.value,
        "mentions": _known(finding.mentions),
        "about": _known(finding.about),
        "themes": list(finding.themes),
        "finding": finding.strength,
        "needs_context": finding.needs_context,
        "dates": [str(day) for day in finding.dates],
        "evidence": [_evidence_row(evidence) for evidence in finding.evidence],
    }


def _evidence_row(evidence: Evidence) -> dict[str, str]:
    return {
        "facet": evidence.facet.value,
        "tag": evidence.tag,
        "words": evidence.words,
        "reason": evidence.reason,
    }


def _known(regions: tuple[str, ...]) -> list[str]:
    """Return the ids that are countries of ISO 3166-1 or stand in the evaluation's guide."""
    return [region for region in regions if region in _BLOCS or _is_iso_country(region)]


def _is_iso_country(region: str) -> bool:
    # XK, for Kosovo, is in wide use but only reserved for users by the standard.
    return len(region) == 2 and region.isupper() and region != "XK"
