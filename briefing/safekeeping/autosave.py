"""Side files of unsaved work, and what of it is left after the program died.

Each open brief has a side file of its own in the user's data folder: that place can be written to
when the brief lies on a drive that is read-only or has been taken out; a new brief has no other.
Which of brief and side file is ahead is told by content, never by the clock.
"""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from pathlib import Path
from typing import Any

from briefing.errors import ExportError
from briefing.files import write_atomically
from briefing.model import Draft
from briefing.safekeeping.places import autosaves, key_of
from briefing.safekeeping.processes import Process

ENDING = ".autosave"
_FORMAT = "deskbrief-autosave"
_VERSION = 1
_DEBRIS_AGE = 86_400


class Against(StrEnum):
    """How unsaved work stands to the brief's file."""

    NEW = "never saved"
    AHEAD = "newer than the saved brief"
    PARTED = "the saved brief has been changed as well"
    GONE = "the saved brief is no longer there"


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Work that was not saved when the program ended."""

    file: Path
    """The side file that holds it."""
    draft: Draft
    seen: tuple[str, ...]
    path: Path | None
    """The brief it belongs to; None where it was never saved."""
    when: datetime
    """When it was written, by the clock of that time."""
    against: Against
    process: Process
    base: str = ""
    """Fingerprint of the brief's file from which the work went out."""
    sequence: int = 0
    """How often the work had been written."""

    @property
    def title(self) -> str:
        """What to call it."""
        return self.draft.request.title or (self.path.stem if self.path else "Untitled brief")

    @property
    def is_elsewhere(self) -> bool:
        """Whether it was written on another machine that shares the user's data folder."""
        return self.process.host != Process.own().host

    @property
    def message(self) -> str:
        """What it is, in words fit to show: ``Talks, 22 November 2026 10:42: never saved``."""
        return f"{self.title}, {self.when.day} {self.when:%B %Y %H:%M}: {self.against}"


class Autosave:
    """The side file of one open brief; to be used from one thread at a time."""

    def __init__(self, path: Path | None = None, *, taken_over: Unsaved | None = None) -> None:
        """Begin for a brief that has been opened from ``path``, or for a new one.

        ``taken_over`` is unsaved work that is being gone on with: its side file stays until the
        brief is saved or the work discarded. That of another machine is never written to: somebody
        may be at work there after all.
        """
        self._path = taken_over.path if taken_over else path
        self._elsewhere = taken_over if taken_over and taken_over.is_elsewhere else None
        own = taken_over is not None and self._elsewhere is None
        self._file = taken_over.file if taken_over and own else _new_file(self._path)
        self._base = taken_over.base if taken_over else _fingerprint(path)
        self._sequence = taken_over.sequence if taken_over else 0
        self._kept: tuple[Draft, tuple[str, ...]] | None = None

    @property
    def file(self) -> Path:
        """Where unsaved work is written; the file need not be there."""
        return self._file

    def keep(self, draft: Draft, seen: tuple[str, ...] = ()) -> bool:
        """Write the draft unless it is what was written last; return whether it was written.

        Raises:
            ExportError: the file cannot be written.
        """
        if self._kept == (draft, seen):
            return False
        self._sequence += 1
        try:
            write_atomically(self._file, self._envelope(draft, seen), make_folder=True)
        except ExportError as error:
            said = f"What is not saved cannot be put aside: {error.message}"
            raise ExportError(said, f"Save the brief. {error.hint}") from error
        self._kept = (draft, seen)
        return True

    def saved(self, path: Path) -> None:
        """Take note that the brief has been saved to ``path``: nothing is unsaved any more."""
        self.discard()
        self._path, self._base = path, _fingerprint(path)
        self._file = _new_file(path)

    def discard(self) -> None:
        """Give up what is unsaved."""
        discard(self._file)
        self._kept = None
        if self._elsewhere is not None and not _has_gone_on(self._elsewhere):
            discard(self._elsewhere.file)
        self._elsewhere = None

    def _envelope(self, draft: Draft, seen: tuple[str, ...]) -> bytes:
        import msgspec

        return msgspec.json.encode(
            {
                "format": _FORMAT,
                "version": _VERSION,
                "path": str(self._path) if self._path else "",
                "base": self._base,
                "when": datetime.now(UTC).astimezone().isoformat(timespec="seconds"),
                "sequence": self._sequence,
                "process": asdict(Process.own()),
                "seen": seen,
                "draft": draft,
            }
        )


