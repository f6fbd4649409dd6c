"""The evidence register: a row for each printed finding, as CSV and as a spreadsheet.

Nothing in it is a formula: a text that a spreadsheet would compute is written so that it is shown.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from briefing.exporters.exporter import Exported, Exporter
from briefing.exporters.xlsx import Column, workbook
from briefing.model import BriefFinding, Citation, RenderedBrief, Source
from briefing.model.trace import Trace, TracedFinding
from briefing.wording import joined

COLUMNS = (
    Column("Code", 10),
    Column("Brief", 28),
    Column("Section", 28),
    Column("Words", 70),
    Column("Report", 26),
    Column("Author", 26),
    Column("Title", 36),
    Column("Date", 12),
    Column("Page", 7),
    Column("Paragraph", 10),
    Column("Grade", 8),
    Column("Marking", 14),
    Column("Verbatim", 14),
    Column("Also in", 30),
    Column("SHA-256", 66),
)
_COMPUTED = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Beginnings of what spreadsheets take for a formula, in wide letters too."""
_TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
_BYTE_ORDER_MARK = "\ufeff"
"""Without it a spreadsheet does not read CSV as UTF-8."""


def rows(rendered: RenderedBrief) -> Iterator[tuple[str, ...]]:
    """Yield a row for each finding, in the order of the document, by ``COLUMNS``.

    Those that only figures quote come last, under the question of their figure.
    """
    for trace in rendered.traces:
        sources = {source.number: source for source in trace.sources}
        for traced in trace.quoted:
            yield _row(trace, traced, sources)


def _row(trace: Trace, traced: TracedFinding, sources: dict[int, Source]) -> tuple[str, ...]:
    finding = traced.finding
    own, *others = finding.citations
    source = sources[own.source]
    said = source.metadata
    return (
        finding.code,
        trace.title,
        traced.section,
        finding.text,
        source.file_name,
        joined(said.authors),
        said.title,
        str(said.date or ""),
        own.page,
        str(own.paragraph or ""),
        said.grade,
        finding.marking or finding.portion or said.marking,
        _verbatim(trace),
        "; ".join(_elsewhere(finding, others, sources)),
        source.sha256,
    )


def _elsewhere(
    finding: BriefFinding, others: Sequence[Citation], sources: dict[int, Source]
) -> Iterator[str]:
    """Yield where the same is said, and where another figure is given."""
    for citation in others:
        yield _place(citation, sources)
    for one in finding.disagreements:
        yield f"{_place(one.citation, sources)} ({one.there})"


def _place(citation: Citation, sources: dict[int, Source]) -> str:
    page = f", p. {citation.page}" if citation.page else ""
    paragraph = f" ¶ {citation.paragraph}" if citation.paragraph else ""
    return f"{sources[citation.source].file_name}{page}{paragraph}"


def _verbatim(trace: Trace) -> str:
    """Return whether the findings of a brief were compared; no document with another is made."""
    if trace.verified is None:
        return "not compared"
    whole = trace.verified == len(trace.findings)
    return "yes" if whole else f"{trace.verified} of {len(trace.findings)}"


def export_csv(rendered: RenderedBrief) -> Exported:
    """Return the register as CSV (RFC 4180), in UTF-8 with a byte order mark."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    heads = (column.name for column in COLUMNS)
    for row in chain([tuple(heads)], rows(rendered)):
        writer.writerow([shown(_one_line(cell)) for cell in row])
    data = (_BYTE_ORDER_MARK + text.getvalue()).encode(errors="replace")
    return Exported(data, remarks=rendered.remarks)


def export_xlsx(rendered: RenderedBrief) -> Exported:
    """Return the register as a spreadsheet of one sheet."""
    cells = [tuple(shown(_one_line(cell)) for cell in row) for row in rows(rendered)]
    data = workbook(
        "Evidence register", COLUMNS, cells, rendered.title, rendered.made_by, rendered.issued
    )
    return Exported(data, remarks=rendered.remarks)


def shown(text: str) -> str:
    """Return a text with an apostrophe before what a spreadsheet would compute.

    Signs that turn the line round are left out, as documents leave them out.
    """
    text = _TURNING.sub("", text)
    return f"'{text}" if text.startswith(_COMPUTED) else text


def _one_line(text: str) -> str:
    return text if text.startswith(_COMPUTED[4:7]) else " ".join(text.split())


CSV = Exporter(id="csv", name="Register (CSV)", extension=".csv", export=export_csv, is_usual=False)
XLSX = Exporter(
    id="xlsx", name="Register (Excel)", extension=".xlsx", export=export_xlsx, is_usual=False
)
