"""What runs in the helper: an order in, a finished part out, until the pipe closes."""

from __future__ import annotations

import gc
import os
import signal
import traceback
from typing import IO

from briefing.apart.channel import receive, send, unpacked
from briefing.errors import ExportError
from briefing.exporters.pdf_helper import BROKEN, PART, REFUSED
from briefing.exporters.pdf_parts import PartOrder


def main() -> None:
    """Make parts as they are asked for on the standard input; answer on the standard output."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's, who ends this process
    orders, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):  # nothing that a library prints comes between the answers
        os.dup2(nowhere, stream)
    try:
        while True:
            _answer(answers, unpacked(receive(orders)[1], PartOrder))
    except (EOFError, OSError):
        os._exit(0)  # the parent is gone or done


def _answer(answers: IO[bytes], order: PartOrder) -> None:
    from briefing.exporters.pdf_part_making import make

    try:
        part = make(order)
    except ExportError as error:
        send(answers, REFUSED, (error.message, error.hint))
    except Exception as error:  # noqa: BLE001 - a defect; the parent notes it and goes on
        send(answers, BROKEN, _place(error))
    else:
        send(answers, PART, part)
    gc.collect()  # while the next order is on its way


def _place(error: Exception) -> str:
    """Return where a defect lies and of what kind it is, without a word of the document."""
    lines = [f"{frame.filename}:{frame.lineno} in {frame.name}"
             for frame in traceback.extract_tb(error.__traceback__)]  # fmt: skip
    return "\n".join((*lines, type(error).__name__))
