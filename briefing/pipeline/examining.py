"""Use case: a library looked over, and mended where what is lost follows from what is there."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from pathlib import Path

from briefing.apart import read_apart
from briefing.errors import BriefingError, DamagedError, LibraryError
from briefing.extraction.edition import tags_version
from briefing.extraction.rules import RuleJudge
from briefing.library import Library
from briefing.library.examining import Fault, Harm
from briefing.library.originals import Originals
from briefing.library.salvage import FILE, set_aside, still_known
from briefing.pipeline.opening import is_gone
from briefing.progress import Progress, check

_REMEDIES = {
    Harm.GONE: "Connect the drive. Mending begins a new, empty library here.",
    Harm.FILE: "The program can make the file anew from the originals; rules for tags are lost.",
    Harm.STRAY: "The program can read it into the library again.",
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
        return [fault for fault in self.open if fault.harm not in (Harm.ORIGINAL,)]


def examine_folder(folder: Path, progress: Progress, *, mend: bool = False) -> Examined:
    """Look over the library of a folder, even one whose file cannot be read, or is gone.

    With ``mend``, such a file is set aside under a name with the day, and the reports are read anew
    from their originals. One whose drive is out is begun anew.

    Raises:
        Cancelled: from ``progress``; what was mended stays so.
        LibraryError: there is no library, or the disk refuses.
    """
    originals = Originals(folder / "originals").names()
    if is_gone(folder) and not originals:
        return _begin_anew(folder) if mend else Examined(open=[_gone(folder)])
    try:
        with Library.open(folder, create=bool(originals)) as library:
            return examine_library(library, progress, mend=mend)
    except DamagedError as error:
        fault = Fault(Harm.FILE, error.message)
        if not originals or not mend:
            return Examined(open=[fault])
    aside = set_aside(folder / FILE, f"{date.today()}")  # noqa: DTZ011 - for a person to read
    with Library.open(folder) as library:
        examined = examine_library(library, progress, mend=True)
    said = f"{fault.what} It is made anew from the originals, and kept as “{aside.name}”."
    examined.mended.insert(0, Fault(Harm.FILE, said))
    return examined


def _gone(folder: Path) -> Fault:
    return Fault(Harm.GONE, f"The drive of the library {folder} is not there.")


def _begin_anew(folder: Path) -> Examined:
    """Put an empty library where one was that will not come back.

    Raises:
        LibraryError: the disk refuses.
    """
    Library.open(folder).close()
    said = f"{_gone(folder).what} A new, empty one has been begun in its place."
    return Examined(mended=[Fault(Harm.GONE, said)])


def examine_library(library: Library, progress: Progress, *, mend: bool = False) -> Examined:
    """Look at everything the library keeps; with ``mend``, mend what can be.

    Fingerprints of the originals, the file's structure, the text of each report against its
    findings, and the indexes against both.

    Raises:
        Cancelled: from ``progress``; what was mended stays so.
        DamagedError: the file cannot be read, or mending what is in it is no way.
        LibraryError: the disk refuses.
    """
    examined = Examined()
    reports = library.examination.reports()
    progress.start(len(reports) + 2)
    progress.step("file")
    # one after the other: what is mended may show what else is wrong, or that nothing is
    for fault in library.examination.of_file():
        _take(library, fault, examined, progress if mend else None)
    for sha256, name in reports:
        progress.step(name)
        for fault in library.examination.of_report(sha256):
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
    if progress and fault.harm is Harm.FILE:
        raise DamagedError(fault.what)
    if progress and (library.examination.mend(fault) or _is_brought_back(library, fault, progress)):
        examined.mended.append(fault)
    else:
        examined.open.append(fault)


def _is_brought_back(library: Library, fault: Fault, progress: Progress) -> bool:
    """Read what is damaged from the original; return whether that succeeded."""
    if fault.harm is Harm.STRAY:
        return _is_read_in(library, fault.subject, progress)
    return _is_read_anew(library, fault, progress)


def _is_read_in(library: Library, sha256: str, progress: Progress) -> bool:
    """Read an original into the library again, with what a file set aside tells of its report."""
    try:
        original, day = library.examination.original(sha256)
        known = still_known(library.folder, sha256)
        name = known.file_name or f"report-{sha256[:8]}{_ending(original)}"
        progress.step(name)
        read = read_apart(original, name, lambda: check(progress), said=known.over)
        said = (day, known.over, RuleJudge(), tags_version())
        library.add(read.report, read.findings, original, *said)
    except BriefingError:
        return False
    for passage, about, themes in known.tags:
        with suppress(LibraryError):  # no such finding any more
            library.correct_tags(passage, about, themes)
    return True


def _ending(original: bytes) -> str:
    """Return an ending that fits a file of which only the bytes are left."""
    signed = {b"%PDF": ".pdf", b"PK": ".docx", b"<": ".html", b"---": ".md", b"# ": ".md"}
    begins = original.lstrip(b"\xef\xbb\xbf \t\r\n")
    return next((ending for sign, ending in signed.items() if begins.startswith(sign)), ".txt")


def _is_read_anew(library: Library, fault: Fault, progress: Progress) -> bool:
    """Read a report whose text is damaged from its original; return whether that succeeded."""
    if fault.harm is not Harm.TEXT:
        return False
    try:
        original, _ = library.examination.original(fault.subject)
        name = dict(library.examination.reports())[fault.subject]
        over = library.corrections(fault.subject)
        read = read_apart(original, name, lambda: check(progress), said=over)
        library.reread(read.report, read.findings, tags_version(), RuleJudge())
    except BriefingError:
        return False
    return True
