"""For which country a speech is held: whom its "we" and "our government" mean.

Takes the sentences of a report with the names in them; gives a country where the text is a speech
or a statement of one government, and nothing where it is a paper like most.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.extraction.gazetteer import Hit
from briefing.extraction.guarded import cue, words_in
from briefing.extraction.sentence import Sentence
from briefing.model import TextKind
from briefing.taxonomy import is_country

_ADDRESSES = re.compile(
    r"\b(?:(?:Mr\.?|Madam|Mister) (?:Speaker|President|Chair|Chairman|Secretary-General)"
    r"|(?:Your )?[Ee]xcellenc(?:y|ies)|[Dd]istinguished (?:delegates|guests|colleagues|members)"
    r"|[Hh]onou?rable (?:[Mm]embers?|[Dd]elegates)|[Ll]adies and [Gg]entlemen"
    r"|[Mm]y (?:delegation|[Gg]overnment|country)|[Cc]heck against delivery)\b"
)
_WE = cue(re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y)\b"), "we our us i my")
_OPENING = 12
"""Units at the head of a text in which it says who speaks."""
_OFTEN = 8
"""Of so many sentences one at least is said of "us" in a speech."""


def speaking_for(sentences: Sequence[Sentence], hits: Sequence[Sequence[Hit]]) -> str:
    """Return the country for which the text speaks; empty where it is no speech."""
    spoken = [one for one in sentences if one.kind is TextKind.BODY]
    ours = sum(1 for one in spoken if _WE.search(one.text, words_in(one.text)))
    if ours * _OFTEN < len(spoken) or not any(_ADDRESSES.search(one.text) for one in spoken):
        return ""
    opening = zip(sentences[:_OPENING], hits[:_OPENING], strict=True)
    titles = [found for one, found in opening if one.kind is not TextKind.BODY]
    return _first_country(titles) or _first_country(hits[:_OPENING])


def _first_country(hits: Sequence[Sequence[Hit]]) -> str:
    named = (hit.name.regions[0] for found in hits for hit in found)
    return next(filter(is_country, named), "")
