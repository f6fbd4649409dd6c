"""What can go wrong that is not our bug: each error is one sentence, and a hint what to do.

The core raises these and never shows anything; the command line and the window print
``message`` and ``hint``. Anything else that is raised is a defect of the program.

What an error quotes – a key, a name, a value – may come from anywhere. So signs that a terminal
would obey, or that turn a line round, and words without end are taken out of all of them here.
"""

from __future__ import annotations

import errno
import re

_LONGEST = 2000
"""Characters of a sentence; what it quotes may be a million long."""
_OBEYED = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]+")


class BriefingError(Exception):
    """Tell what is wrong in one sentence (``message``) and what to do about it (``hint``)."""

    def __init__(self, message: str, hint: str = "") -> None:
        message, hint = fit_to_show(message), fit_to_show(hint)
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class ImportFailure(BriefingError):
    """One file could not be read as a report; the others of the batch are not affected."""


class RequestError(BriefingError):
    """The request asks for something that does not exist, or contradicts itself."""


class LibraryError(BriefingError):
    """The library folder cannot be opened, is newer than the program, or is damaged."""


class DamagedError(LibraryError):
    """The library's file cannot be read; its reports can be, from their originals."""


class TemplateError(BriefingError):
    """A template is at fault; the message names file and line."""


class ExportError(BriefingError):
    """A document could not be made or written; no half-written file is left behind."""


class BriefError(BriefingError):
    """A ``.brief`` file cannot be read, or no longer agrees with its sources."""


_FULL = ("the disk is full", "Make room, or choose another place.")
_GONE = ("the drive does not answer", "See that it is connected, or choose another place.")
_OPEN = "Close it if it is open elsewhere, or choose another place."
_MACHINE = {
    errno.ENOSPC: _FULL,
    getattr(errno, "EDQUOT", errno.ENOSPC): _FULL,
    errno.EFBIG: ("the disk takes no file so large", "Choose another place."),
    errno.EROFS: ("the disk is write-protected", "Choose another place."),
    errno.EIO: _GONE,
    errno.ENXIO: _GONE,
    errno.ENODEV: _GONE,
    getattr(errno, "ESTALE", errno.EIO): _GONE,
    getattr(errno, "EHOSTDOWN", errno.EIO): _GONE,
    errno.ENOTCONN: _GONE,
    errno.ENAMETOOLONG: ("file name too long", "Give a shorter name."),
}
"""What the machine's more puzzling answers mean, and what to do about them."""


def reason(error: OSError) -> str:
    """Return why the machine refused, in lower-case words: ``no such file or directory``."""
    if error.errno in _MACHINE:
        return _MACHINE[error.errno][0]
    return (error.strerror or str(error) or type(error).__name__).lower()


def is_of_the_machine(error: OSError) -> bool:
    """Return whether the disk or drive is at fault, whatever was asked of it."""
    return error.errno in _MACHINE


def remedy(error: OSError) -> str:
    """Return what to do where a file cannot be written."""
    return _MACHINE[error.errno][1] if error.errno in _MACHINE else _OPEN


def fit_to_show(text: str) -> str:
    """Return words on one line, in their order, and not too many: the middle gives way."""
    text = _OBEYED.sub(lambda found: " " if found[0].isspace() else "\ufffd", text)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST // 2]} … {text[-_LONGEST // 2 :]}"


class Cancelled(Exception):
    """The person asked to stop. Not an error: nothing is shown."""
