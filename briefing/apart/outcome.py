"""What goes between a reading process and its parent."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.apart.limits import Limits
from briefing.model import Finding, Metadata, Report


@dataclass(frozen=True, slots=True)
class Order:
    """Read this file; goes to the process, which trusts it."""

    data: bytes
    name: str
    user_data: str
    """Folder with the officer's own tables."""
    limits: Limits
    is_tagged: bool
    """Whether the sentences are tagged too."""
    day: str = ""
    """Day on which a table of figures is read, ISO 8601; empty: the file is none."""
    came_back: bool = False
    """Whether it is a document of the program's that came back, else a report or a table."""
    said: Metadata = Metadata()  # noqa: RUF009 - frozen value
    """What is known of a report better than its file says it; its date tells what others are."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A report, and its findings if they were asked for."""

    report: Report
    findings: tuple[Finding, ...] = ()


ORDER, READY, REPORT, FINDINGS, REFUSED, TOO_LARGE, BROKEN, TABLE, DOCUMENT = range(9)
"""Kinds of what is sent:

- to the process: an order;
- from it, nothing: tables are loaded, and the file's time begins;
- the report;
- its findings;
- the message and the hint of an ``ImportFailure``;
- nothing: the file takes more memory than it may;
- the place of a defect of the program's, as text;
- the figures of a table;
- text and data of a document that came back.
"""
