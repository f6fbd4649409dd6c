"""How ready a sentence is to stand in a note by itself: a sum of named features, each told.

The scale runs from 0 to 1; from ``USABLE`` on a sentence can be offered as a finding. ``FEATURES``
is the whole table: what is looked at, what it weighs, and how it is said to the officer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.extraction import strength_cues as cues
from briefing.extraction.sentence import RegionTags, Sentence, ThemeTags
from briefing.model import Evidence, Facet, PartialDate, TextKind

USABLE = 0.5
UNUSABLE = 0.49
"""The most that a sentence has which can be offered only together with the one before it."""
_START = 0.5
_MARKS = "\"'“”‘’«»()[]{},.;:!?…–—-"


@dataclass(slots=True)
class View:
    """A sentence with all that is known of it before its strength."""

    sentence: Sentence
    regions: RegionTags
    themes: ThemeTags
    dates: tuple[PartialDate, ...]
    leans: tuple[Evidence, ...]
    cues: dict[str, str]
    """The cues found in it, by the name of their list in ``CUES``."""
    has_words: bool = True
    """Whether the program has tables of words for its language."""
    in_english: bool = True
    text: str = field(init=False)
    length: int = field(init=False)
    """How many words it has."""

    def __post_init__(self) -> None:
        """Take out what several features look at."""
        self.text = self.sentence.text
        self.length = len(self.text.split())


def _absent(_view: View) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Feature:
    """One line of the table."""

    name: str
    weight: float
    found: Callable[[View], str] = _absent
    """Returns the words that show the feature; empty where it is absent."""
    by_words: bool = False
    """Whether it is known by words, and so not looked for in languages without tables."""
    cue: str = ""
    """The list of cues that shows it, where that is all there is to it."""
    reason: str = field(init=False)
    """How it is said to the officer."""

    def __post_init__(self) -> None:
        """Put the reason in words, once for all sentences."""
        object.__setattr__(self, "reason", f"{self.name} ({self.weight:+.2f})")


def _bare_quote(view: View) -> str:
    return view.text[:40] if cues.BARE_QUOTE.match(view.text) else ""


def _words_between(least: int, most: int) -> Callable[[View], str]:
    def measure(view: View) -> str:
        return f"{view.length} words" if least <= view.length <= most else ""

    return measure


def _figure(view: View) -> str:
    match = cues.FIGURE.search(view.text) if _may_hold_digits(view.text) else None
    return match.group() if match else view.cues.get("figure", "")


def _may_hold_digits(text: str) -> bool:
    for digit in "0123456789":  # a fraction of what the pattern takes to see that there is none
        if digit in text:
            return True
    return not text.isascii()


def _fragment(view: View) -> str:
    """Return the beginning of a sentence without a finite verb; told in English alone."""
    if not view.in_english:
        return ""
    words = view.text.lower().split()
    if not cues.VERBS.isdisjoint(words):  # so it is nearly always
        return ""
    for word in words:
        bare = word.strip(_MARKS)
        if bare in cues.VERBS or (len(bare) > 4 and bare.endswith(cues.VERB_ENDINGS)):
            return ""
    return "" if cues.NAME_AND_VERB.search(view.text) else view.text[:40]


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


def _leaning_head(view: View) -> str:
    """Return the words at the sentence's head that only another sentence explains."""
    head = view.text.lstrip(_MARKS + " ")
    return next((lean.words for lean in view.leans if head.startswith(lean.words)), "")


def _leans_twice(view: View) -> str:
    return view.leans[1].words if len(view.leans) > 1 else ""


def _themed(view: View) -> str:
    return ", ".join(view.themes.themes)


def _heavily_themed(view: View) -> str:
    return ", ".join(view.themes.themes) if sum(view.themes.weights) >= 2.0 else ""


def _unthemed(view: View) -> str:
    return "" if view.themes.themes else view.text[:40]


def _joined_on(view: View) -> str:
    found = cues.JOINED_ON.match(view.text) if view.in_english else None
    return found["words"] if found else ""


