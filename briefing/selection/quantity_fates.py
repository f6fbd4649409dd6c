"""What befell those whom a number counts: 100 people who were killed are dead, not people."""

from __future__ import annotations

import re

_FATES = {
    "killed or wounded": "casualties",
    "killed and wounded": "casualties", "killed or injured": "casualties",
    "killed and injured": "casualties", "wounded or killed": "casualties",
    "injured or killed": "casualties",
    "killed": "dead", "kill": "dead", "killing": "dead", "kills": "dead", "dead": "dead",
    "died": "dead", "perished": "dead", "lost their lives": "dead",
    "claimed": "dead", "claiming": "dead", "murdered": "dead",
    "executed": "dead", "massacred": "dead",
    "wounded": "wounded", "wounding": "wounded", "wounds": "wounded", "injured": "wounded",
    "injuring": "wounded", "injures": "wounded", "hurt": "wounded",
    "displaced": "displaced", "displacing": "displaced", "uprooted": "displaced",
    "evacuated": "displaced", "fled": "displaced",
    "captured": "captured", "capturing": "captured", "detained": "captured", "arrested": "captured",
    "abducted": "captured", "abducting": "captured", "kidnapped": "captured",
    "kidnapping": "captured", "imprisoned": "captured",
}  # fmt: skip
BEFALLEN = frozenset({"troops", "people", "police", "protesters", "refugees", ""})
"""Kinds of those whom something may befall."""
_SUFFERED = "|".join(
    "killed or wounded|killed and wounded|killed or injured|killed and injured|wounded or killed"
    "|injured or killed|killed|dead|murdered|executed|massacred|wounded|injured"
    "|hurt|displaced|uprooted|evacuated|captured|detained|arrested|abducted|kidnapped"
    "|imprisoned".split("|")
)
_MAY = (
    "and|as|because|but|could|may|might|or|risk|risked|that|when|where|while|who|whom|whose|would"
)
_ENDED = r"(?P<active>died|perished|fled|lost\stheir\slives)"
_AFTER = re.compile(
    rf"(?:\s(?!(?:{_MAY}|will|by)\b)[\w’'-]+){{0,4}}?\s"
    rf"(?:(?:were|was|are|been|being|be|got)\s(?:reportedly\s|reported\s|also\s)?(?P<passive>{_SUFFERED})"
    rf"|{_ENDED})\b"
    rf"|\s(?:who|that)\s(?:(?:were|was|been|(?:have|has|had)\sbeen)\s(?P<whose>{_SUFFERED})"
    rf"|(?:(?:have|has|had)\s)?{_ENDED.replace('active', 'ended')})\b"
    rf"|\s(?:summarily\s|reportedly\s)?(?P<bare>{_SUFFERED})\b"
    r"(?=[,.;:)]|\s(?:and|after|at|between|by|during|in|near|on|since|when)\b|$)"
)
_BEFORE = re.compile(
    r"\b(?P<fate>kill(?:ed (?:or|and) wounded|ed|ing|s)?|claim(?:ed|ing)(?:\sthe lives of)?"
    r"|wound(?:ed|ing|s)|injur(?:ed|ing|es)|displac(?:ed|ing)|uprooted|captur(?:ed|ing)"
    r"|abduct(?:ed|ing)|kidnapp(?:ed|ing)|arrested|detained)"
    r"(?:\s(?:as many as|an estimated|another|a further|a total of|what))?\s$",
    re.IGNORECASE,
)
_DEEDS = {
    "killing": "dead", "killings": "dead", "murder": "dead", "murders": "dead", "massacre": "dead",
    "execution": "dead", "death": "dead", "deaths": "dead", "wounding": "wounded",
    "displacement": "displaced", "expulsion": "displaced", "detention": "captured",
    "arrest": "captured", "arrests": "captured", "abduction": "captured", "kidnapping": "captured",
    "imprisonment": "captured",
}  # fmt: skip
_DEED = re.compile(rf"\b(?P<deed>{'|'.join(_DEEDS)})\sof\s$", re.IGNORECASE)
"""What was done to those who follow: the detention of 300 people."""
_AMONG = re.compile(
    rf"\b(?P<passive>{_SUFFERED}|died|perished)(?:\s[\d.,]+\s[\w’'-]+)?,?\sincluding\s$"
)
"""What befell the others, of whom those who follow are some: killed 70 people, including 30."""
_FORCED = re.compile(r"\b(?:forc(?:ed|ing)|drov?e|driven|driving)\s$", re.IGNORECASE)
_TO_FLEE = re.compile(r"\s(?:\w+\s){0,2}?(?:to (?:flee|leave)|from their|out of|into exile)\b")
_TOLL = re.compile(
    r"\b(?:death toll|deaths|fatalities|number of (?:the )?(?:dead|deaths|killed|victims))"
    r"(?:\s[\w’'-]+){0,5}?\s(?:at|exceeded|is|of|passed|reached|stands|to|was)\s$",
    re.IGNORECASE,
)
_POPULATION = re.compile(r"\bpopulation\s(?:of|is|was|reached|exceeds|numbers)\s$", re.IGNORECASE)
_LIVES = re.compile(r"\slives\b")
_COST = re.compile(r"\b(?:cost|costs|costing|claim(?:ed|s|ing)|took|taken)\s$", re.IGNORECASE)
_ENDS = re.compile(r"[,.;:)]|\s(?:and|in|on|at|others|more|during|as)\b|$")


def befallen(kind: str, before: str, after: str) -> str:
    """Return the kind of those whom a number counts, by what the words about it say befell them.

    ``before`` ends where the number begins, ``after`` begins where its noun ends.
    """
    if found := _BEFORE.search(before):
        return _FATES[" ".join(found["fate"].casefold().split(" the ")[0].split())]
    if kind and (found := _AMONG.search(before)):
        return _FATES[found["passive"]]
    if kind and (found := _DEED.search(before)):
        return _DEEDS[found["deed"].casefold()]
    if kind and (found := _AFTER.match(after)):
        return _FATES[" ".join(next(filter(None, found.groups())).split())]
    if kind and _FORCED.search(before) and _TO_FLEE.match(after):
        return "displaced"
    return kind


def uncounted(before: str, after: str) -> tuple[str, int]:
    """Return what a number without a noun counts, and how many characters after it tell that."""
    if (lives := _LIVES.match(after)) and _COST.search(before):
        return "dead", lives.end()
    if _TOLL.search(before):
        return "dead", 0
    if _POPULATION.search(before):
        return "people", 0
    return (befallen("", before, after) if _ENDS.match(after) else ""), 0
