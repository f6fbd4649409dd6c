"""The words by which a sentence shows how much it says."""

from __future__ import annotations

import re

from briefing.extraction.guarded import opening

CUES = {
    # about the text rather than the world
    "road-map": """
        (this|the present|our) (paper|article|chapter|report|study|essay|policy brief|briefing|memo
          |section|analysis|contribution|volume|overview|product)
        in the (following|next|previous|preceding|concluding|remaining) (section|chapter
          |paragraph)s?
        as (discussed|noted|mentioned|described|shown|explained|detailed) (above|below|earlier
          |later)
        (we|i) (will|shall|would like to|want to|then|now|first|here)( (also|then|now|not|first
          |briefly))? (argue|examine|discuss|analyse|analyze|look|focus|turn|consider|address
          |conclude|begin|show|explore|assess|review)
        (we|i) (begin|argue|examine|discuss|turn|conclude|analyse|analyze|focus)
        let us|we must turn|turn our attention
        (see|refer to) (also )?(the )?(table|figure|chapter|section|appendix|annex|box|below|above
          |crs)
        questions? (then |thus |therefore )?(arise|arises|remain|remains)
        it is (also |therefore )?(necessary|appropriate|useful|important|interesting) to (analyse
          |analyze|consider|examine|look|note|recall|ask|study|understand|distinguish)
        it is (also )?worth (considering|examining|looking|noting|recalling|asking)
        (allow|allows|lead|leads) us to|draw (several |some )?(lessons|conclusions)|sheds? light on
        serves a (twofold|double) purpose|it will be a question of|provides? an answer
        to answer (this|that)|for more information|can mean (two|three|several) things
        """,
    # politeness, and the notices of web pages and imprints
    "courtesy": """
        thank you|thanks to (you|the organisers|the organizers)|congratulat*|pay tribute|welcome you
        (my|our|his|her) (deep|sincere|profound)?( )?(gratitude|appreciation|condolences)
        dear (friends|colleagues)|check against delivery
        i (would like|wish|want|should like) to (thank|congratulate|express|extend|begin)
        (distinguished|esteemed) (delegates|guests|colleagues)|excellency|excellencies
        ladies and gentlemen|mr.? president,|madam president|honou?r (to|for me)
        it is (a|my) (privilege|pleasure)
        all rights reserved|click here|subscribe|sign up|newsletter|leave a (reply|comment)|cookies
        the views expressed|not necessarily reflect|email address
        """,
    # thinking about the world rather than telling of it
    "theory": """
        theory|theories|theoretical|theorists?|paradigm|conceptuali*|school of thought|literature
        scholars?|(is|are|can be|may be) (defined|understood|described|conceived) as|refers to
        by definition|ontolog*|epistemolog*|realism|realists?|constructivis*|states (tend|seek) to
        """,
    # how much or how many, in words
    "figure": """
        (dozens|hundreds|thousands|millions|billions|half|one third|one-third|two thirds|two-thirds
          |a quarter|a third) of
        two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty
        """,
    # what somebody did or does
    "deed": """
        signed|agreed|announced|launched|deployed|attacked|seized|imposed|lifted|banned|expelled
        invaded|annexed|withdrew|withdrawn|joined|left|ratified|approved|rejected|refused|condemned
        supplied|delivered|sold|purchased|bought|exported|imported|invested|built|opened|closed
        elected|re-elected|reelected|appointed|dismissed|arrested|killed|wounded|displaced|fled
        voted|adopted|issued|declared|established|created|suspended|resumed|halted|blocked|cut
        reduced|increased|rose|fell|doubled|tripled|reached|accounted|received|provided|pledged
        allocated|requested|threatened|warned|accused|demanded|called|met|hosted|visited|held
        mediated|brokered|extended|renewed|expanded|tested|enriched|shot|struck|hit|captured
          |occupied
        occupy|occupies|controls?|supplies|sells|exports|imports|produces|hosts|depends|relies
        """,
    # a forecast, a condition, a cause, an assessment
    "judgement": """
        likely|unlikely|probably|certainly|risks?|threatens?|could|would|will|expected|forecast
        inevitable|inevitably|cannot|unable|capable|means that|shows that|demonstrat*|suggests? that
        indicat*|because|despite|although|while|thereby|thus|in order to|so that|as long as|if
          |unless
        weaken*|strengthen*|increasingly|no longer|remains?|depends?|becom*|(serve|serves|served) as
        """,
    # the writer's aside
    "comment": """
        fortunately|unfortunately|obviously|interesting|interestingly|remarkable|remarkably|tragic
        tragically|tragedy|ironically|needless to say|so to speak|as it were
        one (might|should|could)|you (might|should|can)|in a word|to be sure|it goes without saying
        """,
    # a time that only the day of writing tells
    "loose time": """
        yesterday|tomorrow|tonight|last night|this (morning|afternoon|evening|week|month)
        (last|next) (week|weekend|month)|earlier this (week|month)
        the (past|last|next|coming) (few )?(days|weeks|months)|recent (days|weeks)
        (last|next|on) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)
        (days|weeks) ago|a (day|week) (ago|later|earlier)
        """,
    # an address or an imprint
    "address": """
        http*|www.*|doi|isbn|©*|copyright
        """,
}
"""Lists for a ``CueBook``."""

