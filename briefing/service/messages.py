"""What goes over the pipes: calls to the process of the core, and what it sends back.

Everything here is loaded in the window's process too, so nothing of the stages is imported.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing import errors
from briefing.errors import BriefingError
from briefing.service.calls import Call


@dataclass(frozen=True, slots=True)
class Places:
    """Where the process finds what it works on."""

    library: Path
    """Folder of the library; made when first needed."""
    templates: tuple[Path, ...] = ()
    """Folders with templates of the officer's own."""


@dataclass(frozen=True, slots=True)
class Ask:
    """Do this; ``job`` names it in everything that comes back."""

    job: int
    call: Call[Any]
    replaces: str = ""
    """Of calls with the same key only the latest is done."""


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave a job."""

    job: int


@dataclass(frozen=True, slots=True)
class Leave:
    """Finish what runs, forget what waits, and end."""


@dataclass(frozen=True, slots=True)
class Message:
    """Something about a job."""

    job: int


@dataclass(frozen=True, slots=True)
class Started(Message):
    """The job is being worked on."""


@dataclass(frozen=True, slots=True)
class Step(Message):
    """A step of the job begins."""

    done: int
    total: int
    what: str


@dataclass(frozen=True, slots=True)
class Part(Message):
    """Part of the answer, to be shown at once."""

    value: object


@dataclass(frozen=True, slots=True)
class Slice(Message):
    """Items of a long answer; the client puts them together."""

    where: str
    """Name of the field of the answer that they belong to; empty: the answer is the sequence."""
    items: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Done(Message):
    """The job's answer, without what came in slices."""

    value: Any


@dataclass(frozen=True, slots=True)
class Stopped(Message):
    """The job was left, without a trace."""


@dataclass(frozen=True, slots=True)
class Failed(Message):
    """What went wrong."""

    kind: str
    """Name of the class in ``errors``; empty for a defect of the program."""
    words: str
    hint: str = ""
    details: str = ""
    """For a defect: the traceback."""

    def error(self) -> BriefingError:
        """Return what went wrong as an error of this process."""
        if not self.kind:
            return ServiceFault(self.details, self.words, self.hint)
        made: BriefingError = getattr(errors, self.kind)(self.words, self.hint)
        return made


def failure(job: int, error: BriefingError) -> Failed:
    """Return the message that tells of an error, by the nearest class that ``errors`` has."""
    known = (kind.__name__ for kind in type(error).__mro__ if kind.__module__ == errors.__name__)
    return Failed(job, next(known), error.message, error.hint)


class ServiceFault(BriefingError):
    """The core came upon a defect of the program, or ended; ``details`` is for the report."""

    def __init__(
        self,
        details: str,
        message: str = "Something went wrong inside the program.",
        hint: str = "Your brief is kept. Try again; if it happens again, report the details.",
    ) -> None:
        super().__init__(message, hint)
        self.details = details


@dataclass(slots=True)
class Received:
    """Slices of one answer as they come in."""

    items: dict[str, list[Any]] = field(default_factory=dict)

    def add(self, message: Slice) -> None:
        """Keep some items."""
        self.items.setdefault(message.where, []).extend(message.items)
