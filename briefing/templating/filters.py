"""The filters that templates have: how findings, sources and single things are written.

Whatever comes out of a report or a request is escaped where it is written or by Jinja; only the
tags written in this package are markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import zip_longest

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from briefing.model import BriefFinding, Judgement
from briefing.templating.bibliography import graded, origin_line, reference_line
from briefing.templating.cited import differing, language_attributes, marks, old, place, wording
from briefing.templating.excerpts import Piece
from briefing.templating.own_figures import data_line
from briefing.templating.spoken import spoken


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the paragraphs of a text whose author parted them with blank lines."""
    parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
    return tuple(part for part in parts if part)


def assessment(judgement: Judgement) -> str:
    """Return likelihood and confidence as two things: ``likely · moderate confidence``."""
    confidence = f"{judgement.confidence} confidence" if judgement.confidence else ""
    said = " · ".join(filter(None, (judgement.likelihood, confidence)))
    return said or "no likelihood given"


def in_two_columns(
    facts: Sequence[tuple[str, str]],
) -> tuple[tuple[tuple[str, str], tuple[str, str]], ...]:
    """Return the facts that are told, two a row, to be read down the left and then the right.

    An odd number leaves a pair of empty strings at the lower right.
    """
    told = [fact for fact in facts if fact[1]]
    half = (len(told) + 1) // 2
    return tuple(zip_longest(told[:half], told[half:], fillvalue=("", "")))


def foreign(language: str, tag: str) -> str:
    """Return the language tag of a passage that is not in the document's language, else nothing."""
    return "" if tag.split("-")[0] == language.split("-")[0] else tag


def pieces(parts: Sequence[Piece]) -> Markup:
    """Return a passage of the annex, the words that are used set off from the others."""
    used = Markup("<strong>{}</strong>")
    written = (used.format(_lines(one.text)) if one.used else _lines(one.text) for one in parts)
    return Markup("").join(written)


def _lines(text: str) -> Markup:
    """Return the rows of a table, or the one line of a paragraph."""
    return Markup("<br>").join(text.split("\n"))


def _leading(write: Callable[..., Markup]) -> Callable[[Context, BriefFinding], Markup]:
    """Return a filter whose marks lead to the annex, where the document has one."""

    @pass_context
    def written(context: Context, finding: BriefFinding) -> Markup:
        return write(finding, annexed=bool(context.get("annex")))

    return written


FILTERS = {
    "spoken": spoken,
    "paragraphs": paragraphs,
    "marks": _leading(marks),
    "wording": _leading(wording),
    "language_attributes": language_attributes,
    "old": old,
    "differing": _leading(differing),
    "pieces": pieces,
    "place": place,
    "assessment": assessment,
    "in_two_columns": in_two_columns,
    "graded": graded,
    "reference_line": reference_line,
    "data_line": data_line,
    "origin_line": origin_line,
}
"""The filters that templates have besides the few of Jinja's that ``sandbox`` lets in."""
