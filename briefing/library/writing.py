"""A report and its findings into the tables, with each finding's place worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import pairwise

from briefing.library.database import Database
from briefing.library.encoding import dump, dump_block, dump_metadata, dump_tags, dump_texts
from briefing.library.search import CODE_KEPT
from briefing.library.tags import write_tags_of
from briefing.model import Finding, Metadata, Passage, Report, TextKind
from briefing.quotations import begun_code, surroundings


def write_report(
    database: Database, report: Report, findings: Sequence[Finding], imported: date
) -> None:
    """Insert everything; the caller holds the transaction."""
    number = _insert_report(database, report, findings, imported)
    _insert_blocks(database, report, number)
    _insert_findings(database, report, number, findings)


def replace_text(database: Database, report: Report, number: int, over: Metadata) -> None:
    """Put a report as it was read anew in its own place; ``over`` are the officer's corrections.

    The caller holds the transaction, and replaces the findings.
    """
    database.run("DELETE FROM block WHERE report = ?", (number,))
    _insert_blocks(database, report, number)
    stated = (dump_metadata(report.metadata), dump(report.page_labels), dump(report.remarks))
    database.run(
        """UPDATE report SET metadata = ?, page_labels = ?, remarks = ?, first_day = ?, last_day = ?
        WHERE id = ?""",
        (*stated, *days_of(report.metadata.overlaid(over)), number),
    )


def replace_findings(
    database: Database, report: Report, number: int, findings: Sequence[Finding]
) -> None:
    """Put other findings in the place of those of a report; the caller holds the transaction."""
    database.run("DELETE FROM tag_correction WHERE report = ?", (number,))
    database.run("DELETE FROM finding WHERE report = ?", (number,))
    _insert_findings(database, report, number, findings)
    database.run(
        "UPDATE report SET findings = ? WHERE id = ?",
        (sum(map(is_offered, findings)), number),
    )


def note_tables(database: Database, number: int, tables: str) -> None:
    """Keep with which tables a report was tagged."""
    database.run("UPDATE report SET tables = ? WHERE id = ?", (tables, number))


def write_overlay(database: Database, sha256: str, over: Metadata, result: Metadata) -> None:
    """Keep the officer's corrections and the days that the corrected date stands for."""
    first, last = days_of(result)
    database.run(
        "UPDATE report SET overlay = ?, first_day = ?, last_day = ? WHERE sha256 = ?",
        (dump_metadata(over), first, last, sha256),
    )


def _insert_blocks(database: Database, report: Report, number: int) -> None:
    database.run_many(
        "INSERT INTO block VALUES (?, ?, ?)",
        ((number, n, dump_block(block)) for n, block in enumerate(report.blocks)),
    )


def _insert_report(
    database: Database, report: Report, findings: Sequence[Finding], imported: date
) -> int:
    first, last = days_of(report.metadata)
    return database.run(
        """INSERT INTO report (sha256, file_name, format, metadata, page_labels, remarks,
        first_day, last_day, findings, imported) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            report.sha256,
            report.file_name,
            report.format,
            dump_metadata(report.metadata),
            dump(report.page_labels),
            dump(report.remarks),
            first,
            last,
            sum(is_offered(finding) for finding in findings),
            imported.isoformat(),
        ),
    )


def _insert_findings(
    database: Database, report: Report, number: int, findings: Sequence[Finding]
) -> None:
    numbered = list(enumerate(findings, _next_id(database)))
    before = before_of(numbered)
    database.run_many(
        "INSERT INTO finding VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        ((key, number, *_said(finding), before.get(key)) for key, finding in numbered),
    )
    database.run_many(
        "INSERT INTO wording VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (key, finding.text, dump_tags(finding), *place_of(report, finding))
            for key, finding in numbered
        ),
    )
    offered = [(key, finding) for key, finding in numbered if is_offered(finding)]
    write_tags_of(database, offered)
    database.run_many("INSERT INTO finding_date VALUES (?, ?, ?)", _dates(offered))
    write_codes(database, ((key, finding.passage) for key, finding in offered))
    database.run_many(
        "INSERT INTO finding_words (rowid, text) VALUES (?, ?)",
        ((key, finding.text) for key, finding in offered),
    )


def write_codes(database: Database, numbered: Iterable[tuple[int, Passage]]) -> None:
    """Index findings by their codes."""
    database.run_many(
        "INSERT INTO finding_code VALUES (?, ?)",
        ((key, begun_code(passage, CODE_KEPT)) for key, passage in numbered),
    )


def is_offered(finding: Finding) -> bool:
    """Return whether a finding is of running text: no other is offered."""
    return finding.kind is TextKind.BODY


def _said(finding: Finding) -> tuple[object, ...]:
    passage = finding.passage
    return (
        passage.block,
        passage.start,
        passage.end,
        finding.kind,
        finding.strength,
        finding.needs_context,
        bool(finding.dates),
    )


PLACE_COLUMNS = ("page_label", "paragraph", "heading_path", "quote_prefix", "quote_suffix")


def place_of(report: Report, finding: Finding) -> tuple[object, ...]:
    """Return where a finding stands and what is around it, as ``PLACE_COLUMNS`` keep it."""
    block = report.blocks[finding.passage.block]
    start, end = finding.passage.start, finding.passage.end
    return (
        report.page_label(block.page_at(start)),
        block.paragraph,
        dump_texts(block.heading_path),
        *surroundings(block.text, start, end),
    )


def before_of(numbered: Sequence[tuple[int, Finding]]) -> dict[int, int]:
    """Return for each finding the one that stands before it in its block."""
    in_place = sorted(numbered, key=lambda pair: (pair[1].passage.block, pair[1].passage.start))
    return {
        key: key_before
        for (key_before, before), (key, finding) in pairwise(in_place)
        if before.passage.block == finding.passage.block
        and before.passage.end <= finding.passage.start
    }


def _dates(numbered: list[tuple[int, Finding]]) -> Iterator[tuple[int, str, str]]:
    for key, finding in numbered:
        for day in set(finding.dates):
            yield key, day.first_day.isoformat(), day.last_day.isoformat()


def _next_id(database: Database) -> int:
    row = database.row("SELECT max(id) FROM finding")
    return (row[0] or 0) + 1 if row else 1


def days_of(metadata: Metadata) -> tuple[str | None, str | None]:
    """Return the first and the last day that a report's date stands for, as they are kept."""
    if metadata.date is None:
        return None, None
    return metadata.date.first_day.isoformat(), metadata.date.last_day.isoformat()
