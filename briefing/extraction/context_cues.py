"""Pronouns and descriptions that only the neighbours of a sentence explain."""

from __future__ import annotations

import re

from briefing.extraction.context_pointing import MONTHS
from briefing.extraction.cues import OPENING, phrases
from briefing.extraction.guarded import cue, last_words

_PRONOUNS = "it its they them their theirs he she his him her hers"
PRONOUN = cue(phrases(_PRONOUNS.replace(" ", "|")), _PRONOUNS)
PERSONAL = frozenset({"he", "she", "his", "him", "her", "hers"})
PERSON = phrases(
    "president|minister|leader|king|queen|prince|emir|sultan|chancellor|premier|secretary|general"
    "|commander|chief|ambassador|envoy|official|spokes(wo)?man|governor|senator|mayor|man|woman|head"
    "|diplomat|candidate|ayatollah|pope|author|expert|scholar|journalist|soldier|person|someone"
    "|sailor|fisherman|officer|citizen|student|activist|judge|lawyer|prosecutor|pilot|politician"
    "|lawmaker|deputy|writer|teacher|worker|farmer|prisoner|founder|director|chairman|colonel|captain"
    "|admiral|marshal|successor|predecessor|member|baron|tycoon|business(wo)?man|economist|analyst"
    "|winner|host|ruler|monarch|crown prince|sheikh|cleric|adviser|advisor|aide|delegate|negotiator"
)
"""Somebody whom ``he`` or ``her`` can mean."""

OPENING_CLAUSE = phrases(
    "[a-z]{4,}(ed|ing) (by|with|at|from|over|as|that|to|in|on)|whereas"
    "|by|while|although|though|despite|if|when|as|since|after|before|in|with|given|because|once|to|for"
    "|regarding|from|at|through|without|under|its ~ having|having|unlike|like",
    before=OPENING,
)
"""Openings from which a pronoun may point forward to the subject: ``Despite its losses, Iran``."""

POSSESSED = cue(
    re.compile(
        r"^\W*[A-Z][a-z]+(?: (?!is\b|are\b|was\b|were\b|has\b|have\b|had\b)[a-z-]+){0,6}?"
        r" (?:of|on|in|for|from|between|among|against) (?P<words>its|their|his|her|them|it)\b"
    ),
    "its their his her them it",
)
"""A pronoun within the subject, whose owner is somebody else: ``Most of its trade``."""

ACTED_UPON = cue(
    re.compile(
        r"^\W*(?:The )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?"
        r"(?: (?:has|have|had|also|then|never|later|soon))* [a-z]+(?:ed|[a-z]s|ept|eft|ook|ent|ade)"
        r" (?P<words>it|them|him|her)\b"
    ),
    "it them him her",
)
"""A pronoun that is not the subject which acts upon it: ``Somalia called it void``."""

PARTICIPLE_CLAUSE = re.compile(
    rf"{OPENING}(?:(?:by|in|after|before|while|when|without|on|if|from|through) )?"
    r"(?:\w+ly )?[a-z]{2,}(?:ing|ed)\b[^,]*, (?=it\b|its\b|they\b|their\b|he\b|his\b|she\b|her\b)",
    re.IGNORECASE,
)
"""An opening whose understood subject is the pronoun that follows it."""

_DEGREE = (
    r"(?: (?:\w+ly|now|still|also|not|more|most|very|too|so|quite|even|often|thus|far|no|all))*"
)
_OF_PERSONS = (
    "ready|able|unable|willing|unwilling|set|going|committed|determined|reluctant|eager|free|bound"
    "|keen|poised|about|designed|intended|meant|forced|obliged|supposed|used|said|likely|unlikely"
    "|due|prepared|hoping|trying|seeking|planning|the|a|an|its|their|one"
)
_IMPERSONAL = (
    "estimated|believed|thought|assumed|hoped|reported|understood|argued|noted|recalled|worth|time"
    "|in the interests?|no (?:coincidence|secret|wonder|accident|surprise)|because|only|precisely"
    "|through|up"
)
EXPLETIVE = cue(
    re.compile(
        r"\bit(?:['’]s| is| was| has been| (?:would|will|may|might|could|can|should|must) be"
        rf"| remains| seems| appears| becomes| became| turns out| follows){_DEGREE}"
        rf" (?:(?:{_IMPERSONAL})\b|(?:(?:un)?likely|said) that|that\b"
        rf"|(?!(?:{_OF_PERSONS})\b)[a-z-]+ (?:to|that|whether|how|why|for (?:[\w'’-]+ ){1, 4}to)\b)"
        r"|\bit (?:takes|took|will take|makes sense)\b"
        r"|\b(?:makes?|made|making|finds?|found|deems?|considers?) it\b"
        r"|\bas it (?:were|happens|stands|turns)\b",
        re.IGNORECASE,
    ),
    "it",
)
"""An ``it`` that stands for nothing: ``it is likely that``."""

