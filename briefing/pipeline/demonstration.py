"""Use case: the shipped sample reports, a real request, and the documents that come of it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from briefing.files import make_folder_for_output
from briefing.library import Library
from briefing.model import BriefRequest, ReportSummary, Taxonomy
from briefing.model.desk import ExportedFile
from briefing.pipeline.building import BuiltBrief, build_brief
from briefing.pipeline.exporting import export_brief
from briefing.pipeline.importing import ImportOutcome
from briefing.pipeline.sample import import_sample, sample_request
from briefing.progress import Progress, Silent

DOCUMENTS = {
    "note": ("briefing-note.pdf", "briefing-note.docx"),
    "memo": ("memo.pdf", "memo.docx"),
}
"""The files that the demonstration writes, by template."""


@dataclass(frozen=True, slots=True)
class Demonstration:
    """What was read, chosen and written."""

    outcome: ImportOutcome
    reports: tuple[ReportSummary, ...]
    built: BuiltBrief
    """The brief of the first template."""
    written: tuple[ExportedFile, ...]


def demonstrate(out: Path, taxonomy: Taxonomy, progress: Progress, *, today: date) -> Demonstration:
    """Import the samples into a throw-away library and write each document into ``out``.

    The folder is made where it is missing.

    Raises:
        BriefingError: a document cannot be made or written.
        Cancelled: from ``progress``.
    """
    make_folder_for_output(out)
    request = sample_request()
    with _throw_away_library() as library:
        outcome = import_sample(library, progress, today)
        made = [
            _documents(library, replace(request, template=template), out, names, taxonomy, today)
            for template, names in DOCUMENTS.items()
        ]
        return Demonstration(
            outcome=outcome,
            reports=library.reports(),
            built=made[0][0],
            written=tuple(file for _, files in made for file in files),
        )


def _documents(
    library: Library,
    request: BriefRequest,
    out: Path,
    names: Iterable[str],
    taxonomy: Taxonomy,
    today: date,
) -> tuple[BuiltBrief, tuple[ExportedFile, ...]]:
    built = build_brief(library, request, taxonomy, today=today)
    paths = [out / name for name in names]
    return built, export_brief(built.brief, paths, taxonomy, Silent(), built.verification)


@contextmanager
def _throw_away_library() -> Iterator[Library]:
    with (
        tempfile.TemporaryDirectory(prefix="deskbrief-") as folder,
        Library.open(Path(folder) / "library") as library,
    ):
        yield library
