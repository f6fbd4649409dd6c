"""The library's reports at hand: each is read once and kept while it may be needed again."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property

from briefing.library import Library
from briefing.model import Finding, Passage, Report, ReportSummary, StoredFinding
from briefing.quotations import surroundings

_KEPT = 64
"""So many reports are kept; a brief cites fewer."""


@dataclass
class Shelved:
    """A report of the library with its findings."""

    library: Library
    report: Report

    @cached_property
    def summary(self) -> ReportSummary:
        """What a citation needs of it."""
        return self.library.summary(self.report.sha256)

    @cached_property
    def blocks(self) -> dict[int, list[Finding]]:
        """Its sentences by block, in the order of the text."""
        blocks: dict[int, list[Finding]] = {}
        for finding in self.library.findings_of(self.report.sha256):
            blocks.setdefault(finding.passage.block, []).append(finding)
        for sentences in blocks.values():
            sentences.sort(key=lambda finding: finding.passage.start)
        return blocks

    def stored(self, passage: Passage) -> StoredFinding:
        """Return the finding at a passage; where no sentence has these bounds, one without tags."""
        block = self.report.blocks[passage.block]
        text = block.text[passage.start : passage.end]
        sentences = self.blocks.get(passage.block, [])
        finding = next((one for one in sentences if one.passage == passage), Finding(passage, text))
        prefix, suffix = surroundings(block.text, passage.start, passage.end)
        return StoredFinding(
            finding=finding,
            report=self.summary,
            page_label=self.report.page_label(block.page_at(passage.start)),
            paragraph=block.paragraph,
            heading_path=block.heading_path,
            before=next(
                (one for one in reversed(sentences) if one.passage.end <= passage.start), None
            ),
            quote_prefix=prefix,
            quote_suffix=suffix,
        )


class Shelf:
    """Reports of a library, read when they are first asked for."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._kept: OrderedDict[str, Shelved | None] = OrderedDict()

    def get(self, sha256: str) -> Shelved | None:
        """Return a report; None where the library does not hold it."""
        if sha256 not in self._kept:
            self._kept[sha256] = self._read(sha256)
            while len(self._kept) > _KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(sha256)
        return self._kept[sha256]

    def report(self, sha256: str) -> Report | None:
        """Return a report's text; None where the library does not hold it."""
        shelved = self.get(sha256)
        return shelved.report if shelved else None

    def _read(self, sha256: str) -> Shelved | None:
        if not self._library.contains(sha256):
            return None
        return Shelved(self._library, self._library.report(sha256))
