"""A finding among the sentences of its block, and where it may grow or shrink by whole ones."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.errors import LibraryError
from briefing.extraction.languages.shelf import is_english
from briefing.extraction.qualifying import qualifies
from briefing.model import Block, Decision, Finding, Passage, Quotation
from briefing.model.desk import PassageView
from briefing.pipeline.shelf import Shelf, Shelved
from briefing.pipeline.standing import stands
from briefing.quotations import passage_of, quotation_at

_LEANS = "As printed it leans on a sentence that is left out: “{}”"
_QUALIFIED = "The sentence after it {}: “{}”"
_LEANS_FIRST = "It may not be understood alone, and nothing stands before it in its paragraph."


def passage_view(decision: Decision, shelf: Shelf) -> PassageView:
    """Return a finding among its neighbours.

    Raises:
        LibraryError: its report is not in the library, or holds other words there.
    """
    shelved = shelf.get(decision.finding.report)
    if shelved is None:
        raise LibraryError("The report of this finding is not in the library.", "Import it anew.")
    if not stands(decision.finding, shelved.report):
        raise LibraryError("The report no longer holds these words where they stood.")
    return _Sentences.around(decision, shelved).view()


@dataclass(frozen=True, slots=True)
class _Sentences:
    """The sentences of a block, and which of them a decision prints."""

    decision: Decision
    shelved: Shelved
    all: tuple[Finding, ...]
    first: int
    own: int
    last: int

    @classmethod
    def around(cls, decision: Decision, shelved: Shelved) -> _Sentences:
        own = decision.finding
        sentences = _with_own(shelved.blocks.get(own.block, []), shelved, decision.passage)
        spans = [one.passage for one in sentences]
        at = spans.index(decision.passage)
        before = {passage_of(quotation) for quotation in decision.before}
        after = {passage_of(quotation) for quotation in decision.after}
        first = min((n for n, span in enumerate(spans[:at]) if span in before), default=at)
        last = max((n for n, span in enumerate(spans) if n > at and span in after), default=at)
        return cls(decision, shelved, tuple(sentences), first, at, last)

    def view(self) -> PassageView:
        block = self.shelved.report.blocks[self.decision.finding.block]
        first, own, last = self.first, self.own, self.last
        is_first, is_last = first == 0, last == len(self.all) - 1
        return PassageView(
            decision=self.decision,
            heading_path=block.heading_path,
            page=self.shelved.report.page_label(block.page_at(self.decision.finding.start)),
            paragraph=block.paragraph,
            sentences=tuple(sentence.text for sentence in self.all),
            first=first,
            last=last,
            own=own,
            longer_before=None if is_first else self._printing(first - 1, last),
            longer_after=None if is_last else self._printing(first, last + 1),
            shorter_before=self._printing(first + 1, last) if first < own else None,
            shorter_after=self._printing(first, last - 1) if last > own else None,
            warning=self._warning(),
        )

    def _printing(self, first: int, last: int) -> Decision:
        """Return the decision with the sentences from ``first`` to ``last``."""
        return replace(
            self.decision,
            before=tuple(map(self._quoted, self.all[first : self.own])),
            after=tuple(map(self._quoted, self.all[self.own + 1 : last + 1])),
        )

    def _quoted(self, sentence: Finding) -> Quotation:
        place = sentence.passage
        return quotation_at(self.shelved.report, place.block, place.start, place.end)

    def _warning(self) -> str:
        return " ".join(filter(None, (self._leaning(), self._qualified())))

    def _leaning(self) -> str:
        if not self.all[self.first].needs_context:
            return ""
        if self.first == 0:
            return _LEANS_FIRST
        return _LEANS.format(self.all[self.first - 1].text)

    def _qualified(self) -> str:
        """Return what to mind of the sentence after the last that is printed."""
        if self.last + 1 == len(self.all) or not is_english(self.shelved.report.metadata.language):
            return ""
        after = self.all[self.last + 1].text
        how = qualifies(after)
        return _QUALIFIED.format(how, after) if how else ""


def _with_own(sentences: list[Finding], shelved: Shelved, passage: Passage) -> list[Finding]:
    """Return the sentences of a block with the finding among them, even if cut otherwise now."""
    if any(one.passage == passage for one in sentences):
        return sentences
    block: Block = shelved.report.blocks[passage.block]
    own = Finding(passage, block.text[passage.start : passage.end])
    apart = [
        one
        for one in sentences
        if one.passage.end <= passage.start or one.passage.start >= passage.end
    ]
    return sorted([*apart, own], key=lambda one: one.passage.start)
