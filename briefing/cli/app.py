"""The command group, and how errors become exit codes."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

import click

from briefing import PROGRAM, __version__
from briefing.cli import (
    building,
    charting,
    correcting,
    examining,
    listing,
    markings,
    packing,
    reading,
    ruling,
    safekeeping,
    selecting,
    showing,
    tables,
    verifying,
)
from briefing.errors import BriefingError, Cancelled, is_of_the_machine, reason

DONE, AT_FAULT, INTERRUPTED = 0, 1, 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name=PROGRAM, message="%(prog)s %(version)s")
def app() -> None:
    """Make briefing notes and memos from policy reports, every sentence traceable, offline.

    Without a command the window opens; with the name of a .brief file it opens with that brief.
    """


for command in (
    reading.import_command,
    reading.reports_command,
    reading.original_command,
    reading.tag_command,
    selecting.select_command,
    selecting.search_command,
    showing.show_command,
    showing.count_command,
    correcting.correct_command,
    correcting.correct_tags_command,
    correcting.remove_command,
    ruling.rules_command,
    tables.tables_command,
    tables.retag_command,
    building.build_command,
    charting.charts_command,
    packing.pack_command,
    building.demo_command,
    verifying.verify_command,
    listing.regions_command,
    listing.themes_command,
    listing.templates_command,
    markings.markings_command,
    markings.scales_command,
    safekeeping.backups_command,
    safekeeping.recover_command,
    examining.check_library_command,
):
    app.add_command(command)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit code."""
    try:
        result = app.main(
            args=list(arguments) if arguments is not None else None,
            prog_name="main.py",
            standalone_mode=False,
        )
        tables.tell_mistakes()
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


def _silence() -> None:
    """Keep Python from complaining on its way out that the output cannot be written."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
