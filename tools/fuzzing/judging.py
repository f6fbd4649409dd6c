"""Uses one file after the other in a process of its own, and judges what comes of each.

Sound is a result, or a ``BriefingError`` in a sentence or two. Anything else is a fault: another
exception, a result that holds what no file was to reach, a file written elsewhere, a connection, a
program started, more time or memory than such a file is worth.
"""

from __future__ import annotations

import logging
import os
import resource
import shutil
import sys
import time
import traceback
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from briefing.errors import BriefingError
from briefing.resources import USER_DATA
from fuzzing.tokens import CANARY

RESULT, REFUSED, FAULT, ENDED = "result", "refused", "fault", "ended"
MOST_SECONDS = 15.0
"""Of the processor's time for one small file."""
MOST_MEMORY = 1024 * 1024 * 1024
"""Bytes of addresses besides those of the loaded program."""
LONGEST_SENTENCE = 2100
_ROOT = Path(__file__).resolve().parent.parent.parent
_FOUND = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system",
          "ftplib.", "urllib.Request", "webbrowser.open")  # fmt: skip
_ON_FILES = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.chmod",
             "os.truncate")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a file."""

    kind: str
    why: str = ""
    """Of a fault: what went wrong and where, the same for all files that meet the same fault."""
    trace: str = ""


class _Watch:
    """Notes down what the program has no reason to do while it reads a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = str(folder)
        self.seen: list[str] = []
        sys.addaudithook(self._heard)

    def _heard(self, event: str, arguments: tuple[object, ...]) -> None:
        if event.startswith(_FOUND):
            self.seen.append(event)
        elif (event == "open" and _writes(arguments)) or event.startswith(_ON_FILES):
            path = arguments[0]
            if isinstance(path, str | bytes | os.PathLike) and not self._is_ours(os.fsdecode(path)):
                self.seen.append(f"{event} {os.fsdecode(path)}")

    def _is_ours(self, path: str) -> bool:
        return path == os.devnull or Path(path).absolute().is_relative_to(self._folder)


def serve(connection: Connection, folder: str) -> None:
    """Use what comes over a connection, until it closes; for a process of its own."""
    from briefing.importers.language import identifier
    from fuzzing.kinds import KINDS
    from fuzzing.using import warm_up

    os.environ[USER_DATA] = folder + "/data"
    os.chdir(folder)
    sys.dont_write_bytecode = True
    logging.disable(logging.CRITICAL)
    warnings.simplefilter("ignore")
    uses = {kind.name: kind.use for kind in KINDS}
    identifier()  # takes a file of its own to load, as in a reading process
    warm_up()
    _bound_memory()
    watch = _Watch(Path(folder))
    connection.send(Verdict(RESULT))  # ready
    while True:
        try:
            name, data = connection.recv()
        except EOFError:
            return
        connection.send(judged(lambda: _used(uses[name], data, Path(folder)), watch.seen))  # noqa: B023


def judged(use: Callable[[], object], seen: list[str]) -> Verdict:
    """Return what comes of a use; ``seen`` gathers what it has no reason to do."""
    seen.clear()
    began = time.process_time()
    try:
        shown = repr(use())
        verdict = Verdict(RESULT)
    except BriefingError as error:
        shown = f"{error.message} {error.hint}"
        verdict = _of_sentence(error)
    except MemoryError:
        return Verdict(ENDED, "more memory than it may")
    except Exception as error:  # noqa: BLE001 - every other one is a fault, whatever it is
        return Verdict(FAULT, f"{_place(error)}: {type(error).__name__}", _told(error))
    spent = time.process_time() - began
    if seen:
        return Verdict(FAULT, f"it did what it has no reason to: {seen[0]}")
    if CANARY.read_text("utf-8").strip() in shown:
        return Verdict(FAULT, "the result holds another file's words")
    if spent > MOST_SECONDS:
        return Verdict(FAULT, f"it takes longer than {MOST_SECONDS:.0f} seconds")
    return verdict


def _used(use: Callable[[bytes, Path], object], data: bytes, folder: Path) -> object:
    """Use a file in an empty folder."""
    place = folder / "use"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    return use(data, place)


def _of_sentence(error: BriefingError) -> Verdict:
    """Return whether what a person is told is fit to be shown."""
    for said in (error.message, error.hint):
        if len(said) > LONGEST_SENTENCE:
            return Verdict(
                FAULT, f"{_place(error)}: a sentence of too many characters", said[:3000]
            )
        if any(ord(char) < 32 or 0x7F <= ord(char) < 0xA0 for char in said):
            return Verdict(FAULT, f"{_place(error)}: a sentence with control characters", said)
        if any(char in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069" for char in said):
            return Verdict(FAULT, f"{_place(error)}: a sentence that is turned round", said)
        if any(0xD800 <= ord(char) < 0xE000 for char in said):
            return Verdict(FAULT, f"{_place(error)}: a sentence that is no text", ascii(said))
    if not error.message.strip():
        return Verdict(FAULT, f"{_place(error)}: no sentence")
    return Verdict(REFUSED)


def _place(error: BaseException) -> str:
    """Return the last line of the program's own that an error went through."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [one for one in frames if one.filename.startswith(str(_ROOT / "briefing"))]
    last = (ours or frames)[-1]
    return f"{Path(last.filename).name}:{last.lineno} in {last.name}"


def _told(error: BaseException) -> str:
    said = traceback.format_exception(error)
    return "".join(said)[-6000:]


def _bound_memory() -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    most = pages * resource.getpagesize() + MOST_MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (most, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _writes(arguments: Sequence[object]) -> bool:
    mode, flags = arguments[1], arguments[2]
    if isinstance(mode, str):
        return any(letter in mode for letter in "wax+")
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))
