"""Commands that look closely: the passage that a code means, and how much there is."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from briefing.brief_file import read_brief_file
from briefing.citing import place
from briefing.cli.output import library_option, open_library
from briefing.errors import RequestError
from briefing.extraction.languages.shelf import is_english
from briefing.extraction.qualifying import qualifies
from briefing.library import Library
from briefing.marks import findings_marked, marks_in
from briefing.model import BriefRequest, StoredFinding, Taxonomy
from briefing.model.desk import Counts
from briefing.pipeline.checking_documents import codes_in
from briefing.pipeline.counting import count_findings
from briefing.quotations import full_code, passage_of
from briefing.taxonomy import load_taxonomy
from briefing.wording import plural

_DAY = click.DateTime(["%Y-%m-%d"])
_SHOWN_CODE = 14
"""Characters of a code that tell it from any other in practice."""


@click.command("show")
@click.argument("code")
@click.option(
    "--brief",
    "brief_file",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="A .brief file: CODE is then a mark of its document, such as “[1, p. 9 ¶ 2]”.",
)
@click.option(
    "--in",
    "document",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="An exported PDF or Word file: CODE is then a code or a mark printed there.",
)
@library_option
def show_command(code: str, brief_file: Path | None, document: Path | None, folder: Path) -> None:
    """Show the passage that the CODE of a finding means, such as f-3k7q, among its neighbours."""
    taxonomy = load_taxonomy()
    codes = marked_in(brief_file, code) if brief_file else (code,)
    if document is not None:
        codes = printed_in(document, code)
    with open_library(folder) as library:
        found = tuple(one for code in codes for one in findings_of(library, code))
        for stored in found:
            if len(found) > 1:
                click.echo(f"{full_code(stored.finding.passage)[:_SHOWN_CODE]}:")
            _show(library, stored, taxonomy)


def marked_in(path: Path, mark: str) -> tuple[str, ...]:
    """Return the full codes of the findings that a brief's document prints with a mark.

    Raises:
        BriefError: the brief cannot be read.
        RequestError: what is given is no mark, or none of the document.
    """
    marks, brief = marks_in(mark), read_brief_file(path).brief
    if not marks:
        raise RequestError(
            f"{mark!r} is no mark of a document.", "Marks look like “[1, p. 9 ¶ 2]” or “3 ¶ 14”."
        )
    found = findings_marked(brief, marks) if brief else ()
    if not found:
        raise RequestError(
            f"The document in {path.name} prints no finding with the mark {mark!r}.",
            "The number is that of its source list as the brief was last saved.",
        )
    return tuple(full_code(passage_of(one.quotations[one.own])) for one in found)


def printed_in(path: Path, code: str) -> tuple[str, ...]:
    """Return the full codes of the findings that a code or mark means in an exported document.

    Raises:
        BriefingError: the document cannot be read, or prints no such code or mark.
    """
    found = codes_in(path, code)
    if not found:
        raise RequestError(f"{path.name} prints no finding with the code or mark {code!r}.")
    return found


def findings_of(library: Library, code: str) -> tuple[StoredFinding, ...]:
    """Return the findings that a code means.

    Raises:
        RequestError: there is none.
    """
    found = library.findings_of_code(code)
    if not found:
        raise RequestError(
            f"No finding in the library has the code {code!r}.",
            "Codes stand in the source list of a brief; they begin with f- and four characters.",
        )
    return found


def only_finding(library: Library, code: str) -> StoredFinding:
    """Return the one finding that a code means.

    Raises:
        RequestError: there is none, or there are several.
    """
    found = findings_of(library, code)
    if len(found) > 1:
        longer = ", ".join(full_code(one.finding.passage)[:_SHOWN_CODE] for one in found)
        raise RequestError(
            f"The code {code!r} may mean {len(found)} findings.", f"Give more of it: {longer}."
        )
    return found[0]


def _show(library: Library, stored: StoredFinding, taxonomy: Taxonomy) -> None:
    finding, passage = stored.finding, stored.finding.passage
    click.echo(f"{stored.report.metadata.title or stored.report.file_name}")
    click.echo(f"{place(stored)} · {stored.report.file_name}")
    if stored.heading_path:
        click.echo(" › ".join(stored.heading_path))
    click.echo("")
    found = library.findings_of(passage.report)
    block = [one for one in found if one.passage.block == passage.block]
    for sentence in block:
        click.echo(f"{'>' if sentence.passage == passage else ' '} {sentence.text}")
    after = next((one.text for one in block if one.passage.start >= passage.end), "")
    how = qualifies(after) if is_english(stored.report.metadata.language) else None
    if how:
        click.echo(f"The sentence after it {how}.")
    click.echo("")
    click.echo(f"About: {_named(finding.about, taxonomy)}")
    click.echo(f"Themes: {', '.join(finding.themes) or 'none'}")
    for one in finding.evidence:
        if one.is_ruled:
            click.echo(f"{one.tag or 'Not so'}: {one.reason}")
    if stored.corrected:
        click.echo("Its tags have been corrected by the desk.")


def _named(regions: tuple[str, ...], taxonomy: Taxonomy) -> str:
    known = taxonomy.regions
    names = [f"{id_} ({known[id_].name})" if id_ in known else id_ for id_ in regions]
    return ", ".join(names) or "none"


@click.command("count")
@click.option("--region", "regions", multiple=True, help="Region id or name; may be repeated.")
@click.option("--theme", "themes", multiple=True, help="Theme id or name; may be repeated.")
@click.option("--since", type=_DAY, help="Earliest day, 2022-09-13.")
@click.option("--until", type=_DAY, help="Latest day.")
@click.option("--source", "sources", multiple=True, help="Only this report: file name or SHA-256.")
@library_option
def count_command(
    regions: tuple[str, ...],
    themes: tuple[str, ...],
    since: datetime | None,
    until: datetime | None,
    sources: tuple[str, ...],
    folder: Path,
) -> None:
    """Count what each region and theme would bring.

    Regions are counted under the themes, period and sources given, themes under the regions.
    """
    first, last = (day.date() if day else None for day in (since, until))
    request = BriefRequest(regions, themes, first, last, sources)
    taxonomy = load_taxonomy()
    with open_library(folder) as library:
        counts = count_findings(library, request, taxonomy)
    _tell(counts, taxonomy)


def _tell(counts: Counts, taxonomy: Taxonomy) -> None:
    for title, numbers, known in (
        ("Themes", counts.themes, taxonomy.themes),
        ("Regions", counts.regions, taxonomy.regions),
    ):
        click.echo(f"{title}:")
        for id_, number in sorted(numbers.items(), key=lambda pair: -pair[1]):
            if number:
                click.echo(f"{number:7}  {id_:16} {known[id_].name}")
    click.echo(f"{plural(counts.total, 'finding')} under all that was asked.")
