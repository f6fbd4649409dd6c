"""Commands that look into the library: select, search."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from briefing.citing import place
from briefing.cli.output import bar, library_option, open_library
from briefing.errors import RequestError, reason
from briefing.files import write_atomically
from briefing.library import Library
from briefing.model import BriefRequest, Candidate, StoredFinding, Taxonomy
from briefing.pipeline.near_misses import NearMiss, near_misses
from briefing.pipeline.offering import NEARLY, offer_findings
from briefing.taxonomy import load_taxonomy
from briefing.wording import plural

LIMIT = click.IntRange(1, 10_000)
_DAY = click.DateTime(["%Y-%m-%d"])


@click.command("select")
@click.option("--region", "regions", multiple=True, help="Region id or name; may be repeated.")
@click.option("--theme", "themes", multiple=True, help="Theme id or name; may be repeated.")
@click.option("--since", type=_DAY, help="Earliest day, 2022-09-13.")
@click.option("--until", type=_DAY, help="Latest day.")
@click.option("--source", "sources", multiple=True, help="Only this report: file name or SHA-256.")
@click.option("--limit", type=LIMIT, default=10, show_default=True)
@click.option("--near-misses", "near", is_flag=True, help="What nearly answered, and why not.")
@click.option("--requests", type=click.Path(dir_okay=False, path_type=Path), help="Many at once.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="With --requests.")
@click.option("--json", "as_json", is_flag=True, help="As a JSON list.")
@library_option
def select_command(
    regions: tuple[str, ...],
    themes: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    sources: tuple[str, ...],
    limit: int,
    near: bool,
    requests: Path | None,
    out: Path | None,
    as_json: bool,
    folder: Path,
) -> None:
    """Show what the reports say on regions and themes, best first, each with its reason.

    Where fewer answer than --limit, those that nearly do follow, and say so.

    With --requests, each line of a file names a region and a theme; the answers go to --out.
    """
    base = BriefRequest(regions, themes, _day(since), _day(until), sources, max_findings=limit)
    if (requests is None) != (out is None):
        raise click.UsageError("--requests and --out go together.")
    if requests is None and not (regions or themes):
        raise click.UsageError("Name at least one --region or --theme.")
    if near and (as_json or requests is not None):
        raise click.UsageError("--near-misses is shown by itself.")
    taxonomy = load_taxonomy()
    with open_library(folder) as library:
        if near:
            _show_near(near_misses(library, base, taxonomy, limit))
            return
        if requests is not None and out is not None:
            _answer_all(library, taxonomy, base, requests, out)
            return
        offered = offer_findings(library, base, taxonomy)
    if as_json:
        rows = [_row(candidate) for candidate in offered]
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    _show(offered)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _show_near(misses: tuple[NearMiss, ...]) -> None:
    for number, miss in enumerate(misses, 1):
        click.echo(f"{number:3}. {miss.stored.finding.text}")
        click.echo(f"     {place(miss.stored)} · {miss.why}")
    click.echo(f"{plural(len(misses), 'near miss', 'near misses')}.")


def _show(offered: tuple[Candidate, ...]) -> None:
    for number, candidate in enumerate(offered, 1):
        before = f"{candidate.brings.text} " if candidate.brings else ""
        is_near = candidate.why_left_out == NEARLY
        reason = f"nearly: {candidate.reason}" if is_near else candidate.reason
        click.echo(f"{number:3}. {before}{candidate.stored.finding.text}")
        click.echo(f"     {place(candidate.stored)} · {reason}")
        if candidate.why_left_out and not is_near:
            click.echo(f"     A brief would leave it out: {candidate.why_left_out}")
    near = sum(candidate.why_left_out == NEARLY for candidate in offered)
    after = f", and {near} that nearly answered" if near else ""
    click.echo(f"{plural(len(offered) - near, 'finding')}{after}.")


def _row(candidate: Candidate) -> dict[str, Any]:
    finding = candidate.stored.finding
    return {
        **_found(candidate.stored),
        "before": candidate.brings.text if candidate.brings else "",
        "about": list(finding.about),
        "themes": list(finding.themes),
        "score": round(candidate.score, 4),
        "reason": candidate.reason,
        "why_left_out": candidate.why_left_out,
        "also_in": [_found(stored) for stored in candidate.also_in],
        "differs_with": [
            {"here": one.here, "there": one.there, **_found(one.other)}
            for one in candidate.differs_with
        ],
    }


def _found(stored: StoredFinding) -> dict[str, Any]:
    return {
        "text": stored.finding.text,
        "file": stored.report.file_name,
        "sha256": stored.report.sha256,
        "page": stored.page_label,
        "paragraph": stored.paragraph,
    }


def _answer_all(
    library: Library, taxonomy: Taxonomy, base: BriefRequest, requests: Path, out: Path
) -> None:
    asked = list(_requests(requests, base))
    lines = []
    with bar("Selecting") as progress:
        progress.start(len(asked))
        for request in asked:
            region, theme = request.regions[0], request.themes[0]
            progress.step(f"{region} · {theme}")
            offered = offer_findings(library, request, taxonomy)
            answer = {
                "region": region,
                "theme": theme,
                "findings": [_row(candidate) for candidate in offered],
            }
            lines.append(json.dumps(answer, ensure_ascii=False))
    write_atomically(out, "".join(f"{line}\n" for line in lines).encode())
    click.echo(f"{plural(len(lines), 'request')} answered in {out}.")


def _requests(path: Path, base: BriefRequest) -> Iterator[BriefRequest]:
    """Yield the request of each line: ``{"region": "AM", "theme": "diplomacy"}``."""
    for number, line in enumerate(_text(path).splitlines(), 1):
        if line.strip():
            yield _request(line, base, f"{path.name}, line {number}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise RequestError(f"{path} cannot be read: {reason(error)}.") from error
    except UnicodeDecodeError as error:
        raise RequestError(f"{path} cannot be read: it is not UTF-8 text.") from error


def _request(line: str, base: BriefRequest, where: str) -> BriefRequest:
    try:
        asked = json.loads(line)
        region, theme = asked["region"], asked["theme"]
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise RequestError(
            f"{where} is no request.", 'Write {"region": "AM", "theme": "diplomacy"}.'
        ) from error
    if not isinstance(region, str) or not isinstance(theme, str):
        raise RequestError(f"{where}: region and theme are words.")
    return BriefRequest(
        (region,), (theme,), base.since, base.until, base.sources, base.max_findings
    )


@click.command("search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", type=LIMIT, default=10, show_default=True)
@library_option
def search_command(words: tuple[str, ...], limit: int, folder: Path) -> None:
    """Search all reports for words; a phrase in quotation marks is sought as it stands."""
    with open_library(folder) as library:
        found = library.search(" ".join(words), limit)
    for stored in found:
        click.echo(f"{stored.finding.text}\n     {place(stored)}")
    click.echo(f"{plural(len(found), 'passage')} found.")
