"""Commands that make documents: build, demo."""

from __future__ import annotations

import time
from pathlib import Path

import click

from briefing.brief_file import EXTENSION, load_brief
from briefing.cli.output import bar, library_option, open_library, plural, today
from briefing.model import Brief, Taxonomy
from briefing.pipeline import (
    Demonstration,
    ExportedFile,
    Verification,
    build_brief,
    demonstrate,
    export_brief,
    verify_brief,
)
from briefing.request_file import load_request
from briefing.taxonomy import load_taxonomy


@click.command("build")
@click.argument("source", type=click.Path(path_type=Path), metavar="REQUEST.toml|FILE.brief")
@click.option(
    "--out",
    "outs",
    multiple=True,
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; its ending says the format (.pdf, .docx, .brief). May be repeated.",
)
@library_option
def build_command(source: Path, outs: tuple[Path, ...], folder: Path) -> None:
    """Make documents from a request, or from a brief saved before."""
    taxonomy = load_taxonomy()
    brief, verification = _brief(source, folder, taxonomy)
    with bar("Writing") as progress:
        files = export_brief(brief, outs, taxonomy, progress, verification)
    _tell(brief, files)
    for sentence in verification.sentences() if verification else ():
        click.echo(sentence)


def _brief(source: Path, folder: Path, taxonomy: Taxonomy) -> tuple[Brief, Verification | None]:
    """Return the brief and, where a library is at hand, how it compares with the sources."""
    if source.suffix.lower() == EXTENSION:
        brief = load_brief(source)
        if not folder.exists():
            return brief, None
        with open_library(folder) as library:
            return brief, verify_brief(brief, library)
    request = load_request(source)
    with open_library(folder) as library:
        brief = build_brief(library, request, taxonomy, today=today()).brief
        return brief, verify_brief(brief, library)


def _tell(brief: Brief, files: tuple[ExportedFile, ...]) -> None:
    click.echo(
        f"{brief.title}: {plural(len(brief.findings), 'finding')} "
        f"from {plural(len(brief.sources), 'report')}, "
        f"{brief.verified} compared with their source and verbatim."
    )
    for sentence in brief.omitted:
        click.echo(f"  {sentence}")
    for file in files:
        pages = f" ({plural(file.pages, 'page')})" if file.pages else ""
        click.echo(f"  {file.path}{pages}")
        for remark in file.remarks:
            click.echo(f"    {remark}")


@click.command("demo")
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("out"),
    show_default=True,
    help="Folder for the documents.",
)
def demo_command(out: Path) -> None:
    """Make a briefing note and a memo from the shipped sample reports."""
    begun = time.monotonic()
    taxonomy = load_taxonomy()
    with bar("Reading the sample reports") as progress:
        done = demonstrate(out, taxonomy, progress, today=today())
    _tell_demo(done, taxonomy, time.monotonic() - begun)


def _tell_demo(done: Demonstration, taxonomy: Taxonomy, seconds: float) -> None:
    brief = done.built.brief
    total = sum(report.findings for report in done.reports)
    click.echo(f"\nRead    {plural(len(done.reports), 'report')}, {total} findings")
    for report in done.reports:
        click.echo(f"        · {report.metadata.title} ({report.file_name})")
    regions = ", ".join(taxonomy.regions[id_].name for id_ in brief.request.regions)
    themes = ", ".join(taxonomy.themes[id_].name.lower() for id_ in brief.request.themes)
    click.echo(f"Asked   {regions}: {themes}")
    click.echo(
        f"Chose   {len(brief.findings)} of {brief.candidates} that answer, "
        f"{brief.verified} of them compared with their source, word for word"
    )
    click.echo(f"Wrote   in {seconds:.0f} seconds, without network:")
    for file in done.written:
        pages = f", {plural(file.pages, 'page')}" if file.pages else ""
        click.echo(f"        · {file.path}{pages}")
        for remark in file.remarks:
            click.echo(f"          {remark}")
