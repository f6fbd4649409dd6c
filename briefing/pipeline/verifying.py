"""Use case: compare every finding of a brief with the stored source, character by character."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.anchoring import Anchored, anchor
from briefing.library import Library
from briefing.model import Brief, BriefFinding, Quotation, Report


@dataclass(frozen=True, slots=True)
class Verification:
    """What the comparison found. The three tuples hold each finding of the brief once."""

    verbatim: tuple[BriefFinding, ...]
    altered: tuple[BriefFinding, ...]
    """The report is there, but these words do not stand in it."""
    not_compared: tuple[BriefFinding, ...]
    """The report is not in the library."""

    def sentences(self) -> tuple[str, ...]:
        """Return what an officer needs to know, fit to show."""
        said = [f"Finding {f.code} does not stand in its source as printed." for f in self.altered]
        if self.not_compared:
            codes = ", ".join(finding.code for finding in self.not_compared)
            said.append(f"Not compared, because their report is not in the library: {codes}.")
        return tuple(said)


def verify_brief(brief: Brief, library: Library) -> Verification:
    """Return which findings stand in the library's reports exactly as the brief prints them."""
    reports = _Reports(library)
    groups: dict[bool | None, list[BriefFinding]] = {True: [], False: [], None: []}
    for finding in brief.findings:
        groups[_verdict(finding, reports)].append(finding)
    return Verification(tuple(groups[True]), tuple(groups[False]), tuple(groups[None]))


def with_verdict(brief: Brief, verification: Verification) -> Brief:
    """Return the brief with the number of findings that were found verbatim."""
    return replace(brief, verified=len(verification.verbatim))


def _verdict(finding: BriefFinding, reports: _Reports) -> bool | None:
    """Return True for verbatim, False for altered, None where a report is missing."""
    held = [reports.get(quotation.report) for quotation in finding.quotations]
    if None in held:
        return None
    printed = " ".join(quotation.exact for quotation in finding.quotations)
    stand = [
        _stands(quotation, report)
        for quotation, report in zip(finding.quotations, held, strict=True)
        if report is not None
    ]
    return all(stand) and printed == finding.text


def _stands(quotation: Quotation, report: Report) -> bool:
    return isinstance(anchor(quotation, report), Anchored)


class _Reports:
    """Reads each report at most once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._read: dict[str, Report | None] = {}

    def get(self, sha256: str) -> Report | None:
        if sha256 not in self._read:
            held = self._library.contains(sha256)
            self._read[sha256] = self._library.report(sha256) if held else None
        return self._read[sha256]
