"""The command that checks a document which came back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from contextlib import nullcontext
from pathlib import Path

import click

from briefing.cli.output import open_library
from briefing.model.checked import AddedText, Backing, CheckedDocument, CheckedPart, Edit, Fate
from briefing.pipeline.checking_documents import check_document
from briefing.resources import default_library
from briefing.wording import plural

_SHOWN = 100
"""Characters of a part that are shown to tell which it is."""
_BACKING = {
    Backing.ELSEWHERE: "stands elsewhere in its report now",
    Backing.CONTRADICTED: "is not what its report in the library says",
    Backing.NO_REPORT: "its report is not in the library",
}


@click.command("verify")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--library",
    "folder",
    type=click.Path(file_okay=False, path_type=Path),
    default=None,
    help="Compare the findings with the reports of this library too.",
)
@click.option(
    "--with-library", is_flag=True, help="Compare with the reports of the usual library too."
)
def verify_command(file: Path, folder: Path | None, with_library: bool) -> int:
    """Check a PDF or Word FILE that came back: what is verbatim, altered, removed, added.

    A file that was printed anew is compared with the library by the codes of its annex.
    The exit code is 0 where all is as it was made, else 1: also where not all could be compared.
    """
    folder = folder or (default_library() if with_library else None)
    with nullcontext() if folder is None else open_library(folder) as library:
        checked = check_document(file, library)
    _tell(checked)
    return 0 if checked.is_verbatim else 1


def _tell(checked: CheckedDocument) -> None:
    issued = f", {checked.issued}" if checked.issued else ""
    click.echo(f"{checked.title}{issued} · {checked.program}")
    for brief in checked.briefs:
        _tell_brief(checked, brief)
    click.echo(summary(checked))
    for remark in checked.remarks:
        click.echo(remark)


def _tell_brief(checked: CheckedDocument, brief: str) -> None:
    """Tell what differs in one brief of a pack, under its name; without a name, in none of them."""
    if brief:
        click.echo(brief)
    for part in checked.parts:
        if part.brief == brief and part.is_telling:
            _tell_part(part)
    for added in checked.added:
        if added.brief == brief:
            _tell_added(added)


def _tell_part(part: CheckedPart) -> None:
    name = f"{part.code} [{part.place}]" if part.code else part.kind.value
    if part.fate is not Fate.VERBATIM:
        click.echo(f"{part.fate.value:9} {name}: {part.text[:_SHOWN]}")
    if part.runs:
        click.echo(f"          {_marked(part)}")
    if part.has_changed_mark:
        click.echo(f"{part.mark_fate.value:9} mark of {name}")
    if part.backing in _BACKING:
        click.echo(f"library   {name}: {_BACKING[part.backing]}")


def _marked(part: CheckedPart) -> str:
    """Return the words of a part, those gone in [-…-] and those new in {+…+}."""
    around = {Edit.KEPT: "{}", Edit.GONE: "[-{}-]", Edit.NEW: "{{+{}+}}"}
    return " ".join(around[run.edit].format(run.words) for run in part.runs)


def _tell_added(added: AddedText) -> None:
    behind = f" (behind “{added.after}”)" if added.after else ""
    click.echo(f"added     {added.words}{behind}")


def summary(checked: CheckedDocument) -> str:
    """Return in a sentence or two what was found."""
    findings = checked.findings
    said = [_verbatim(findings, "finding")]
    fates = Counter(part.fate for part in findings)
    said += [f"{fates[fate]} {fate.value}" for fate in list(Fate)[1:] if fates[fate]]
    others = [part for part in checked.parts if part not in findings]
    changed = sum(part.fate in (Fate.ALTERED, Fate.REMOVED) for part in others)
    if changed:
        said.append(f"{plural(changed, 'other part')} altered or removed")
    if checked.added:
        said.append(f"{plural(len(checked.added), 'passage')} added")
    backings = Counter(part.backing for part in findings)
    if not backings[Backing.NOT_ASKED]:
        said.append(f"{backings[Backing.STANDS]} found in the library’s reports")
        if backings[Backing.CONTRADICTED]:
            said.append(f"{backings[Backing.CONTRADICTED]} not what the reports say")
    return f"{', '.join(said)}.{_of_annex(checked)}"


def _of_annex(checked: CheckedDocument) -> str:
    """Return what is said of the passages of the annex, which hold what only figures quote too."""
    if not checked.passages:
        return ""
    stands = sum(part.backing is Backing.STANDS for part in checked.passages)
    found = f", {stands} found in the library’s reports" if stands else ""
    return f" In the annex {_verbatim(checked.passages, 'passage')}{found}."


def _verbatim(parts: Sequence[CheckedPart], of: str) -> str:
    sound = sum(part.fate in (Fate.VERBATIM, Fate.MOVED) for part in parts)
    return f"{sound} of {plural(len(parts), of)} verbatim"
