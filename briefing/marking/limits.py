"""What may be in a version of a document that is releasable at a level, and what may not.

Whatever carries a marking above the level, or a caveat that the level does not carry, stays out.
What nobody has marked counts as the scheme says for reports, and as the document itself for
everything that the desk has written: each paragraph, line and field of the head by itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.marking.parts import desk_texts, mark_of_judgement, with_fields, with_texts
from briefing.marking.reading import Marking, read_marking, split_mark
from briefing.model import BriefRequest, Judgement
from briefing.model.marking import Scheme

_PURPOSE = BriefRequest().purpose
"""Nobody's own words."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A level at which a document is to be releasable."""

    scheme: Scheme
    level: Marking
    document: Marking | None
    """The marking of the whole document; None: it has none that is understood."""

    def allows(self, marking: str) -> bool:
        """Whether what carries a marking may be released; empty: a report without one."""
        if not marking:
            unmarked = self.scheme.unmarked
            return self._covers(read_marking(unmarked, self.scheme) if unmarked else self.document)
        return self._covers(read_marking(marking, self.scheme))

    def allows_words(self, mark: Marking | None) -> bool:
        """Whether words of the desk may be released that begin with a mark, or with none."""
        return self._covers(mark or self.document)

    def _covers(self, mark: Marking | None) -> bool:
        if mark is None or mark.rank > self.level.rank:
            return False
        return mark.each_caveat <= self.level.each_caveat


def released_request(request: BriefRequest, limit: Limit) -> BriefRequest:
    """Return a request with nothing of the desk's words that may not be released."""

    def kept(text: str) -> str:
        mark, _ = split_mark(text, limit.scheme)
        return text if limit.allows_words(mark) else ""

    def kept_head(text: str) -> str:
        return text if text == _PURPOSE else kept(text)

    request = with_fields(with_texts(request, kept, kept_head), kept)
    judgements = (one for one in request.judgements if _may_stand(one, limit))
    return replace(request, judgements=tuple(judgements), marking=limit.level.text(limit.scheme))


def _may_stand(judgement: Judgement, limit: Limit) -> bool:
    return limit.allows_words(mark_of_judgement(judgement, limit.scheme))


def withheld(request: BriefRequest, limit: Limit) -> tuple[tuple[str, str], ...]:
    """Return the desk's words that may not be released: what each is, and its words."""
    texts = [
        (text.name, text.words)
        for text in desk_texts(request, limit.scheme)
        if text.words.strip() and not limit.allows_words(text.mark) and text.words != _PURPOSE
    ]
    for number, one in enumerate(request.judgements, 1):
        if not _may_stand(one, limit):
            _, words = split_mark(one.text, limit.scheme)
            texts += [(f"judgement {number}", words), (f"judgement {number}", one.would_change)]
    return tuple((name, words) for name, words in texts if words.strip())


def released_words(request: BriefRequest, limit: Limit) -> tuple[str, ...]:
    """Return all words of the desk in a request that may be released."""
    texts = [text.words for text in desk_texts(request, limit.scheme)]
    for one in request.judgements:
        texts += [split_mark(one.text, limit.scheme)[1], one.would_change]
    return tuple(filter(None, texts))
