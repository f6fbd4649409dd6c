"""The reports whose findings the charts count though the document cites none of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable

from briefing.citing import short_name
from briefing.model import ChartData, ReportSummary, Selection, Source
from briefing.quotations import full_code


def counted(
    charts: Iterable[ChartData],
    selection: Selection,
    cited: Collection[str],
    covers: Callable[[str], bool],
) -> tuple[Source, ...]:
    """Return the reports that are counted and not cited, by name; they have no number.

    ``cited`` are the SHA-256 of the sources; a report whose marking ``covers`` denies is not named.
    """
    behind = {code for data in charts for point in data.points for code in point.codes}
    reports: dict[str, ReportSummary] = {}
    for candidate in selection.distinct if behind else ():
        tellers = (candidate.stored, *candidate.also_in)
        if all(one.report.sha256 in cited or one.report.sha256 in reports for one in tellers):
            continue  # codes are made only where they may tell of another report
        if any(full_code(one.finding.passage) in behind for one in tellers):
            reports |= {one.report.sha256: one.report for one in tellers}
    return tuple(
        Source(0, report.sha256, report.file_name, report.metadata, report.imported, 0)
        for report in sorted(reports.values(), key=lambda one: (short_name(one), one.sha256))
        if report.sha256 not in cited and covers(report.metadata.marking)
    )
