"""What can go wrong that is not our bug: each error is one sentence, and a hint what to do.

The core raises these and never shows anything; the command line and the window print
``message`` and ``hint``. Anything else that is raised is a defect of the program.
"""

from __future__ import annotations


class BriefingError(Exception):
    """Tell what is wrong in one sentence (``message``) and what to do about it (``hint``)."""

    def __init__(self, message: str, hint: str = "") -> None:
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


class TemplateError(BriefingError):
    """A template is at fault; the message names file and line."""


class ExportError(BriefingError):
    """A document could not be made or written; no half-written file is left behind."""


class BriefError(BriefingError):
    """A ``.brief`` file cannot be read, or no longer agrees with its sources."""


def reason(error: OSError) -> str:
    """Return why the machine refused, in lower-case words: ``no such file or directory``."""
    return (error.strerror or str(error) or type(error).__name__).lower()


class Cancelled(Exception):
    """The person asked to stop. Not an error: nothing is shown."""
