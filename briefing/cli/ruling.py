"""Commands for the officer's rules: list, try, keep, remove, hand on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.output import library_option, open_library
from briefing.library import Library
from briefing.model import Facet, RuleTrial, TagCount, TagRule
from briefing.pipeline.rules_file import load_rules, save_rules
from briefing.pipeline.ruling import keep_rules, kept_rules, try_rules
from briefing.taxonomy import load_taxonomy
from briefing.wording import listed, plural

_FILE = click.Path(dir_okay=False, path_type=Path)
_SHOWN = 10
"""So many of the findings that rules would change are printed."""


@click.group("rules", invoke_without_command=True)
@click.option("--export", "out", type=_FILE, help="Write all rules to a TOML file.")
@click.option("--import", "given", type=_FILE, help="Take the rules of a TOML file in.")
@library_option
@click.pass_context
def rules_command(
    context: click.Context, out: Path | None, given: Path | None, folder: Path
) -> None:
    """List your rules: what a term means in all reports, or in some."""
    context.obj = folder
    if context.invoked_subcommand is not None:
        return
    if out is not None and given is not None:
        raise click.UsageError("--export and --import do not go together.")
    with open_library(folder, create=given is not None) as library:
        if out is not None:
            _export(library, out)
        elif given is not None:
            _import(library, given)
        else:
            _list(library)


@rules_command.command("add")
@click.option("--term", required=True, help="A word or phrase; negotiat* for what begins so.")
@click.option("--add-theme", multiple=True, help="Theme that it means; may be repeated.")
@click.option("--remove-theme", multiple=True, help="Theme that it does not mean.")
@click.option("--add-region", multiple=True, help="Region that it is about.")
@click.option("--remove-region", multiple=True, help="Region that it is not about.")
@click.option("--source", default="", help="Only in this report: file name or SHA-256.")
@click.option("--publisher", default="", help="Only in reports of this publisher.")
@click.option("--try", "trying", is_flag=True, help="Only show what it would change.")
@library_option
@click.pass_obj
def add_command(
    outer: Path,
    term: str,
    add_theme: tuple[str, ...],
    remove_theme: tuple[str, ...],
    add_region: tuple[str, ...],
    remove_region: tuple[str, ...],
    source: str,
    publisher: str,
    trying: bool,
    folder: Path,
) -> None:
    """Keep a rule, and let all findings obey it; says what it changes."""
    said = (
        (Facet.THEME, True, add_theme),
        (Facet.THEME, False, remove_theme),
        (Facet.ABOUT, True, add_region),
        (Facet.ABOUT, False, remove_region),
    )
    with open_library(_folder(outer, folder)) as library:
        report = library.find_report(source) if source else ""
        rules = [
            TagRule(term, facet, tag, adds, report, publisher)
            for facet, adds, tags in said
            for tag in tags
        ]
        trial = try_rules(library, rules, load_taxonomy())
        _tell(trial, trying=trying)
        if not trying:
            kept = keep_rules(library, rules, load_taxonomy())
            for rule in kept:
                click.echo(f"Rule {rule.number} kept: {_said(rule)}.")
            if not kept:
                click.echo("There is such a rule already.")


@rules_command.command("remove")
@click.argument("number", type=int, metavar="N")
@library_option
@click.pass_obj
def remove_command(outer: Path, number: int, folder: Path) -> None:
    """Take rule N out; findings are again what they would be without it."""
    with open_library(_folder(outer, folder)) as library:
        rule = library.rulebook.remove(number)
    click.echo(f"Rule {number} removed: {_said(rule)}.")


def _folder(outer: Path, folder: Path) -> Path:
    """Return the library named after the inner command, else the one named before it."""
    context = click.get_current_context()
    source = context.get_parameter_source("folder")
    return outer if source is click.core.ParameterSource.DEFAULT else folder


def _list(library: Library) -> None:
    rules = kept_rules(library)
    for one in rules:
        click.echo(f"{one.rule.number:4}  {_said(one.rule, one.source)}")
        click.echo(f"      speaks of {plural(one.findings, 'finding')}")
    click.echo(f"{plural(len(rules), 'rule')}.")


def _export(library: Library, path: Path) -> None:
    rules = library.rulebook.rules()
    save_rules(rules, path)
    click.echo(f"{plural(len(rules), 'rule')} written to {path}.")


def _import(library: Library, path: Path) -> None:
    taxonomy = load_taxonomy()
    given = load_rules(path, taxonomy)
    kept = keep_rules(library, given, taxonomy) if given else ()
    there = f", {len(given) - len(kept)} there already" if len(kept) < len(given) else ""
    click.echo(f"{plural(len(kept), 'rule')} taken in{there}.")


def _tell(trial: RuleTrial, *, trying: bool) -> None:
    for example in trial.examples[:_SHOWN]:
        click.echo(example.text)
        signs = [f"+{tag}" for tag in example.gains] + [f"-{tag}" for tag in example.loses]
        click.echo(f"     {example.place} · {' '.join(signs)}")
    verb = "would change" if trying else "changes"
    if not trial.findings:
        click.echo("It would change nothing." if trying else "It changes nothing.")
        return
    counts = listed([*_counted(trial.gained, "gain"), *_counted(trial.lost, "lose")])
    reports = plural(trial.reports, "report")
    click.echo(f"It {verb} {plural(trial.findings, 'finding')} in {reports}: {counts}.")


def _counted(counts: tuple[TagCount, ...], verb: str) -> Iterator[str]:
    for one in counts:
        yield f"{one.findings:,} {verb}{'s' if one.findings == 1 else ''} {one.tag}"


def _said(rule: TagRule, source: str = "") -> str:
    what = "region" if rule.facet is Facet.ABOUT else "theme"
    said = f"“{rule.term}” {'is' if rule.adds else 'is not'} {rule.tag} ({what})"
    if rule.report:
        said += f", in {source or f'the report {rule.report[:12]}'}"
    return said + (f", in reports of {rule.publisher}" if rule.publisher else "")
