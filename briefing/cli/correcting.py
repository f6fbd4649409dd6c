"""Commands that change the library: correct what is known of reports and findings, remove."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.citing import place
from briefing.cli.metadata import metadata_of, metadata_options
from briefing.cli.output import library_option, open_library
from briefing.cli.showing import only_finding
from briefing.model import CORRECTED, EMPTIABLE, BriefRequest, Facet, Finding, Metadata
from briefing.pipeline.retagging import Tagger
from briefing.pipeline.selecting import resolve_scope
from briefing.taxonomy import load_taxonomy
from briefing.wording import plural


@click.command("remove")
@click.argument("names", nargs=-1, required=True, metavar="REPORT…")
@library_option
def remove_command(names: tuple[str, ...], folder: Path) -> None:
    """Take reports out of the library, with their findings and originals.

    A REPORT is named by its file name or the beginning of its fingerprint. Briefs that quote it
    keep their words.
    """
    with open_library(folder) as library:
        removed = [library.summary(library.find_report(name)) for name in names]
        for report in dict.fromkeys(removed):
            library.remove(report.sha256)
            click.echo(f"{report.file_name}: removed")
    click.echo(f"{plural(len(set(removed)), 'report')} removed.")


@click.command("correct")
@click.argument("name", metavar="REPORT")
@metadata_options
@click.option(
    "--empty",
    "emptied",
    multiple=True,
    type=click.Choice(sorted(EMPTIABLE)),
    help="Leave a field empty whatever the file says; may be given several times.",
)
@click.option("--withdraw", is_flag=True, help="Go back to what the file itself says.")
@library_option
def correct_command(
    name: str,
    title: str,
    authors: tuple[str, ...],
    publisher: str,
    day: str,
    address: str,
    language: str,
    marking: str,
    grade: str,
    emptied: tuple[str, ...],
    withdraw: bool,
    folder: Path,
) -> None:
    """Correct what is known of a report: its title, date, marking, grade and the like."""
    over = metadata_of(title, authors, publisher, day, address, language, marking, grade)
    if contradicted := [name for name in emptied if getattr(over, name)]:
        raise click.UsageError(f"Either empty {contradicted[0]} or correct it.")
    over = over.without(emptied)
    if withdraw == (over != Metadata()):
        raise click.UsageError("Say what to correct, or --withdraw.")
    with open_library(folder) as library:
        sha256 = library.find_report(name)
        Tagger(library).correct(sha256, over)
        report = library.summary(sha256)
    done = "corrections withdrawn" if withdraw else "metadata corrected"
    click.echo(f"{report.file_name}: {done} · {report.metadata.title or report.file_name}")


@click.command("correct-tags")
@click.argument("code")
@click.option("--about", help="What the finding is about: ids or names, AM,AZ; empty for nothing.")
@click.option("--theme", help="Its themes: ids or names, conflict,energy; empty for none.")
@click.option("--withdraw", is_flag=True, help="Go back to what the program had found.")
@library_option
def correct_tags_command(
    code: str, about: str | None, theme: str | None, withdraw: bool, folder: Path
) -> None:
    """Correct what the finding with a CODE is about, and its themes."""
    if withdraw == (about is not None or theme is not None):
        raise click.UsageError("Give --about or --theme, or --withdraw.")
    asked = BriefRequest(regions=_split(about), themes=_split(theme))
    given = resolve_scope(asked, load_taxonomy())
    with open_library(folder) as library:
        stored = only_finding(library, code)
        regions = themes = None
        if not withdraw:
            finding = stored.finding
            regions = _kept(finding, Facet.ABOUT) if about is None else given.regions
            themes = _kept(finding, Facet.THEME) if theme is None else given.themes
        library.correct_tags(stored.finding.passage, regions, themes)
        now = library.stored(stored.finding.passage) or stored
    click.echo(f"{place(now)}: {now.finding.text}")
    click.echo(f"  about {', '.join(now.finding.about) or 'nothing'}", nl=False)
    click.echo(f"; themes {', '.join(now.finding.themes) or 'none'}")


def _split(text: str | None) -> tuple[str, ...]:
    return tuple(word.strip() for word in (text or "").split(",") if word.strip())


def _kept(finding: Finding, facet: Facet) -> tuple[str, ...] | None:
    """Return the earlier correction of a facet that is not named this time, if there is one."""
    if not any(one.facet is facet and one.reason == CORRECTED for one in finding.evidence):
        return None
    return finding.about if facet is Facet.ABOUT else finding.themes
