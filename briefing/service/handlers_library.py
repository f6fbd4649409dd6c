"""Calls about reports: bringing them in, correcting, counting and reading them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from briefing import resources
from briefing.errors import LibraryError
from briefing.model import DataFile, Draft, ReportSummary
from briefing.model.checked import CheckedDocument
from briefing.model.desk import (
    Counts,
    ImportedFile,
    ImportReview,
    LibraryState,
    ReportView,
    TablesState,
)
from briefing.pipeline.gathering import FailedFile
from briefing.pipeline.importing import ImportedReport, ImportOutcome, import_reports
from briefing.progress import check
from briefing.service import calls
from briefing.service.core import Core, today
from briefing.service.reports import Reports


def import_files(core: Core, call: calls.ImportReports, reports: Reports) -> ImportReview:
    """Read files and folders into the library; stopped, it is as it was before."""
    return review_of(import_reports(core.library, call.paths, reports, today=today()))


def look_tables_over(core: Core, _call: calls.LookTablesOver, _reports: Reports) -> TablesState:
    """Return how many reports were tagged with other tables, and what is wrong with own ones."""
    from briefing import marking, scale_files
    from briefing.pipeline.retagging import stale_reports
    from briefing.taxonomy import own_mistakes

    told = (
        *(mistake.sentence for mistake in own_mistakes()),
        *marking.own_mistakes(),
        *scale_files.own_mistakes(),
    )
    return TablesState(len(stale_reports(core.library)), told)


def check_library(core: Core, call: calls.CheckLibrary, reports: Reports) -> LibraryState:
    """Look the library over, and mend it if that is asked."""
    from briefing.pipeline.examining import examine_folder, remedy

    with suppress(LibraryError):  # made where there is none yet; what is wrong is told below
        _ = core.library
    examined = examine_folder(core.places.library, reports, mend=call.mend)
    return LibraryState(
        reports=examined.reports,
        faults=tuple((fault.what, remedy(fault)) for fault in examined.open),
        mended=tuple(fault.what for fault in examined.mended),
        can_mend=bool(examined.mendable) and not call.mend,
    )


def retag(core: Core, _call: calls.RetagReports, reports: Reports) -> None:
    """Tag the reports anew that were tagged with other tables."""
    from briefing.pipeline.retagging import retag_reports

    retag_reports(core.library, reports)


def load_sample(core: Core, _call: calls.LoadSample, reports: Reports) -> Draft:
    """Put the sample reports into the library and return their draft."""
    return core.desk.sample(reports)


def correct_metadata(core: Core, call: calls.CorrectMetadata, _reports: Reports) -> ReportSummary:
    """Replace the corrections of a report's metadata, and tag it by them where tags follow."""
    from briefing.pipeline.retagging import Tagger

    Tagger(core.library).correct(call.sha256, call.over, alone=True)
    return core.library.summary(call.sha256)


def remove_reports(core: Core, call: calls.RemoveReports, reports: Reports) -> None:
    """Take reports out of the library, one after the other."""
    reports.start(len(call.sha256))
    for sha256 in call.sha256:
        reports.step(core.library.summary(sha256).metadata.title)
        core.library.remove(sha256)


def correct_tags(core: Core, call: calls.CorrectTags, _reports: Reports) -> None:
    """Replace what a finding is about and its themes."""
    core.library.correct_tags(call.passage, call.about, call.themes)


def check_document(core: Core, call: calls.CheckDocument, _: Reports) -> CheckedDocument:
    """Return what has become of a document that came back."""
    from briefing.pipeline.checking_documents import check_document as check

    return check(call.path, core.library)


def count(core: Core, call: calls.CountFindings, _reports: Reports) -> Counts:
    """Count what each region and theme would bring."""
    from briefing.pipeline.counting import count_findings

    return count_findings(core.library, call.request, core.taxonomy)


def read_table(_core: Core, call: calls.ReadTable, reports: Reports) -> DataFile:
    """Return the figures of a table of the officer's own."""
    from briefing.apart import read_table_file

    return read_table_file(call.path, today(), lambda: check(reports))


def read_report(core: Core, call: calls.ReadReport, _reports: Reports) -> ReportView:
    """Return a report for reading."""
    from briefing.service.reading import read_report as read

    return read(core.library, call.sha256, core.taxonomy)


def show_original(core: Core, call: calls.ShowOriginal, _reports: Reports) -> Path:
    """Return a copy of a report's original, in the user's data folder."""
    from briefing.pipeline.originals import show_original as show

    return show(core.library, call.sha256, resources.user_data() / "shown originals")


def review_of(outcome: ImportOutcome) -> ImportReview:
    """Return what became of the files of an import, fit to be shown."""
    return ImportReview(
        imported=_files(outcome.imported),
        corrected=_files(outcome.corrected),
        already=_files(outcome.already),
        failed=tuple(map(_failed, outcome.failed)),
        left_aside=tuple(map(str, outcome.left_aside)),
    )


def _files(reports: Iterable[ImportedReport]) -> tuple[ImportedFile, ...]:
    return tuple(
        ImportedFile(
            name=one.name,
            path=str(one.path),
            title=one.title,
            findings=one.findings,
            sha256=one.sha256,
            remarks=one.remarks,
        )
        for one in reports
    )


def _failed(file: FailedFile) -> ImportedFile:
    error = file.error
    return ImportedFile(file.name, str(file.path), message=error.message, hint=error.hint)
