"""How a report is named where there is little room: ``Jankowski and Bouvery 2022``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from string import ascii_lowercase

from briefing.model import Metadata, ReportSummary, StoredFinding

_BODIES = frozenset(
    (
        "agency",
        "association",
        "bank",
        "board",
        "center",
        "centre",
        "commission",
        "committee",
        "council",
        "department",
        "desk",
        "division",
        "foundation",
        "fund",
        "group",
        "institute",
        "ministry",
        "network",
        "office",
        "organisation",
        "organization",
        "programme",
        "project",
        "secretariat",
        "service",
        "society",
        "staff",
        "team",
        "union",
        "unit",
    )
)
"""Last words that mark an author as a body, whose name is not shortened to its last word."""

_LINKING = frozenset({"and", "at", "for", "in", "of", "on", "the"})
"""Words that stand in the names of bodies and works, never in those of persons."""

_SHORT = 32
"""Characters beyond which a title is cut for a short name."""
_SHORT_BODY = 48
"""The same of the name of a person or a body: two departments differ in their last words."""

_DEGREES = re.compile(r",\s*(?:Ph\.?\s?D|M\.?A|M\.?P|Jr|Sr|I{2,3}|IV)\.?$")
"""What follows a name after a comma and is no first name."""


def short_name(report: ReportSummary) -> str:
    """Return the authors' surnames (or publisher, title, file name) and the year, if known."""
    return _short_name(report.metadata, report.file_name)


@lru_cache(maxsize=4096)
def _short_name(data: Metadata, file_name: str) -> str:
    name = _short_author(data, file_name)
    return f"{name} {data.date.year}" if data.date else name


def short_citation(data: Metadata, file_name: str) -> str:
    """Return author and date in short: ``Jankowski and Bouvery, December 2022``."""
    return f"{_short_author(data, file_name)}, {data.date.spoken() if data.date else 'undated'}"


def _short_author(data: Metadata, file_name: str) -> str:
    names = [_surname(author) for author in data.authors]
    author = f"{names[0]} and others" if len(names) > 2 else " and ".join(names)
    return author or _cut(data.publisher, _SHORT_BODY) or _cut(data.title or file_name, _SHORT)


def place(stored: StoredFinding) -> str:
    """Return where a finding stands: ``Jankowski and Bouvery 2022, p. 9 ¶ 2``."""
    page = f"p. {stored.page_label} " if stored.page_label else ""
    return f"{short_name(stored.report)}, {page}¶ {stored.paragraph}"


def mark(stored: StoredFinding, numbered: Sequence[str]) -> str:
    """Return where a finding stands as the document marks it: ``[1, p. 9 ¶ 2]``.

    ``numbered`` are the reports as its sources are; of one that is not among them: as ``place``.
    """
    if stored.report.sha256 not in numbered:
        return place(stored)
    page = f", p. {stored.page_label}" if stored.page_label else ""
    return f"[{numbered.index(stored.report.sha256) + 1}{page} ¶ {stored.paragraph}]"


def joined(marks: Iterable[str]) -> str:
    """Return several marks as one, each once: ``[1 ¶ 2; 3 ¶ 4]``."""
    told = tuple(dict.fromkeys(marks))
    if all(one.startswith("[") for one in told):
        return f"[{'; '.join(one[1:-1] for one in told)}]"
    return "; ".join(told)


def _surname(author: str) -> str:
    author = _DEGREES.sub("", author)
    words = author.replace(",", " ").split() or [""]
    is_body = words[-1].lower() in _BODIES or not _LINKING.isdisjoint(words)
    before, comma, first_names = author.partition(",")
    if comma and before.strip() and first_names.strip() and not is_body:
        return _cut(" ".join(before.split()), _SHORT_BODY)  # Novak, Ada
    return _cut(author, _SHORT_BODY) if is_body or len(words) not in (2, 3, 4) else words[-1]


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return f"{text[:most].rsplit(' ', 1)[0]} …"


def short_names(reports: Iterable[ReportSummary]) -> dict[str, str]:
    """Return each report's short name by its SHA-256; equal names are told apart by a letter."""
    listed = list(reports)
    names = [short_name(report) for report in listed]
    told_apart: dict[str, str] = {}
    for index, (report, name) in enumerate(zip(listed, names, strict=True)):
        letter = ascii_lowercase[names[:index].count(name) % 26] if names.count(name) > 1 else ""
        told_apart[report.sha256] = (
            f"{name}{letter}" if report.metadata.date else _joined(name, letter)
        )
    return told_apart


def _joined(name: str, letter: str) -> str:
    return f"{name} ({letter})" if letter else name
