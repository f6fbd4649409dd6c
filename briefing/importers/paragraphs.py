"""Join the lines of a plain text to paragraphs, list items and lines that stand alone."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.importers.columns import cells, row_runs
from briefing.importers.draft import DraftBlock
from briefing.importers.hyphens import Hyphens
from briefing.importers.lines import Line
from briefing.importers.markers import (
    BULLET,
    COPYRIGHT,
    ENUMERATOR,
    HEADER_FIELD,
    MARKDOWN_HEADING,
)
from briefing.importers.names import CommonWords
from briefing.importers.note_runs import number_of_note
from briefing.importers.opening import opening_length, parts_in_opening
from briefing.importers.sentences import (
    begins_in_lower_case,
    ends_sentence,
    is_title_case,
    leans_forward,
)
from briefing.importers.wrapping import Breaking, Wrapping, wrapping_of
from briefing.model import BlockKind

_MAIL_LINE = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+$")


@dataclass(frozen=True, slots=True)
class _Layout:
    """What was found out about the whole text before its lines are joined."""

    wrapping: Wrapping
    common: CommonWords
    opening: int
    """How many lines stand before the running text."""


def paragraphs_of(lines: list[Line]) -> list[DraftBlock]:
    """Return the blocks that ``lines`` make, as paragraphs, list items, tables and furniture."""
    common = CommonWords(line.text for line in lines)
    layout = _Layout(wrapping_of(lines), common, opening_length(lines))
    hyphens = Hyphens([line.text for line in lines])
    tables, blocks, position = row_runs(lines), [], 0
    for start in (*tables, len(lines)):
        groups = _groups(lines[position:start], position, layout)
        blocks += [_joined(group, hyphens) for group in groups]
        position = start + tables.get(start, 0)
        if start in tables:
            blocks.append(_table(lines[start:position]))
    return blocks


def _table(rows: list[Line]) -> DraftBlock:
    text = "\n".join(" | ".join(cells(row)) for row in rows)
    return DraftBlock(BlockKind.TABLE, text, page=rows[0].page)


def _groups(lines: list[Line], offset: int, layout: _Layout) -> list[list[Line]]:
    """Return the lines of each paragraph; ``offset`` lines of the text stand before them."""
    groups: list[list[Line]] = []
    after_heading = False
    for index, line in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else None
        last = groups[-1][-1] if groups else None
        is_heading = last is not None and _is_heading_line(last, line, following, layout.wrapping)
        if last is None or after_heading or is_heading:
            groups.append([line])
        elif not line.after_gap and offset + index < layout.opening:
            _add(groups, line, parts_in_opening(last, line, layout.common))
        else:
            _add(groups, line, _parts(groups[-1], line, layout.wrapping))
        after_heading = is_heading
    return groups


def _add(groups: list[list[Line]], line: Line, parts: bool) -> None:
    if parts:
        groups.append([line])
    else:
        groups[-1].append(line)


def _is_heading_line(last: Line, line: Line, following: Line | None, wrapping: Wrapping) -> bool:
    """Return whether a line among wrapped lines stands for itself: short, capitals, no stop."""
    if following is None or following.after_gap or wrapping.breaking is not Breaking.WIDTH:
        return False
    if not ends_sentence(last.text) or not wrapping.is_forced(line, following):
        return False
    return is_title_case(line.text) and not line.text.endswith((".", ",", ";", ":", ")", "-"))


def _parts(group: list[Line], line: Line, wrapping: Wrapping) -> bool:
    """Return whether a new paragraph begins with ``line``."""
    last = group[-1]
    if line.after_gap or line.page != last.page or line.is_furniture or last.is_furniture:
        return True
    if _opens_by_mark(last, line) or _is_next_note(group[0], last, line):
        return True
    if _is_title_line(last) and _is_title_line(line):
        return False
    if wrapping.breaking is Breaking.PARAGRAPHS:
        return not _hangs_on(group, line)
    return _is_indented_start(group, line) or _stops_short(last, line, wrapping)


def _opens_by_mark(last: Line, line: Line) -> bool:
    marks = (MARKDOWN_HEADING, HEADER_FIELD, COPYRIGHT, _MAIL_LINE)
    if any(mark.match(line.text) for mark in marks) or MARKDOWN_HEADING.match(last.text):
        return True
    return _begins_item(last, line)


def _is_next_note(head: Line, last: Line, line: Line) -> bool:
    """Return whether ``line`` begins the note after the one that ``head`` began."""
    first, second = number_of_note(head.text), number_of_note(line.text)
    if first is None or second is None or first[0] != second[0]:
        return False
    return second[1] == first[1] + 1 and ends_sentence(last.text)


def _is_title_line(line: Line) -> bool:
    """Return whether the line is set in capitals, as titles that run over several lines are."""
    return line.text.isupper() and not line.text.endswith((".", ":"))


def _begins_item(last: Line, line: Line) -> bool:
    if BULLET.match(line.text):
        # A dash may also stand within a sentence that the line end cut.
        return not line.text.startswith(("–", "—", "-")) or not leans_forward(last.text)
    enumerator = ENUMERATOR.match(line.text)
    return enumerator is not None and (
        ends_sentence(last.text) or last.text.endswith((":", ";")) or len(last.text) < 60
    )


def _hangs_on(group: list[Line], line: Line) -> bool:
    """Return whether ``line`` goes on a list item, indented under its text."""
    head = group[0]
    is_item = BULLET.match(head.text) or ENUMERATOR.match(head.text)
    return bool(is_item) and line.indent > head.indent and not ends_sentence(group[-1].text)


def _is_indented_start(group: list[Line], line: Line) -> bool:
    last = group[-1]
    deeper = line.indent >= last.indent + 2
    is_item = BULLET.match(group[0].text) or ENUMERATOR.match(group[0].text)
    return deeper and not is_item and len(group) > 1 and ends_sentence(last.text)


def _stops_short(last: Line, line: Line, wrapping: Wrapping) -> bool:
    if not wrapping.is_forced(last, line) or begins_in_lower_case(line.text):
        return False
    return not leans_forward(last.text)


def _joined(group: list[Line], hyphens: Hyphens) -> DraftBlock:
    text = hyphens.join(*(line.text for line in group))
    marker = BULLET.match(text)
    kind = BlockKind.FURNITURE if group[0].is_furniture else BlockKind.PARAGRAPH
    if kind is BlockKind.PARAGRAPH and marker:
        kind, text = BlockKind.LIST_ITEM, text[marker.end() :]
    return DraftBlock(kind, text, page=group[0].page)
