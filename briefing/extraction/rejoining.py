"""Which cuts between sentences were wrong: those after abbreviations, initials, item numbers.

Takes a paragraph and the pieces it was cut into; gives the sentences, some of them two pieces.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extraction.lengths import LONGEST_SENTENCE

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
    longest: int = 60
    """Letters of the longest abbreviation: the stop after a longer word is none of one."""
    are_words: bool = False
    """Whether each abbreviation is one word, and no space within it."""

    def looked_at_from(self, piece: str) -> int:
        """Return where in a piece to look for an abbreviation at its end."""
        if self.are_words:
            return max(0, piece.rfind(" "))
        return max(0, len(piece) - _LONGEST_ABBREVIATION)


_INITIAL = re.compile(r"(?:^|[\s(.\-])[^\W\d_]\.$")
_ACRONYM = re.compile(r"(?:\b[^\W\d_]\.){2,}$")
_LONGEST_INITIAL, _SHORTEST_ACRONYM, _LONGEST_ABBREVIATION, _LONGEST_NUMBER = 3, 4, 60, 5
"""Characters at the end of a piece that are looked at: what stands there is no longer than that."""
_LONGEST_MARKED_NUMBER = 60
"""Characters of an item number with the signs before it."""
_NUMBERED = re.compile(r"^\W*(?:\(?\d{1,3}|[ivxIVX]{1,4}|[A-Za-z])[.)]$")
_ONLY_MARKS = re.compile(r"[\W\d⁰¹²³⁴-⁹]*")
_BEGINS_ANEW = re.compile(
    r"(?:The|This|These|Those|That|It|Its|He|She|They|We|In|On|At|As|A|An|But|And|However|For|While"
    r"|When|If|Although|There|After|Since|By|With|To|From|Under|Nor|Some|Many|Most|Both|Yet|Such"
    r"|Our|Their|His|Her|No|Not|What|Despite|During|Moreover|Meanwhile|Nevertheless|Thus|Instead)\b"
)
_TOO_FEW = 4
"""So few words before ``г.`` are no sentence: ``В 2023 г. Россия …``."""
ENGLISH = Ends(_ABBREVIATION, _MAY_END, _BEGINS_ANEW, longest=6, are_words=True)
ADDRESS = re.compile(r"(?:https?:|www\.|@)\S*$")


def joined(text: str, spans: list[tuple[int, int]], ends: Ends) -> list[tuple[int, int]]:
    """Return the spans, those together that a wrong cut has parted.

    Nothing is added to what is too long for a sentence as it is.
    """
    whole = spans[:1]
    for this in spans[1:]:
        last = whole[-1]
        if (
            last[1] - last[0] > LONGEST_SENTENCE
            or _is_plain_end(text, last, this, ends)
            or not _belongs_before(text, last, this, ends)
        ):
            whole.append(this)
        else:
            whole[-1] = (last[0], this[1])
    return whole


def _is_plain_end(text: str, last: tuple[int, int], this: tuple[int, int], ends: Ends) -> bool:
    """Return whether space follows a word and its mark, and then no small letter.

    Such a cut, as every other one is, needs no further thought: the word is longer than any
    abbreviation, or it is none and ends more than an item number.
    """
    (begin, end), first = last, text[this[0]]
    if end == this[0] or not first.isalpha() or first.islower():
        return False
    mark = end - 1
    if text[max(begin, mark - ends.longest - 1) : mark].isalpha():
        return mark - begin > ends.longest
    if not ends.are_words or end - begin <= _LONGEST_MARKED_NUMBER:
        return False
    if not text[mark - 2 : mark].isalnum():
        return False
    space = text.rfind(" ", begin, end)
    return text[mark] != "." or (
        space > begin and ends.abbreviation.search(text, space, end) is None
    )


def _belongs_before(text: str, last: tuple[int, int], this: tuple[int, int], ends: Ends) -> bool:
    """Return whether the cut between the last sentence and the next piece was wrong."""
    before = text[slice(*last)]
    inside_address = last[1] == this[0] and ADDRESS.search(before) is not None
    return inside_address or _belong_together(before, text[slice(*this)], ends)


def _belong_together(before: str, after: str, ends: Ends) -> bool:
    """Return whether the words say that the two pieces are one sentence.

    Most cuts are right, so that a look at a letter comes before each pattern that needs it.
    """
    most = _LONGEST_NUMBER if before[0].isalnum() else _LONGEST_MARKED_NUMBER
    if len(before) <= most and _NUMBERED.match(before):
        return True
    if not after[0].isalpha() and _ONLY_MARKS.fullmatch(after) and not _NUMBERED.match(after):
        return True
    if after[0].islower() and before[-1] in ".…)\"”'’":
        return True
    return before[-1] == "." and _is_shortened(before, after, ends)


def _is_shortened(before: str, after: str, ends: Ends) -> bool:
    """Return whether the stop is that of an initial, an acronym or an abbreviation."""
    if before[-3:-2] == "." and _ACRONYM.search(before, max(0, len(before) - _SHORTEST_ACRONYM)):
        return not ends.begins_anew.match(after)
    if (
        not before[-3:-2].isalnum()
        and _INITIAL.search(before, max(0, len(before) - _LONGEST_INITIAL))
        and not ends.begins_anew.match(after)
    ):
        return True
    if not ends.abbreviation.search(before, ends.looked_at_from(before)):
        return False
    if not ends.may_end.search(before):
        return True
    return after[0].isdigit() or (ends.cuts is not None and _goes_on(before, after, ends))


def _goes_on(before: str, after: str, ends: Ends) -> bool:
    """Return whether a sentence goes on after ``г.`` or ``etc.``: unless the next begins anew."""
    return len(before.split()) <= _TOO_FEW or not ends.begins_anew.match(after)
