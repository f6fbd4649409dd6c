"""Where the sentences of a paragraph begin and end.

The sentencex library gives the first cut: it knows the abbreviations of many languages and reads
tens of megabytes a second. What it gets wrong in policy reports is mended here, joins first
(military and parliamentary titles, paragraph signs, quarter ranges), then cuts (note marks glued
to a stop, a missing space after a stop, ellipses, brackets closed after a stop).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import sentencex

_ABBREVIATION = re.compile(
    r"(?:^|[\s(\[“\"'‘–—-])(?:"
    # titles and ranks that stand before a name
    r"Mr|Mrs|Ms|Messrs|Dr|Drs|Prof|Rev|Hon|Amb|Gov|Sen|Sens|Rep|Reps|Pres|St|Ste|Ft|Mt|Sgt|Cpl|Pvt"
    r"|Capt|Cdr|Cmdr|Comdr|Col|Maj|Brig|Gen|Lt|Adm|Vice-Adm|Msgr|Fr|Sr"
    # references
    r"|[Cc]f|[Nn]os?|[Aa]rts?|[Ss]ects?|[Pp]aras?|[Cc]h|[Cc]hap|[Vv]ols?|[Ff]igs?|[Tt]ab|[Aa]pp|[Ee]ds?"
    r"|pp?|ff|fn|nn|op|ca|c|e\.g|i\.e|viz|al|vs|v|approx|est|resp|incl|[Rr]es|[Dd]oc"
    # calendar
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thur|Thurs|Fri|Sat|Sun"
    r")\.$"
)
_MAY_END = re.compile(
    r"(?:^|\W)(?:[Nn]o|[Aa]l|c|v|[Rr]es|[Ff]ig|Sun|Sat|Mar|Dec|Oct|ff|est|app)\.$"
)


@dataclass(frozen=True, slots=True)
class Ends:
    """What a language's stops say: after which words one ends no sentence."""

    abbreviation: re.Pattern[str]
    """An abbreviation at the end of a piece."""
    may_end: re.Pattern[str]
    """One that may also end a sentence."""
    begins_anew: re.Pattern[str]
    """Words with which a sentence begins."""
    cuts: re.Pattern[str] | None = None
    """Ends of sentences at such an abbreviation that the library does not see."""


_INITIAL = re.compile(r"(?:^|[\s(.\-])[^\W\d_]\.$")
_ACRONYM = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
_LONGEST_INITIAL, _SHORTEST_ACRONYM, _LONGEST_ABBREVIATION = 3, 4, 60
"""Characters at the end of a piece that are looked at: what stands there is no longer than that."""
_NUMBERED = re.compile(r"^\W*(?:\(?\d{1,3}|[ivxIVX]{1,4}|[A-Za-z])[.)]$")
_LIST_MARKER = re.compile(r"\s*(?:\((?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})\)|[•▪◦·‣●■])\s+")
_ONLY_MARKS = re.compile(r"[\W\d⁰¹²³⁴-⁹]*")
_BEGINS_ANEW = re.compile(
    r"(?:The|This|These|Those|That|It|Its|He|She|They|We|In|On|At|As|A|An|But|And|However|For|While"
    r"|When|If|Although|There|After|Since|By|With|To|From|Under|Nor|Some|Many|Most|Both|Yet|Such"
    r"|Our|Their|His|Her|No|Not|What|Despite|During|Moreover|Meanwhile|Nevertheless|Thus|Instead)\b"
)
_CLOSE = "\"'”’»)\\]"
_NEXT = r"(?=\s+[“‘«„¿¡\"'(]*[A-ZÀ-ÞА-Я])"
"""What follows begins with a capital."""
_CUT = re.compile(
    r"[.!?…](?:"
    rf"(?<=[^\W\d_].)[{_CLOSE}]*(?:\d{{1,3}}|[¹²³⁰⁴-⁹]+|\[\d{{1,3}}\]){_NEXT}"
    rf"|(?<=…)[{_CLOSE}]*{_NEXT}"
    rf"|(?<=[^\W\d_].)[{_CLOSE}]+{_NEXT}"
    r"|(?<=[a-zà-ÿа-я]{2}[.!?])(?=[A-ZÀ-ÞА-Я][a-zà-ÿа-я]+[\s,])"
    r")"
)
"""Ends that the library does not see: note marks, ellipses, closed brackets, a missing space."""
_ONE_WORD_ANSWER = re.compile(
    r"(?:^|[.!?…][\"'”’)]*\s+)[\"“‘']?No\.[\"”’']?(?=\s+[“‘\"'(]*(?:[AI]\b|[A-ZÀ-Þ][^\W\d_]))"
)
"""``No.`` that answers instead of shortening ``number``: a word follows it, and no figure."""
_TOO_FEW = 4
"""So few words before ``г.`` are no sentence: ``В 2023 г. Россия …``."""
_ENGLISH = Ends(_ABBREVIATION, _MAY_END, _BEGINS_ANEW)
_ADDRESS = re.compile(r"(?:https?:|www\.|@)\S*$")


