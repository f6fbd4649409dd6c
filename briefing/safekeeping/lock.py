"""Locks against opening one brief twice.

A lock is a small file beside the brief, so that whoever shares the folder sees it; where nothing
can be written there, it lies in the user's data folder. It names who holds it. The lock of a
process that has died is taken over.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from briefing.safekeeping.places import key_of, locks
from briefing.safekeeping.processes import Process

_LARGEST = 4096


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a brief open."""

    process: Process
    since: str
    """ISO 8601, in the holder's local time."""
    token: str = ""
    """Tells this lock from any other, of the same process too."""

    @property
    def message(self) -> str:
        """Who it is, in a sentence fit to show."""
        return self.message_on(datetime.now(UTC).astimezone().date())

    def message_on(self, today: date) -> str:
        """Say who it is and since when, as one says it on a day: ``since 06:33 today``."""
        if not self.process.host:
            return "Somebody has it open."
        who = self.process.user or "Somebody"
        return f"{who} has it open on {self.process.host}{_since(self.since, today)}."


def _since(when: str, today: date) -> str:
    """Return a moment as one says it on a day; nothing where it is no moment."""
    try:
        then = datetime.fromisoformat(when)
    except ValueError:
        return ""
    day = f"on {then.day} {then:%B}" + (f" {then.year}" if then.year != today.year else "")
    return f" since {then:%H:%M} {'today' if then.date() == today else day}"


@dataclass(frozen=True, slots=True)
class Lock:
    """A brief that is ours until it is released."""

    path: Path
    file: Path | None
    """None where no lock could be written anywhere: nothing then keeps others out."""
    token: str

    def release(self) -> None:
        """Let others open the brief; harmless where the lock has passed to somebody else."""
        if self.file is not None and (holder := _read(self.file)) and holder.token == self.token:
            with suppress(OSError):
                self.file.unlink()


def take_lock(path: Path, *, force: bool = False) -> Lock | Holder:
    """Return the lock of a brief, or who holds it.

    A lock of this very process is renewed, that of a dead one taken over; with ``force``, any.
    """
    own = Holder(Process.own(), _now(), secrets.token_hex(8))
    held = holder_of(path)
    if held is not None and not (force or held.process.is_own):
        return held
    for file in _places(path):
        with suppress(OSError):
            taken = _take(file, own, force)
            return Lock(path, file, own.token) if taken is own else taken
    return Lock(path, None, own.token)


def holder_of(path: Path) -> Holder | None:
    """Return who has a brief open; None where nobody has, or only who died over it."""
    held = (holder for file in _places(path) if (holder := _read(file)))
    return next((holder for holder in held if not holder.process.is_dead), None)


def lock_file(path: Path) -> Path:
    """Return where the lock of a brief stands if its folder can be written to."""
    real = Path(os.path.realpath(path))
    return real.with_name(f".{real.name}.lock")


def _places(path: Path) -> Iterator[Path]:
    yield lock_file(path)
    fallback = locks() / f"{key_of(path)}.lock"
    with suppress(OSError):
        fallback.parent.mkdir(parents=True, exist_ok=True)
    yield fallback


def _take(file: Path, own: Holder, force: bool) -> Holder:
    """Return ``own`` if the lock could be taken, else who holds it."""
    if _create(file, own):
        return own
    with _alone(file):  # of those who find a dead lock, one takes it away
        holder = _read(file)
        if holder is not None and not (force or holder.process.is_dead or holder.process.is_own):
            return holder
        with suppress(FileNotFoundError):
            file.unlink()
        if _create(file, own):
            return own
    return _read(file) or Holder(Process(0, "", ""), "")


def _create(file: Path, own: Holder) -> bool:
    """Write the lock unless there is one; whole from the first moment where links are known."""
    content = json.dumps(asdict(own)).encode()
    draft = file.with_name(f"{file.name}.{own.token}")
    try:
        _write_new(draft, content)
        try:
            os.link(draft, file)
        finally:
            draft.unlink()
    except FileExistsError:
        return False
    except OSError:
        return _write_unless_there(file, content)
    return True


def _write_unless_there(file: Path, content: bytes) -> bool:
    try:
        _write_new(file, content)
    except FileExistsError:
        return False
    return True


def _write_new(file: Path, content: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(content)


def _read(file: Path) -> Holder | None:
    """Return who holds a lock; None where there is none. One that says nothing is somebody's."""
    try:
        with file.open("rb") as stream:
            values = json.loads(stream.read(_LARGEST))
        process = values["process"]
        known = Process(
            int(process["pid"]), str(process["host"]), str(process["user"]), str(process["birth"])
        )
        return Holder(known, str(values["since"]), str(values["token"]))
    except OSError:
        return None
    except (ValueError, KeyError, TypeError, RecursionError):
        return Holder(Process(0, "", ""), "")


@contextmanager
def _alone(file: Path) -> Iterator[None]:
    """Keep other processes of this user on this machine out; the system frees what dies."""
    guard = locks() / "guard"
    guard.parent.mkdir(parents=True, exist_ok=True)
    with guard.open("ab") as stream:
        _hold(stream.fileno())
        yield


def _hold(descriptor: int) -> None:
    """Wait for the guard; closing the file lets it go."""
    try:
        import fcntl
    except ImportError:
        import msvcrt

        os.lseek(descriptor, 0, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_LOCK, 1)  # type: ignore[attr-defined]  # on Windows
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX)


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
