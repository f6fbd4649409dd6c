"""Figures of the officer's own on the command line: what was read of them, and what was not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from briefing.apart import read_tables
from briefing.cli.output import today
from briefing.errors import RequestError
from briefing.model import BriefRequest, DataFile, Draft, Region
from briefing.own_data import (
    OwnChart,
    disagreement_of,
    labels_of,
    shape_of,
    tables_of,
    with_file,
)
from briefing.suggesting import suggest
from briefing.taxonomy import load_taxonomy
from briefing.wording import plural, spanned


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
            raise _unknown(name, known)


def check_own_charts(request: BriefRequest) -> None:
    """Check that the tables have what charts of own data ask for; without any there are none.

    Raises:
        RequestError: an indicator that none has.
    """
    for id_ in request.charts or () if request.data else ():
        wanted = OwnChart.read(id_)
        if wanted is not None and wanted.indicator and not wanted.tables(request):
            known = labels_of(tables_of(replace(request, indicators=())))
            raise _unknown(wanted.indicator, known)


def _unknown(name: str, known: Iterable[str]) -> RequestError:
    return RequestError(f"No table has an indicator {name!r}.", suggest(name, set(known)))


def data_options(command: Any) -> Any:
    """Let a command take tables of figures, and the names of those of them that are shown."""
    files = click.option(
        "--data",
        "data_files",
        multiple=True,
        type=click.Path(dir_okay=False, path_type=Path),
        metavar="FILE",
        help="Table of your own figures (.csv, .xlsx) for charts and country sheet; may be "
        "repeated.",
    )
    indicators = click.option(
        "--indicator",
        "indicators",
        multiple=True,
        metavar="NAME",
        help="Show this indicator of your figures; may be repeated.  [default: all]",
    )
    return files(indicators(command))


@click.command("data")
@click.argument(
    "files",
    nargs=-1,
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE...",
)
def data_command(files: tuple[Path, ...]) -> int:
    """Say what tables of figures hold, which rows cannot be read, and which charts there are.

    A chart is named as build --chart and a request take it; countries and years may follow:
    "lines: GDP growth | AM, GE | 2015-2024".
    """
    request = with_data(Draft(BriefRequest()), files, ()).request
    tell_data(request.data, load_taxonomy().regions)
    tables = tables_of(request)
    for label, table in zip(labels_of(tables), tables, strict=True):
        years, unit = table.years, f" ({table.unit})" if table.unit else ""
        click.echo(
            f"\n{table.name}{unit}: {plural(len(table.values), 'country', 'countries')}, "
            f"{spanned(years[0], years[-1])}"
        )
        shape = shape_of(table)
        click.echo(f"  {OwnChart(shape, label).id}" if shape else "  too little for a chart")
    return 0


def tell_data(files: tuple[DataFile, ...], regions: Mapping[str, Region]) -> None:
    """Say what was read of each file, which of its rows could not be, and where files disagree."""
    for file in files:
        countries = {one.region for one in file.series}
        years = [year for one in file.series for year, _, _ in one.points]
        click.echo(
            f"{file.name}: {plural(file.values, 'value')}, "
            f"{plural(len(file.indicators), 'indicator')}, "
            f"{plural(len(countries), 'country', 'countries')}, {spanned(min(years), max(years))}."
        )
        for sentence in file.faults:
            click.echo(f"  {sentence}")
    if (found := disagreement_of(files)) is not None:
        click.echo(found.sentence(regions))
