"""What became of a series of briefs, in a table: what was written, what is thin, what failed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from briefing.exporters.register import shown
from briefing.model import Brief
from briefing.model.desk import SeriesEntry
from briefing.wording import plural

FEW = 5
"""A brief of fewer findings is thin."""
COLUMNS = ("Region", "Brief", "Findings", "Reports", "Files", "Sides", "Thin", "Not written")
_BOM = "\ufeff"
"""Tells spreadsheets that what follows is UTF-8."""


def thin_points(brief: Brief) -> Iterator[str]:
    """Yield in what a brief is thin: few findings, one report, nothing but old reports."""
    findings = brief.findings
    if len(findings) < FEW:
        yield f"only {plural(len(findings), 'finding')}"
    if len(brief.sources) == 1:
        yield "one report only"
    if findings and all(finding.year is not None for finding in findings):
        yield "old reports only"


def summary_csv(entries: Iterable[SeriesEntry]) -> bytes:
    """Return the table of a series as CSV that spreadsheets open."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for entry in entries:
        writer.writerow([shown(cell) for cell in row_of(entry)])
    return (_BOM + text.getvalue()).encode()


def row_of(entry: SeriesEntry) -> tuple[str, ...]:
    """Return a brief's line of the table."""
    sides = next((file.pages for file in entry.files if file.pages), None)
    return (
        entry.region_name or entry.region,
        entry.title,
        str(entry.findings),
        str(entry.reports),
        "; ".join(file.path.name for file in entry.files),
        str(sides or ""),
        "; ".join(entry.thin),
        entry.message,
    )
