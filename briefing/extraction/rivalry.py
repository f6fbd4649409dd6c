"""Great powers that meet beside a third country: weak evidence for their rivalry."""

from __future__ import annotations

from briefing.extraction.sentence import RegionTags

RIVALS = (
    frozenset({"US", "CN"}),
    frozenset({"US", "RU"}),
    frozenset({"CN", "RU"}),
    frozenset({"RU", "west"}),
    frozenset({"RU", "eu"}),
)
"""Powers whose meeting in a third place is weak evidence for their rivalry."""
_LEAST = 3
"""Two powers and somebody else."""
_POWERS = frozenset().union(*RIVALS)


def rivals(named: RegionTags) -> str:
    """Return the rival powers that a sentence names beside somebody else; or nothing."""
    if len(named.mentions) < _LEAST:
        return ""
    mentions = frozenset(named.mentions)
    if mentions <= _POWERS or not any(pair <= mentions for pair in RIVALS):
        return ""
    return ", ".join(sorted(mentions & _POWERS))
