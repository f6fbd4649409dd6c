"""Whether a sentence can be understood without its neighbours, and which words say that it cannot.

Three things tie a sentence to what stands before it: how it opens (a connective that sets it
against or derives it from something, a pronoun, an ellipsis), a pronoun whose antecedent the
sentence itself does not give, and a definite description ("the two countries", "the agreement")
whose referent it does not name. What is resolved earlier in the same sentence does not count.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extraction.sentence import RegionTags, Sentence
from briefing.model import Evidence, Facet, TextKind

_OPENING = r"^[\W_]*"
_CONNECTIVE = re.compile(
    _OPENING + r"(?:however|nevertheless|nonetheless|therefore|thus|hence|accordingly|consequently"
    r"|conversely|instead|otherwise|still|yet|indeed|rather|similarly|likewise|by contrast"
    r"|in contrast|on the contrary|by comparison|on the other hand|for (?:these|this|that|all these)"
    r" reasons?|as a (?:result|consequence)|in (?:this|that|such a) (?:context|regard|respect|case"
    r"|sense|way|light|situation|connection)|in (?:either|both|any|neither) cases?|to (?:this|that)"
    r" end|for example|for instance|in other words|in short|that is|that said|having said that|even so"
    r"|be that as it may|but|or|nor|so|despite (?:this|that)|in spite of this|in response|in turn"
    r"|in return|in doing so|by doing so|at that (?:time|point)|at this (?:time|point|stage)"
    r"|since then|until then|by then|then|meanwhile|henceforth|afterwards?|thereafter|thereby"
    r"|subsequently|above all|as such|if so|if not|second(?:ly)?|third(?:ly)?|fourth(?:ly)?"
    r"|fifth(?:ly)?|the same (?:goes|applies|is true|holds)|the fact remains|also|too|and|because"
    r"|over the same period|in the process|to do so|equally|same)\b",
    re.IGNORECASE,
)
_WEAK_CONNECTIVE = re.compile(
    _OPENING
    + r"(?:moreover|furthermore|in addition|additionally|finally|first(?:ly)?|lastly|besides"
    r"|at the same time|for its part|for now|in fact|of course)\b",
    re.IGNORECASE,
)
_DEMONSTRATIVE = re.compile(
    _OPENING + r"(?:\w+,? ){0,4}?(?P<words>this|these|those|such|the latter|the former|both|neither"
    r"|others?|another|some|all this|all that|all these)\b(?! (?:that|who|which|as)\b)",
    re.IGNORECASE,
)
_POINTING = re.compile(
    r"\b(?P<words>(?:this|these|those) (?!year|week|month|summer|winter|spring|autumn|fall|century"
    r"|decade|morning|report|paper|article|study|chapter|essay|brief|memo|section|time\b)[a-z-]+"
    r"|the (?:latter|former)(?= (?:two\b|[a-z]+s\b|is|was|has|had|would|will|said))"
    r"|such (?:an? )?(?!as\b)[a-z-]+|the same (?:goes|way|reason|time frame|token)|(?:do|does|did) so"
    r"|doing so|of this\b|to this\b|with this\b|by this\b)",
    re.IGNORECASE,
)
_PRONOUN = re.compile(
    r"\b(?P<words>it|its|itself|they|them|their|theirs|he|she|his|him|her|hers)\b", re.IGNORECASE
)
_EXPLETIVE = re.compile(
    r"\bit(?:['’]s| is| was| has been| would be| will be| may be| might be| could be| can be| should be"
    r"| must be| remains| seems| appears| became| becomes| turns out| follows| is also| is therefore"
    r"| takes| took| will take| makes sense| is not| would not be)"
    r"(?: (?:\w+ly|now|still|also|not|more|most|very|too|so|quite|therefore|even|often|thus|far|no|all))*"
    r"(?: (?:to|that|who|whether|if|likely|unlikely|possible|impossible|clear|unclear|true|hard|easy"
    r"|difficult|important|essential|necessary|worth|time|fair|safe|crucial|vital|critical|estimated"
    r"|believed|thought|said|expected|assumed|hoped|known|reported|understood|argued|noted|considered"
    r"|recalled|recommended|noteworthy|notable|remarkable|surprising|ironic|evident|obvious|doubtful"
    r"|questionable|conceivable|imperative|reasonable|fashionable|customary|common|unknown|uncertain"
    r"|because|only|through|with|in|under|at|precisely|up|longer|secret|coincidence|question|wonder"
    r"|a|an)\b|, )"
    r"|\bmakes? it\b|\bmade it\b|\bmaking it\b|\bfind it\b|\bfound it\b|\bdeems? it\b|\bas it (?:were|happens|stands|turns)\b"
    r"|\bthere (?:it|they)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"\bthe (?P<words>(?:two|three|four|five|six|seven|both) (?:countries|states|sides|leaders|nations|presidents"
    r"|parties|powers|governments|neighbou?rs|partners|republics|capitals|ministers|men|rivals|allies"
    r"|dictators|organi[sz]ations|agreements|conflicts|groups|camps|blocs|dynamics|regions|heads of state)"
    r"|(?:agreement|accord|treaty|deal|pact|decision|document|declaration|statement|meeting|summit|talks"
    r"|conflict|dispute|crisis|war|operation|attack|incident|move|visit|offer|proposal|initiative|plan"
    r"|project|measure|law|bill|resolution|decree|report|issue|question|problem|situation|process|region"
    r"|sub-?region|area|country|state|republic|city|province|territory|island|islands|organi[sz]ation|bloc|alliance"
    r"|group|parties|sides|government|president|prime minister|minister|king|leader|regime|authorities"
    r"|parliament|opposition|army|military|population|participants|members|signatories|mission|force"
    r"|programme|program|policy|strategy|sanctions|pipeline|facility|base|exercise|election|vote|ban"
    r"|dialogue|ceasefire|truce|negotiations|mediation|mediator|partnership|relationship|rest|others"
    r"|change|trend|increase|decline|shift|result|outcome|reason|answer|solution|context)"
    r")(?! (?:of|between|in|on|over|with|for|against|that|which|who|to|from|at|by|under|signed|concluded"
    r"|reached|called|known|about|among|around|within|and|or|-)\b|['’]s |[-\w]* (?:of|in|between)\b)",
    re.IGNORECASE,
)
_BOTH = re.compile(
    r"\b(?P<words>both (?:countries|states|sides|leaders|nations|presidents|parties|powers|governments"
    r"|neighbou?rs|partners|capitals|ministers)|either (?:side|country|party|case)|each (?:side|country)"
    r"|neither (?:side|country|party)|the (?:two|latter two)|one another's)\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-Z][\w.&'’-]*[a-zA-Z]\b")
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|its|their|his|our|some|many|most|several|all|no|any|each|every|few|more|other)\s"
    r"(?:[\w'’-]+\s){0,2}[\w'’-]{3,}|\b[a-z]{4,}s\b",
    re.IGNORECASE,
)
_ANSWERED = frozenset({TextKind.QUESTION})


def leaning(
    sentence: Sentence, before: Sentence | None, regions: RegionTags
) -> tuple[Evidence, ...]:
    """Return why the sentence needs its neighbours; nothing where it stands alone.

    ``before`` is the sentence before it in the report, whatever its block.
    """
    if sentence.kind not in (TextKind.BODY, TextKind.QUESTION):
        return ()
    return tuple(
        Evidence(Facet.CONTEXT, "needs_context", words, reason)
        for words, reason in _ties(sentence, before, regions)
    )


def _ties(
    sentence: Sentence, before: Sentence | None, regions: RegionTags
) -> Iterator[tuple[str, str]]:
    text = sentence.text
    named = len(regions.spans)
    if opening := _CONNECTIVE.match(text):
        yield opening.group().strip(), "opens with a connective"
    elif (opening := _WEAK_CONNECTIVE.match(text)) and not named:
        yield opening.group().strip(), "opens with a connective and names nobody"
    if pointing := _DEMONSTRATIVE.match(text) or _POINTING.search(text):
        yield pointing.group("words"), "points to something outside the sentence"
    yield from _pronouns(text)
    if both := _BOTH.search(text):
        if len(set(regions.mentions)) < 2:
            yield both.group("words"), "a pair that the sentence does not name"
    elif (alone := _ALONE.search(text)) and not _named_before(text, alone.start(), regions):
        yield "the " + alone.group("words"), "a description that the sentence does not explain"
    if before is not None and before.kind in _ANSWERED and len(text.split()) < 12:
        yield text[:40], "answers the question before it"


def _pronouns(text: str) -> Iterator[tuple[str, str]]:
    """Yield the first pronoun that nothing before it in the sentence can stand for."""
    expletive = {match.start() for match in _EXPLETIVE.finditer(text)}
    for match in _PRONOUN.finditer(text):
        if match.start() in expletive or any(
            found.start() <= match.start() < found.end() for found in _EXPLETIVE.finditer(text)
        ):
            continue
        ahead = text[: match.start()]
        if _has_antecedent(ahead, match.group().lower()):
            return
        yield match.group("words"), "a pronoun without antecedent in the sentence"
        return


def _has_antecedent(ahead: str, pronoun: str) -> bool:
    if pronoun in ("he", "she", "his", "him", "her", "hers"):
        return bool(_NAME.search(ahead)) or bool(re.match(r"\W*[A-Z][\w-]+ [A-Z]", ahead))
    return bool(_NOUN_BEFORE.search(ahead)) or bool(_NAME.search(ahead)) or len(ahead.split()) > 2


def _named_before(text: str, at: int, regions: RegionTags) -> bool:
    """Return whether a name stands before the description, to which it can refer."""
    return any(start < at for start, _, _ in regions.spans) or bool(_NAME.search(text[:at]))
