"""Words by which a sentence points back to the subject of those before it.

A description is a plain noun with an article or demonstrative and nothing that tells which is
meant ("the deal", "the restored measures"; not "the deal with Oman"). Each sort of thing has the
themes that it can belong to; which one is meant is what was last spoken of.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from briefing.extraction.cues import OPENING, phrases
from briefing.extraction.guarded import Cue, cue, last_words

_DETERMINER = r"(?:the|this|these|that|those|such)"
_QUALIFIED = r"(?: (?:restored|remaining|same|new|old|original|latest|current|whole|previous))?"
_NOT_EXPLAINED = (
    r"\b(?!['’]s)(?! (?:on|over|against|about|of|between|with|for|signed|reached|concluded|that"
    r"|which|under|in|to end)\b)"
)


@dataclass(frozen=True, eq=False)
class Thing:
    """A sort of thing that can be spoken of as known."""

    nouns: str
    """As alternatives of a pattern."""
    themes: tuple[str, ...]
    """Those it can belong to."""
    bare: bool = False
    """Whether it is spoken of as known without an article too: ``indirect talks came close``."""
    named: Cue = field(init=False)
    """Finds one spoken of in any way."""
    described: Cue = field(init=False)
    """Finds one spoken of as known."""

    def __post_init__(self) -> None:
        """Make the patterns of the nouns."""
        determined = rf"(?:{_DETERMINER}{_QUALIFIED} )" + ("?" if self.bare else "")
        words = rf"(?P<words>{determined}(?:{self.nouns}))"
        known = re.compile(rf"\b{words}{_NOT_EXPLAINED}", re.IGNORECASE)
        named = re.compile(rf"\b(?:{self.nouns})\b", re.IGNORECASE)
        needs = last_words(self.nouns.replace("(?:", "("))
        object.__setattr__(self, "described", cue(known, needs))
        object.__setattr__(self, "named", cue(named, needs))


THINGS = (
    Thing(
        "deals?|agreements?|accords?|pacts?|treat(?:y|ies)|arrangements?|charter|memorandum|text"
        "|bargain|plan|framework|partnership",
        ("nuclear", "alliances", "conflict", "integration", "economy", "energy", "defence"),
    ),
    Thing(
        "talks|negotiations|rounds|negotiators",
        ("nuclear", "conflict", "economy", "integration", "energy", "alliances"),
        bare=True,
    ),
    Thing("measures|restrictions|penalties|waivers?|relief|bans?|listings?", ("sanctions",)),
    Thing(
        "program(?:me)?s?|stockpile|sites?|facilit(?:y|ies)|file|material|inspectors|inspections?",
        ("nuclear", "defence", "energy", "society"),
    ),
    Thing(
        "mission|force|troops|soldiers|contingent|deployment|boats?|submarines?|warships?|vessels?"
        "|bases?|weapons?|mercenaries|auxiliaries|garrison|exercises?|generals",
        ("defence",),
    ),
    Thing(
        "wars?|fighting|attacks?|attackers|strikes?|offensive|violence|truce|ceasefire|rebels"
        "|insurgents|militants|insurgency|invasion|occupation",
        ("conflict",),
    ),
    Thing("alliances?|guarantees?|umbrella|allies", ("alliances",)),
    Thing("pipelines?|fields?|turbines|dams?|plants?|refiner(?:y|ies)|deliveries", ("energy",)),
    Thing("loans?|tariffs?|duties|credits?|debts?|investments?|corridors?|lenders?", ("economy",)),
    Thing(
        "juntas?|officers|rulers|regime|opposition|elections?|votes?|protests?|protesters"
        "|coups?|putsch(?:ists)?",
        ("politics",),
    ),
    Thing("refugees|migrants|camps?|victims|minorit(?:y|ies)|epidemic|famine", ("society",)),
)
"""Sorts of things spoken of as known, and the themes they can belong to.

One that belongs to a single theme is spoken of wherever that theme is.
"""

THINGS_OF = {
    theme: tuple(thing for thing in THINGS if theme in thing.themes)
    for theme in sorted({theme for thing in THINGS for theme in thing.themes})
}
"""The sorts of things that can belong to a theme."""

CARRIED_ON = phrases(
    r"""
    (it|they|this|that|these|those|he|she) (is|are|was|were|has|have|had|will|would|could|can|may
      |might|must|should|did|does|do|remains?|remained|[a-z]+s|[a-z]+ed)
    its ~ (is|are|was|were|has|have|had|will|would|remain|remains|remained)
    their ~ (is|are|was|were|has|have|had|will|would|remain|remains|remained)
    (neither|both|none|each|some|many|most|all|much) (of (them|these|those|this|that)|will|sides?)
    (none|nobody|no one) (should|knows|can|doubts|denies|believes|expects)
    """,
    before=OPENING + r"(?:(?:yet|but|still|however|nor|and|so|thus|now|then|meanwhile),? )?",
)
"""Heads of sentences that go on about what the one before dealt with."""

ABOUT_TEXT = re.compile(
    r"\b(?:I|me|we|us|chapter|section|paper|report|article|brief|essay|study|answer|question"
    r"|point is|worth (?:noting|illustrating|recalling|repeating)|discussed|turn to|brings us)\b"
)
"""A writer's or speaker's own remarks on the text, which carry no subject on."""
