"""The words by which a sentence points to what it does not tell: "this", "those", "there"."""

from __future__ import annotations

import re

from briefing.extraction.cues import OPENING, phrases
from briefing.extraction.guarded import cue

MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_TIME_OR_TEXT = (
    "year|century|decade|week|month|summer|winter|spring|autumn|morning|day|time|paper|report|article"
    "|study|chapter|policy brief|memo|section|essay"
)
POINTING_SUBJECT = cue(
    phrases(
        """
    (all )?(this|these)
    such(?! as)
    the (latter|former)
    others|the others?|another
    """,
        before=OPENING + r"(?:[a-z'’-]+,? ){0,4}?",
        after=rf"\b(?! (?:who|which|that)\b| (?:{_TIME_OR_TEXT})\b)",
    ),
    "this these such latter former others other another",
)
"""A demonstrative among the first words."""

POINTING_START = cue(
    phrases(
        """
    (all )?(that|those)(?! (of|in|who|which|that))
    (both|neither|many|some|most|few)(?= (of (them|these|those)|are|is|have|has|were|will|do|did))
    """,
        before=OPENING,
    ),
    "that those both neither many some most few",
)
"""A demonstrative or bare numeral as the subject."""

_NO_NOUN = (
    r"(?:which|of|the|an?|is|are|was|were|it|its|they|their|he|his|she|her|we|our|you|in|on|at"
    r"|this|these|there|no|all|some|each|every|any|not|has|have|had|would|will|can|could|may"
    r"|might|must|should|if|when|while|as|with|without|both|such|what|who|how)\b"
)
_NOT_THOSE = (
    r"(?:who|whom|which|that|of|in|with|from|by|to|on|for|at|under|whose|between|made|already|most"
    r"|few|two|not|living|involved|it|they|around|near|outside|within|is|are|were|was)\b"
)
_EXISTENTIAL = (
    "is|are|was|were|will|would|has|have|had|can|could|may|might|must|should|seems?|remains?|exists?"
    "|be|to be|not|cannot|comes?|came|lies|lay|being|no|appears?|appeared|arose|followed|emerged"
)
_WORD_BEGINS = r"(?-i:(?=[A-Za-z]))\b"
"""Where a word begins: asked first, it spares most places the trying of one phrase by one."""
POINTING = cue(
    phrases(
        rf"""
    (this|these) (?!{_TIME_OR_TEXT}|who|which|in\b|of\b|with\b|from\b|that\b|to\b|for\b)[a-z-]+
    the (latter|former)(?= (two|is|was|has|had|would|will|said|of))
    such (an? )?(?!as\b)[a-z-]+
    (of|to|with|by|about|at|on) this
    (of|with|by|about|at|on) that(?=[,.;:]| (?:and|but|for|because)\b)
    that (?:MONTHS|same (?:year|month|week|day))
    (in|of|at|by|on|for|with|under|below|above|to|from|into|beyond|behind) that (?!NO_NOUN)[a-z]+
    those (?!NOT_THOSE)[a-z]+(?! (?:around|of|in|that|which|who|where|whose|between|from|with)\b)\b
    (?<=[a-z] )(?<!is )(?<!are )(?<!was )(?<!were )there(?! (?:EXISTENTIAL)\b)(?!['’]s)
    all (?:three|four|five|six)(?! (?:of|[a-z]+s\b))
    (neither|both)(?=[,.;])
    the (two|three)(?=[,.;]| (?:is|are|was|were|has|have|had|will|would|could|can|may|might)\b)
    illustrates? this|in question|mentioned above|aforementioned
    the same (way|reason|time frame|token|period)
    (stop|stopped|stops|end|ended|ends|rest|rested|rests|finish|finished) there
    (how|why|whether) (?:[a-z]+ )?that (?!NO_NOUN)[a-z]+ (is|was|will|has|had|would)
    """.replace("MONTHS", MONTHS)
        .replace("NO_NOUN", _NO_NOUN)
        .replace("NOT_THOSE", _NOT_THOSE)
        .replace("EXISTENTIAL", _EXISTENTIAL),
        before=_WORD_BEGINS,
    ),
    "those there all neither both two three this these that such latter former same question "
    "above aforementioned",
)
"""A demonstrative anywhere."""

TOLD_PLACE = cue(
    re.compile(
        r"\b(?:this|these|that|those) (?:[\w-]+ )?(?:sub-?regions?|regions?|areas?|zone"
        r"|country|countries|states?|organi[sz]ation|alliance|bloc|republics?|islands?|city|province)\b"
    ),
    "region regions area areas zone country countries state states organisation organization "
    "alliance bloc republic republics island islands city province subregion subregions",
)
"""A place or organisation that a name before in the same sentence can be."""

DONE_SO = cue(re.compile(r"\b(?P<words>(?:done|did|do|does|doing) so)\W*$"), "so")
"""A verb left out at the end."""

_SPEAKERS = "we our ours us ourselves"
SPEAKER = cue(phrases(_SPEAKERS.replace(" ", "|")), _SPEAKERS)
"""A speaker's "we", who must be known."""

UNSPOKEN = re.compile(
    r"^\W*(?P<words>There (?:is|are|was|were|has been|have been)|Much|Little|Perhaps|Nothing"
    r"|Nobody|No one|None|All)\b"
)
"""Openings of short sentences that say nothing of whom or what they speak."""

_OF_ALL = (
    r"(?:[a-z]+ )?(?:world|pandemic|public|past|future|question|fact|idea|truth|first|second|third"
    r"|most|more|best|worst|only|other|number|rest|lack|aim|goal|risk|danger|lesson|international"
    r"|global|war on|cold)\b"
)
"""What all know, or what the sentence itself goes on to tell: ``The question is whether``."""
DEFINITE_SUBJECT = re.compile(
    rf"^\W*(?P<words>The (?!{_OF_ALL})(?:[a-z]+ ){{0,2}}?[a-z]+),? (?:(?:is|are|was|were|has|have"
    r"|had|will|would|may|might|can|could|must|should|did|does|do|remains?|remained)(?:n't)?\b|[a-z]+ed\b)"
)
"""A subject spoken of as known: ``The options are poor``."""
