"""The paragraphs of the library that a brief's findings are taken from, for its annex."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.model import Brief, BriefFinding, Quotation, SourceParagraph
from briefing.pipeline.shelf import Shelf

LONG = 900
"""Characters beyond which a paragraph may be cut in print, so that its sentences matter."""


def with_paragraphs(brief: Brief, shelf: Shelf) -> Brief:
    """Return a brief with every paragraph that it quotes, as far as the library holds it.

    A paragraph goes in once however many findings are taken from it. One that does not hold the
    words where the brief says is not the paragraph they come from, and stays out.
    """
    quoted: dict[tuple[str, int], list[Quotation]] = {}
    for finding in brief.quoted:
        for quotation in quotations_of(finding):
            quoted.setdefault((quotation.report, quotation.block), []).append(quotation)
    found = (_paragraph(shelf, *place, words) for place, words in quoted.items())
    return replace(brief, paragraphs=tuple(one for one in found if one is not None))


def quotations_of(finding: BriefFinding) -> Iterator[Quotation]:
    """Yield all that a finding quotes: its own words, the same elsewhere, and what differs."""
    yield from finding.quotations
    yield from finding.elsewhere
    yield from (one.quotation for one in finding.disagreements)


def _paragraph(
    shelf: Shelf, sha256: str, block: int, quotations: list[Quotation]
) -> SourceParagraph | None:
    shelved = shelf.get(sha256)
    if shelved is None or block >= len(shelved.report.blocks):
        return None
    text = shelved.report.blocks[block].text
    if not all(text[one.start : one.end] == one.exact for one in quotations):
        return None
    sentences = shelved.blocks.get(block, []) if len(text) > LONG else []
    return SourceParagraph(sha256, block, text, tuple(one.passage.start for one in sentences))
