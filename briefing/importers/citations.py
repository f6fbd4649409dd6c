"""Know a citation by what it holds: who, a title, where and when it came out, pages, an address."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefing.importers.sentences import begins_in_lower_case, is_longer, is_title_case

OPENING = re.compile(
    r"(?:Cf\.|Ibid|Id\.|Idem\b|Op\. ?cit|Loc\. ?cit|See(?:,? (?:also|e\.g|for (?:example"
    r"|instance)))\b"
    r"|Vgl\.|Siehe\b|Ebd\.|Voir\b|V[ée]ase\b|Quoted in\b|Cited in\b|См\.|Там же)",
)
_MONTHS = (
    "January February March April May June July August September October November December".split()
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """One sign of a citation, searched for only where one of its hints stands in the text."""

    form: re.Pattern[str]
    hints: tuple[str, ...]
    """What the form cannot match without, in small letters."""


_SIGNS = (
    _Sign(re.compile(r"https?://|www\.|\bdoi:|\bDOI\b"), ("http", "www.", "doi")),
    _Sign(
        re.compile(
            r"\bpp?\. ?\d|\b[Ss]\. \d|\bс\. ?\d|\bvol\. ?\d|\bno\. ?\d"
            r"|\b\d+/\d{4}(?:-\d{4})?, pp"
        ),
        ("p.", "s. ", "с.", "vol.", "no.", ", pp"),
    ),
    _Sign(
        re.compile(
            r"\bop\. ?cit|\bibid\b|\bcited above|\babove \(?[Nn]ote|\bsupra\b|\bfn\. ?\d",
            re.IGNORECASE,
        ),
        ("op. cit", "op.cit", "ibid", "cited above", "above note", "above (note", "supra", "fn."),
    ),
    _Sign(
        re.compile(r"\bcf\.|\bquoted in\b|\bavailable (?:\w+ )?at\b|\bat: ", re.IGNORECASE),
        ("cf.", "quoted in", "available ", "at: "),
    ),
    _Sign(
        re.compile(
            r",? in: |\(eds?\.\)|\b[Ee]t al\b|\b(?:University )?Press\b,? (?:\d{4}|\w+ \d{4})"
        ),
        (" in: ", "(ed", "et al", "press"),
    ),
    _Sign(
        re.compile(r"\b(?:accessed|retrieved|last visited|consult[ée]|abgerufen)\b", re.IGNORECASE),
        ("accessed", "retrieved", "last visited", "consult", "abgerufen"),
    ),
    _Sign(
        re.compile(rf"\d(?<!\w.)\d? (?:{'|'.join(_MONTHS)}) \d{{4}},"),
        tuple(month.lower() for month in _MONTHS),
    ),
    _Sign(re.compile(r"\((?:[A-Z][\w ]+: )?[A-Z][\w &]+, (?:19|20)\d\d\)"), (", 19", ", 20")),
)
_REFERENCE = re.compile(
    r"(?P<who>[A-Z][^\"“”!?]{2,100}), [\"“](?P<title>[^\"“”]{8,250})[\"”],? (?P<rest>[^!?]{4,160})"
)
"""A citation without a number: who, the title in quotation marks, where and when it came out."""
DATED_AUTHOR = re.compile(
    r"[A-Z][\w’'-]+,? (?:[A-Z]\.?[ -]?){1,3}[^!?]{0,120}?\(?\b(?:19|20)\d\d[a-z]?\)?[.,:] \S"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
LONGEST_REFERENCE = 60  # words


_LONGEST_ENTRY = 70  # words
_SEE = re.compile(
    r"(?:^|[,;:.] )(?:[Ss]ee|vgl\.|siehe|voir|v[ée]ase|см\.) (?:also |auch |aussi )?"
    r"(?=[\"“‘'A-ZÀ-ÞА-Я\d])"
)
_LOOSE_SIGNS = (
    re.compile(r"(?:^|, |: )[\"“‘'«„][^\"“”«»]{6,250}[,.]?[\"”’'»“](?:[,.;]|\s?\(|$)"),
    re.compile(
        r"[,;)”’\"'] (?:(?:[^\W\d_]{3,}|[A-Z]\w+ [A-Z]\w+),? )?(?:\d{1,2}\.? )?"
        r"(?:[^\W\d_]{3,9}\.? )?(?:\d{1,2}, )?\(?(?:19|20)\d\d\)?\.?$"
    ),
    re.compile(r"\b\d{1,3}(?:[:.,]\d{1,3})? ?\((?:[^()]{0,12})?(?:19|20)\d\d\)|\d[-–]\d{1,4}\.?$"),
    re.compile(r"\b[A-Z]{1,6}(?:/[\w.()-]+){1,5}(?<=[\d)])"),
    re.compile(
        r"\b(?:press (?:statement|release|conference|briefing)|communiqu[ée]|pressemitteilung"
        r"|official (?:record|journal|gazette)|yearbook|working paper|letter to|speech (?:at|to|in)"
        r"|interview (?:with|by)|(?:table|annex|col\.|paras?\.|ch\.) ?\d)",
        re.IGNORECASE,
    ),
)
"""A quoted title, a day at the end, volume and pages, a document symbol, a kind of source."""
_QUOTED = re.compile(r"[\"“‘'«„][^\"“”«»]{4,250}[\"”’'»“]")
_VERB = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|should|must|ought|shall|will|would|can"
    r"|could|may|might|need|needs|said|says|ist|sind|war|waren|hat|haben|muss|müssen|sollte|sollten"
    r"|est|sont|était|doit|doivent|es|son|debe|deben)\b"
)


def is_reference(text: str) -> bool:
    """Return whether the text is a citation by its build alone, as endnotes without numbers are."""
    if is_longer(text, LONGEST_REFERENCE):
        return False
    match = _REFERENCE.fullmatch(text)
    if match is None or not YEAR.search(match["rest"]):
        return False
    return is_title_case(match["who"]) and not begins_in_lower_case(match["rest"])


@lru_cache(maxsize=64)  # the same block is asked about several times in a row
def signs(text: str) -> int:
    """Return how many of the eight signs of a citation ``text`` shows."""
    lowered = text.lower()
    shown = 0
    for sign in _SIGNS:
        for hint in sign.hints:  # a loop of its own is several times as fast as any()
            if hint in lowered:
                shown += sign.form.search(text) is not None
                break
    return shown


def cites(text: str) -> bool:
    """Return whether the text of a numbered entry is a citation rather than a sentence.

    Looser than ``signs``: fit only for entries that a list or a call in the text makes likely.
    """
    if is_longer(text, _LONGEST_ENTRY):
        return False
    if OPENING.match(text) or text.startswith("See ") or is_reference(text):
        return True
    if _SEE.search(text):
        return True
    shown = signs(text) + sum(form.search(text) is not None for form in _LOOSE_SIGNS)
    says_something = _VERB.search(_QUOTED.sub("", text)) is not None
    return shown >= (3 if says_something else 1)
