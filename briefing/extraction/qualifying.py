"""Sentences that take back or limit what the sentence before them says.

Whoever prints the one without the other drops a contrast, a condition, a denial, a doubt, or whose
word it is. English only.
"""

from __future__ import annotations

import re
from enum import StrEnum

_CLAIM = r"the (?:claim|figure|estimate|number|report|assertion|allegation|accusation)s?"
_THIS = rf"(?:this|that|these|those|{_CLAIM})"
_IT = rf"(?:this|it|these|{_CLAIM})"
"""After a verb: “denied that” goes on with what is denied."""


class Qualification(StrEnum):
    """In which way a sentence qualifies the one before, in words for the officer."""

    CONTRAST = "sets something against it"
    CONDITION = "makes it depend on something"
    DENIAL = "denies it, or says that it is not so"
    DOUBT = "says how uncertain it is"
    ATTRIBUTION = "says whose word it is"


_OPENINGS = {
    Qualification.CONDITION: (
        r"(?:but |yet )?only (?:if|when|once|on condition)\b",
        r"unless\b",
        r"provided\b",
        r"if (?:so|not|they do|it does|confirmed|true|implemented|adopted|approved)\b",
        r"(?:as|so) long as\b",
        r"on (?:the )?condition that\b",
        r"(?:much|everything|a (?:lot|great deal)|all) (?:will |would |now |still )?depends? on\b",
        rf"{_THIS} (?:\w+ )?(?:depends?|hinges?|presuppose|presupposes|assumes?|requires?) ",
        rf"{_THIS} would (?:\w+ )?(?:depend|require|presuppose|need)\b",
        r"(?:all )?(?:this|that|it) is (?:\w+ )?(?:conditional|contingent)\b",
    ),
    Qualification.DENIAL: (
        r"[^.;:]{2,60}? (?:den(?:y|ies|ied)|reject(?:s|ed)?|disputed?s?|dismiss(?:es|ed)?|"
        rf"refute[sd]?|contradict(?:s|ed)?) {_IT}(?=[ ,.;]*(?:\.|,|;|as |outright|flatly|$))",
        rf"{_THIS} (?:is|are|was|were|has|have|had|did|does|do|would|will|proved?) (?:\w+ )?"
        r"(?:not|never|no longer|untrue|false|wrong)\b",
        rf"{_THIS} (?:was|were|has been|have been) (?:later |since |swiftly )?(?:denied|rejected"
        r"|refuted|contradicted|withdrawn|retracted)\b",
        rf"[^.;:]{{2,60}}? (?:disputes?|contests?|doubts?|questions?) {_THIS}"
        r"(?=[ ,.;]*(?:\.|,|;|$))",
        rf"[^.;:]{{2,60}}? (?:called|calls|dismissed) {_CLAIM} (?:as )?(?:baseless|false|absurd"
        r"|untrue|unfounded|a lie|a fabrication)",
        r"[^.;:]{2,40}? (?:says?|said|claims?|maintains?) otherwise\b",
        r"(?:so far,? |as yet,? |to date,? )?(?:there (?:is|was|has been)|we (?:have|found|saw))"
        r" no "
        r"(?:evidence|proof|confirmation|sign)",
    ),
    Qualification.ATTRIBUTION: (
        rf"{_THIS},? at least,? is (?:what|how)\b",
        r"(?:at least )?that,? (?:at any rate,? |at least,? )?is (?:at least )?"
        r"(?:what|how|the official)\b",
        r"at least that is (?:what|how)\b",
        r"or so (?:the )?\w+ (?:\w+ )?(?:says?|said|claims?|claimed|believes?|hopes?)\b",
        r"(?:so|thus) (?:at least )?(?:says?|said|claims?|claimed|argues?|argued|runs) ",
        rf"(?:such|{_THIS}) (?:is|was|are|were) (?:at least )?the (?:\w+ )?"
        r"(?:view|claim|opinion|estimate|version|position|account)s? (?:of|in|put)\b",
        rf"{_THIS} (?:comes?|came|stems?|is taken|are taken|rests?) (?:\w+ )?(?:from|on)\b",
        r"according to (?:him|her|them|the same|this source|these sources)\b",
    ),
    Qualification.DOUBT: (
        rf"{_THIS} (?:\w+ )?(?:may|might|could|can) (?:well |still |yet )?(?:not |be|prove|turn)",
        rf"{_THIS} (?:could|can|has|have|cannot) ?(?:not)? (?:been |be )?"
        r"(?:independently |yet )?(?:be )?(?:verified|confirmed|checked)\b",
        r"(?:it|this|that|whether [^.;]{3,80}?) (?:is|remains|was|remained) (?:\w+ )?"
        r"(?:unclear|uncertain|doubtful|unknown|unlikely|open|questionable|disputed|not known|"
        r"not clear|hard to (?:say|tell|judge)|too early)\b",
        rf"(?:none of {_IT}|neither (?:claim|figure|report|account)|{_THIS}) (?:is|has|are|have) "
        r"(?:been )?(?:\w+ )?(?:certain|verified|confirmed|proven|estimates)\b",
        r"(?:it|this) has yet to be\b",
        r"whether [^.;]{3,80}? is another (?:matter|question)\b",
        r"even then,? ",
        r"in theory,? at least\b",
        r"(?:critics|sceptics|skeptics|others|opponents|not all|not everyone|many|some|analysts"
        r"|experts|observers|officials) (?:\w+ )?(?:disagrees?|agree|doubt|differ"
        r"|see it differently|point out|object|counter"
        r"|are (?:sceptical|skeptical|doubtful|divided|less sure|not so sure))\b",
        r"(?:estimates|figures|accounts|sources|reports|observers|experts|opinions) "
        r"(?:vary|varied|differ|differed|diverge|disagree|disagreed)\b",
    ),
    Qualification.CONTRAST: (
        r"(?:however|nevertheless|nonetheless|even so|that said|all the same|then again|conversely|"
        r"by contrast|in contrast|on the contrary|on the other hand|admittedly|still|yet|but|"
        r"in (?:fact|reality|practice)|for all that|although|though)\b",
        r"[^,.;]{2,40}, (?:however|by contrast|on the other hand|though|nevertheless|nonetheless),",
    ),
}
_QUALIFYING = tuple(
    (kind, re.compile("|".join(f"(?:{one})" for one in openings), re.IGNORECASE))
    for kind, openings in _OPENINGS.items()
)
_QUOTES = "“”\"'‘’«» "


def qualifies(sentence: str) -> Qualification | None:
    """Return how a sentence qualifies the one before it; None where it opens as none does."""
    opening = sentence.lstrip(_QUOTES)
    return next((kind for kind, known in _QUALIFYING if known.match(opening)), None)
