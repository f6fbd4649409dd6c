"""Spoils and uses files until the time is up, fairly among the kinds, and keeps what broke."""

from __future__ import annotations

import multiprocessing
import os
import re
import socket
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from fuzzing.judging import ENDED, FAULT, REFUSED, RESULT, Verdict, serve
from fuzzing.kinds import Kind
from fuzzing.tokens import PORT

PATIENCE = 60.0
"""Seconds of the processor for one file, the start of a process included."""
_LONGEST_WAIT = 900.0
"""Seconds by the clock on the wall: the machine may have other things to do."""
_KEPT_OF_EACH = 2
_BY_TURNS = 12
"""So many files of each kind come first, by turns and of the small ones: a short run has tried all
kinds, and what takes long does not keep the others waiting."""
_RENEWED_AFTER = 3000
"""So many files a process uses before another takes its place, which shows what it has kept."""


@dataclass
class Tally:
    """What came of the files of one kind."""

    seconds: float = 0.0
    tried: int = 0
    results: int = 0
    refused: int = 0
    ended: int = 0
    faults: Counter[str] = field(default_factory=Counter)
    """How often each fault was met, by what tells it from others."""
    kept: dict[str, Path] = field(default_factory=dict)

    def figures(self) -> tuple[int, ...]:
        """Return files tried, results, sentences, ended processes, different faults, seconds."""
        told = (self.tried, self.results, self.refused, self.ended, len(self.faults))
        return (*told, round(self.seconds))


