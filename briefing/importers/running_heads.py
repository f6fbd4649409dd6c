"""Find running heads that share a line with the page number: ``64      Yearbook of Ice Studies``.

Wide spaces part the two. A row of a table looks the same, so the numbers must count upward with
text between them, or the line must interrupt a sentence.
"""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.importers.lines import Line
from briefing.importers.sentences import begins_in_lower_case, ends_clause, leans_forward

_NUMBER_FIRST = re.compile(r"(\d{1,4})(?:\s{3,}|\s*\t\s*)([^\W\d_].{2,110})")
_NUMBER_LAST = re.compile(r"([^\W\d_].{2,110}?)(?:\s{3,}|\s*\t\s*)(\d{1,4})")
_WIDE = re.compile(r"\S(?:\s{3,}|\t)\S")
_LEAST_BETWEEN = 3  # lines of text on a page
_WIDEST_STEP = 4  # pages: some bear no head, such as those with plates


def numbered_heads(lines: list[Line]) -> dict[int, str]:
    """Return the page numbers of running heads by the index of their line."""
    found = {index: label for index, line in enumerate(lines) if (label := _number(line.text))}
    if len(found) == 1:
        return found if _interrupts(lines, next(iter(found))) else {}
    counting = all(
        second - first >= _LEAST_BETWEEN and int(found[second]) - int(found[first]) > 0
        for first, second in pairwise(found)
    )
    near = all(
        int(after) - int(before) <= _WIDEST_STEP for before, after in pairwise(found.values())
    )
    if counting and near:
        return found
    return {index: label for index, label in found.items() if _interrupts(lines, index)}


def _number(text: str) -> str:
    if not (text[:1].isdecimal() or text[-1:].isdecimal()):
        return ""
    if len(_WIDE.findall(text)) != 1:
        return ""  # a row of several cells
    first, last = _NUMBER_FIRST.fullmatch(text), _NUMBER_LAST.fullmatch(text)
    if first is not None:
        return first[1]
    return last[2] if last is not None else ""


def _interrupts(lines: list[Line], index: int) -> bool:
    """Return whether a sentence breaks off before the line and goes on after it."""
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1].text, lines[index + 1].text
    return not ends_clause(before) and (begins_in_lower_case(after) or leans_forward(before))
