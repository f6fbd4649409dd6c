"""Use case: a library looked over, and mended where what is lost follows from what is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import chain

from briefing.apart import read_apart
from briefing.errors import BriefingError
from briefing.extraction.rules import RuleJudge
from briefing.library import Library
from briefing.library.examining import Fault, Harm
from briefing.progress import Progress, check
from briefing.taxonomy import tables_version

_REMEDIES = {
    Harm.FILE: "Restore the library folder from a copy.",
    Harm.ORIGINAL: "Import the same file again, or restore the library folder from a copy.",
    Harm.TEXT: "The program can mend this from the original, where that is whole.",
}
"""What to do where the program cannot mend."""


@dataclass(slots=True)
class Examined:
    """What was looked at, what was wrong, and what has been done about it."""

    reports: int = 0
    mended: list[Fault] = field(default_factory=list)
    open: list[Fault] = field(default_factory=list)
    """Faults that are still there."""

    @property
    def is_whole(self) -> bool:
        """Whether nothing is wrong any more."""
        return not self.open

    @property
    def mendable(self) -> list[Fault]:
        """Faults that may be mended, if asked for."""
        return [fault for fault in self.open if fault.harm not in (Harm.FILE, Harm.ORIGINAL)]


def examine_library(library: Library, progress: Progress, *, mend: bool = False) -> Examined:
    """Look at everything the library keeps; with ``mend``, mend what can be.

    Fingerprints of the originals, the file's structure, the text of each report against its
    findings, and the indexes against both.

    Raises:
        Cancelled: from ``progress``; what was mended stays so.
        LibraryError: the disk refuses.
    """
    examined = Examined()
    reports = library.reports()
    progress.start(len(reports) + 2)
    progress.step("file")
    # one after the other: what is mended may show what else is wrong, or that nothing is
    for fault in library.examination.of_file():
        _take(library, fault, examined, progress if mend else None)
    for report in reports:
        progress.step(report.file_name)
        for fault in library.examination.of_report(report.sha256):
            _take(library, fault, examined, progress if mend else None)
        examined.reports += 1
    progress.step("indexes")
    for fault in chain(library.examination.of_words(), library.examination.of_folder()):
        _take(library, fault, examined, progress if mend else None)
    return examined


def remedy(fault: Fault) -> str:
    """Return what the officer can do about a fault that is still there."""
    return _REMEDIES.get(fault.harm, "The program can mend this.")


def _take(library: Library, fault: Fault, examined: Examined, progress: Progress | None) -> None:
    """Take note of a fault; with ``progress`` it is mended if it can be."""
    if progress and (library.examination.mend(fault) or _is_read_anew(library, fault, progress)):
        examined.mended.append(fault)
    else:
        examined.open.append(fault)


def _is_read_anew(library: Library, fault: Fault, progress: Progress) -> bool:
    """Read a report whose text is damaged from its original; return whether that succeeded."""
    if fault.harm is not Harm.TEXT:
        return False
    try:
        original = library.original(fault.subject)
        name = library.summary(fault.subject).file_name
        read = read_apart(original, name, lambda: check(progress))
        library.reread(read.report, read.findings, tables_version(), RuleJudge())
    except BriefingError:
        return False
    return True
