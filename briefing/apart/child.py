"""What runs in a reading process: a file in, what is in it out, until the pipe closes."""

from __future__ import annotations

import os
import signal
import traceback
from dataclasses import replace
from datetime import date
from typing import IO, TYPE_CHECKING

from briefing.apart import outcome
from briefing.apart.channel import receive, send, unpacked
from briefing.apart.limits import confine, impose
from briefing.apart.outcome import Order
from briefing.errors import ImportFailure
from briefing.importers.finishing import finish  # noqa: F401 - before the limits hold
from briefing.importers.language import identifier
from briefing.importers.reading import read_report
from briefing.importers.registry import load_readers
from briefing.resources import USER_DATA
from briefing.verifying.reading import read_returned
from briefing.verifying.returned import UnreadableError

if TYPE_CHECKING:
    from briefing.extraction.extractor import Extractor
    from briefing.model import DataFile, Finding, Report, Taxonomy


def main() -> None:
    """Read files as they are asked for on the standard input; answer on the standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, who ends this process
    orders = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    _silence()
    load_readers()
    identifier()  # takes a file of its own to load, which is refused from here on
    confine()
    work = _Work(answers)
    try:
        while True:
            work.follow(unpacked(receive(orders)[1], Order))
    except (EOFError, BrokenPipeError):
        os._exit(0)  # the parent is gone or done


def _silence() -> None:
    """Let nothing that a library prints come between the answers."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)


class _Work:
    """The loaded program, and where it answers."""

    def __init__(self, answers: IO[bytes]) -> None:
        self._answers = answers
        self._extractor: Extractor | None = None
        self._tables = ""
        self._taxonomy: Taxonomy | None = None

    def follow(self, order: Order) -> None:
        """Answer one order, whatever the file is."""
        try:
            self._make_ready(order)
            impose(order.limits)
            self._answer(outcome.READY)
            self._read(order)
        except (ImportFailure, UnreadableError) as error:
            self._answer(outcome.REFUSED, (error.message, error.hint))
        except MemoryError:
            self._answer(outcome.TOO_LARGE)
        except BrokenPipeError:
            raise
        except Exception as error:  # noqa: BLE001 - a defect; the parent notes it and goes on
            self._answer(outcome.BROKEN, _place(error))

    def _make_ready(self, order: Order) -> None:
        """Load what reads, and the tables unless they are the same as for the file before."""
        os.environ[USER_DATA] = order.user_data
        if order.day and self._taxonomy is None:
            import briefing.indicators
            from briefing.taxonomy import load_taxonomy

            self._taxonomy = load_taxonomy()
        if order.came_back:
            import briefing.verifying.docx_reading
            import briefing.verifying.pdf_reading  # noqa: F401 - before the limits hold
        if not order.is_tagged:
            return
        from briefing.extraction.extractor import Extractor
        from briefing.taxonomy import tables_version

        tables = f"{order.user_data} {tables_version()}"
        if tables != self._tables:
            self._extractor, self._tables = Extractor.shipped(), tables

    def _read(self, order: Order) -> None:
        if order.day:
            self._answer(outcome.TABLE, self._figures(order))
            return
        if order.came_back:
            self._answer(outcome.DOCUMENT, read_returned(order.data, order.name))
            return
        report = read_report(order.data, order.name)
        self._answer(outcome.REPORT, report)
        if order.is_tagged:
            known = replace(report, metadata=report.metadata.overlaid(order.said))
            self._answer(outcome.FINDINGS, self._tagged(known))

    def _figures(self, order: Order) -> DataFile:
        from briefing.indicators import parse_table

        assert self._taxonomy is not None  # noqa: S101 - made ready for this order
        return parse_table(order.data, order.name, self._taxonomy, date.fromisoformat(order.day))

    def _tagged(self, report: Report) -> tuple[Finding, ...]:
        import gc

        assert self._extractor is not None  # noqa: S101 - made ready for this order
        gc.disable()  # it looks through all findings again and again, and frees nothing
        try:
            return self._extractor.findings(report)
        finally:
            gc.enable()

    def _answer(self, what: int, value: object = None) -> None:
        send(self._answers, what, value)


def _place(error: Exception) -> str:
    """Return where a defect lies and of what kind it is, without a word of the report."""
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}"
             for frame in traceback.extract_tb(error.__traceback__)]  # fmt: skip
    return "\n".join((*lines, type(error).__name__))
