"""Rows of the tables back into model values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.library.database import Row
from briefing.library.encoding import load_block, load_metadata, load_texts
from briefing.model import Finding, Metadata, Report, ReportSummary, StoredFinding


def report_of(row: Row, blocks: Iterable[Row]) -> Report:
    """Return a report from its row and those of its blocks, in their order."""
    return Report(
        sha256=row["sha256"],
        file_name=row["file_name"],
        format=row["format"],
        metadata=_metadata(row),
        blocks=tuple(load_block(block["content"]) for block in blocks),
        page_labels=load_texts(row["page_labels"]),
        remarks=load_texts(row["remarks"]),
    )


def summary_of(row: Row) -> ReportSummary:
    """Return what a list of reports shows of the report of a row."""
    return ReportSummary(
        sha256=row["sha256"],
        file_name=row["file_name"],
        format=row["format"],
        metadata=_metadata(row),
        findings=row["findings"],
        imported=row["imported"],
        remarks=load_texts(row["remarks"]),
        stated=load_metadata(row["metadata"]),
    )


def overlay_of(row: Row) -> Metadata:
    """Return the officer's corrections of a report."""
    return load_metadata(row["overlay"]) if row["overlay"] else Metadata()


def stored_finding(
    row: Row, findings: Mapping[int, Finding], summaries: Mapping[str, ReportSummary]
) -> StoredFinding:
    """Return the finding of a row with its report, its place, and what it leans on if it does."""
    return StoredFinding(
        finding=findings[row["id"]],
        report=summaries[row["sha256"]],
        page_label=row["page_label"],
        paragraph=row["paragraph"],
        heading_path=load_texts(row["heading_path"]),
        before=findings.get(row["before"]) if row["needs_context"] else None,
        quote_prefix=row["quote_prefix"],
        quote_suffix=row["quote_suffix"],
    )


def _metadata(row: Row) -> Metadata:
    stated = load_metadata(row["metadata"])
    if not row["overlay"] and not stated.emptied:
        return stated  # the same, made once for a report of which nothing has been corrected
    return stated.overlaid(overlay_of(row))
