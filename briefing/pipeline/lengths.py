"""For how many words of findings a document has room that is meant for so many sides.

Takes what the officer has written and gives a number of words, before anything is laid out: what
the program proposes is to fit beside it. Heights are those of the tighter setting, rounded up.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from briefing.model import Brief, BriefRequest, FieldKind, PageSize, Selection, TemplateField
from briefing.templating import TemplateHeader

USUAL_FINDINGS = BriefRequest().max_findings
"""Who asks for more than these gets them, however many sides they take."""
_FEWEST_WORDS = 130
"""Some four findings: no document is proposed without what the reports say."""
_PT = 72 / 25.4
_MARGINS_MM = 41
_USED = 0.93
"""What is used of a side: what belongs together goes to the next, and Word takes a little more."""
_CHARACTERS_MM = 0.66
"""Of running text, to a millimetre of a line."""
_SIDE_MARGINS_MM = 50
_LINE, _GAP, _HEADING = 11.7, 2.0, 19.0
_HEAD = 115.0
"""Title and facts."""
_SECTION = 15.5
_CHART, _CHART_ROW, _CHART_ROWS = 115.0, 15.0, 13
_SOURCE, _SOURCES = 21.0, 4
_CLOSING = 45.0
"""The closing line, the key to old reports, who signs."""
_SCALE = 33.0
_WORD = 0.95
"""Points of height that a word of a finding takes, with its marks and its list."""


def words_for_findings(
    request: BriefRequest, header: TemplateHeader, selection: Selection, charts: int
) -> int | None:
    """Return for how many words of findings of a selection a document with some charts has room.

    None: there is no such limit, since the template has no length, or the officer has asked for a
    number of words, or for more findings than are usual.
    """
    asked = request.max_words is not None or request.max_findings > USUAL_FINDINGS
    if asked or not header.sides:
        return None
    sections = {(one.region, one.theme) for one in selection.candidates}
    return max(_FEWEST_WORDS, _room(request, header, len(sections), charts))


def findings_with_room(brief: Brief, header: TemplateHeader) -> int:
    """Return about how many findings have room in a brief that has become too long."""
    number = len(brief.findings)
    words = sum(len(one.text.split()) for one in brief.findings)
    room = _room(brief.request, header, len(brief.sections), len(brief.charts))
    return max(0, min(number - 1, number * room // max(1, words)))


def _room(request: BriefRequest, header: TemplateHeader, sections: int, charts: int) -> int:
    """Return for how many words there is room; less than none where there is none at all."""
    size = PageSize(request.page_size)
    rows = min(sections if request.themes else _CHART_ROWS, _CHART_ROWS)
    room = header.sides * (size.height_mm - _MARGINS_MM) * _PT * _USED
    taken = _around(request) + _written(request, header, size)
    taken += min(sections, request.max_findings // 2) * _SECTION
    taken += charts * (_CHART + _CHART_ROW * rows)
    return int((room - taken) / _WORD)


def _around(request: BriefRequest) -> float:
    """Return the height of what every document has: its head, sources, keys."""
    scale = _SCALE if any(one.likelihood for one in request.judgements) else 0.0
    marks = _LINE if request.portion_marks else 0.0
    return _HEAD + _HEADING * 2 + _SOURCES * _SOURCE + _CLOSING + scale + marks


def _written(request: BriefRequest, header: TemplateHeader, size: PageSize) -> float:
    """Return the height of the officer's own words."""
    a_line = int((size.width_mm - _SIDE_MARGINS_MM) * _CHARACTERS_MM)
    texts = (request.bottom_line, request.recommendation, request.action)
    rows = {one.name: one.rows for one in request.fields}
    blocks: list[Sequence[str]] = [text.split("\n") for text in texts]
    blocks += [request.lines_to_take, request.enclosures]
    blocks += [_lines_of(field, rows.get(field.name, ())) for field in header.fields]
    judged = [line for one in request.judgements for line in (one.text, one.would_change, "·")]
    return sum(_height(block, a_line) for block in (*blocks, judged))


def _lines_of(field: TemplateField, rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return what is written in a field; a date takes no line of its own."""
    if field.kind is FieldKind.DATE:
        return []
    return [line for row in rows for line in " ".join(row).split("\n")]


def _height(lines: Iterable[str], a_line: int) -> float:
    """Return the height of paragraphs under a heading."""
    written = [line for line in lines if line.strip()]
    height = sum(math.ceil(len(line) / a_line) * _LINE + _GAP for line in written)
    return _HEADING + height if written else 0.0
