"""Short forms that a report defines in brackets after a full name.

Takes a sentence and its hits; gives what "Gulf Cooperation Council (hereafter the Council)"
defines, and the acronyms that a bracket gives another meaning: "Center for Immigration
Studies (CIS)".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.extraction.gazetteer import Hit, Name, NameKind

_DEFINES = re.compile(
    r"\s*\((?P<plainly>(?:hereafter|hereinafter|henceforth|or)\s+)?(?:[Tt]he\s+)?"
    r"(?P<quote>[\"“'‘])?(?:[Tt]he\s+)?(?P<short>[A-Z][\w.+&-]*(?:\s[A-Z]\w+)?)[\"”'’]?\)"
)
_ACRONYM = re.compile(r"(?<=\w)\s+\(([A-Z]{2,6})\)")
_DEFINABLE = frozenset({NameKind.GROUP, NameKind.COUNTRY})


def defined_names(text: str, hit: Hit) -> Iterator[Name]:
    """Yield the short form that a bracket after the name of a region defines."""
    match = None if hit.name.kind not in _DEFINABLE else _DEFINES.match(text, hit.end)
    if match is None:
        return
    short, note = match["short"], f"short for {hit.name.text}"
    if short.isupper() and (match["plainly"] or _spells(hit.name.text, short)):
        yield Name(short, hit.name.regions, NameKind.DEFINED, note)
    elif not short.isupper() and (match["plainly"] or match["quote"]):
        yield Name(f"the {short}", hit.name.regions, NameKind.SHORT, note)
        yield Name(f"The {short}", hit.name.regions, NameKind.SHORT, note)


def other_acronyms(text: str, hits: list[Hit]) -> Iterator[str]:
    """Yield acronyms in brackets that do not follow a name of the region they usually mean."""
    if "(" not in text:
        return
    ends = {hit.end: hit.name.regions for hit in hits}
    inside = {hit.start: hit.name.regions for hit in hits if hit.name.kind is NameKind.GROUP}
    for match in _ACRONYM.finditer(text):
        usual = inside.get(match.start(1))
        if usual and ends.get(match.start()) != usual and _spells(text[: match.start()], match[1]):
            yield match[1]


def _spells(before: str, acronym: str) -> bool:
    """Whether the words before a bracket begin with the acronym's letters."""
    small = {"of", "for", "and", "the", "on", "in", "to"}
    words = [word for word in re.split(r"[\s-]+", before) if word and word not in small]
    initials = "".join(word[0].upper() for word in words[-len(acronym) :])
    return initials == acronym