class Judge:
    """A process that uses files, started anew when one breaks it."""

    def __init__(self) -> None:
        self._folder = TemporaryDirectory(prefix="deskbrief-fuzz-")
        self._process: BaseProcess | None = None
        self._connection: Connection | None = None
        self._used = 0

    def verdict(self, name: str, data: bytes) -> Verdict:
        """Return what comes of a file of a kind."""
        connection = self._connection or self._started()
        self._used += 1
        try:
            connection.send((name, data))
            if self._is_answered(connection):
                verdict: Verdict = connection.recv()
                return verdict
            why = f"it does not come to an end within {PATIENCE:.0f} seconds"
        except (EOFError, OSError):
            code = self._process.exitcode if self._process else None
            why = f"it ends the process that reads it ({code})"
        self.end()
        return Verdict(ENDED, why)

    def _is_answered(self, connection: Connection) -> bool:
        """Wait for the answer as long as the process has had less time than it may take."""
        begun, until = self._spent(), time.monotonic() + _LONGEST_WAIT
        while not connection.poll(1.0):
            if self._spent() - begun > PATIENCE or time.monotonic() > until:
                return False
        return True

    def _spent(self) -> float:
        """Return the processor's time that the process has had."""
        pid = self._process.pid if self._process else 0
        fields = Path(f"/proc/{pid}/stat").read_text("ascii", "replace").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def end(self) -> None:
        """End the process, if there is one."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
        self._process = self._connection = None
        self._used = 0

    def close(self) -> None:
        """End the process and take its folder away."""
        self.end()
        self._folder.cleanup()

    def _started(self) -> Connection:
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, self._folder.name), daemon=True)
        self._process.start()
        theirs.close()
        ours.recv()  # it is ready
        self._connection = ours
        return ours

    def make_ready(self) -> None:
        """Have a process that is loaded, so that no file is charged for it."""
        if self._used >= _RENEWED_AFTER:
            self.end()
        if self._connection is None:
            self._started()


class Hunt:
    """One run over some kinds."""

    def __init__(self, kinds: Sequence[Kind], seed: str, folder: Path) -> None:
        """``folder`` takes in what broke the program."""
        self.tallies = {kind.name: Tally() for kind in kinds}
        self.knocks: list[str] = []
        """Who has reached out to the address that the files name."""
        self._kinds, self._seed, self._folder = kinds, seed, folder
        self._lock = threading.Lock()

    def run(self, seconds: float, jobs: int, tell: Callable[[str], None]) -> None:
        """Go on for so many seconds with so many processes; ``tell`` hears of each new fault.

        The time begins when the processes are loaded.
        """
        judges = [Judge() for _ in range(jobs)]
        with _listening(self.knocks), ThreadPoolExecutor(jobs) as pool:
            try:
                list(pool.map(Judge.make_ready, judges))
                end = time.monotonic() + seconds
                list(pool.map(lambda judge: self._work(judge, end, tell), judges))
            finally:
                for judge in judges:
                    judge.close()

    @property
    def found_faults(self) -> bool:
        """Whether anything was found that the program should not do."""
        return bool(self.knocks) or any(tally.faults for tally in self.tallies.values())

    def whole(self) -> Tally:
        """Return what came of all files together."""
        whole = Tally()
        for name, tally in self.tallies.items():
            whole.seconds += tally.seconds
            whole.tried += tally.tried
            whole.results += tally.results
            whole.refused += tally.refused
            whole.ended += tally.ended
            whole.faults.update({f"{name}: {why}": times for why, times in tally.faults.items()})
        return whole

    def _work(self, judge: Judge, end: float, tell: Callable[[str], None]) -> None:
        while time.monotonic() < end:
            judge.make_ready()
            kind, number = self._next()
            began = time.monotonic()
            data = spoilt_file(kind, self._seed, number)
            self._note(kind, number, data, judge.verdict(kind.name, data), tell)
            with self._lock:
                self.tallies[kind.name].seconds += time.monotonic() - began

    def _rank(self, kind: Kind) -> tuple[int, float]:
        tally = self.tallies[kind.name]
        return min(tally.tried, _BY_TURNS), tally.seconds

    def _next(self) -> tuple[Kind, int]:
        """Return the kind whose turn it is, and the number of its next file.

        After the first files of each it is the one that has had least time so far.
        """
        with self._lock:
            kind = min(self._kinds, key=self._rank)
            tally = self.tallies[kind.name]
            tally.tried += 1
            tally.seconds += 0.001  # that another thread does not take the same
            return kind, tally.tried

    def _note(
        self, kind: Kind, number: int, data: bytes, verdict: Verdict, tell: Callable[[str], None]
    ) -> None:
        with self._lock:
            tally = self.tallies[kind.name]
            tally.results += verdict.kind == RESULT
            tally.refused += verdict.kind == REFUSED
            tally.ended += verdict.kind == ENDED
            if verdict.kind == FAULT or (verdict.kind == ENDED and not kind.is_apart):
                tally.faults[verdict.why] += 1
            elif verdict.kind != ENDED:
                return
            met = tally.faults[verdict.why] or tally.ended
            if met <= _KEPT_OF_EACH:
                path = self._keep(kind, number, data, verdict)
                tally.kept.setdefault(verdict.why, path)
                tell(f"{kind.name}, file {number}: {verdict.kind}, {verdict.why} → {path}")

    def _keep(self, kind: Kind, number: int, data: bytes, verdict: Verdict) -> Path:
        self._folder.mkdir(parents=True, exist_ok=True)
        stem = re.sub(r"\W+", "-", f"{kind.name} {self._seed} {number}")
        (self._folder / f"{stem}.told").write_text(f"{verdict.why}\n\n{verdict.trace}", "utf-8")
        path = self._folder / f"{stem}.input"
        path.write_bytes(data)
        return path


def spoilt_file(kind: Kind, seed: str, number: int) -> bytes:
    """Return the file of a number: the same for the same seed."""
    random = Random(f"{seed} {kind.name} {number}")  # noqa: S311 - to be repeated, not guessed
    files = sorted(kind.sound(), key=len)
    return kind.change(files[0] if number <= _BY_TURNS else random.choice(files), random)


@contextmanager
def _listening(knocks: list[str]) -> Iterator[None]:
    """Note down who connects to the address that hostile files name, while the block runs."""
    with socket.socket() as door:
        try:
            door.bind(("127.0.0.1", PORT))
        except OSError:
            yield  # another run listens there
            return
        door.listen()
        done = threading.Event()

        def wait() -> None:
            door.settimeout(0.5)
            while not done.is_set():
                with suppress(TimeoutError):
                    visitor, _ = door.accept()
                    with visitor:
                        visitor.settimeout(0.5)
                        knocks.append(repr(visitor.recv(200)))

        watch = threading.Thread(target=wait, daemon=True)
        watch.start()
        try:
            yield
        finally:
            done.set()
            watch.join()
