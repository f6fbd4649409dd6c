"""Commands that make documents: build, demo."""

from __future__ import annotations

import time
from pathlib import Path

import click

from briefing.brief_file import EXTENSION, load_brief
from briefing.cli.output import (
    bar,
    library_option,
    open_library,
    templates_option,
    today,
)
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
from briefing.wording import plural


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
@templates_option
@library_option
def build_command(
    source: Path, outs: tuple[Path, ...], templates: tuple[Path, ...], folder: Path
) -> None:
    """Make documents from a request, or from a brief saved before."""
    taxonomy = load_taxonomy()
    brief, verification = _brief(source, folder, taxonomy, templates)
    with bar("Writing") as progress:
        files = export_brief(
            brief, tuple(dict.fromkeys(outs)), taxonomy, progress, verification, templates
        )
    _tell(brief, verification, files)


def _brief(
    source: Path, folder: Path, taxonomy: Taxonomy, templates: tuple[Path, ...]
) -> tuple[Brief, Verification | None]:
    """Return the brief and, where a library is at hand, how it compares with the sources."""
    if source.suffix.lower() == EXTENSION:
        brief = load_brief(source)
        if not folder.is_dir():
            return brief, None
        with open_library(folder) as library:
            return brief, verify_brief(brief, library)
    request = load_request(source)
    with open_library(folder) as library:
        built = build_brief(library, request, taxonomy, today=today(), folders=templates)
        return built.brief, built.verification


def _tell(brief: Brief, verification: Verification | None, files: tuple[ExportedFile, ...]) -> None:
    compared = (
        f"{len(verification.verbatim)} compared with their source and verbatim"
        if verification
        else "not compared with their sources, because there is no library here"
    )
    click.echo(
        f"{brief.title}: {plural(len(brief.findings), 'finding')} "
        f"from {plural(len(brief.sources), 'report')}, {compared}."
    )
    for sentence in verification.sentences() if verification else ():
        click.echo(f"  {sentence}")
    if not brief.findings:
        click.echo("  Ask for a wider region, more themes, a longer period or more words.")
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
def demo_command(out: Path) -> int:
    """Make a briefing note and a memo from the shipped sample reports."""
    begun = time.monotonic()
    taxonomy = load_taxonomy()
    with bar("Reading the sample reports") as progress:
        done = demonstrate(out, taxonomy, progress, today=today())
    _tell_demo(done, taxonomy, time.monotonic() - begun)
    for failed in done.outcome.failed:
        click.echo(f"{failed.path.name}: {failed.error}", err=True)
    return 1 if done.outcome.failed else 0


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
        f"{len(done.built.verification.verbatim)} of them found in their source, word for word"
    )
    click.echo(f"Wrote   in {seconds:.0f} seconds, without network:")
    for file in done.written:
        pages = f", {plural(file.pages, 'page')}" if file.pages else ""
        click.echo(f"        · {file.path}{pages}")
        for remark in file.remarks:
            click.echo(f"          {remark}")
