"""The command group, and how errors become exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module

import click

from briefing import PROGRAM, __version__
from briefing.cli import mistakes
from briefing.errors import BriefingError, Cancelled, is_of_the_machine, reason

DONE, AT_FAULT, INTERRUPTED = 0, 1, 130
_COMMANDS = {
    "reading": "import reports original tag",
    "selecting": "select search",
    "showing": "show count",
    "correcting": "correct correct-tags remove",
    "ruling": "rules",
    "tables": "tables retag",
    "building": "build",
    "demonstrating": "demo",
    "charting": "charts",
    "data": "data",
    "packing": "pack",
    "verifying": "verify",
    "listing": "regions themes templates",
    "markings": "markings scales",
    "safekeeping": "backups recover",
    "examining": "check-library",
}
"""The commands by the module of this package they are in: each is its function without the ending
``_command``."""
_MODULES = {name: module for module, names in _COMMANDS.items() for name in names.split()}


class _Commands(click.Group):
    """Commands whose module is loaded when one is used, for what draws and prints takes a while."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands."""
        return sorted(_MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return a command; None if there is none of the name."""
        if cmd_name not in _MODULES:
            return None
        module = import_module(f"briefing.cli.{_MODULES[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name.replace('-', '_')}_command")
        return command


@click.group(
    cls=_Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def app() -> None:
    """Make briefing notes and memos from policy reports, every sentence traceable, offline.

    Without a command the window opens; with the name of a .brief file it opens with that brief.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    try:
        return _run(arguments)
    finally:
        _sweep()


def _run(arguments: Sequence[str] | None) -> int:
    try:
        result = app.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="main.py",
            standalone_mode=False,
        )
        mistakes.tell_mistakes()
    except BriefingError as error:
        click.echo(f"Error: {error.message}", err=True)
        if error.hint:
            click.echo(f"       {error.hint}", err=True)
        return AT_FAULT
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, Cancelled, KeyboardInterrupt):
        click.echo("Interrupted.", err=True)
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has gone
        _silence()
        return DONE
    except OSError as error:
        if error.filename is not None or not is_of_the_machine(error):
            raise
        _silence()
        click.echo(f"Error: The output cannot be written: {reason(error)}.", err=True)
        return AT_FAULT
    return result if isinstance(result, int) else DONE


def _sweep() -> None:
    """Delete what killed runs have left in folders into which this one has written."""
    if "briefing.files" in sys.modules:  # most commands write nothing
        from briefing.safekeeping.leftovers import sweep_leftovers

        sweep_leftovers()


def _silence() -> None:
    """Keep Python from complaining on its way out that the output cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
