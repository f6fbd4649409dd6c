"""The log: what was told and what went wrong, in the user's data folder; no words of reports."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path

from briefing.wordless import wordless_trace

SIZE = 500_000
"""Bytes after which a new file is begun."""
OLDER = 3
"""How many older files are kept."""


def begin(folder: Path) -> logging.Handler | None:
    """Write the log into ``folder`` from now on; None where nothing can be written there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _Quiet(
            folder / "deskbrief.log", maxBytes=SIZE, backupCount=OLDER, encoding="utf-8"
        )
    except OSError:
        return None
    handler.setFormatter(_Wordless("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.getLogger("gui").addHandler(handler)
    logging.getLogger("gui").setLevel(logging.INFO)
    return handler


class _Quiet(RotatingFileHandler):
    """Leaves out what the disk does not take: the log is the last to complain of a full one."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's name
        """Write nothing anywhere else."""


class _Wordless(logging.Formatter):
    """Writes where an exception came from, and not what it quotes."""

    def formatException(  # noqa: N802 - logging's name
        self, ei: tuple[type[BaseException], BaseException, object] | tuple[None, None, None]
    ) -> str:
        return "" if ei[1] is None else wordless_trace(ei[1]).rstrip()


def end(handler: logging.Handler) -> None:
    """Write no more."""
    logging.getLogger("gui").removeHandler(handler)
    handler.close()
