"""Packs for tests: invented briefs and annexes bound together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from briefing.model import BriefRequest
from briefing.model.pack import Copy, Pack, PackVersion, RenderedPack
from briefing.packing import Annex, Bound, bind, read_annex
from briefing.templating import render
from tests import briefs

ANNEX = b"""# Programme of the visit

Times are local.

## Monday

- 09:00 Arrival
- 10:30 Talks with the minister

| Time | What |
|------|------|
| 9:00 | Arrival |
| 10:30 | Talks |
"""
TABLE = b"Time;Who\n9:00;Minister\n10:30;Ambassador, Tbilisi\n"
PACK = Pack(
    title="The talks in Tbilisi",
    event="Visit of the Foreign Minister",
    begins=date(2026, 12, 3),
    ends=date(2026, 12, 4),
    place="Tbilisi",
    department="Eastern Europe and Central Asia Department",
    recipients=("The Minister", "Ambassador, Tbilisi"),
    marking="OFFICIAL",
    reference="EECA/2026/201",
    version="2",
    versions=(PackVersion("1", date(2026, 11, 10), "A. Novak", "First issue"),),
)


def bound(title: str = "", **request: Any) -> Bound:
    """Return a brief as it is bound; keywords change its request."""
    made = briefs.brief(briefs.request(**request))
    return Bound(made, render(made, briefs.figures(), briefs.TAXONOMY), title)


def pack(count: int = 2, *, copy: Copy | None = None, **changes: Any) -> RenderedPack:
    """Return a pack of notes and memos and two annexes."""
    parts = [bound(template=("note", "memo")[n % 2]) for n in range(count)]
    return bind(replace(PACK, **changes), parts, annexes(), copy=copy)


def annexes() -> list[Annex]:
    """Return a programme in Markdown and a table."""
    return [read_annex(ANNEX, "programme.md"), read_annex(TABLE, "who.csv", "Who is where")]


def made_up(parts: Sequence[Bound], asked: BriefRequest) -> RenderedPack:
    """Return a numbered copy of a pack of briefs, with the marking and paper asked of them."""
    names = ("scheme", "marking", "page_size", "duplex", "issued")
    changes: dict[str, Any] = {name: getattr(asked, name) for name in names}
    return bind(replace(PACK, **changes), parts, annexes(), copy=Copy(2, 2, "Ambassador, Tbilisi"))


def of(*parts: Bound) -> RenderedPack:
    """Return a pack of these briefs and nothing else."""
    return bind(PACK, parts)
