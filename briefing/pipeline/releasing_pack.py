"""Use case: a version of a pack that is releasable at a level: each brief, cover, annexes, all.

Each brief is stripped and built anew; what is marked above the level in one of them is in none. The
pack's own words, and annexes by their titles, count by the marks with which they begin, else as the
whole pack. The finished pack is searched for everything that was left out of any of its parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing.errors import ExportError, RequestError
from briefing.library import Library
from briefing.marking import Marking, check_marking, load_scheme, read_marking, split_mark
from briefing.marking.limits import Limit, says_nothing
from briefing.marking.pack_parts import pack_texts, parts_of_pack, with_pack_texts, without_marks
from briefing.marking.parts import DeskText
from briefing.marking.weighing import highest
from briefing.model import Draft, Taxonomy
from briefing.model.marking import Scheme
from briefing.model.pack import Pack
from briefing.packing import Annex
from briefing.pipeline.building import BuiltBrief
from briefing.pipeline.releasing import Beyond, Released, carry_out, plan
from briefing.pipeline.releasing_limits import limit_of, marked_above
from briefing.releasing import Inspection, LeftOut, needles_of
from briefing.templating import load_header
from briefing.wording import plural

_TITLE = "Briefing pack"
"""Of a pack whose own may not be released."""


@dataclass(frozen=True, slots=True)
class ReleasedPack:
    """A releasable version of a pack."""

    pack: Pack
    briefs: tuple[Released, ...]
    """Those of which something may be released, one for each part of the pack."""
    annexes: tuple[Annex, ...]
    inspect: Inspection
    sentences: tuple[str, ...]
    """What an officer needs to know of it, fit to show."""


def scheme_of_pack(pack: Pack, drafts: Sequence[Draft]) -> Scheme:
    """Return the scheme by which a pack is released: its own, else that of its briefs.

    Raises:
        RequestError: there is none, or its briefs are marked by several.
    """
    found = {one.request.scheme for one in drafts if one.request.scheme} | {pack.scheme} - {""}
    if len(found) > 1:
        raise RequestError(
            f"The pack and its briefs are marked by several schemes: {', '.join(sorted(found))}.",
            "A releasable version needs one for all.",
        )
    scheme = load_scheme(next(iter(found), ""))
    if scheme is None:
        raise RequestError(
            "A releasable version needs a scheme of markings; the pack has none.",
            "Choose one, and mark reports, findings and judgements in its words.",
        )
    return scheme


def release_pack(
    library: Library,
    pack: Pack,
    built: Sequence[BuiltBrief],
    annexes: Sequence[Annex],
    taxonomy: Taxonomy,
    level: str,
    folders: Sequence[Path],
) -> ReleasedPack:
    """Return the releasable version of a pack of whole briefs, which all have its scheme.

    Raises:
        RequestError: the level is not of the scheme.
        ExportError: nothing in the pack may be released.
    """
    return _Releasing(library, pack, built, annexes, taxonomy, level, folders).released()


class _Releasing:
    """Releases one pack."""

    def __init__(
        self,
        library: Library,
        pack: Pack,
        built: Sequence[BuiltBrief],
        annexes: Sequence[Annex],
        taxonomy: Taxonomy,
        level: str,
        folders: Sequence[Path],
    ) -> None:
        self._library = library
        self._pack = pack
        self._annexes = annexes
        self._taxonomy = taxonomy
        self._folders = folders
        self._scheme = scheme_of_pack(pack, [one.draft for one in built])
        self._level = check_marking(level, self._scheme, "The level")
        limits = [self._limit_of(one, level) for one in built]
        above = tuple(
            passage
            for one, limit in zip(built, limits, strict=True)
            for passage in marked_above(one.draft, limit)
        )
        beyond = Beyond(above)
        self._plans = [plan(library, one, level, folders=folders, beyond=beyond) for one in built]
        self._limit = Limit(self._scheme, self._level, self._document(limits))

    def released(self) -> ReleasedPack:
        """Return the version; errors as ``release_pack``."""
        going = [number for number, one in enumerate(self._plans) if one.kept]
        if not going:
            raise ExportError(
                f"No finding of the pack may be released at {self._level.text(self._scheme)}.",
                "Mark reports or findings as releasable, or choose a higher level.",
            )
        briefs = tuple(
            carry_out(self._library, self._plans[one], self._taxonomy, folders=self._folders)
            for one in going
        )
        shown = [one for one in range(len(self._annexes)) if self._may_go(one)]
        pack = self._released_pack(going, shown)
        annexes = tuple(self._annex(one) for one in shown)
        left_out = (*self._left_out(shown), *(one for made in briefs for one in made.left_out))
        kept = tuple(one for made in briefs for one in made.kept)
        said = (*self._words(pack, annexes), *(one for made in briefs for one in made.said))
        inspect = Inspection(needles_of(left_out, kept, said))
        told = (*self._told(going, shown), *self._told_of(briefs), *inspect.unsearched())
        return ReleasedPack(pack, briefs, annexes, inspect, told)

    def _limit_of(self, built: BuiltBrief, level: str) -> Limit:
        header = load_header(built.brief.request.template, self._folders)
        return limit_of(built.brief, level, header)

    def _document(self, limits: Sequence[Limit]) -> Marking | None:
        """Return the marking of the whole pack: the highest of all that is in it."""
        said = [one.document for one in limits]
        parts = parts_of_pack(self._pack, self._scheme)
        said += [read_marking(one.marking, self._scheme) for one in parts]
        if self._pack.marking.strip():
            said.append(read_marking(self._pack.marking, self._scheme))
        known = [one for one in said if one is not None]
        return highest(known, self._scheme) if len(known) == len(said) else None

    def _released_pack(self, kept: Sequence[int], shown: Sequence[int]) -> Pack:
        pack = with_pack_texts(self._pack, self._limit.released, self._limit.released_head)
        pack = replace(
            pack,
            parts=tuple(pack.parts[one] for one in kept),
            annexes=tuple(pack.annexes[one] for one in shown),
            scheme=self._scheme.id,
            marking=self._limit.marking,
        )
        pack = without_marks(pack, self._scheme)
        return pack if pack.title or pack.event else replace(pack, title=_TITLE)

    def _may_go(self, number: int) -> bool:
        """Whether an annex may be released: by the mark of its title, and those within it."""
        mark, title = split_mark(self._pack.annexes[number].title, self._scheme)
        words = "\n".join((title, *_words_of(self._annexes[number])))
        return self._limit.allows_words(mark, words)

    def _annex(self, number: int) -> Annex:
        annex = self._annexes[number]
        return replace(annex, title=split_mark(annex.title, self._scheme)[1])

    def _left_out(self, shown: Sequence[int]) -> Iterator[LeftOut]:
        for made in self._plans:
            yield from made.left_out
        yield from (LeftOut(one.name, one.words, by_desk=True) for one in self._withheld())
        for number, annex in enumerate(self._annexes):
            if number not in shown:
                _, title = split_mark(annex.title, self._scheme)
                for words in (title, *_words_of(annex)):
                    yield LeftOut(f"annex {number + 1}", words, by_desk=True)
        for number, plan_ in enumerate(self._plans, 1):
            if not plan_.kept:
                yield LeftOut(f"title of tab {number}", plan_.full.brief.title, by_desk=True)

    def _withheld(self) -> Iterator[DeskText]:
        """Yield the pack's own words that may not be released."""
        for text in pack_texts(self._pack, self._scheme):
            may_go = self._limit.allows_words(text.mark, text.words) or says_nothing(text.words)
            if not may_go:
                yield text

    def _words(self, pack: Pack, annexes: Sequence[Annex]) -> Iterator[str]:
        yield from (text.words for text in pack_texts(pack, self._scheme))
        for annex in annexes:
            yield from (annex.title, *_words_of(annex))

    def _told(self, kept: Sequence[int], shown: Sequence[int]) -> Iterator[str]:
        briefs, annexes = len(self._plans) - len(kept), len(self._annexes) - len(shown)
        said = [plural(briefs, "whole brief")] if briefs else []
        said += [plural(annexes, "annex", "annexes")] if annexes else []
        said += dict.fromkeys(one.name for one in self._withheld())
        left = "; ".join(said) or "nothing"
        yield f"Releasable at {self._level.text(self._scheme)}. Left out: {left}."

    def _told_of(self, briefs: Sequence[Released]) -> Iterator[str]:
        for number, made in enumerate(briefs, 1):
            yield from (f"Tab {number}: {one}" for one in made.sentences)


def _words_of(annex: Annex) -> Iterator[str]:
    """Yield all that an annex says, a paragraph or row at a time."""
    for block in annex.blocks:
        yield from block.words
        yield from (" ".join(row) for row in block.rows)
