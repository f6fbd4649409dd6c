"""Words that refer to regions without naming them, as patterns for ``reference``."""

from __future__ import annotations

import re

from briefing.extraction.guarded import Cue


def _cue(pattern: str, needs: str, flags: re.RegexFlag = re.IGNORECASE) -> Cue:
    return Cue(re.compile(pattern, flags), frozenset(needs.split()))


_PEOPLE = (
    r"(?:countries|states|nations|sides|leaders|parties|governments|neighbou?rs|powers|capitals"
    r"|presidents|republics|partners|rivals|allies|adversaries|economies|ministers|belligerents"
    r"|enemies|foes|peoples|camps|actors|dictators|strongmen|militaries|armies|giants|counterparts)"
)
PAIR = _cue(
    rf"\b(?:both|(?:the|these|those)\s+(?:same\s+)?(?:two|2))\s+(?:\w+\s+){{0,2}}?{_PEOPLE}\b"
    r"|\bboth\s+(?:sides|parties)\b|\b(?:warring|conflicting|opposing)\s+(?:parties|sides)\b"
    r"|\bthe\s+parties(?:\s+to\s+the\s+conflict)?\b|\beach\s+other\b|\btheir\s+two\s+countries\b"
    r"|\bbilateral\b|\bthe\s+(?:two|2)\s+(?:\w+\s+){0,2}?(?:members|states)\b"
    r"|\b(?:neither|either|each)\s+(?:side|country|party|government|state|capital|leader|nation)\b"
    r"|\bthis\s+(?:conflict|dispute|war|rivalry|border|enmity|peace|agreement|ceasefire)\b",
    "both neither either each two 2 parties sides other bilateral this",
)
"""Two parties: "both countries", "the two leaders", "this conflict"."""

AREA = _cue(
    r"\b(?:the|this|that|these|those|the\s+entire|the\s+whole|the\s+wider)\s+(?:sub-?regions?|regions?"
    r"|areas?|space|zone|neighbou?rhood|basin|peninsula)\b(?!\s+(?:of|in|between|where)\b)",
    "region regions area areas space zone neighbourhood neighborhood basin peninsula "
    "subregion subregions",
)
"""The region: "this area"; not "the region of"."""

_OFFICES = (
    r"government|authorities|president|prime\s+minister|ruling\s+party|army|parliament"
    r"|opposition|constitution|administration|economy|capital|leadership|regime|navy|central\s+bank"
    r"|foreign\s+ministry|police|armed\s+forces|junta"
)
SOMEBODYS = re.compile(rf"(?:'s?)?\s+(?:[a-z-]+\s+)?(?P<noun>{_OFFICES})\b")
"""After a country: an office or organ that "the army" can mean from there on."""

SORTS_OF_STATE = {
    "kingdom": frozenset("BE BH BT DK ES GB JO KH LS MA NL NO SA SE SZ TH TO".split()),
    "emirate": frozenset("AE AF KW QA".split()),
    "sultanate": frozenset("BN OM".split()),
    "principality": frozenset("AD LI MC".split()),
    "island": frozenset(
        "BB BH CU CY DM DO GB GD HT IE IS JM LC LK MG MT MU NR NZ PR SG TL TT TW".split()
    ),
    "archipelago": frozenset(
        "AG BS CV FJ FM ID JP KI KM KN MH MV PH PW SB SC ST TO TV VC VU WS".split()
    ),
}
"""Which countries such a noun can mean; a noun that is not here can mean any."""