def unsaved(
    damaged: list[Path] | None = None, *, running: bool = False, silent_for: float = 300
) -> tuple[Unsaved, ...]:
    """Return the work that programs now dead have left, the latest first.

    Of another machine's programs nobody can tell: their work counts as left once it has not been
    written for ``silent_for`` seconds, several times as long as one waits between two writings.

    What is in the brief's file already is cleared away. ``damaged`` receives the side files that
    cannot be read; they stay. With ``running``, work of programs that still run is listed as well.
    """
    folder = autosaves()
    _clear_debris(folder)
    found = []
    for file in sorted(folder.glob(f"*{ENDING}")):
        try:
            one = _load(file, silent_for)
        except (OSError, ValueError, TypeError, KeyError, RecursionError):
            if damaged is not None:
                damaged.append(file)
            continue
        if one is not None and (running or _is_left(file, one.process, silent_for)):
            found.append(one)
    return tuple(sorted(found, key=lambda one: (one.when, one.sequence), reverse=True))


def discard(file: Path) -> None:
    """Delete a side file; harmless where it is gone."""
    with suppress(OSError):
        file.unlink()


def _is_left(file: Path, process: Process, silent_for: float) -> bool:
    """Whether nobody is at work on it: the process died, or is silent on another machine."""
    if process.host == Process.own().host:
        return process.is_dead
    # a clock that has been set back since leaves times that are yet to come
    return abs(datetime.now(UTC).timestamp() - file.stat().st_mtime) >= silent_for


def _has_gone_on(taken: Unsaved) -> bool:
    """Whether a side file has been written to since its work was taken over."""
    import msgspec

    with suppress(OSError, ValueError, TypeError, KeyError, RecursionError):
        return bool(msgspec.json.decode(taken.file.read_bytes())["sequence"] != taken.sequence)
    return True


def _new_file(path: Path | None) -> Path:
    """Return a name that no other run of the program uses, so that none writes over another's."""
    name = key_of(path) if path else "new"
    return autosaves() / f"{name}-{secrets.token_hex(6)}{ENDING}"


def _load(file: Path, silent_for: float) -> Unsaved | None:
    """Return what a side file holds; None, and no file, where the brief itself holds it."""
    import msgspec

    values: dict[str, Any] = msgspec.json.decode(file.read_bytes())
    if values["format"] != _FORMAT or values["version"] != _VERSION:
        raise ValueError("of another program")
    path = Path(values["path"]) if values["path"] else None
    against = _against(path, values)
    if against is None:
        if _is_left(file, msgspec.convert(values["process"], Process), silent_for):
            discard(file)
        return None
    return Unsaved(
        file=file,
        draft=msgspec.convert(values["draft"], Draft, strict=False),
        seen=tuple(values["seen"]),
        path=path,
        when=datetime.fromisoformat(values["when"]),
        against=against,
        process=msgspec.convert(values["process"], Process),
        base=values["base"],
        sequence=values["sequence"],
    )


def _against(path: Path | None, values: Mapping[str, Any]) -> Against | None:
    """Return how the work stands to the brief's file; None where the file holds the same draft."""
    if path is None:
        return Against.NEW
    try:
        content = path.read_bytes()
    except OSError:
        return Against.GONE
    if _draft_in(content) == values["draft"]:
        return None
    return Against.AHEAD if sha256(content).hexdigest() == values["base"] else Against.PARTED


def _draft_in(content: bytes) -> Any:
    """Return the draft that the bytes of a brief's file hold, undecoded; None where it has none."""
    import msgspec

    try:
        document = msgspec.json.decode(content)
    except (msgspec.DecodeError, RecursionError):
        return None
    return document.get("draft") if isinstance(document, dict) else None


def _fingerprint(path: Path | None) -> str:
    if path is not None:
        with suppress(OSError):
            return sha256(path.read_bytes()).hexdigest()
    return ""


def _clear_debris(folder: Path) -> None:
    """Delete what a program killed while writing has left, once it is surely no longer at it."""
    now = datetime.now(UTC).timestamp()
    with suppress(OSError):
        for file in folder.glob(".*.tmp"):
            if now - file.stat().st_mtime > _DEBRIS_AGE:
                discard(file)
