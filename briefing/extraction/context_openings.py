"""The words at the head of a sentence by which it goes on from the one before."""

from __future__ import annotations

import re

from briefing.extraction.cues import OPENING, phrases
from briefing.extraction.guarded import cue, opening

CONNECTIVE = opening(
    phrases(
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
    ),
    "however nevertheless nonetheless still yet even that having conversely by in on instead "
    "rather therefore thus hence accordingly consequently as not this here there all for to so "
    "doing indeed similarly likewise equally despite if otherwise at since until before after then "
    "meanwhile henceforth thereafter thereby subsequently first second third fourth fifth firstly "
    "secondly thirdly fourthly fifthly the but or nor neither over be",
)
"""Turn, derive, continue or illustrate what was said before."""

MILD_CONNECTIVE = opening(
    phrases(
        """
    moreover|furthermore|in addition|additionally|besides|in particular|in fact|of course
    finally|lastly|at the same time|for (its|their|his|her) part|for now
    and|also|too
    """,
        before=OPENING,
    ),
    "moreover furthermore in additionally besides of finally lastly at for and also too",
)
"""Add to what was said without changing its meaning: they tie only a sentence that names nobody."""

INNER_CONNECTIVE = re.compile(
    r"^[^,;:]{3,60}, (?P<words>however|by contrast|in contrast|in other words|on the other hand"
    r"|on the contrary|then|instead|therefore|for that matter|likewise|conversely|nevertheless"
    r"|nonetheless),"
)
"""The same set between commas after the subject."""

SEQUEL = cue(
    re.compile(
        r"^(?:[\w'’-]+ ){1,7}?(?P<words>therefore|nevertheless|nonetheless|however|meanwhile"
        r"|instead|thus|hence|consequently|accordingly|likewise|similarly)\b(?! (?:of|to)\b)"
        r"|^(?:[\w'’-]+ ){1,4}?(?P<then>then [a-z]+)|\b(?:has|have|had) (?P<since>since) [a-z]+"
        r"|^[^,]{2,40}, (?P<too>too), "
    ),
    "therefore nevertheless nonetheless however meanwhile instead thus hence consequently "
    "accordingly likewise similarly then since too",
)
"""Small words after the subject that go on from what was said before: ``Iran therefore …``."""
