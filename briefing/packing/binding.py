"""A pack, its briefs and annexes in, the pieces of the finished document in order out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from operator import attrgetter
from pathlib import Path
from typing import Any

from briefing import PROGRAM
from briefing.blocks.lowering import inside_of, lowered, placed
from briefing.errors import RequestError
from briefing.house import load_house
from briefing.model import Brief, BriefRequest, RenderedBrief
from briefing.model.pack import (
    Copy,
    Pack,
    PieceKind,
    RenderedPack,
    RenderedPiece,
)
from briefing.packing.annexes import Annex
from briefing.scales import Scale, load_scale
from briefing.templating.contract import check
from briefing.templating.filters import spoken
from briefing.templating.pieces import Entry, ListedBrief, PackView, write_piece
from briefing.templating.rendering import fingerprint, plain, reference_document
from briefing.templating.view import reference
from briefing.tracing import trace_of

_KEY_TITLE = "Key to likelihood and confidence"
_FRAME = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="author" content="{author}"></head><body class="pack">{inside}</body></html>'
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A brief to be bound into a pack."""

    brief: Brief
    rendered: RenderedBrief
    title: str = ""
    """Empty: the brief's own."""


def bind(
    pack: Pack,
    briefs: Sequence[Bound],
    annexes: Sequence[Annex] = (),
    folders: Sequence[Path] = (),
    copy: Copy | None = None,
) -> RenderedPack:
    """Return a pack in pieces; ``copy`` is the one whose number and recipient are printed.

    ``folders`` hold templates of the user's own, which stand before the shipped ones.

    Raises:
        RequestError: it has neither a title nor an event, or no brief.
        TemplateError: a template of a piece is at fault.
    """
    if not (pack.title or pack.event):
        raise RequestError("The pack has no title.", "Say what it is for, or give it a title.")
    if not briefs:
        raise RequestError("The pack holds no brief.", "Add one.")
    return _Binder(pack, briefs, annexes, tuple(folders), copy).bound()


