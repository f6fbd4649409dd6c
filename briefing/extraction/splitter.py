"""Where the sentences of a paragraph begin and end.

The sentencex library gives the first cut: it knows the abbreviations of many languages and reads
tens of megabytes a second. What it gets wrong in policy reports is mended here, joins first
(military and parliamentary titles, paragraph signs, quarter ranges), then cuts (note marks glued
to a stop, a missing space after a stop, ellipses, brackets closed after a stop).
"""

from __future__ import annotations

import re

import sentencex

from briefing.extraction.lengths import good_end
from briefing.extraction.rejoining import ADDRESS, ENGLISH, Ends, joined

_AT_ONCE = 20_000
"""Characters of a paragraph that are looked at together: the library compares all quotation marks
of a paragraph with each other."""
_LIST_MARKER = re.compile(r"\s*(?:\((?:\d{1,3}|[A-Za-z]|[ivxlIVXL]{1,5})\)|[•▪◦·‣●■])\s+")
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f]")
"""White space of several bytes: the library breaks where one stands between a letter and a stop."""
_CLOSE = "\"'”’»)\\]"
_NOTE = r"\d{1,3}|[¹²³⁰⁴-⁹]+|\[\d{1,3}\]"
_NEXT = r"(?=\s+[“‘«„¿¡\"'(]*[A-ZÀ-ÞА-Я])"
"""What follows begins with a capital."""
_CUT_AT_STOP = (
    # most stops have a space after them, and are done with here
    rf"(?=[\d¹²³⁰⁴-⁹\[{_CLOSE}A-ZÀ-ÞА-Я])(?:"
    rf"(?<=[^\W\d_].)[{_CLOSE}]*(?:{_NOTE}){_NEXT}"
    rf"|(?<=[^\W\d_].)[{_CLOSE}]+{_NEXT}"
    r"|(?<=[a-zà-ÿа-я]{2}[.!?])(?=[A-ZÀ-ÞА-Я][a-zà-ÿа-я]+[\s,])"
    r")"
)
_CUT = re.compile(rf"[.!?]{_CUT_AT_STOP}")
"""Ends that the library does not see: note marks, closed brackets, a missing space."""
_CUT_OR_ELLIPSIS = re.compile(rf"[.!?…](?:(?<=…)[{_CLOSE}]*{_NEXT}|{_CUT_AT_STOP})")
"""The same, and ellipses; a sign so far from the others makes the search take twice as long."""
_ONE_WORD_ANSWER = re.compile(
    r"(?:^|[.!?…][\"'”’)]*\s+)[\"“‘']?No\.[\"”’']?(?=\s+[“‘\"'(]*(?:[AI]\b|[A-ZÀ-Þ][^\W\d_]))"
)
"""``No.`` that answers instead of shortening ``number``: a word follows it, and no figure."""


def split(text: str, language: str = "en", ends: Ends = ENGLISH) -> list[tuple[int, int]]:
    """Return start and end of each sentence of ``text``, in order, without surrounding space.

    ``language`` is a BCP 47 tag; unknown ones are cut as English. ``ends`` has the abbreviations
    of the language. Every character that is not white space lies in exactly one sentence.
    """
    if len(text) <= _AT_ONCE:
        return _split(text, language, ends)
    found: list[tuple[int, int]] = []
    at = 0
    while len(text) - at > _AT_ONCE:
        end = good_end(text, at, at + _AT_ONCE)
        spans = _split(text[at:end], language, ends)
        if len(spans) > 1:  # the last one may go on, and is looked at again
            end = at + spans.pop()[0]
        found += [(at + first, at + last) for first, last in spans]
        at = end
    return [*found, *((at + first, at + last) for first, last in _split(text[at:], language, ends))]


def _split(text: str, language: str, ends: Ends) -> list[tuple[int, int]]:
    cuts = _library_cuts(text, language.partition("-")[0] or "en")
    more = _own_cuts(text)
    if ends.cuts is not None:
        more += _cuts_after_stop(text, ends.cuts)
    elif "No." in text:
        more += _cuts_after_stop(text, _ONE_WORD_ANSWER)
    return joined(text, _spans(text, sorted({*cuts, *more}) if more else cuts), ends)


def _library_cuts(text: str, language: str) -> list[int]:
    """Return the ends of the library's sentences; it leaves a list item whole, so we go inside."""
    cuts, at = [], 0
    if not text.isascii() and not text.isprintable():
        text = _WIDE_SPACE.sub(" ", text)
    for piece in sentencex.segment(language, text):
        if not piece[0].isalnum():
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
        for match in (_CUT_OR_ELLIPSIS if "…" in text else _CUT).finditer(text)
        if not ADDRESS.search(text, max(0, match.start() - 80), match.end())
    ]


def _cuts_after_stop(text: str, stop: re.Pattern[str]) -> list[int]:
    return [match.end() for match in stop.finditer(text)]


def _spans(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    """Return the pieces between the cuts, trimmed; an empty piece vanishes."""
    spans, start = [], 0
    for end in [*cuts, len(text)]:
        piece = text[start:end].rstrip()
        if piece:
            right = start + len(piece)
            spans.append((right - len(piece.lstrip()), right))
        start = end
    return spans
