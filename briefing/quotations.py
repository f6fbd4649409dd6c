"""Quotations made of passages: the words with what stands around them."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import replace
from functools import lru_cache

from briefing.model import BriefFinding, Passage, Quotation, Report, StoredFinding

CUT = "[…]"
"""Stands where words of a report were left out."""
SURROUNDINGS = 40
"""Characters kept on either side of a quotation."""
_LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
_HYPHENS = str.maketrans("\u2010\u2011", "--")
"""Word prints codes with a hyphen that does not break, and copies it so."""
_DIGITS_OF_16 = 10
"""So many bytes are 16 digits of base 32, and take a fraction of the time of all of them."""
_PAIRS = tuple(one + other for one in _LETTERS for other in _LETTERS)
"""The digits of base 32, two at a time."""


def surroundings(text: str, start: int, end: int) -> tuple[str, str]:
    """Return what stands before and after a run of characters in its block."""
    return text[max(0, start - SURROUNDINGS) : start], text[end : end + SURROUNDINGS]


def quotation_at(report: Report, block: int, start: int, end: int) -> Quotation:
    """Return the quotation of a run of characters of one block of a report."""
    text = report.blocks[block].text
    prefix, suffix = surroundings(text, start, end)
    return Quotation(report.sha256, block, start, end, text[start:end], prefix, suffix)


def alone(quotation: Quotation) -> Quotation:
    """Return a quotation without what stands before and after it in its report."""
    return replace(quotation, prefix="", suffix="")


def bare(finding: BriefFinding) -> BriefFinding:
    """Return a finding without what stands around its words in the reports: it is not printed."""
    return replace(
        finding,
        quotations=tuple(map(alone, finding.quotations)),
        elsewhere=tuple(map(alone, finding.elsewhere)),
        disagreements=tuple(
            replace(one, quotation=alone(one.quotation)) for one in finding.disagreements
        ),
    )


def passage_of(quotation: Quotation) -> Passage:
    """Return where a quotation stands."""
    return Passage(quotation.report, quotation.block, quotation.start, quotation.end)


@lru_cache(maxsize=1 << 12)
def full_code(passage: Passage) -> str:
    """Return the code that names a passage; documents print a beginning of it: ``f-3k7q``."""
    return f"f-{base64.b32encode(_digest(passage)).decode().lower().rstrip('=')}"


def begun_code(passage: Passage, length: int) -> str:
    """Return so many characters of the code of a passage, 18 at the most, as a library finds it."""
    return f"f-{base64.b32encode(_digest(passage)[:_DIGITS_OF_16]).decode().lower()}"[:length]


@lru_cache(maxsize=1 << 16)
def short_code(passage: Passage) -> str:
    """Return the first four characters of the code of a passage."""
    first = int.from_bytes(_digest(passage)[:3], "big") >> 4
    return f"f-{_PAIRS[first >> 10]}{_PAIRS[first & 1023]}"


def typed_code(words: str) -> str:
    """Return a code as somebody typed or copied it: small letters, a hyphen of whatever kind."""
    return words.strip().casefold().translate(_HYPHENS)


def _digest(passage: Passage) -> bytes:
    place = f"{passage.report}:{passage.block}:{passage.start}:{passage.end}"
    return hashlib.sha256(place.encode()).digest()


def quotation_of(stored: StoredFinding) -> Quotation:
    """Return a finding of the library as a quotation."""
    passage = stored.finding.passage
    return Quotation(
        report=passage.report,
        block=passage.block,
        start=passage.start,
        end=passage.end,
        exact=stored.finding.text,
        prefix=stored.quote_prefix,
        suffix=stored.quote_suffix,
    )
