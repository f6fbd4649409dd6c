"""The numbered list of sources."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.model import PartialDate, ReportSummary, Source, StoredFinding


class Sources:
    """Numbers the reports in the order in which the document first cites them."""

    def __init__(self, cited: Iterable[Iterable[StoredFinding]]) -> None:
        """Take in, for each finding of the document in its order, all that it cites."""
        self._numbers: dict[str, int] = {}
        self._cited: dict[str, int] = {}
        self._reports: dict[str, ReportSummary] = {}
        self.take(cited)

    def take(self, cited: Iterable[Iterable[StoredFinding]]) -> None:
        """Take in more findings, whose reports follow those that are listed already."""
        for places in cited:
            reports = {stored.report.sha256: stored.report for stored in places}
            for sha in reports:
                self._numbers.setdefault(sha, len(self._numbers) + 1)
                self._cited[sha] = self._cited.get(sha, 0) + 1
            self._reports |= reports

    def number(self, stored: StoredFinding) -> int:
        """Return the number of a finding's report."""
        return self._numbers[stored.report.sha256]

    def newest(self) -> PartialDate | None:
        """Return the date of the newest source, or None where no source has one."""
        dates = [report.metadata.date for report in self._reports.values()]
        return max(filter(None, dates), key=lambda day: day.last_day, default=None)

    def listed(self) -> tuple[Source, ...]:
        """Return the list as the document prints it."""
        return tuple(
            Source(
                number=number,
                sha256=sha,
                file_name=self._reports[sha].file_name,
                metadata=self._reports[sha].metadata,
                imported=self._reports[sha].imported,
                cited=self._cited[sha],
            )
            for sha, number in self._numbers.items()
        )
