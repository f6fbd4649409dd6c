"""Commands that bring back work: dated copies of a brief, and what was never saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

import click

from briefing.cli.output import library_option, open_library, today
from briefing.errors import RequestError
from briefing.pipeline.desk import Desk
from briefing.safekeeping.autosave import Unsaved, discard, unsaved
from briefing.safekeeping.backups import copies_of, restore_copy
from briefing.taxonomy import load_taxonomy

_NUMBER = click.IntRange(1)
_OUT = click.Path(dir_okay=False, path_type=Path)
_Item = TypeVar("_Item")


@click.command("backups")
@click.argument("brief", type=_OUT, metavar="FILE.brief")
@click.option("--restore", type=_NUMBER, metavar="N", help="Write the copy with this number.")
@click.option("--out", type=_OUT, help="Where to; by default over the brief, which is kept too.")
def backups_command(brief: Path, restore: int | None, out: Path | None) -> None:
    """List the dated copies of a brief, the latest first, or bring one back."""
    if out is not None and restore is None:
        raise click.UsageError("--out goes with --restore.")
    copies = copies_of(brief)
    if restore is not None:
        restore_copy(_numbered(copies, restore, "copy"), out or brief)
        click.echo(f"Copy {restore} restored to {out or brief}.")
        return
    for number, copy in enumerate(copies, 1):
        click.echo(f"{number:3}  {copy.made:%Y-%m-%d %H:%M}  {copy.size:9,} bytes  {copy.file}")
    if not copies:
        click.echo(f"There are no copies of {brief}.")


@click.command("recover")
@click.option("--restore", type=_NUMBER, metavar="N", help="Save the work with this number.")
@click.option("--discard", "given_up", type=_NUMBER, metavar="N", help="Give this work up.")
@click.option("--out", type=_OUT, help="Where to save it, a .brief file.")
@click.option("--all", "running", is_flag=True, help="Also what a running program works on.")
@library_option
def recover_command(
    restore: int | None, given_up: int | None, out: Path | None, running: bool, folder: Path
) -> None:
    """List work that was not saved when the program ended, the latest first, or bring it back."""
    if (restore is None) != (out is None) or (restore and given_up):
        raise click.UsageError("Give --restore with --out, or --discard alone.")
    damaged: list[Path] = []
    left = unsaved(damaged, running=running)
    if restore is not None and out is not None:
        _save(_numbered(left, restore, "unsaved brief"), out, folder)
    elif given_up is not None:
        one = _numbered(left, given_up, "unsaved brief")
        discard(one.file)
        click.echo(f"Given up: {one.message}.")
    else:
        _list(left, damaged)


def _save(one: Unsaved, out: Path, folder: Path) -> None:
    with open_library(folder, create=True) as library:
        Desk(library, load_taxonomy(), today=today).save(one.draft, out, one.seen)
    discard(one.file)
    click.echo(f"{one.title}: saved to {out}.")


def _list(left: Sequence[Unsaved], damaged: Sequence[Path]) -> None:
    for number, one in enumerate(left, 1):
        click.echo(f"{number:3}  {one.message}")
        if one.path:
            click.echo(f"     {one.path}")
    for file in damaged:
        click.echo(f"Cannot be read: {file}", err=True)
    if not left:
        click.echo("Nothing is unsaved.")


def _numbered(items: Sequence[_Item], number: int, what: str) -> _Item:
    """Return the item with a number from 1.

    Raises:
        RequestError: there are not so many.
    """
    if number > len(items):
        raise RequestError(f"There is no {what} {number}.", f"There are {len(items)}.")
    return items[number - 1]