class _Binder:
    """Makes the pieces of one pack."""

    def __init__(
        self,
        pack: Pack,
        briefs: Sequence[Bound],
        annexes: Sequence[Annex],
        folders: Sequence[Path],
        copy: Copy | None,
    ) -> None:
        self._pack = pack
        self._briefs = briefs
        self._annexes = annexes
        self._folders = folders
        self._copy = copy
        self._scales = tuple(_scales_of(briefs))
        self._about = self._description()

    def bound(self) -> RenderedPack:
        pieces = (
            self._piece(PieceKind.COVER, "cover"),
            self._piece(PieceKind.CONTENTS, "contents", head="Contents"),
            self._piece(PieceKind.CONTROL, "control", head="Document control"),
            *self._parts(),
            *self._annexed(),
            *self._key(),
        )
        return RenderedPack(
            whole=self._whole(pieces),
            pieces=pieces,
            blank=self._piece(PieceKind.BLANK, "blank"),
            copy=self._copy,
        )

    def _parts(self) -> Iterator[RenderedPiece]:
        for number, bound in enumerate(self._briefs, 1):
            tab, title = f"Tab {number}", bound.title or bound.brief.title
            note = _origin(bound)
            yield self._piece(PieceKind.DIVIDER, f"tab-{number}", tab=tab, heading=title, note=note)
            yield self._part(bound, f"b{number}", tab, title)

    def _part(self, bound: Bound, place: str, tab: str, title: str) -> RenderedPiece:
        original = replace(bound.rendered, page_size=self._pack.page_size)
        rendered = replace(
            original,
            html=lowered(original.html, place, bound.title),
            figures=tuple(placed(figure, place) for figure in original.figures),
            title=title,
        )
        return RenderedPiece(PieceKind.PART, place, rendered, tab, title, original.html)

    def _annexed(self) -> Iterator[RenderedPiece]:
        for number, annex in enumerate(self._annexes):
            tab = f"Annex {_letter(number)}"
            name = f"a{number + 1}"
            yield self._piece(PieceKind.DIVIDER, f"tab-{name}", tab=tab, heading=annex.title)
            piece = self._piece(
                PieceKind.ANNEX, name, tab=tab, heading=annex.title, blocks=annex.blocks
            )
            yield replace(piece, head=annex.title)

    def _key(self) -> Iterator[RenderedPiece]:
        if self._scales:
            yield self._piece(PieceKind.KEY, "key", head=_KEY_TITLE, heading=_KEY_TITLE)

    def _piece(self, kind: PieceKind, place: str, head: str = "", **more: Any) -> RenderedPiece:
        view = replace(self._about, kind=kind.value, place=place, **more)
        html = write_piece(view, self._folders)
        rendered = replace(self._blank_brief(), html=html, identifier=fingerprint(html, ()))
        return RenderedPiece(kind, place, rendered, view.tab, head)

    def _description(self) -> PackView:
        pack = self._pack
        listed = tuple(_listed(number, one) for number, one in enumerate(self._briefs, 1))
        dates = [one.brief.cut_off for one in self._briefs if one.brief.cut_off]
        return PackView(
            pack=pack,
            title=pack.title or pack.event,
            author=pack.department or PROGRAM,
            when=_when(pack),
            issued=pack.issued or max(one.brief.issued for one in self._briefs),
            cut_off=max(dates, key=attrgetter("last_day"), default=None),
            reference=_reference(pack),
            marking=pack.marking,
            briefs=listed,
            entries=tuple(self._entries()),
            copies=self._copy is not None,
            copy=self._copy,
            scales=self._scales,
        )

    def _entries(self) -> Iterator[Entry]:
        yield Entry("control", "Document control")
        for number, bound in enumerate(self._briefs, 1):
            yield Entry(f"b{number}", bound.title or bound.brief.title, f"Tab {number}")
        for number, annex in enumerate(self._annexes):
            yield Entry(f"a{number + 1}", annex.title, f"Annex {_letter(number)}")
        if self._scales:
            yield Entry("key", _KEY_TITLE)

    def _blank_brief(self) -> RenderedBrief:
        """Return a document without words that says of itself what the pack does."""
        pack, about = self._pack, self._about
        return RenderedBrief(
            html="",
            figures=(),
            title=plain(about.title),
            author=plain(about.author),
            subject=plain(". ".join(filter(None, ("Briefing pack", pack.event)))),
            language="en",
            issued=about.issued,
            marking=plain(pack.marking.upper()),
            reference=plain(about.reference),
            page_size=pack.page_size,
            identifier="",
            made_by=self._briefs[0].brief.program or PROGRAM,
            reference_document=reference_document(self._folders),
            house=load_house(self._folders),
            duplex=pack.duplex,
            binding_mm=pack.binding_mm,
        )

    def _whole(self, pieces: Sequence[RenderedPiece]) -> RenderedBrief:
        about = self._blank_brief()
        inside = "".join(inside_of(piece.rendered.html) for piece in pieces)
        html = _FRAME.format(title=escape(about.title), author=escape(about.author), inside=inside)
        check(html, "The pack", deepest=4)
        figures = tuple(one for piece in pieces for one in piece.rendered.figures)
        pack = self._pack
        sides = f"{pack.page_size} {pack.duplex} {pack.binding_mm}"
        return replace(
            about,
            html=html,
            traces=tuple(trace_of(bound.brief) for bound in self._briefs),
            figures=figures,
            identifier=fingerprint(html, figures, about.marking, sides),
            remarks=tuple(_remarks(self._briefs, self._annexes)),
        )


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


def _origin(bound: Bound) -> str:
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


def _reference(pack: Pack) -> str:
    return reference(BriefRequest(reference=pack.reference, version=pack.version))


def _letter(number: int) -> str:
    """Return A for 0, B for 1, AA for 26."""
    before, last = divmod(number, 26)
    return (_letter(before - 1) if before else "") + chr(ord("A") + last)


def _remarks(briefs: Sequence[Bound], annexes: Sequence[Annex]) -> Iterator[str]:
    for number, bound in enumerate(briefs, 1):
        yield from (f"Tab {number}: {remark}" for remark in bound.rendered.remarks)
    for annex in annexes:
        yield from annex.remarks
