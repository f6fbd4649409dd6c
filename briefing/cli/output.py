"""How commands show progress and name things."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import click

from briefing.extraction.edition import tags_version
from briefing.library import Library
from briefing.pipeline import opening
from briefing.resources import default_library, own_templates
from briefing.wording import plural


def library_option(command: Any) -> Any:  # click's decorators are not typed more closely
    """Add ``--library DIR`` to a command."""
    return click.option(
        "--library",
        "folder",
        type=click.Path(file_okay=False, path_type=Path),
        default=default_library,
        show_default="the user's data folder",
        help="Folder of the library.",
    )(command)


def templates_option(command: Any) -> Any:
    """Add ``--templates DIR`` to a command; the user's own folder comes after those named."""
    return click.option(
        "--templates",
        multiple=True,
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=lambda _context, _option, named: (*named, own_templates()),
        help="Folder with templates of your own; they stand before those of your data folder, "
        "and those before the shipped ones.",
    )(command)


def replace_changed_option(command: Any) -> Any:
    """Add ``--replace-changed`` to a command that writes documents."""
    return click.option(
        "--replace-changed",
        is_flag=True,
        help="Replace files, too, that someone has changed since they were written.",
    )(command)


class Bar:
    """A progress bar on standard error; silent where that is no terminal."""

    def __init__(self, label: str) -> None:
        self._label = label
        self._bar: Any = None

    def start(self, total: int) -> None:
        """Draw the empty bar."""
        self._bar = click.progressbar(
            length=total,
            label=self._label,
            file=sys.stderr,
            item_show_func=lambda name: name,
            hidden=not sys.stderr.isatty(),
            update_min_steps=1,
        )
        self._bar.__enter__()
        self._begun = False

    def step(self, what: str) -> None:
        """Count the step before as done and show which one begins."""
        self._bar.update(1 if self._begun else 0, what)
        self._begun = True

    def finish(self) -> None:
        """Leave the full bar behind."""
        if self._bar is not None:
            self._bar.update(1 if self._begun else 0, None)
            self._bar.__exit__(None, None, None)


@contextmanager
def bar(label: str) -> Iterator[Bar]:
    """Give a progress bar and finish it whatever happens."""
    drawn = Bar(label)
    try:
        yield drawn
    finally:
        drawn.finish()


@contextmanager
def open_library(folder: Path, *, create: bool = False) -> Iterator[Library]:
    """Open the library for the length of a command; say last what is to be tagged anew."""
    with bar("Library") as progress:
        library = opening.open_library(folder, create=create, progress=progress)
    with library:
        yield library
        _tell_stale(library)


def _tell_stale(library: Library) -> None:
    if stale := len(library.tagged_otherwise(tags_version())):
        is_one = stale == 1
        click.echo(
            f"{plural(stale, 'report')} {'was' if is_one else 'were'} tagged with other tables, by "
            f"another version or under another date; “retag” tags {'it' if is_one else 'them'} "
            "anew.",
            err=True,
        )


def today() -> date:
    """Return the day by the machine's clock, in local time."""
    return datetime.now(UTC).astimezone().date()
