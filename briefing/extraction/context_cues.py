"""The words by which a sentence shows that it leans on its neighbours."""

from __future__ import annotations

import re

from briefing.extraction.cues import OPENING, phrases
from briefing.extraction.guarded import cue, last_words

CONNECTIVE = phrases(
    """
    however|nevertheless|nonetheless|still|yet|even so|that said|having said that
    conversely|by contrast|in contrast|on the contrary|on the other hand|instead|rather
    therefore|thus|hence|accordingly|consequently|as a (result|consequence)(?! of)|as such
    not only (this|that)|this time|here,? too|there,? too|by the same token|all the same
    for (all )?(these|this|that|the same) reasons?
    in (this|that|such a) (context|regard|respect|case|sense|way|light|situation|connection|area)
    in (either|both|any|neither) cases?
    to (this|that|these) ends?|to do so|in (so )?doing so|by doing so
    for (example|instance)|in other words|in short|that is|indeed
    similarly|likewise|equally
    despite (this|that|these)|in spite of (this|that)|if so|if not|otherwise
    in (response|turn|return|reply|exchange)(?! (to|for) (?!this|that|these|it))|in the process
    (at|by|since|until|before|after) (that|this|then) (time|point|stage|moment)?
    then|since then|until then|by then|meanwhile|henceforth|thereafter|thereby|subsequently
    (first|second|third|fourth|fifth)(ly)?,
    the same (goes|applies|is true|holds|can be said)|the fact remains
    but|or|nor|so|neither then
    over the same period|be that as it may
    """,
    before=OPENING,
    after=r"(?!\w)",
)
"""Turn, derive, continue or illustrate what was said before."""

MILD_CONNECTIVE = phrases(
    """
    moreover|furthermore|in addition|additionally|besides|in particular|in fact|of course
    finally|lastly|at the same time|for (its|their|his|her) part|for now
    and|also|too
    """,
    before=OPENING,
)
"""Add to what was said without changing its meaning: they tie only a sentence that names nobody."""

INNER_CONNECTIVE = re.compile(
    r"^[^,;:]{3,60}, (?P<words>however|by contrast|in contrast|in other words|on the other hand"
    r"|on the contrary|then|instead|therefore|for that matter|likewise|conversely|nevertheless"
    r"|nonetheless),"
)
"""The same set between commas after the subject."""

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
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
POINTING = cue(
    phrases(
        rf"""
    (this|these) (?!{_TIME_OR_TEXT}|who|which|in\b|of\b|with\b|from\b|that\b|to\b|for\b)[a-z-]+
    the (latter|former)(?= (two|is|was|has|had|would|will|said|of))
    such (an? )?(?!as\b)[a-z-]+
    (of|to|with|by|about|at|on) this
    that (?:MONTHS|same (?:year|month|week|day))
    (in|of|at|by|on|for|with|under) that (?!NO_NOUN)[a-z]+
    illustrates? this|in question|mentioned above|aforementioned
    the same (way|reason|time frame|token|period)
    (stop|stopped|stops|end|ended|ends|rest|rested|rests|finish|finished) there
    (how|why|whether) (?:[a-z]+ )?that (?!NO_NOUN)[a-z]+ (is|was|will|has|had|would)
    """.replace("MONTHS", _MONTHS).replace("NO_NOUN", _NO_NOUN)
    ),
    "this these that such latter former same there question above aforementioned",
)
"""A demonstrative anywhere."""

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

DEFINITE_SUBJECT = re.compile(
    r"^\W*(?P<words>The (?:[a-z]+ ){0,2}?[a-z]+),? (?:(?:is|are|was|were|has|have|had|will|would"
    r"|may|might|can|could|must|should|did|does|do|remains?|remained)(?:n't)?\b|[a-z]+ed\b)"
)
"""A subject spoken of as known: ``The options are poor``."""

_PRONOUNS = "it its they them their theirs he she his him her hers"
PRONOUN = cue(phrases(_PRONOUNS.replace(" ", "|")), _PRONOUNS)
PERSONAL = frozenset({"he", "she", "his", "him", "her", "hers"})
PERSON = phrases(
    "president|minister|leader|king|queen|prince|emir|sultan|chancellor|premier|secretary|general"
    "|commander|chief|ambassador|envoy|official|spokes(wo)?man|governor|senator|mayor|man|woman|head"
    "|diplomat|candidate|ayatollah|pope|author|expert|scholar|journalist|soldier|person|someone"
)
"""Somebody whom ``he`` or ``her`` can mean."""

OPENING_CLAUSE = phrases(
    "[a-z]{4,}(ed|ing) (by|with|at|from|over|as|that|to|in|on)|whereas"
    "|by|while|although|though|despite|if|when|as|since|after|before|in|with|given|because|once|to|for"
    "|regarding|from|at|through|without|under|its ~ having|having|unlike|like",
    before=OPENING,
)
"""Openings from which a pronoun may point forward to the subject: ``Despite its losses, Iran``."""

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

_CALENDAR = rf"(?!(?:{_MONTHS}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
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
