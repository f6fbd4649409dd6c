"""Which part of the core answers which call: a table from calls to functions.

Imported in the process of the core only. Stages are loaded when a call first needs them, so that
the first answers come soon.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Protocol

from briefing.model import Metadata, ReportSummary
from briefing.model.desk import ReportView, Vocabulary
from briefing.progress import Progress
from briefing.service.calls import (
    Call,
    CorrectMetadata,
    ListReports,
    ListVocabulary,
    ReadReport,
)
from briefing.service.core import Core


class Reports(Progress, Protocol):
    """Where a handler tells how far it is and hands over parts of its answer."""

    def part(self, value: object) -> None:
        """Hand over part of the answer."""


def handle(core: Core, call: Call[Any], reports: Reports) -> Any:
    """Return the answer to a call.

    Raises:
        BriefingError: whatever the stage that answers raises.
        Cancelled: the call is no longer wanted.
    """
    return HANDLERS[type(call)](core, call, reports)


def today() -> date:
    """Return the day on which a brief is issued unless it says otherwise."""
    return date.today()  # noqa: DTZ011 - the officer's own calendar


def _vocabulary(core: Core, _call: ListVocabulary, _reports: Reports) -> Vocabulary:
    from briefing.service.vocabulary import vocabulary

    return vocabulary(core.taxonomy, core.places.templates)


def _list_reports(core: Core, _call: ListReports, _reports: Reports) -> tuple[ReportSummary, ...]:
    return core.library.reports()


def _read_report(core: Core, call: ReadReport, _reports: Reports) -> ReportView:
    from briefing.service.reading import read_report

    return read_report(core.library, call.sha256, core.taxonomy)


def _correct_metadata(core: Core, call: CorrectMetadata, _reports: Reports) -> ReportSummary:
    core.library.correct_metadata(call.sha256, Metadata())
    core.library.correct_metadata(call.sha256, call.over)
    return core.library.summary(call.sha256)


HANDLERS: dict[type[Call[Any]], Callable[[Core, Any, Reports], Any]] = {
    ListVocabulary: _vocabulary,
    ListReports: _list_reports,
    ReadReport: _read_report,
    CorrectMetadata: _correct_metadata,
}
