"""Does a deed of the program's in a process that is killed at a random moment.

    python -m tests.endurance.killing FOLDER TIMES SEED

Each time a process is begun that does one of the ``DEEDS`` in a folder of its own; after a random
part of the time that the deed usually takes it gets SIGKILL. Then what it has left is looked at.
Prints a line for every deed: its name, how often it was broken off, how often it was quicker. A
deed that left something half done ends the program with what was found.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import sys
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from briefing.brief_file import load_brief, save_brief
from briefing.extraction.extractor import Extractor
from briefing.extraction.rules import RuleJudge
from briefing.files import write_atomically
from briefing.importers import read_report
from briefing.library import Library
from briefing.library.examining import Harm
from briefing.model import BriefRequest, Draft, Finding, Report
from briefing.pipeline.examining import examine_library
from briefing.progress import Silent
from briefing.resources import USER_DATA
from briefing.safekeeping.autosave import Autosave, unsaved
from briefing.settings import Settings, load_settings, save_settings
from tests import briefs
from tests.library.test_correcting import LATER_SCHEMA

TODAY = date(2026, 11, 22)
HARMLESS = (Harm.STRAY, Harm.LEFTOVER)
"""Files among the originals of reports not yet in, or just out; what is whole can come in again."""
_MEMO = "Talks on the Lower Border\n\nArmenia and Georgia met in {city}. They signed an accord.\n"
_OLD, _NEW = b"old " * 50_000, b"new" * 90_000


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that the program does to files."""

    prepare: Callable[[Path], None]
    do: Callable[[Path], None]
    look: Callable[[Path], None]
    """Raises ``AssertionError`` where a reader would find something half done."""


def _read(city: str) -> tuple[Report, tuple[Finding, ...], bytes]:
    data = (_MEMO.format(city=city) * 20).encode()
    report = read_report(data, f"{city}.txt")
    return report, _EXTRACTOR.findings(report), data


_EXTRACTOR = Extractor.shipped()
_READ = [_read(city) for city in ("Baku", "Tbilisi", "Vienna")]
_BRIEFS = [briefs.brief(times=times) for times in (1, 4)]


def _add(library: Library, read: tuple[Report, tuple[Finding, ...], bytes]) -> None:
    report, findings, data = read
    library.add(report, findings, data, TODAY, judge=RuleJudge(), tables="made up")


# --- importing


def _with_one(folder: Path) -> None:
    with Library.open(folder / "library") as library:
        _add(library, _READ[0])


def _import(folder: Path) -> None:
    with Library.open(folder / "library") as library:
        for read in _READ[1:]:
            _add(library, read)
        library.remove(_READ[0][0].sha256)


def _look_at_library(folder: Path) -> None:
    with Library.open(folder / "library") as library:
        faults = examine_library(library, Silent()).open
        assert not [one for one in faults if one.harm not in HARMLESS], faults
        held = [one.sha256 for one in library.reports()]
        for report, findings, data in _READ:
            if report.sha256 in held:
                assert library.report(report.sha256) == report
                assert len(library.findings_of(report.sha256)) == len(findings)
                assert library.original(report.sha256) == data


# --- bringing an old library up to date


def _with_old(folder: Path) -> None:
    _with_one(folder)
    with closing(sqlite3.connect(folder / "library/library.sqlite")) as connection:
        connection.executescript(LATER_SCHEMA)


def _migrate(folder: Path) -> None:
    Library.open(folder / "library").close()


# --- saving, exporting, settings


def _with_brief(folder: Path) -> None:
    save_brief(_BRIEFS[0], folder / "talks.brief")


def _save(folder: Path) -> None:
    save_brief(_BRIEFS[1], folder / "talks.brief")


def _look_at_brief(folder: Path) -> None:
    assert load_brief(folder / "talks.brief").findings in [one.findings for one in _BRIEFS]
    _look_at_names(folder)


def _with_export(folder: Path) -> None:
    (folder / "note.pdf").write_bytes(_OLD)


def _export(folder: Path) -> None:
    write_atomically(folder / "note.pdf", _NEW)
    write_atomically(folder / "note.docx", _NEW)