FIGURE = re.compile(
    r"[\d$€£](?:(?<=[$€£])\s?\d"
    r"|(?<=\d)[\d.,]*\s?(?:%|per ?cent|million|billion|trillion|thousand|km|kilomet|miles|barrels"
    r"|tonnes|tons|troops|soldiers|people|persons|bcm|bpd|years|dollars|euros|metric|votes|seats|members)"
    r"|(?<=\d),\d{3})"
)
"""How much or how many, in figures; tried only where a figure or the sign of a currency stands."""

_VERBS = """
    is are was were be been has have had does do did will would can could may might must shall
    should cannot said says told took gave made makes went came comes became becomes began
    begins led leads left leaves met won lost rose rises fell falls sent held holds kept keeps
    built sold bought brought sought seek seeks seem seems remain remains show shows want
    wants plan plans face faces fought struck hit put set cut cost paid grew grows drew draws
    broke chose wrote spoke saw sees knew knows thought thinks found finds got gets gives
    takes need needs allow allows help helps serve serves offer offers continue continues
    include includes provide provides support supports oppose opposes depend depends relies
    appear appears tend tends prefer prefers believe believes consider considers argue argues
    supplies accounts owns targets means meant reflect reflects suggest suggests require
    requires represent represents aim aims host hosts exports imports produces controls
    borders attest isn't aren't wasn't weren't won't don't doesn't didn't can't
"""
VERBS = frozenset(_VERBS.split())
VERB_ENDINGS = ("ed", "ates", "izes", "ises", "ifies", "fies", "ens")
NAME_AND_VERB = re.compile(r"[A-Z][\w'’]+ [a-z]{3,}s\b")
"""A name and, as it seems, its verb: ``Ankara emerges``."""

BARE_QUOTE = re.compile(r"\W*[\"“][^\"”]{20,}[\"”]?\W*$")
"""Nothing but a quotation."""

RIVAL_VIEW = re.compile(
    r"\b(?:claim|claims|claimed|calls?|called|accus\w+|denounc\w+|brand(?:s|ed)|insist(?:s|ed)|alleg\w+"
    r"|portray(?:s|ed)|depict(?:s|ed)|describ(?:es|ed)|dismiss(?:es|ed)|label(?:s|led|ed))\b"
    r"[^\"“”]{0,60}[\"“][^\"”]{12,}[\"”]"
)
"""A view of the one side on the other in its own words: ``calls it "a declining power"``."""

SUMMARY = re.compile(
    r"^\W*(?:\d+\W+)?(?:key (?:points|findings|messages|takeaways|judge?ments)"
    r"|(?:executive )?summary|conclusions?|main (?:points|findings)|at a glance|in brief|takeaways"
    r"|abstract)\b",
    re.IGNORECASE,
)
"""A heading under which a report says more briefly what it says at length elsewhere."""

JOINED_ON = opening(
    re.compile(
        r"^\W*(?P<words>moreover|furthermore|in addition(?! to)|additionally|besides(?=,)|also|and"
        r"|at the same time|of course|in fact|in particular|on top of that|what(?: is|['’]s) more"
        r"|of note|to add|again(?=,))\b",
        re.IGNORECASE,
    ),
    "moreover furthermore in additionally besides also and at of on what to again",
)
"""A head by which a sentence goes on from another, though it can be understood alone."""
