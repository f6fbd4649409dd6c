"""A report as it was imported: its metadata and its blocks. Source text is immutable."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from briefing.model.dates import PartialDate


class BlockKind(StrEnum):
    """What a block is to a reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"
    CAPTION = "caption"
    QUESTION = "question"
    """An interviewer's question."""
    FOOTNOTE = "footnote"
    """A note to the text or the text of a citation."""
    META = "meta"
    """Who wrote and published it, for whom and with whose money: by-lines, imprint, thanks."""
    FURNITURE = "furniture"
    """Running heads, page numbers, navigation, share bars, comment forms."""

    @property
    def is_running_text(self) -> bool:
        """Whether the block is text of the report that can hold findings."""
        return self in RUNNING_TEXT


RUNNING_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.QUESTION})


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a report says of itself. What it does not say stays empty; nothing is guessed."""

    title: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    date: PartialDate | None = None
    language: str = ""
    """BCP 47 language tag, such as ``en``."""
    address: str = ""
    """Where it was published, as a web address, if the file says so."""
    emptied: tuple[str, ...] = ()
    """Names of fields that the officer has emptied: what the file says there is wrong."""
    marking: str = ""
    """Its protective marking, in the words of whatever scheme: ``NATO RESTRICTED``."""
    grade: str = ""
    """How reliable the source and how credible what it says, as the desk sees it: ``B2``."""

    def overlaid(self, over: Metadata) -> Metadata:
        """Return this metadata with every field that ``over`` fills, or empties, as it says."""
        base = self.without(over.emptied)
        laid = Metadata(
            title=over.title or base.title,
            authors=over.authors or base.authors,
            publisher=over.publisher or base.publisher,
            date=over.date or base.date,
            language=over.language or base.language,
            address=over.address or base.address,
            marking=over.marking or base.marking,
            grade=over.grade or base.grade,
        )
        emptied = dict.fromkeys((*self.emptied, *over.emptied))
        return replace(laid, emptied=tuple(name for name in emptied if not getattr(laid, name)))

    @property
    def leading(self) -> tuple[PartialDate | None, str]:
        """What sentences are read by: the date that “last year” goes by, and the language."""
        return self.date, self.language

    def without(self, names: Iterable[str]) -> Metadata:
        """Return this metadata with some fields emptied.

        Raises:
            ValueError: there is no such field.
        """
        names = tuple(dict.fromkeys(names))
        if unknown := {*names} - EMPTIABLE:
            raise ValueError(f"no field that can be emptied: {', '.join(sorted(unknown))}")
        blank = Metadata()
        values: dict[str, Any] = {name: getattr(blank, name) for name in names}
        emptied = tuple(dict.fromkeys((*self.emptied, *names)))
        return replace(self, **values, emptied=emptied) if names else self


EMPTIABLE = frozenset({"authors", "publisher", "date", "language", "address", "marking", "grade"})
"""Fields of metadata that may be emptied; a title every report has, if only its file's name."""


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph, heading or other unit, cleaned for reading, with the place where it stood.

    ``text`` is one line without hard breaks; a table's text has its cells joined with `` | `` and
    its rows with a newline.
    """

    kind: BlockKind
    text: str
    page: int | None = None
    """The sheet on which the block begins, counted from 1; None where the format has no pages."""
    page_breaks: tuple[int, ...] = ()
    """Offsets in ``text`` at which the following sheet begins, ascending."""
    paragraph: int = 0
    """Number among the numbered blocks (running text and tables) from 1: of those that begin on the
    page where there are pages, of the report where there are none. 0: not numbered."""
    level: int = 0
    """Heading level from 1; 0 for what is not a heading."""
    heading_path: tuple[str, ...] = ()
    """The headings that stand above the block, outermost first."""

    def page_at(self, offset: int) -> int | None:
        """Return the sheet on which the character at ``offset`` stands."""
        if self.page is None:
            return None
        return self.page + bisect_right(self.page_breaks, offset)


@dataclass(frozen=True, slots=True)
class Report:
    """One imported source. Its identity is the SHA-256 of the file's bytes."""

    sha256: str
    file_name: str
    format: str
    """Identifier of the importer that read it, such as ``pdf``."""
    metadata: Metadata
    blocks: tuple[Block, ...]
    page_labels: tuple[str, ...] = ()
    """The number printed on each sheet (``iv``, ``79``), where it differs from the sheet's own."""
    remarks: tuple[str, ...] = field(default=())
    """Sentences about what the importer could not read or had to assume, fit to show."""

    def page_label(self, page: int | None) -> str:
        """Return the printed number of a sheet, or the empty string where there are no pages."""
        if page is None:
            return ""
        label = self.page_labels[page - 1] if page <= len(self.page_labels) else ""
        return label or str(page)


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What a list of reports shows of one, and what a citation needs."""

    sha256: str
    file_name: str
    format: str
    metadata: Metadata
    findings: int
    """How many findings the report holds."""
    imported: str
    """Day of import, ISO 8601."""
    remarks: tuple[str, ...] = ()
    """What the importer could not read or had to assume, fit to show."""
    stated: Metadata | None = None
    """What the file itself said, before corrections were laid over; None: not looked up."""
