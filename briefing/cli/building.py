"""The command that makes documents of a request, or of a brief saved before: build."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import click

from briefing.brief_file import EXTENSION, read_brief_file
from briefing.cli.building_releasable import build_releasable
from briefing.cli.building_series import PATTERN, SeriesOptions, build_series
from briefing.cli.data import check_own_charts, data_options, tell_data, with_data
from briefing.cli.look import Look
from briefing.cli.output import (
    bar,
    library_option,
    open_library,
    replace_changed_option,
    templates_option,
    today,
)
from briefing.cli.paper import Paper, paper_options
from briefing.drafting import propose_anew
from briefing.exporters import EXPORTERS
from briefing.ledger import Guard, Ledger
from briefing.model import Brief, Draft, Taxonomy
from briefing.model.desk import ExportedFile
from briefing.pipeline.building import build_draft
from briefing.pipeline.checking import hints, still_lacking
from briefing.pipeline.exporting import export_brief
from briefing.pipeline.verifying import Verification, verify_brief
from briefing.request_file import load_request
from briefing.taxonomy import load_taxonomy, with_groups
from briefing.templating import NOTES
from briefing.wording import plural


@click.command("build")
@click.argument("source", type=click.Path(path_type=Path), metavar="REQUEST.toml|FILE.brief")
@click.option(
    "--out",
    "outs",
    multiple=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="File to write; its ending says the format (.pdf, .docx, .brief). May be repeated.",
)
@click.option("--each-region", is_flag=True, help="A brief for each region, into --out-dir.")
@click.option(
    "--out-dir",
    type=click.Path(file_okay=False, path_type=Path),
    help="With --each-region: folder for the documents.",
)
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([exporter.id for exporter in EXPORTERS]),
    help="With --each-region; may be repeated.  [default: pdf]",
)
@click.option(
    "--pattern",
    default=PATTERN,
    show_default=True,
    help="With --each-region: names of the files; knows {title} and {reference} too.",
)
@click.option("--overwrite", is_flag=True, help="With --each-region: replace existing files.")
@click.option(
    "--own-words",
    is_flag=True,
    help="With --each-region: put your bottom line, judgements and the like into each.",
)
@click.option(
    "--summary",
    type=click.Path(dir_okay=False, path_type=Path),
    help="With --each-region: table of what was written and what is thin, as CSV.",
)
@click.option(
    "--releasable",
    default="",
    metavar="LEVEL",
    help="Leave out what is marked above this level, and search the files for it.",
)
@click.option(
    "--annex/--no-annex",
    default=None,
    help="Print the passages behind the findings in an annex, or leave them out.  "
    "[default: as the template says]",
)
@click.option(
    "--notes",
    type=click.Choice(NOTES),
    help="Where the sources of findings stand: in brackets behind them (none), or in notes.  "
    "[default: as the request or template says]",
)
@click.option(
    "--contents/--no-contents",
    default=None,
    help="List the headings before the text, or do not.  [default: as the request or template "
    "says]",
)
@data_options
@click.option(
    "--chart",
    "charts",
    multiple=True,
    metavar="ID",
    help="Print this chart; may be repeated, in their order. One of your own figures says what it "
    'shows: "lines: GDP growth | AM, GE | 2015-2024".  [default: as the request or template says; '
    "the command charts lists them]",
)
@paper_options
@click.option("--comments", is_flag=True, help="In Word: each finding with its passage beside it.")
@replace_changed_option
@click.option(
    "--propose-again",
    is_flag=True,
    help="With FILE.brief: propose findings once more; what was decided by hand stays.",
)
@templates_option
@library_option
def build_command(
    source: Path,
    outs: tuple[Path, ...],
    each_region: bool,
    out_dir: Path | None,
    formats: tuple[str, ...],
    pattern: str,
    overwrite: bool,
    own_words: bool,
    summary: Path | None,
    releasable: str,
    paper: Paper,
    annex: bool | None,
    notes: str | None,
    contents: bool | None,
    data_files: tuple[Path, ...],
    indicators: tuple[str, ...],
    charts: tuple[str, ...],
    comments: bool,
    replace_changed: bool,
    propose_again: bool,
    templates: tuple[Path, ...],
    folder: Path,
) -> int:
    """Make documents from a request, or from a brief saved before."""
    if each_region != (out_dir is not None) or each_region == bool(outs):
        raise click.UsageError("Give --out, or --each-region with --out-dir.")
    if each_region and (data_files or indicators):
        raise click.UsageError("With --each-region name your figures in the request itself.")
    look = Look(annex, notes, contents, tuple(dict.fromkeys(charts)) or None, paper=paper)
    if out_dir is not None:
        chosen = tuple(dict.fromkeys(formats))
        options = SeriesOptions(
            out_dir,
            chosen,
            pattern,
            overwrite,
            own_words,
            comments,
            replace_changed,
            summary,
            look,
            releasable,
        )
        return build_series(source, options, folder, templates)
    taxonomy = load_taxonomy()
    draft, brief = _read(source)
    if propose_again:
        draft, brief = propose_anew(draft), None
    draft, brief = with_look(draft, brief, look)
    if data_files or indicators:
        draft, brief = with_data(draft, data_files, indicators), None
    check_own_charts(draft.request)
    tell_data(draft.request.data, taxonomy.regions)
    if comments:
        draft, brief = with_comments(draft, brief)
    guard = Guard(Ledger(folder), replace_changed)
    if releasable:
        return build_releasable(draft, releasable, outs, folder, taxonomy, templates, guard)
    made = _made(draft, brief, folder, taxonomy, templates)
    with bar("Writing") as progress:
        files = export_brief(
            made.brief,
            tuple(dict.fromkeys(outs)),
            with_groups(taxonomy, made.brief.request.groups),
            progress,
            made.verification,
            templates,
            made.draft,
            guard=guard,
        )
    _tell(made.brief, made.verification, files)
    for sentence in (*hints(made.brief.request), *still_lacking(made.brief, templates)):
        click.echo(f"  {sentence}")
    return 0


@dataclass(frozen=True, slots=True)
class _Made:
    """A brief, what it was built from and, where a library is at hand, how it compares."""

    brief: Brief
    verification: Verification | None
    draft: Draft


def _made(
    draft: Draft,
    brief: Brief | None,
    folder: Path,
    taxonomy: Taxonomy,
    templates: tuple[Path, ...],
) -> _Made:
    """Return the brief that a file holds; where it holds none, that of its draft."""
    if brief is not None and not folder.is_dir():
        return _Made(brief, None, draft)
    with open_library(folder) as library:
        if brief is not None:
            lost = {entry.passage for entry in draft.carried}
            return _Made(brief, verify_brief(brief, library, lost), draft)
        built = build_draft(library, draft, taxonomy, today=today(), folders=templates)
        return _Made(built.brief, built.verification, built.draft)


def with_look(draft: Draft, brief: Brief | None, look: Look) -> tuple[Draft, Brief | None]:
    """Return both with the wishes; other charts than were wanted are made with the rest anew."""
    asked = replace(draft, request=look.on(draft.request))
    if asked.request.charts != draft.request.charts:
        return asked, None
    return asked, brief and replace(brief, request=look.on(brief.request))


def with_comments(draft: Draft, brief: Brief | None) -> tuple[Draft, Brief | None]:
    """Return both with the wish for comments in Word."""
    asked = replace(draft, request=replace(draft.request, comments=True))
    said = brief and replace(brief, request=replace(brief.request, comments=True))
    return asked, said


def _read(source: Path) -> tuple[Draft, Brief | None]:
    """Return what a file asks for, and the document if it holds one."""
    if source.suffix.lower() != EXTENSION:
        return Draft(load_request(source)), None
    content = read_brief_file(source)
    return content.draft, content.brief


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