def split(text: str, language: str = "en", ends: Ends = _ENGLISH) -> list[tuple[int, int]]:
    """Return start and end of each sentence of ``text``, in order, without surrounding space.

    ``language`` is a BCP 47 tag; unknown ones are cut as English. ``ends`` has the abbreviations
    of the language. Every character that is not white space lies in exactly one sentence.
    """
    cuts = _library_cuts(text, language) + _own_cuts(text)
    cuts += _cuts_after_one_word(text) if ends.cuts is None else _cuts_after_stop(text, ends.cuts)
    spans = _spans(text, sorted(set(cuts)))
    return [(start, end) for start, end in _joined(text, spans, ends) if start < end]


def _library_cuts(text: str, language: str) -> list[int]:
    """Return the ends of the library's sentences; it leaves a list item whole, so we go inside."""
    cuts, at = [], 0
    for piece in sentencex.segment(language.partition("-")[0] or "en", text):
        marker = _LIST_MARKER.match(piece)
        if marker and marker.end() < len(piece):
            inner = at + marker.end()
            cuts += [inner + cut for cut in _library_cuts(piece[marker.end() :], language)]
        at += len(piece)
        cuts.append(at)
    return cuts


def _own_cuts(text: str) -> list[int]:
    return [
        match.end()
        for match in _CUT.finditer(text)
        if not _ADDRESS.search(text, max(0, match.start() - 80), match.end())
    ]


def _cuts_after_one_word(text: str) -> list[int]:
    if "No." not in text:
        return []
    return [match.end() for match in _ONE_WORD_ANSWER.finditer(text)]


def _cuts_after_stop(text: str, stop: re.Pattern[str]) -> list[int]:
    return [match.end() for match in stop.finditer(text)]


def _spans(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    """Return the pieces between the cuts, trimmed; an empty piece vanishes."""
    spans, start = [], 0
    for end in [*cuts, len(text)]:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            spans.append((left, right))
        start = max(start, end)
    return spans


def _joined(text: str, spans: list[tuple[int, int]], ends: Ends) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and _belongs_before(text, joined[-1], (start, end), ends):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _belongs_before(text: str, last: tuple[int, int], this: tuple[int, int], ends: Ends) -> bool:
    """Return whether the cut between the last sentence and the next piece was wrong."""
    before = text[slice(*last)]
    inside_address = last[1] == this[0] and _ADDRESS.search(before) is not None
    return inside_address or _belong_together(before, text[slice(*this)], ends)


def _belong_together(before: str, after: str, ends: Ends) -> bool:
    """Return whether the words say that the two pieces are one sentence."""
    if _NUMBERED.match(before):
        return True
    if _ONLY_MARKS.fullmatch(after) and not _NUMBERED.match(after):
        return True
    if after[0].islower() and before[-1] in ".…)\"”'’":
        return True
    if _ACRONYM.search(before, max(0, len(before) - _SHORTEST_ACRONYM)):
        return not ends.begins_anew.match(after)
    return _stop_of_abbreviation(before, after, ends)


def _stop_of_abbreviation(before: str, after: str, ends: Ends) -> bool:
    if _INITIAL.search(
        before, max(0, len(before) - _LONGEST_INITIAL)
    ) and not ends.begins_anew.match(after):
        return True
    if not ends.abbreviation.search(before, max(0, len(before) - _LONGEST_ABBREVIATION)):
        return False
    if not ends.may_end.search(before):
        return True
    return after[0].isdigit() or (ends.cuts is not None and _goes_on(before, after, ends))


def _goes_on(before: str, after: str, ends: Ends) -> bool:
    """Return whether a sentence goes on after ``г.`` or ``etc.``: unless the next begins anew."""
    return len(before.split()) <= _TOO_FEW or not ends.begins_anew.match(after)
