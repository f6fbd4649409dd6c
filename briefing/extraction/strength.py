"""How ready a sentence is to stand in a note by itself: a sum of named features, each with a reason.

The scale runs from 0 to 1; from ``USABLE`` on a sentence is offered as a finding. ``FEATURES`` is the
whole table: what is looked at, what it weighs, and how it is said to the officer.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from briefing.extraction.sentence import RegionTags, Sentence, ThemeTags
from briefing.model import Evidence, Facet, PartialDate, TextKind

USABLE = 0.5
_START = 0.5

_ROAD_MAP = re.compile(
    r"\b(?:this|the present|our) (?:paper|article|chapter|report|study|essay|brief|briefing|memo|section"
    r"|analysis|contribution|policy brief|note|document|volume|overview|product)\b"
    r"|\b(?:following|next|previous|preceding|first|second|third|final|last|concluding) (?:section|chapter"
    r"|paragraph|part of this)s?\b|\bas (?:discussed|noted|mentioned|described|shown|explained) (?:above"
    r"|below|earlier|later)\b|\b(?:we|I) (?:will|shall|would like to|want to|begin|argue|examine|discuss"
    r"|turn|now|first|then|conclude|analy[sz]e|look|focus)\b|\blet us\b|\bwe must turn\b"
    r"|\b(?:see|cf\.?) (?:also|table|figure|chapter|section|appendix|below|above)\b"
    r"|\b(?:question|questions) (?:then |thus |therefore )?(?:arises?|remains?|is)\b"
    r"|\b(?:it is (?:also )?(?:necessary|appropriate|useful|worth|important) to"
    r" (?:analy[sz]e|consider|examine|look|note|recall|ask|study|understand|distinguish))\b"
    r"|\b(?:allow|lead)s? us to\b|\bdraw (?:several |some )?(?:lessons|conclusions)\b"
    r"|\bit will be a question of\b|\bprovide an answer\b|\bto answer (?:this|that)\b|\bfor more information\b",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"\b(?:thank you|thanks to (?:you|the organi[sz]ers)|I (?:would like to|wish to|want to) (?:thank"
    r"|congratulate|express|extend|begin)|(?:distinguished|esteemed) (?:delegates|guests|colleagues)"
    r"|your excellenc|excellencies|ladies and gentlemen|mr\.? president,|madam president|honou?r (?:to|for me)"
    r"|congratulat|welcome you|pay tribute|all rights reserved|click here|subscribe|sign up|newsletter"
    r"|leave a (?:reply|comment)|the views expressed|do not necessarily reflect)",
    re.IGNORECASE,
)
_THEORY = re.compile(
    r"\b(?:theor(?:y|ies|etical|ist|ists)|paradigm|conceptuali[sz]|concept of|is defined as"
    r"|can be (?:defined|understood|described) as|refers to|by definition|literature|scholars?"
    r"|ontolog|epistemolog|school of thought|realism|realists?|constructivis[mt]|states (?:tend|seek) to)\b",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"[$€£]\s?\d|\d+(?:[.,]\d+)*\s?(?:%|per ?cent|million|billion|trillion|thousand|km|miles|barrels"
    r"|tonnes|tons|troops|soldiers|people|bcm|bpd|years|dollars|euros)|\b\d{2,3}(?:,\d{3})+\b"
    r"|\b(?:dozens|hundreds|thousands|millions|billions|half|one[- ]third|two[- ]thirds|a quarter) of\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty) [a-z]+s\b",
    re.IGNORECASE,
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did|will|would|can|could|may|might|must|shall"
    r"|should|isn't|aren't|wasn't|won't|cannot|[a-z]{3,}ed|[a-z]{2,}(?:ates?|izes?|ises?|ifies|fies)"
    r"|said|says|told|took|gave|made|makes|went|came|comes|became|becomes|began|begins|led|leads|left"
    r"|leaves|met|won|lost|rose|rises|fell|falls|sent|held|holds|kept|keeps|built|sold|bought|brought"
    r"|sought|seeks?|seems?|remains?|shows?|wants?|plans?|faces?|fought|struck|hit|put|set|cut|cost"
    r"|paid|grew|grows|drew|draws|broke|chose|wrote|spoke|saw|sees|knew|knows|thought|thinks|found"
    r"|finds|got|gets|gives|takes|needs?|allows?|helps?|serves?|offers?|continues?|includes?|provides?"
    r"|supports?|opposes?|depends?|reli(?:es|ed)|appears?|tends?|prefers?|believes?|considers?|argues?"
    r"|supplies|accounts|owns|targets|means|reflects?|suggests?|requires?|represents?|aims?)\b",
    re.IGNORECASE,
)
_CONCRETE = re.compile(
    r"\b(?:signed|agreed|announced|launched|deployed|attacked|seized|imposed|lifted|banned|expelled"
    r"|invaded|annexed|withdrew|withdrawn|joined|left|ratified|approved|rejected|refused|condemned"
    r"|supplied|delivered|sold|purchased|bought|exported|imported|invested|built|opened|closed|elected"
    r"|re-?elected|appointed|dismissed|arrested|killed|wounded|displaced|fled|voted|adopted|issued"
    r"|declared|established|created|suspended|resumed|halted|blocked|cut|reduced|increased|rose|fell|doubled"
    r"|tripled|reached|accounted|received|provided|pledged|allocated|requested|threatened|warned"
    r"|accused|demanded|called|met|hosted|visited|held|mediated|brokered|extended|renewed|expanded"
    r"|tested|enriched|shot|struck|hit|captured|occup(?:y|ies|ied)|controls?|supplies|sells|exports"
    r"|imports|produces|hosts|depends|relies)\b",
    re.IGNORECASE,
)
_JUDGEMENT = re.compile(
    r"\b(?:likely|unlikely|probably|certainly|risks?|threatens?|could|would|will|expected|forecast"
    r"|inevitabl[ey]|cannot|unable|capable|means that|shows that|demonstrat\w+|suggests? that|indicat\w+"
    r"|because|despite|although|while|thereby|thus|in order to|so that|as long as|if|unless"
    r"|weaken\w*|strengthen\w*|increasingly|no longer|remains?|depends?|becom\w+|serv\w+ as)\b",
    re.IGNORECASE,
)
_EVALUATION = re.compile(
    r"\b(?:meaningful|bitter|fortunately|unfortunately|obviously|interesting|remarkable|tragic|tragedy"
    r"|cold shower|so to speak|as it were|one might|one should|you might|needless to say|in a word)\b",
    re.IGNORECASE,
)
_QUOTE = re.compile(r"^\W*[\"“][^\"”]{20,}[\"”]?\W*$")
_LINK = re.compile(r"https?://|www\.|@\w+\.|\bdoi\b|©|\bISBN\b")


@dataclass(frozen=True)
class View:
    """A sentence with all that is known of it before its strength."""

    sentence: Sentence
    regions: RegionTags
    themes: ThemeTags
    dates: tuple[PartialDate, ...]
    leans: tuple[Evidence, ...]

    @property
    def text(self) -> str:
        """The sentence's words."""
        return self.sentence.text

    @cached_property
    def length(self) -> int:
        """How many words it has."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Feature:
    """One line of the table."""

    name: str
    weight: float
    found: Callable[[View], str]
    """Returns the words that show the feature; empty where it is absent."""


def _matching(pattern: re.Pattern[str]) -> Callable[[View], str]:
    def search(view: View) -> str:
        match = pattern.search(view.text)
        return match.group() if match else ""

    return search


def _words_between(least: int, most: int) -> Callable[[View], str]:
    def measure(view: View) -> str:
        return f"{view.length} words" if least <= view.length <= most else ""

    return measure


def _without(pattern: re.Pattern[str]) -> Callable[[View], str]:
    def search(view: View) -> str:
        return "" if pattern.search(view.text) else view.text[:40]

    return search


def _names(least: int) -> Callable[[View], str]:
    def count(view: View) -> str:
        mentions = view.regions.mentions
        return ", ".join(mentions) if len(mentions) >= least else ""

    return count


def _question(view: View) -> str:
    asked = view.sentence.kind is TextKind.QUESTION or view.text.rstrip("\"”’' ").endswith("?")
    return view.text[-20:] if asked else ""


def _leans(view: View) -> str:
    return view.leans[0].words if view.leans else ""


def _leans_twice(view: View) -> str:
    return view.leans[1].words if len(view.leans) > 1 else ""


def _themed(view: View) -> str:
    return ", ".join(view.themes.themes)


def _heavily_themed(view: View) -> str:
    return ", ".join(view.themes.themes) if sum(view.themes.weights) >= 2.0 else ""


def _unthemed(view: View) -> str:
    return "" if view.themes.themes else view.text[:40]


def _dated(view: View) -> str:
    return ", ".join(str(date) for date in view.dates)


FEATURES: tuple[Feature, ...] = (
    Feature("names a country or bloc", 0.08, _names(1)),
    Feature("names two or more", 0.06, _names(2)),
    Feature("gives a figure", 0.06, _matching(_NUMBER)),
    Feature("gives a date", 0.05, _dated),
    Feature("tells what was done", 0.05, _matching(_CONCRETE)),
    Feature("judges, forecasts or explains", 0.04, _matching(_JUDGEMENT)),
    Feature("deals with a theme", 0.04, _themed),
    Feature("deals with it at length", 0.05, _heavily_themed),
    Feature("of a length to be quoted", 0.06, _words_between(18, 50)),
    Feature("short", -0.10, _words_between(8, 13)),
    Feature("very short", -0.25, _words_between(0, 7)),
    Feature("very long", -0.08, _words_between(66, 10_000)),
    Feature("deals with no theme", -0.12, _unthemed),
    Feature("leans on its neighbours", -0.20, _leans),
    Feature("leans on them in more than one way", -0.06, _leans_twice),
    Feature("no finite verb", -0.30, _without(_FINITE)),
    Feature("question", -0.45, _question),
    Feature("road-map of the text", -0.40, _matching(_ROAD_MAP)),
    Feature("courtesy or notice", -0.45, _matching(_COURTESY)),
    Feature("theory or definition", -0.15, _matching(_THEORY)),
    Feature("comment rather than fact", -0.08, _matching(_EVALUATION)),
    Feature("quotation without speaker", -0.08, _matching(_QUOTE)),
    Feature("address or imprint", -0.40, _matching(_LINK)),
)
"""What makes a sentence strong or weak, in the order in which it is told."""


def strength(view: View) -> tuple[float, tuple[Evidence, ...]]:
    """Return the strength, 0 to 1, and what speaks for and against the sentence."""
    if view.sentence.kind not in (TextKind.BODY, TextKind.QUESTION):
        return 0.0, ()
    total, evidence = _START, []
    for feature in FEATURES:
        if words := feature.found(view):
            total += feature.weight
            reason = f"{feature.name} ({feature.weight:+.2f})"
            evidence.append(Evidence(Facet.STRENGTH, "strength", words, reason))
    return round(min(max(total, 0.0), 1.0), 3), tuple(evidence)
