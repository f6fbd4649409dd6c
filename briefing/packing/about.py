"""What the pieces of a pack tell of the whole: days, briefs, contents, scales in use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter

from briefing import PROGRAM
from briefing.model import Brief, BriefRequest, RenderedBrief
from briefing.model.pack import Copy, Pack
from briefing.packing.annexes import Annex
from briefing.scales import Scale, load_scale
from briefing.templating.pieces import Entry, ListedBrief, PackView
from briefing.templating.spoken import spoken
from briefing.templating.view import reference

KEY_TITLE = "Key to likelihood and confidence"


@dataclass(frozen=True, slots=True)
class Bound:
    """A brief to be bound into a pack."""

    brief: Brief
    rendered: RenderedBrief
    title: str = ""
    """Empty: the brief's own."""


def about(
    pack: Pack, briefs: Sequence[Bound], annexes: Sequence[Annex], copy: Copy | None
) -> PackView:
    """Return what every piece of a pack may tell."""
    dates = [one.brief.cut_off for one in briefs if one.brief.cut_off]
    scales = tuple(_scales_of(briefs))
    dated = {one.sha256: bool(one.metadata.date) for bound in briefs for one in bound.brief.sources}
    return PackView(
        pack=pack,
        title=pack.title or pack.event,
        author=pack.department or PROGRAM,
        when=_when(pack),
        issued=pack.issued or max(one.brief.issued for one in briefs),
        cut_off=max(dates, key=attrgetter("last_day"), default=None),
        reports=len(dated),
        undated=list(dated.values()).count(False),
        reference=reference(BriefRequest(reference=pack.reference, version=pack.version)),
        marking=pack.marking,
        briefs=tuple(_listed(number, one) for number, one in enumerate(briefs, 1)),
        entries=tuple(_entries(briefs, annexes, scales)),
        copies=copy is not None,
        copy=copy,
        scales=scales,
    )


def annex_tab(number: int) -> str:
    """Return what stands on the tab of an annex, counted from 0."""
    return f"Annex {_letter(number)}"


def _entries(
    briefs: Sequence[Bound], annexes: Sequence[Annex], scales: Sequence[Scale]
) -> Iterator[Entry]:
    """Yield the lines of the contents."""
    yield Entry("control", "Document control")
    for number, bound in enumerate(briefs, 1):
        yield Entry(f"b{number}", bound.title or bound.brief.title, f"Tab {number}")
    for number, annex in enumerate(annexes):
        yield Entry(f"a{number + 1}", annex.title, annex_tab(number))
    if scales:
        yield Entry("key", KEY_TITLE)


def _scales_of(briefs: Iterable[Bound]) -> Iterator[Scale]:
    """Yield the scales that the briefs' judgements use, each once."""
    used = (
        bound.brief.request.scale
        for bound in briefs
        if any(one.likelihood for one in bound.brief.request.judgements)
    )
    return (load_scale(id_) for id_ in dict.fromkeys(used))


def _listed(number: int, bound: Bound) -> ListedBrief:
    brief = bound.brief
    return ListedBrief(
        tab=str(number),
        title=bound.title or brief.title,
        issued=brief.issued,
        reference=bound.rendered.reference,
        findings=len(brief.findings),
    )


def origin(bound: Bound) -> str:
    """Return what a divider says below its title: kind of brief, desk, day of issue."""
    kind = bound.rendered.subject.partition(". ")[0]
    return " · ".join(filter(None, (kind, bound.brief.request.sender, spoken(bound.brief.issued))))


def _when(pack: Pack) -> str:
    """Return the days of the event: ``3–5 December 2026``, ``30 November – 2 December 2026``."""
    first, last = pack.begins or pack.ends, pack.ends or pack.begins
    if first is None or last is None or first == last:
        return spoken(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{spoken(last)}"
    begun = spoken(first)
    return f"{begun.removesuffix(f' {last.year}')} – {spoken(last)}"


def _letter(number: int) -> str:
    """Return A for 0, B for 1, AA for 26."""
    before, last = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)
