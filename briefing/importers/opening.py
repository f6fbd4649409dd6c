"""Part the lines with which a text opens: title, authors and date often stand without a gap."""

from __future__ import annotations

from briefing.importers.bylines import reads_as_byline
from briefing.importers.dates import date_in_line
from briefing.importers.lines import Line
from briefing.importers.markers import ADDRESS, HEADER_FIELD
from briefing.importers.masthead import is_label_of_series, masthead_says
from briefing.importers.names import CommonWords, byline, names_in
from briefing.importers.sentences import (
    begins_in_lower_case,
    ends_sentence,
    is_title_case,
    leans_forward,
)

_TEXT_LINE = 60  # characters: a line as long, or one that ends a sentence, begins the text


def opening_length(lines: list[Line]) -> int:
    """Return how many lines stand before the first that is running text."""
    for index, line in enumerate(lines):
        is_long = len(line.text) >= _TEXT_LINE and not is_title_case(line.text)
        if (is_long and not reads_as_byline(line.text)) or ends_sentence(line.text):
            return index
    return 0


def parts_in_opening(last: Line, line: Line, common: CommonWords) -> bool:
    """Return whether ``line`` says something new rather than going on with the title."""
    if HEADER_FIELD.match(line.text) or HEADER_FIELD.match(last.text):
        return True
    if ADDRESS.match(line.text):
        return True
    if begins_in_lower_case(line.text) or leans_forward(last.text):
        return False
    if _is_said(last.text, common) or _is_said(line.text, common):
        return True
    if last.text.isupper() or line.text.isupper():
        return last.text.isupper() != line.text.isupper()
    return not (is_title_case(last.text) and is_title_case(line.text))


def _is_said(text: str, common: CommonWords) -> bool:
    """Return whether the line is a date, a by-line, names or an imprint."""
    return bool(
        date_in_line(text)
        or byline(text)
        or reads_as_byline(text)
        or names_in(text, common)
        or masthead_says(text)
        or is_label_of_series(text)
    )
