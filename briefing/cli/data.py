"""Figures of the officer's own on the command line: what was read of them, and what was not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import click

from briefing.apart import read_tables
from briefing.cli.output import today
from briefing.errors import RequestError
from briefing.model import BriefRequest, DataFile, Draft, Region
from briefing.own_data import disagreement_of, with_file
from briefing.suggesting import suggest
from briefing.wording import plural


def with_data(draft: Draft, files: tuple[Path, ...], indicators: tuple[str, ...]) -> Draft:
    """Return a draft with the figures of files, and which indicators are shown.

    A file of the same name takes the place of what was read of it before.

    Raises:
        ImportFailure: a file that cannot be read.
        RequestError: two files of one name, or an indicator that none of the files has.
    """
    request = draft.request
    day = request.issued or today()
    data = request.data
    for file in read_tables(files, day):
        data = with_file(data, file)
    request = replace(request, data=data)
    if indicators:
        request = replace(request, indicators=indicators)
    _check_indicators(request)
    return replace(draft, request=request)


def _check_indicators(request: BriefRequest) -> None:
    known = tuple(name for file in request.data for name in file.indicators)
    for name in request.indicators:
        if name not in known:
            raise RequestError(f"No table has an indicator {name!r}.", suggest(name, known))


def tell_data(files: tuple[DataFile, ...], regions: Mapping[str, Region]) -> None:
    """Say what was read of each file, which of its rows could not be, and where files disagree."""
    for file in files:
        countries = {one.region for one in file.series}
        years = [year for one in file.series for year, _, _ in one.points]
        click.echo(
            f"{file.name}: {plural(file.values, 'value')}, "
            f"{plural(len(file.indicators), 'indicator')}, "
            f"{plural(len(countries), 'country', 'countries')}, {min(years)} to {max(years)}."
        )
        for sentence in file.faults:
            click.echo(f"  {sentence}")
    if (found := disagreement_of(files)) is not None:
        click.echo(found.sentence(regions))
