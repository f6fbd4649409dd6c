"""What may be in a version of a document that is releasable at a level, and what may not.

Whatever carries a marking above the level, or a caveat that the level does not carry, stays out.
What nobody has marked counts as the scheme says for reports, and as the document itself for
everything that the desk has written: each paragraph, line and field of the head by itself. What a
template prints as not to be disclosed stays out whatever its marking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from briefing.marking.parts import (
    LINES,
    TEXTS,
    desk_texts,
    mark_of_judgement,
    with_fields,
    with_texts,
)
from briefing.marking.reading import (
    Marking,
    holds_doubtful,
    marks_within,
    read_marking,
    split_mark,
)
from briefing.model import BriefRequest, Judgement
from briefing.model.marking import Scheme
from briefing.model.request import PURPOSES
from briefing.own_data import OwnChart

_BARE_VERSION = re.compile(r"(?:v|version )?\d{1,4}(?:\.\d{1,4}){0,2}|draft|final", re.IGNORECASE)
"""A version that tells nothing."""
_ALL = (*TEXTS, *LINES, "judgements")


@dataclass(frozen=True, slots=True)
class Limit:
    """A level at which a document is to be releasable."""

    scheme: Scheme
    level: Marking
    document: Marking | None
    """The marking of the whole document; None: it has none that is understood."""
    closed: frozenset[str] = frozenset()
    """Fields of the request whose words are never released: ``judgements``, ``action``."""
    open_fields: frozenset[str] = frozenset()
    """Fields of the template whose words may be released; no others may."""
    labels: tuple[tuple[str, str], ...] = ()
    """What the template calls its fields: names with their labels."""

    @property
    def says_all(self) -> bool:
        """Whether what the desk has not marked may be released."""
        return self._covers(self.document)

    @property
    def marking(self) -> str:
        """What the version is marked: the level, or what the document is where that is lower."""
        mark = self.level
        if self.document is not None and self.level.outranks(self.document):
            mark = replace(self.document, caveats=mark.caveats)
        return mark.text(self.scheme)

    def allows(self, marking: str) -> bool:
        """Whether what carries a marking may be released; empty: a report without one."""
        if not marking:
            unmarked = self.scheme.unmarked
            return self._covers(read_marking(unmarked, self.scheme) if unmarked else self.document)
        return self._covers(read_marking(marking, self.scheme))

    def allows_words(self, mark: Marking | None, words: str = "") -> bool:
        """Whether words of the desk may be released that begin with a mark, or with none.

        A mark further on in them counts too; one that is mistyped is taken for too high.
        """
        if holds_doubtful(words, self.scheme):
            return False
        within = (self._covers(one) for one in marks_within(words, self.scheme))
        return self._covers(mark or self.document) and all(within)

    def released(self, text: str) -> str:
        """Return a text of the desk, or nothing where it may not be released."""
        return text if self.allows_words(*split_mark(text, self.scheme)) else ""

    def released_head(self, text: str) -> str:
        """Return a field of the head, or nothing where it says something not to be released."""
        return text if says_nothing(text) else self.released(text)

    def _covers(self, mark: Marking | None) -> bool:
        if mark is None or mark.rank > self.level.rank:
            return False
        return mark.each_caveat <= self.level.each_caveat


def released_request(request: BriefRequest, limit: Limit) -> BriefRequest:
    """Return a request with nothing of the desk's words that may not be released."""
    opened = _without_closed(request, limit)
    if not limit.says_all:
        opened = replace(_without_own_charts(opened), data=(), indicators=())
    opened = with_fields(with_texts(opened, limit.released, limit.released_head), limit.released)
    judgements = (one for one in opened.judgements if _may_stand(one, limit))
    return replace(opened, judgements=tuple(judgements), marking=limit.marking)


def _without_own_charts(request: BriefRequest) -> BriefRequest:
    """Return a request without charts of figures that are not there: they name indicators."""
    charts = request.charts
    left = charts and tuple(id_ for id_ in charts if OwnChart.read(id_) is None)
    return replace(request, charts=left)


def _without_closed(request: BriefRequest, limit: Limit) -> BriefRequest:
    """Return a request without what its template never releases."""
    empty: dict[str, Any] = {name: "" if name in TEXTS else () for name in _ALL}
    closed = {name: value for name, value in empty.items() if name in limit.closed}
    fields = tuple(one for one in request.fields if one.name in limit.open_fields)
    return replace(request, fields=fields, **closed)


def says_nothing(text: str) -> bool:
    """Whether a field of the head holds what is nobody's own words."""
    return text in PURPOSES or _BARE_VERSION.fullmatch(text.strip()) is not None


def _may_stand(judgement: Judgement, limit: Limit) -> bool:
    words = f"{split_mark(judgement.text, limit.scheme)[1]}\n{judgement.would_change}"
    return limit.allows_words(mark_of_judgement(judgement, limit.scheme), words)


def withheld(request: BriefRequest, limit: Limit) -> tuple[tuple[str, str], ...]:
    """Return the desk's words that may not be released: what each is, and its words."""
    return tuple((name, words) for name, words in _withheld(request, limit) if words.strip())


def _withheld(request: BriefRequest, limit: Limit) -> Iterator[tuple[str, str]]:
    opened = _without_closed(request, limit)
    for text in desk_texts(opened, limit.scheme, dict(limit.labels)):
        if not limit.allows_words(text.mark, text.words) and not says_nothing(text.words):
            yield text.name, text.words
    for number, one in enumerate(opened.judgements, 1):
        if not _may_stand(one, limit):
            yield from _of_judgement(number, one, limit.scheme)
    yield from _closed(request, opened, limit)
    for file in () if limit.says_all else request.data:
        for words in (file.name, *file.indicators, *(one.source for one in file.series)):
            yield "figures of the desk", words


def _closed(request: BriefRequest, opened: BriefRequest, limit: Limit) -> Iterator[tuple[str, str]]:
    """Yield what a request holds and what is left of it when it is opened does not."""
    scheme, labels = limit.scheme, dict(limit.labels)
    still = {(text.name, text.words) for text in desk_texts(opened, scheme, labels)}
    for text in desk_texts(request, scheme, labels):
        if (text.name, text.words) not in still:
            yield text.name, text.words
    for number, one in enumerate(request.judgements if not opened.judgements else (), 1):
        yield from _of_judgement(number, one, scheme)


def _of_judgement(number: int, one: Judgement, scheme: Scheme) -> Iterator[tuple[str, str]]:
    yield f"judgement {number}", split_mark(one.text, scheme)[1]
    yield f"judgement {number}", one.would_change


def released_words(request: BriefRequest, limit: Limit) -> tuple[str, ...]:
    """Return all words of the desk in a request that may be released."""
    texts = [text.words for text in desk_texts(request, limit.scheme)]
    for one in request.judgements:
        texts += [split_mark(one.text, limit.scheme)[1], one.would_change]
    return tuple(filter(None, texts))