def _loosely_timed(view: View) -> str:
    """Return a time without a date; a report that tells its own day gives it one."""
    return "" if view.dates else view.cues.get("loose time", "")


def _rival_view(view: View) -> str:
    """Return the words by which one party's own view is quoted, not told as a fact."""
    if not view.in_english or not ('"' in view.text or "“" in view.text):
        return ""
    found = cues.RIVAL_VIEW.search(view.text)
    return found.group()[:40] if found else ""


def _summed_up(view: View) -> str:
    """Return the heading under which a report says the same more briefly."""
    path = view.sentence.heading_path
    return path[-1] if path and _is_summary(path[-1]) else ""


@lru_cache(maxsize=256)
def _is_summary(heading: str) -> bool:
    return cues.SUMMARY.search(heading) is not None


def _dated(view: View) -> str:
    return ", ".join(str(date) for date in view.dates)


FEATURES: tuple[Feature, ...] = (
    Feature("names a country or bloc", 0.08, _names(1)),
    Feature("names two or more", 0.06, _names(2)),
    Feature("gives a figure", 0.06, _figure),
    Feature("gives a date", 0.05, _dated),
    Feature("tells what was done", 0.05, cue="deed", by_words=True),
    Feature("judges, forecasts or explains", 0.04, cue="judgement", by_words=True),
    Feature("deals with a theme", 0.04, _themed),
    Feature("deals with it at length", 0.05, _heavily_themed),
    Feature("of a length to be quoted", 0.06, _words_between(18, 50)),
    Feature("short", -0.10, _words_between(8, 13)),
    Feature("very short", -0.25, _words_between(0, 7)),
    Feature("very long", -0.08, _words_between(66, 10_000)),
    Feature("deals with no theme", -0.12, _unthemed, by_words=True),
    Feature("leans on its neighbours", -0.20, _leans),
    Feature("leans on them in more than one way", -0.06, _leans_twice),
    Feature("goes on from another sentence", -0.07, _joined_on),
    Feature("a time that is not told", -0.10, _loosely_timed, by_words=True),
    Feature("no finite verb", -0.30, _fragment, by_words=True),
    Feature("question", -0.45, _question),
    Feature("road-map of the text", -0.40, cue="road-map", by_words=True),
    Feature("courtesy or notice", -0.45, cue="courtesy", by_words=True),
    Feature("theory or definition", -0.15, cue="theory", by_words=True),
    Feature("comment rather than fact", -0.08, cue="comment", by_words=True),
    Feature("quotation without speaker", -0.08, _bare_quote),
    Feature("one party's view of another, quoted", -0.10, _rival_view),
    Feature("key point or conclusion", 0.05, _summed_up),
    Feature("address or imprint", -0.40, cue="address"),
)
"""What makes a sentence strong or weak, in the order in which it is told."""


_LINES = tuple((one.cue, one.found, one.weight, one.reason) for one in FEATURES)
"""What is gone through for each sentence: of a feature only what is needed there."""
_LINES_WITHOUT_WORDS = tuple(
    line for line, feature in zip(_LINES, FEATURES, strict=True) if not feature.by_words
)


def strength(view: View) -> tuple[float, tuple[Evidence, ...]]:
    """Return the strength, 0 to 1, and what speaks for and against the sentence."""
    if view.sentence.kind not in (TextKind.BODY, TextKind.QUESTION):
        return 0.0, ()
    total, evidence = _START, []
    shown = view.cues
    for cue, found, weight, reason in _LINES if view.has_words else _LINES_WITHOUT_WORDS:
        if words := shown.get(cue) if cue else found(view):
            total += weight
            evidence.append(Evidence(Facet.STRENGTH, "strength", words, reason))
    if total >= USABLE and view.leans and (words := _leaning_head(view)):
        total = UNUSABLE
        reason = "opens with what only the sentence before explains: not by itself"
        evidence.append(Evidence(Facet.STRENGTH, "strength", words, reason))
    return round(min(max(total, 0.0), 1.0), 3), tuple(evidence)
