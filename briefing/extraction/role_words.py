"""Words beside a name that tell its part in the sentence, as patterns for ``roles``."""

from __future__ import annotations

import re

_STRIFE = r"(?:civil\s+war|wars?|conflicts?|cris[ie]s|revolution|uprising|quagmire|theatre|theater)"
_EVENT = (
    r"(?:wars?|conflicts?|invasion|cris[ie]s|offensive|counter-?offensive|aggression|attacks?"
    r"|re-?conquest|quagmire|debacle|fiasco|withdrawal|genocide|revolution|uprising|fighting|setbacks?"
    r"|defeats?|failures?|difficulties|losses|struggles|hostilities|violence|bloodshed)"
)
EVENT_AFTER = re.compile(rf"(?:[a-z][\w-]*\s+)?{_STRIFE}\b", re.IGNORECASE)
"""After an adjective: strife that it only describes, "Ukrainian conflict"."""

EVENT_BEFORE = re.compile(
    rf"\b{_EVENT}(?:'s\s+\w+)?(?:\s+\w+ing)?\s+(?:in|of|on|against|over|with|around)"
    r"\s+(?:the\s+)?(?:[a-z]+\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a name: something that happens there, "the war in"."""

SETTING_BEFORE = re.compile(
    r"(?:\b(?:according\s+to|unlike|than|beyond|resembl\w+|similar\s+to|akin\s+to|model+ed\s+on|as\s+other"
    r"|just\s+like|apart\s+from|aside\s+from|except(?:\s+for)?|bordering|caught\s+between"
    r"|lesser\s+extent(?:\s+\w+){0,3})|(?:^|,\s)like)"
    r"\s+(?:the\s+|other\s+|many\s+|most\s+|that\s+of\s+){0,2}$",
    re.IGNORECASE,
)
"""Before a name: a comparison, a source, an exception."""

PLACE_BEFORE = re.compile(r"\b(?:in|at|near|outside|held in|from)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a name that may only say where."""

NEAR = 4
"""Words before a name that can tell its part; asked first, since that is quick."""

LEADS_TO_SETTING = frozenset(
    ["to", "unlike", "than", "beyond", "like", "on", "other", "from", "except", "for", "extent"]
) | {"bordering", "between", "resemble", "resembles", "resembling"}
LEADS_FROM_EVENT = frozenset(["in", "of", "on", "against", "over", "with", "around"])
PLACE_ALONE = re.compile(r"(?:^|, )(?:in|at)\s+(?:the\s+)?$", re.IGNORECASE)
"""Before a name that only says where: ", in"."""

RULERS_BEFORE = re.compile(
    r"\b(?:officials|leaders|leadership|authorities|policymakers|government|governments|regime|rulers"
    r"|circles|elites?|diplomats|politicians|capitals|those|power)\s+in\s+$",
    re.IGNORECASE,
)
"""Before a capital: those who govern from there, so that it is no mere venue."""

_OCCASION = (
    r"(?:summit|meeting|conference|talks|forum|round|session|ceremony|speech|visit|trip|gathering"
    r"|negotiations?|signed|met|meets|held|hosted|host|convened|assembl\w+|consultations|representation"
    r"|embassy|embassies|mission|headquarters|told|spoke|said|addressed|concluded|agreed|adopted|initialled"
    r"|reached|tribunal|court|congress|accords?|signing|reception|gala|dinner|workshop|seminar)"
)
OCCASION_NEAR = re.compile(rf"\b{_OCCASION}\b", re.IGNORECASE)
"""An occasion that has a venue."""

NAMED_AFTER = re.compile(
    r"(?:'s)?\s+(?:(?:peace|economic|security|format|final|nuclear)\s+)?(?:[Ss]ummit|[Mm]eeting"
    r"|[Cc]onference|[Tt]alks|[Dd]eclaration|[Aa]greements?|[Aa]ccords?|[Pp]rocess|[Mm]emorandum|[Pp]rotocol"
    r"|[Cc]onventions?|[Ff]ormat|[Rr]ound|[Ff]orum|[Cc]lub|[Pp]rinciples|[Tt]reaty|[Aa]ct|[Cc]harter|[Gg]roup)\b"
)
"""After a city: what is named after it, "Minsk agreements"."""

FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should|shall|does|do|did"
    r"|\w{3,}(?:ed|es)|[a-z]{3,}s)\b"
)
"""A word that may be a verb."""

OPENER = re.compile(
    r"(?:[-–•*]\s*)?(?:After|Since|Despite|Following|Amid|While|Although|Though|As|When|If|In|With|By"
    r"|During|Because|Given|Under|For|On|At|From|Until|Before|Even|Unlike|Through|Throughout|Having"
    r"|Regarding|Concerning|According|Like|Instead|Rather|Between|Among|Beyond|To|Whatever|Whether"
    r"|Once|Where|Far|Driven|Drawn|Caught|Led|Without|Along|Alongside|Against|Over|Of|[A-Z]\w+(?:ed|ing))\b"
)
"""How a phrase begins that stands before the main clause."""

JOINED = re.compile(r"(?:,|,?\s+and|\s*&)\s+(?:the\s+)?")
"""Between two names of a list."""
