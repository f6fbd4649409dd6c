"""How a source stands in the list of sources: authors, title, date, grade, how to know its file."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from briefing import grading
from briefing.model import DataFile, Source
from briefing.templating.spoken import NBSP, spoken
from briefing.wording import joined, listed

_FINGERPRINT_LENGTH = 12
_CLOSING = ("?", "!", ".", "…", "?”", "!”", ".”", '?"', '!"', '."')
"""Ends of titles that need no full stop after them."""


def reference_line(source: Source) -> Markup:
    """Return a source as a bibliography has it: authors, title, publisher, date, and its grade."""
    said = source.metadata
    name = said.title or source.file_name
    title = Markup("<cite>{}</cite>{}").format(name, "" if name.endswith(_CLOSING) else ".")
    by = Markup("{}: ").format(authors(said.authors)) if said.authors else Markup("")
    published = ", ".join(filter(None, (said.publisher, spoken(said.date) or "undated")))
    line = Markup("{}{} {}.").format(by, title, published[:1].upper() + published[1:])
    return line + graded(source)


def graded(source: Source) -> Markup:
    """Return the grade of a source and what it means, or nothing where it has none."""
    grade = source.metadata.grade
    said = Markup(' <span class="grade">Grade {}: {}.</span>')
    return said.format(grade, grading.in_words(grade)) if grade else Markup("")


def authors(names: Sequence[str]) -> str:
    """Return ``Ada Novak and Ben Okoro``, or ``Novak, Ada; Okoro, Ben``."""
    return joined(names) if any("," in name for name in names) else listed(names)


def origin_line(source: Source | DataFile) -> str:
    """Return how the file came and how to know it again: name, address, import, fingerprint."""
    if isinstance(source, DataFile):
        return f"Imported {spoken(source.imported)}, {_digest(source.sha256)}"
    name = source.file_name if source.metadata.title else ""
    said = "imported" if name or source.metadata.address else "Imported"
    imported = f"{said} {spoken(source.imported)}" if source.imported else ""
    parts = filter(None, (name, source.metadata.address, imported, _digest(source.sha256)))
    return ", ".join(parts)


def _digest(sha256: str) -> str:
    return f"SHA-256{NBSP}{sha256[:_FINGERPRINT_LENGTH]}…"