NUMBERS = {"three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
_NUMBER = "three|four|five|six|seven|eight|nine|ten|eleven|twelve"
STATES = _cue(
    rf"\b(?:the|all|those|these)\s+(?P<count>{_NUMBER})\s+"
    r"(?:[\w-]+\s+){0,2}?(?:countries|states|republics|nations|monarchies|kingdoms|emirates|governments"
    r"|capitals|economies|members|juntas|islands|partners|allies|signatories|parties|leaders"
    r"|presidents|ministers|powers|neighbou?rs)\b|\b(?:these|those)\s+(?:\w+\s+){0,2}?(?:countries|states|republics|nations|governments|monarchies"
    r"|kingdoms|islands|capitals|economies|allies)\b|\btheir\s+(?:leaders|governments|economies)\b"
    rf"|\ball\s+(?P<all>{_NUMBER})\b(?!\s+(?:of\s+the\s+)?\w+s\b)",
    "these those their three four five six seven eight nine ten eleven twelve",
)
"""Several states: "these countries", "their governments"."""

BLOC = _cue(
    r"\b(?:the|this|that)\s+(?:military\s+|defen[cs]e\s+|security\s+|trade\s+|regional\s+|same\s+)*"
    r"(?P<sort>alliance|bloc|organi[sz]ation|union|grouping|pact|agreement|treaty)\b"
    r"(?!\s+(?:with|between|among|of|around))"
    r"|\bAlliance\s+(?:members?|states?|countries|leaders|territory)\b",
    "alliance bloc organisation organization union grouping pact agreement treaty",
)
"""An organisation: "the Alliance", "the bloc"; not "the alliance with"."""

COUNTRY = _cue(
    r"\b(?:the|this|that)\s+(?P<noun>country|nation|kingdom|republic|monarchy|state|emirate|sultanate"
    rf"|principality|archipelago|island|military\s+(?:junta|rulers)|{_OFFICES})\b(?!\s+of\s+the)",
    "country nation kingdom republic monarchy regime state government authorities "
    "president minister party army junta rulers parliament opposition constitution emirate "
    "sultanate principality archipelago navy bank ministry police forces "
    "administration economy capital leadership island military",
)
"""One country: "the country", "the government", "the president"."""

PRONOUN = re.compile(
    r"\b(?P<word>it|its|itself|he|his|him|himself|she|her|they|their|them|themselves)\b",
    re.IGNORECASE,
)
"""Third persons."""

STRIFE = _cue(
    r"\b(?:[Tt]he|[Tt]his|[Tt]heir|its)\s+(?:[\w-]+\s+){0,2}?(?:conflict|dispute|ceasefire|war|clashes|enmity"
    r"|rivalry|border|peace\s+(?:agreement|deal|treaty|talks|process))\b",
    "conflict dispute ceasefire war clashes enmity rivalry border peace",
    re.NOFLAG,
)
"""What two sides have with each other."""

ORDINAL = _cue(
    r"\b[Tt]he\s+(?:(?P<first>former)|latter)\b(?!\s+(?:[A-Z]|[a-z-]+\s+(?:of|president|minister|republics?"
    r"|colon|state|leader|head|ally|allies|official|union|part|half|case|point)))",
    "former latter",
    re.NOFLAG,
)
"""The one or the other of two: "the former", "the latter"; not "the former president"."""

TOWARDS = _cue(
    r"\b(?:relations|relationship|ties|alliance|partnership|cooperation|trade|border|talks|negotiations"
    r"|treaty|agreement|deal|dispute|accord|rapprochement|reconciliation|friendship|rivalry|dialogue"
    r"|dependence|reliance|contacts|links)\s+(?:with|on|upon)\s+(?:the\s+)?$",
    "with on upon",
)
"""Before a name: relations with it, whose other side is understood."""

ELLIPTIC = _cue(
    r"\b(?:the\s+same\s+(?:goes|is|applies|holds)|is\s+the\s+same|the\s+one\s+with|another\s+(?:would|will|is)"
    r"|examples?\s+of\s+this|this\s+(?:is|was|has|would|will)|illustrates?\s+this)\b",
    "same one another this",
)
"""What goes on from the sentence before."""

SPEAKER = _cue(r"\b(?:we|our|ours|us)\b", "we our ours us")
"""Those for whom a speech is held."""

EXPLETIVE = re.compile(
    r"\bit\s+(?:also\s+|now\s+|then\s+)?(?:(?:is|was|will\s+be|would\s+be|should\s+be|must\s+be|may\s+be|becomes?|became"
    r"|has\s+been|remains)(?:\s+[\w-]+){0,4}?\s+(?:to|that|whether|how|who|which|for)\b"
    r"|(?:seems?|appears?|turns\s+out|follows|should\s+be\s+\w+ed|must\s+be\s+\w+ed|is\s+\w+ed|will\s+take)\b)",
    re.IGNORECASE,
)
"""An "it" that stands for nobody: "it is clear that"."""

SORTS = {
    "alliance": frozenset({"nato", "csto", "aukus", "anzus"}),
    "union": frozenset({"eu", "african-union", "eaeu"}),
    "pact": frozenset({"nato", "csto", "aukus", "anzus", "usmca"}),
    "agreement": frozenset({"usmca", "cptpp", "rcep", "aukus"}),
    "treaty": frozenset({"usmca", "nato", "csto", "anzus"}),
}
"""Which blocs a common noun can mean; a noun that is not here can mean any."""


def plain_noun(words: str) -> str:
    """Return a noun in small letters with single spaces."""
    return " ".join(words.lower().split())
