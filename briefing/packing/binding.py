"""A pack, its briefs and annexes in, the pieces of the finished document in order out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import escape
from pathlib import Path
from typing import Any

from briefing import PROGRAM
from briefing.blocks import Paragraph, plain_text, read_document
from briefing.blocks.lowering import inside_of, lowered, placed
from briefing.errors import RequestError
from briefing.house import load_house
from briefing.model import RenderedBrief
from briefing.model.brief import Comment
from briefing.model.pack import (
    Copy,
    Pack,
    PieceKind,
    RenderedPack,
    RenderedPiece,
)
from briefing.packing.about import KEY_TITLE, Bound, about, annex_tab, origin
from briefing.packing.annexes import Annex
from briefing.templating.contract import check
from briefing.templating.pieces import write_piece
from briefing.templating.rendering import fingerprint, plain, reference_document

_FRAME = (
    '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>'
    '<meta name="author" content="{author}"></head><body class="pack">{inside}</body></html>'
)


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
        self._about = about(pack, briefs, annexes, copy)

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
            note = origin(bound)
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
        return RenderedPiece(
            PieceKind.PART, place, rendered, tab, title, original.html, bound.title
        )

    def _annexed(self) -> Iterator[RenderedPiece]:
        for number, annex in enumerate(self._annexes):
            tab = annex_tab(number)
            name = f"a{number + 1}"
            yield self._piece(PieceKind.DIVIDER, f"tab-{name}", tab=tab, heading=annex.title)
            piece = self._piece(
                PieceKind.ANNEX, name, tab=tab, heading=annex.title, blocks=annex.blocks
            )
            yield replace(piece, head=annex.title)

    def _key(self) -> Iterator[RenderedPiece]:
        if self._about.scales:
            yield self._piece(PieceKind.KEY, "key", head=KEY_TITLE, heading=KEY_TITLE)

    def _piece(self, kind: PieceKind, place: str, head: str = "", **more: Any) -> RenderedPiece:
        view = replace(self._about, kind=kind.value, place=place, **more)
        html = write_piece(view, self._folders)
        rendered = replace(self._blank_brief(), html=html, identifier=fingerprint(html, ()))
        return RenderedPiece(kind, place, rendered, view.tab, head)

    def _blank_brief(self) -> RenderedBrief:
        """Return a document without words that says of itself what the pack does."""
        pack, said = self._pack, self._about
        return RenderedBrief(
            html="",
            figures=(),
            title=plain(said.title),
            author=plain(said.author),
            subject=plain(". ".join(filter(None, ("Briefing pack", pack.event)))),
            language="en",
            issued=said.issued,
            marking=plain(pack.marking.upper()),
            reference=plain(said.reference),
            page_size=pack.page_size,
            identifier="",
            made_by=self._briefs[0].brief.program or PROGRAM,
            reference_document=reference_document(self._folders),
            house=load_house(self._folders),
            duplex=pack.duplex,
            binding_mm=pack.binding_mm,
        )

    def _whole(self, pieces: Sequence[RenderedPiece]) -> RenderedBrief:
        said = self._blank_brief()
        inside = "".join(inside_of(piece.rendered.html) for piece in pieces)
        html = _FRAME.format(title=escape(said.title), author=escape(said.author), inside=inside)
        check(html, "The pack", deepest=4)
        figures = tuple(one for piece in pieces for one in piece.rendered.figures)
        pack = self._pack
        sides = f"{pack.page_size} {pack.duplex} {pack.binding_mm}"
        return replace(
            said,
            html=html,
            figures=figures,
            traces=tuple(
                replace(trace, title=bound.title or trace.title)
                for bound in self._briefs
                for trace in bound.rendered.traces
            ),
            comments=tuple(_comments(self._briefs)),
            identifier=fingerprint(html, figures, said.marking, sides),
            pieces=tuple(piece.place for piece in pieces),
            on_blank_pages=_words_of(self._piece(PieceKind.BLANK, "blank")),
            remarks=tuple(_remarks(self._briefs, self._annexes)),
        )


def _words_of(piece: RenderedPiece) -> str:
    """Return the words of a piece of one paragraph or a few."""
    blocks = read_document(piece.rendered.html).blocks
    return " ".join(plain_text(one.content) for one in blocks if isinstance(one, Paragraph))


def _remarks(briefs: Sequence[Bound], annexes: Sequence[Annex]) -> Iterator[str]:
    for number, bound in enumerate(briefs, 1):
        yield from (f"Tab {number}: {remark}" for remark in bound.rendered.remarks)
    for annex in annexes:
        yield from annex.remarks


def _comments(briefs: Sequence[Bound]) -> Iterator[Comment]:
    """Yield the comments on findings, each by the id that its finding has in the pack."""
    for number, bound in enumerate(briefs, 1):
        for comment in bound.rendered.comments:
            yield replace(comment, on=f"b{number}-{comment.on}")
