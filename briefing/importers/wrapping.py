"""Find out how a plain text breaks its lines: at a width, anywhere, or only between paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from itertools import pairwise

from briefing.importers.lines import Line
from briefing.importers.markers import ADDRESS
from briefing.importers.sentences import (
    begins_in_caseless_script,
    begins_in_lower_case,
    ends_clause,
)

_LEAST_CONTINUED = 0.15  # of the lines that follow one another; wrapped prose has half or more
_NEARLY_FULL = 0.86  # of the width: proportional type and ragged margins vary by as much
_LEAST_REGULAR = 0.7
_LONG = 70  # characters
_MUCH_WIDER = 1.6  # times the width: such a line was not broken at it
_MOST = 0.5  # of the characters


class Breaking(Enum):
    """Where a text breaks its lines."""

    PARAGRAPHS = "a line is a paragraph"
    WIDTH = "lines are broken at a width"
    ANYWHERE = "lines are broken without rule; blank lines part paragraphs"


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text breaks its lines, and at how many characters."""

    breaking: Breaking
    width: int = 0

    def is_forced(self, line: Line, following: Line) -> bool:
        """Return whether ``line`` ends early: the next line's first word would have fitted."""
        if self.breaking is not Breaking.WIDTH:
            return False
        first_word = following.text.split(maxsplit=1)[0]
        needed = line.indent + len(line.text) + 1 + len(first_word)
        return needed < _NEARLY_FULL * self.width


def wrapping_of(lines: list[Line]) -> Wrapping:
    """Return how ``lines`` are broken."""
    pairs = [
        (line, following)
        for line, following in pairwise(lines)
        if not following.after_gap and not line.is_furniture and not following.is_furniture
    ]
    continued = [line for line, following in pairs if _runs_on(line, following)]
    if not pairs or len(continued) < _LEAST_CONTINUED * len(pairs):
        return Wrapping(Breaking.PARAGRAPHS)
    lengths = sorted(line.indent + len(line.text) for line in continued)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    wider = sum(len(line.text) for line in lines if len(line.text) > _MUCH_WIDER * width)
    if wider > _MOST * sum(len(line.text) for line in lines):
        return Wrapping(Breaking.PARAGRAPHS)  # what goes on are lines of title page and list
    regular = sum(length >= 0.75 * width for length in lengths)
    if regular < _LEAST_REGULAR * len(lengths):
        return Wrapping(Breaking.ANYWHERE)
    return Wrapping(Breaking.WIDTH, width)


def _runs_on(line: Line, following: Line) -> bool:
    if ends_clause(line.text):
        return False
    if len(line.text) >= _LONG:  # too long for a heading: a sentence was cut, even before a name
        return True
    if ADDRESS.match(following.text):
        return False
    return begins_in_lower_case(following.text) or begins_in_caseless_script(following.text)
