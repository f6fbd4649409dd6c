"""Commands that read files: import, reports, tag."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from briefing.apart import Limits, chosen_limits
from briefing.cli.metadata import metadata_of, metadata_options
from briefing.cli.output import bar, library_option, open_library, today
from briefing.errors import Cancelled
from briefing.files import write_atomically
from briefing.importers.local_file import printable
from briefing.model import Metadata, ReportSummary
from briefing.pipeline.gathering import FailedFile, is_folder
from briefing.pipeline.importing import ImportOutcome, import_reports
from briefing.pipeline.originals import save_original
from briefing.pipeline.tagging import tag_files
from briefing.settings import READING_MEBIBYTES, READING_SECONDS
from briefing.wording import joined, plural


def limit_options(command: Callable[..., int]) -> Callable[..., int]:
    """Add the options that say how much one file may take."""
    time = click.option(
        "--time-limit",
        "seconds",
        type=click.IntRange(*READING_SECONDS),
        default=lambda: chosen_limits().seconds,
        metavar="SECONDS",
        help="How long the reading of one file may take.  [default: of the settings, 60]",
    )
    memory = click.option(
        "--memory-limit",
        "mebibytes",
        type=click.IntRange(*READING_MEBIBYTES),
        default=lambda: chosen_limits().mebibytes,
        metavar="MB",
        help="How much memory it may take.  [default: of the settings, 1024]",
    )
    return time(memory(command))


@click.command("import")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@library_option
@metadata_options
@limit_options
def import_command(
    paths: tuple[Path, ...],
    folder: Path,
    title: str,
    authors: tuple[str, ...],
    publisher: str,
    day: str,
    address: str,
    language: str,
    marking: str,
    grade: str,
    seconds: int,
    mebibytes: int,
) -> int:
    """Import reports: files, or folders with all they hold.

    A small TOML file beside a report (memo.txt.toml beside memo.txt) may say the same as the
    options do. Stopped with Ctrl-C, it leaves the library as it was before.
    """
    given = metadata_of(title, authors, publisher, day, address, language, marking, grade)
    if given != Metadata() and (len(paths) > 1 or is_folder(paths[0])):
        raise click.UsageError("Title, author, date and the like go with one file at a time.")
    limits = Limits(seconds, mebibytes)
    with open_library(folder, create=True) as library, bar("Importing") as progress:
        try:
            outcome = import_reports(library, paths, progress, given, today=today(), limits=limits)
        except (Cancelled, KeyboardInterrupt):
            click.echo("Nothing was imported: the library is as it was before.", err=True)
            raise
    _tell(outcome)
    return 1 if outcome.failed else 0


def _tell(outcome: ImportOutcome) -> None:
    for report in outcome.imported:
        click.echo(f"{report.name}: {plural(report.findings, 'finding')} · {report.title}")
        for remark in report.remarks:
            click.echo(f"  {remark}")
    for report in outcome.corrected:
        click.echo(f"{report.name}: metadata corrected · {report.title}")
    for report in outcome.already:
        click.echo(f"{report.name}: already in the library · {report.title}")
    for failed in outcome.failed:
        click.echo(f"{failed.name}: {failed.error}", err=True)
    counts = [f"{plural(len(outcome.imported), 'report')} imported"]
    if outcome.corrected:
        counts.append(f"metadata of {plural(len(outcome.corrected), 'report')} corrected")
    if outcome.already:
        counts.append(f"{len(outcome.already)} already there")
    if outcome.failed:
        counts.append(f"{len(outcome.failed)} failed")
    if outcome.left_aside:
        names = [printable(path.name) for path in outcome.left_aside]
        listed = ", ".join(names[:5]) + (" …" if len(names) > 5 else "")
        counts.append(f"{plural(len(names), 'file')} of other kinds left aside ({listed})")
    click.echo(", ".join(counts) + ".")


@click.command("reports")
@library_option
@click.option("--json", "as_json", is_flag=True, help="As a JSON list.")
def reports_command(folder: Path, as_json: bool) -> None:
    """List what the library holds."""
    with open_library(folder) as library:
        reports = library.reports()
    if as_json:
        rows = [_report_row(report) for report in reports]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    for report in reports:
        data = report.metadata
        origin = ", ".join(
            filter(None, [joined(data.authors), data.publisher, str(data.date or "")])
        )
        click.echo(f"{report.sha256[:8]}  {data.title or report.file_name}")
        click.echo(f"          {origin or 'no author, publisher or date given'}")
        kept = [report.file_name, plural(report.findings, "finding"), data.marking]
        grade = f"grade {data.grade}" if data.grade else ""
        click.echo(f"          {' · '.join(filter(None, (*kept, grade)))}")
    click.echo(f"{plural(len(reports), 'report')} in {folder}.")


@click.command("original")
@click.argument("name", metavar="REPORT")
@click.option(
    "--out",
    default=Path(),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder to write into; without it, this one.",
)
@library_option
def original_command(name: str, out: Path, folder: Path) -> None:
    """Write a report's original file, as it was imported, under its own name.

    A REPORT is named by its file name or the beginning of its fingerprint. A file of the same name
    is not overwritten.
    """
    with open_library(folder) as library:
        click.echo(save_original(library, library.find_report(name), out))


def _report_row(report: ReportSummary) -> dict[str, Any]:
    data = report.metadata
    return {
        "file": report.file_name,
        "title": data.title,
        "authors": list(data.authors),
        "publisher": data.publisher,
        "date": str(data.date) if data.date else "",
        "language": data.language,
        "address": data.address,
        "marking": data.marking,
        "grade": data.grade,
        "sha256": report.sha256,
        "imported": report.imported,
        "findings": report.findings,
    }


@click.command("tag")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE…")
@click.option("--out", required=True, type=click.Path(dir_okay=False, path_type=Path))
@limit_options
def tag_command(paths: tuple[Path, ...], out: Path, seconds: int, mebibytes: int) -> int:
    """Write all that extraction says of each sentence of some files, as lines of JSON."""
    failed: list[FailedFile] = []
    with bar("Tagging") as progress:
        rows = tag_files(paths, progress, failed, Limits(seconds, mebibytes))
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
    write_atomically(out, "".join(f"{line}\n" for line in lines).encode())
    for file in failed:
        click.echo(f"{file.name}: {file.error}", err=True)
    click.echo(f"{plural(len(lines), 'sentence')} of {plural(len(paths), 'file')} in {out}.")
    return 1 if failed else 0
