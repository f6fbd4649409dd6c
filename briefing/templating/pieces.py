"""The pieces of a pack that are not briefs, written by their templates ``_pack_*.html.j2``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path

from briefing import fonts, scales
from briefing.model.dates import PartialDate
from briefing.model.pack import Copy, Pack
from briefing.templating.faults import explained
from briefing.templating.header import search_path
from briefing.templating.rendering import plain, run


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents."""

    place: str
    """Id of the piece to which it leads."""
    title: str
    tab: str = ""


@dataclass(frozen=True, slots=True)
class ListedBrief:
    """A brief as the document control lists it."""

    tab: str
    title: str
    issued: date
    reference: str
    findings: int


@dataclass(frozen=True, slots=True)
class AnnexBlock:
    """Lines of an annex that are one ``heading``, ``paragraph``, ``list`` or ``table``."""

    kind: str
    words: tuple[str, ...] = ()
    """Of a list its items; of a heading or paragraph one text."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table, all of one width; the first names the columns."""
    level: int = 3
    """Of a heading."""


@dataclass(frozen=True, slots=True)
class PackView:
    """The names that the template of a piece may use."""

    pack: Pack
    title: str
    author: str
    when: str
    """Day or days of the event in words."""
    issued: date
    cut_off: PartialDate | None
    reports: int
    """The reports behind the briefs, each counted once."""
    undated: int
    """How many of them have no date."""
    reference: str
    marking: str
    briefs: tuple[ListedBrief, ...]
    entries: tuple[Entry, ...]
    copies: bool
    """Whether copies are numbered."""
    copy: Copy | None
    scales: tuple[scales.Scale, ...] = ()
    kind: str = ""
    """Of the piece: ``cover``, ``divider``, …"""
    place: str = ""
    """Id of the piece."""
    tab: str = ""
    heading: str = ""
    note: str = ""
    blocks: tuple[AnnexBlock, ...] = ()


PACK_VARIABLES = tuple(field.name for field in fields(PackView))


def write_piece(view: PackView, folders: Sequence[Path] = ()) -> str:
    """Return a piece of a pack as HTML; ``folders`` hold templates of the user's own.

    Raises:
        TemplateError: the template is at fault; names file, line and what was expected.
    """
    name = f"_pack_{view.kind}"
    values = {field: getattr(view, field) for field in PACK_VARIABLES}
    with explained(name):
        written = run(name, search_path(folders), values)
    return fonts.spell_out_uncovered(plain(written))