def _look_at_export(folder: Path) -> None:
    assert (folder / "note.pdf").read_bytes() in (_OLD, _NEW)
    word = folder / "note.docx"
    assert not word.exists() or word.read_bytes() == _NEW
    _look_at_names(folder)


def _look_at_names(folder: Path) -> None:
    """What is half written is hidden and named as such."""
    known = {"talks.brief", "note.pdf", "note.docx"}
    others = [path.name for path in folder.iterdir() if path.is_file() and path.name not in known]
    assert all(name.startswith(".") and name.endswith(".tmp") for name in others), others


def _with_settings(folder: Path) -> None:
    save_settings(Settings(sender="before"), folder / "settings.toml")


def _change_settings(folder: Path) -> None:
    save_settings(Settings(sender="after", recent=("a" * 2000,)), folder / "settings.toml")


def _look_at_settings(folder: Path) -> None:
    remarks: list[str] = []
    assert load_settings(folder / "settings.toml", remarks).sender in ("before", "after")
    assert remarks == []


# --- putting unsaved work aside


def _autosave(folder: Path) -> None:
    kept = Autosave()
    for number in range(1, 40):
        kept.keep(Draft(BriefRequest(title=f"Version {number}")))
        (folder / "said").write_text(str(number))


def _look_at_autosave(folder: Path) -> None:
    said = folder / "said"
    # The number itself may have been cut off; the version that was kept may not.
    least = int(said.read_text() or 0) if said.exists() else 0
    damaged: list[Path] = []
    left = unsaved(damaged)
    assert damaged == []
    versions = [int(one.title.removeprefix("Version ")) for one in left]
    assert (versions or [0])[-1] >= least


def _nothing(_folder: Path) -> None:
    pass


DEEDS = {
    "import": Deed(_with_one, _import, _look_at_library),
    "migrate": Deed(_with_old, _migrate, _look_at_library),
    "save": Deed(_with_brief, _save, _look_at_brief),
    "export": Deed(_with_export, _export, _look_at_export),
    "settings": Deed(_with_settings, _change_settings, _look_at_settings),
    "autosave": Deed(_nothing, _autosave, _look_at_autosave),
}


def main(folder: Path, times: int, seed: int) -> None:
    """Kill ``times`` processes, and say how it went."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    usual = {name: _time(deed, folder / f"usual-{name}") for name, deed in DEEDS.items()}
    broken, quicker = Counter[str](), Counter[str]()
    names = list(DEEDS)
    number = 0
    while broken.total() < times:
        name = names[number % len(names)]
        place = folder / f"{number}-{name}"
        number += 1
        delay = chance.uniform(0.0, usual[name])
        counted = broken if _killed(DEEDS[name], place, delay) else quicker
        counted[name] += 1
        try:
            DEEDS[name].look(place)
        except Exception as error:
            raise SystemExit(f"{name} after {delay:.4f} s in {place}: {error!r}") from error
        shutil.rmtree(place)
    for name in names:
        print(f"{name}: broken off {broken[name]}, quicker {quicker[name]}")


def _time(deed: Deed, place: Path) -> float:
    """Return how many seconds a deed takes, from its beginning in a process of its own."""
    _make_ready(deed, place)
    began = time.monotonic()
    os.waitpid(_begun(deed, place), 0)
    return time.monotonic() - began


def _killed(deed: Deed, place: Path, delay: float) -> bool:
    """Begin a deed, kill it, and return whether it had not ended by itself."""
    _make_ready(deed, place)
    process = _begun(deed, place)
    time.sleep(delay)
    os.kill(process, signal.SIGKILL)
    return os.WIFSIGNALED(os.waitpid(process, 0)[1])


def _make_ready(deed: Deed, place: Path) -> None:
    place.mkdir(parents=True)
    os.environ[USER_DATA] = str(place / "data")
    deed.prepare(place)


def _begun(deed: Deed, place: Path) -> int:
    """Begin a deed in a process that has all loaded that this one has; return its number."""
    process = os.fork()
    if process == 0:
        failed = 1
        try:
            deed.do(place)
            failed = 0
        finally:
            os._exit(failed)
    return process


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
