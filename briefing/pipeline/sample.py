"""Use case: the shipped sample reports and the request prepared for them."""

from __future__ import annotations

from datetime import date

from briefing import resources
from briefing.library import Library
from briefing.model import BriefRequest, Draft
from briefing.pipeline.importing import ImportOutcome, import_reports
from briefing.progress import Progress
from briefing.request_file import load_request


def sample_request() -> BriefRequest:
    """Return the request prepared for the sample reports."""
    return load_request(resources.assets("samples", "request.toml"))


def import_sample(library: Library, progress: Progress, today: date) -> ImportOutcome:
    """Put the sample reports into a library.

    Raises:
        LibraryError: the library refuses.
        Cancelled: from ``progress``.
    """
    return import_reports(library, [resources.assets("samples", "reports")], progress, today=today)


def load_sample(library: Library, progress: Progress, today: date) -> Draft:
    """Put the sample reports into a library and return the draft of the request for them.

    Raises:
        LibraryError: the library refuses.
        Cancelled: from ``progress``.
    """
    import_sample(library, progress, today)
    return Draft(sample_request())
