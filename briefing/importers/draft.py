"""What a single importer hands over: blocks in reading order, before numbering and naming."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.model import BlockKind, Metadata


@dataclass(slots=True)
class DraftBlock:
    """A block as an importer found it; ``finishing`` numbers it and sets its heading path."""

    kind: BlockKind
    text: str
    page: int | None = None
    """Sheet on which it begins, from 1; None where the format has no pages."""
    page_breaks: tuple[int, ...] = ()
    """Offsets in ``text`` at which the next sheet begins."""
    level: int = 0
    """Heading level from 1; 0 for what is not a heading."""
    is_emphasised: bool = False
    """Whether the whole of it was set in bold or italics."""


@dataclass(slots=True)
class Draft:
    """A file's content as one importer read it."""

    blocks: list[DraftBlock]
    metadata: Metadata = field(default_factory=Metadata)
    page_labels: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """Sentences about what could not be read, fit to show."""