PAIR = cue(
    phrases(
        r"""
    (both|either|neither|each) (country|countries|states?|sides?|leaders?|nations?|presidents?
      |part(y|ies)|powers?|governments?|neighbou?rs?|partners?|capitals?|ministers?|rivals?)
    the (latter )?(two|three|four|five|six) ([\w-]+ )?(countries|states|sides|leaders|nations
      |presidents|parties|powers|governments|neighbou?rs|partners|republics|capitals|ministers
      |rivals|allies|organi[sz]ations|agreements|conflicts|groups|camps|blocs|regions
      |heads of state|men|actors|dynamics|dictators|juntas|events|cases|generals
      |armies|players|companies
      |monarchies|emirates|kingdoms|economies|disputes|crises|wars|peoples|communities|projects)
    each other|one another
    """
    ),
    "both either neither each two three four five six another",
)
"""A pair or group that the sentence must name itself."""

_NOT_FOLLOWED = (
    r"\b(?! (?:of|between|in|on|over|with|for|against|that|which|who|to|from|at|by|under|signed"
    r"|concluded|reached|called|known|about|among|around|within|and|or|-)\b|['’]s |-)"
    r"(?! [a-z-]+ (?:of|in|between|with|on|for)\b)"
    r"(?! (?:then )?(?:is|was|remains|arises)(?: as)?(?: to)? (?:whether|how|who|what|why|that)\b)"
)
_PLACES = "the (region|sub-?region|area|zone|neighbou?rhood|peninsula|strait|islands?|enclave)"
PLACE = cue(
    phrases(
        _PLACES,
        after=r"\b(?! (?:of|around|between|from|where|that|which|it|they|he|known|and)\b"
        r"|['’]s |-)",
    ),
    last_words(_PLACES),
)
"""A part of the world that a country's name does not tell."""

_EVENTS = r"""
    the (agreement|accord|treaty|deal|pact|decision|document|declaration|statement|decree|law
      |bill|resolution|text)
    the (meeting|summit|talks|negotiations|mediation|dialogue|visit|offer|proposal|initiative
      |plan|process|participants|signatories|parties)
    the (conflict|dispute|crisis|war|operation|attack|incident|ceasefire|truce|violence|clashes
      |sides)
    the (project|measures?|programme|program|sanctions|pipeline|facility|exercise|election|vote|ban)
    the (issue|question|problem|situation|change|trend|increase|decline|shift|result|outcome
      |reason|answer|solution|move)s?
    the (same |new |old |real |earlier |restored )?(arrangement|step|memorandum|review|contract
      |discount|effect|option|benefit|figure|symbolism|substitution|contest|distraction|vacancy
      |understanding|enterprise|scheme|structure|file|verdict|ruling|rift|quarrel|precedent
      |alternative|opportunity|phenomenon|measure)s?
    the (two |three |four )?juntas?
    """
EVENT = cue(phrases(_EVENTS, after=_NOT_FOLLOWED), last_words(_EVENTS))
"""Something that happened or was written, spoken of as known."""

_ACTORS = r"""
    the (country|state|republic|territory|city|organi(s|z)ation|bloc|alliance|group|coalition
      |institution|forum|mission|force)
    the (government|president|prime minister|minister|king|leader|regime|authorities|parliament
      |opposition|army|population)
    the (members|others|rest|mediators?|partnership|relationship)
    """
ACTOR = cue(phrases(_ACTORS, after=_NOT_FOLLOWED), last_words(_ACTORS))
"""Somebody whom a name before can tell."""

_CALENDAR = rf"(?!(?:{MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
NAME = re.compile(
    r"(?<=[a-z,;:)”\"] )" + _CALENDAR + r"[A-Z][\w.&'’-]*[a-zA-Z]\b"
    r"|^\W*(?:[A-Z][\w'’-]+ ){1,3}" + _CALENDAR + r"[A-Z][\w'’-]+"
)
"""A proper name: a capital within the sentence, or two at its head."""

_SPAN = r"(?!(?:[\w-]+ ){0,2}(?:years?|months?|weeks?|days?|decades?|century|centuries|time|end)\b)"
NOUN_PHRASE = re.compile(
    r"\b(?:the|a|an|some|many|most|several|all|no|any|each|every|few|more|other|two|three|\d+)\s"
    + _SPAN
    + r"(?:[\w'’-]+\s){0,2}[\w'’-]{3,}|\b(?!years|months|weeks|days|decades)[a-z]{4,}s\b",
    re.IGNORECASE,
)
"""Something that a pronoun after it can stand for."""
