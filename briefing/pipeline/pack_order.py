"""What is asked when a pack is to be written: which formats, which copies, under which names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.errors import ExportError
from briefing.exporters.pdf import PDF
from briefing.exporters.word import DOCX
from briefing.model.pack import Copy, Pack
from briefing.naming import copy_name

ENDINGS = (PDF.extension, DOCX.extension)
"""Of the files that packs can be written to."""


@dataclass(frozen=True, slots=True)
class PackOrder:
    """What is to be written of a pack, and from where its files are named."""

    pack: Pack
    folder: Path
    paths: tuple[Path, ...]
    """One for each format; the endings say which."""
    numbered: bool = False
    """Whether each recipient gets a copy of its own, numbered, each a file."""
    replace_changed: bool = False
    """Whether files are replaced that someone has changed since they were written."""
    replace_strange: bool = False
    """Whether files are replaced that the program has not written."""
    level: str = ""
    """At which it is to be releasable: a level of its scheme; empty: it is whole."""


def targets(order: PackOrder) -> Iterator[tuple[Path, Copy | None]]:
    """Yield each file to write, with the copy that it is.

    Raises:
        ExportError: an ending that no format of packs has, or numbered copies for nobody.
    """
    recipients = order.pack.recipients
    if order.numbered and not recipients:
        raise ExportError("The pack names no recipient.", "Numbered copies need recipients.")
    for path in order.paths:
        if path.suffix.lower() not in ENDINGS:
            raise ExportError(
                f"{path.name} has no ending that says which format to write.",
                f"Use {' or '.join(ENDINGS)}.",
            )
        if not order.numbered:
            yield path, None
            continue
        for number, name in enumerate(recipients, 1):
            copy = Copy(number, len(recipients), name)
            named = copy_name(path.stem, number, copy.total, name)
            yield path.with_name(f"{named}{path.suffix}"), copy
