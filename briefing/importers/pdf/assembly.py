"""Pages into groups of lines, one a block, in reading order; what a break cut is put together."""

from __future__ import annotations

from briefing.importers.pdf.columns import Column, gutter_of, parts_of, rows_of
from briefing.importers.pdf.grouping import groups_of, is_justified, measure_of
from briefing.importers.pdf.kinds import Group, is_set_as_text
from briefing.importers.pdf.notes import lift_notes
from briefing.importers.pdf.sheets import PageText, Type
from briefing.importers.pdf.tables import with_tables
from briefing.importers.sentences import begins_in_lower_case, ends_clause


def groups_of_pages(pages: list[PageText], usual: Type) -> list[Group]:
    """Return the groups of all pages; the notes of a page follow its text."""
    groups = [group for page in pages for group in _groups(page, usual)]
    return _mended(groups, usual)


def _groups(page: PageText, usual: Type) -> list[Group]:
    found: list[Group] = []
    notes: list[Group] = []
    pieces = with_tables(page.pieces, page, across=gutter_of(page.pieces))
    for part in parts_of(pieces):
        column = Column(rows_of(with_tables(part, page)))
        lines = lift_notes(column, page, usual)
        found += _of_column(column, page.number, usual)
        for group in groups_of(Column(lines), usual, notes=True):
            notes.append(Group(group, page.number, is_note=True))
    return found + notes


def _of_column(column: Column, page: int, usual: Type) -> list[Group]:
    groups = [Group(lines, page) for lines in groups_of(column, usual)]
    if groups:
        last = groups[-1].lines[-1]
        measure = measure_of(column)
        groups[0].opens_column = True
        groups[0].indented = measure.indent(groups[0].lines[0]) > 0.8 * groups[0].size
        groups[-1].runs_to_edge = measure.room(last) < 0.25 * (measure.right - measure.left)
        groups[-1].flush = measure.room(last) < 1 and is_justified(column, measure)
    return groups


def _mended(groups: list[Group], usual: Type) -> list[Group]:
    """Join what the end of a column or page cut, passing over notes, tables and captions."""
    kept: list[Group] = []
    cut: Group | None = None
    for group in groups:
        is_text = is_set_as_text(group, usual)
        if is_text and cut and _goes_on(cut, group):
            if group.page != _last_page(cut):
                cut.breaks += [len(cut.lines)] * (group.page - _last_page(cut))
            cut.lines += group.lines
            cut.runs_to_edge, cut.flush = group.runs_to_edge, group.flush
        else:
            kept.append(group)
            if is_text:
                cut = group
            elif group.bold and not group.is_note:
                cut = None
    return kept


def _last_page(group: Group) -> int:
    return group.page + len(group.breaks)


def _goes_on(cut: Group, group: Group) -> bool:
    """Return whether the group carries on the paragraph in which the one before breaks off."""
    if cut.flush and group.opens_column and not group.indented:
        return True
    if ends_clause(cut.text):
        return False
    if begins_in_lower_case(group.text):
        return True
    if cut.lines[-1].bold != group.lines[0].bold:
        return False
    return cut.runs_to_edge and group.opens_column and len(cut.text.split()) > 8
