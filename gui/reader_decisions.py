"""From a sentence of a report to a decision about it in the open brief."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from briefing.drafting import decide
from briefing.model import Choice, Decision, Passage, Quotation, Taxonomy
from briefing.model.desk import BlockView, FindingSpan, SectionRow
from gui.document import Document

SURROUNDINGS = 40
"""Characters that are kept on either side of a quotation."""


def known_decision(document: Document, passage: Passage) -> Decision | None:
    """Return what is decided about a passage: in the draft, else as the list of findings has it."""
    rows = tuple(row.decision for row in document.view.rows) if document.view else ()
    known = (*document.draft.decisions, *rows)
    return next((decision for decision in known if decision.passage == passage), None)


def make_use(
    document: Document, span: FindingSpan, block: BlockView, taxonomy: Taxonomy, *, use: bool
) -> None:
    """Use a sentence in the brief, in the section that suits it best, or leave it out."""
    sections = document.view.sections if document.view else ()
    known = known_decision(document, span.passage)
    decision = known or new_decision(span, block, sections, taxonomy)
    name = (
        QCoreApplication.translate("ReportReader", "Use Sentence")
        if use
        else QCoreApplication.translate("ReportReader", "Leave Sentence Out")
    )
    choice = Choice.SUPPORT if use else Choice.LEFT_OUT
    document.apply(name, decide(document.draft, decision, choice), about=span.code)


def new_decision(
    span: FindingSpan, block: BlockView, sections: tuple[SectionRow, ...], taxonomy: Taxonomy
) -> Decision:
    """Return a decision about a sentence that the list does not offer."""
    at, text = span.passage, block.text
    words = Quotation(
        at.report,
        at.block,
        at.start,
        at.end,
        text[at.start : at.end],
        text[max(0, at.start - SURROUNDINGS) : at.start],
        text[at.end : at.end + SURROUNDINGS],
    )
    region, theme = section_for(span, sections, taxonomy)
    return Decision(words, Choice.LEFT_OUT, region, theme)


def section_for(
    span: FindingSpan, sections: tuple[SectionRow, ...], taxonomy: Taxonomy
) -> tuple[str, str]:
    """Return region and theme of the section that suits a sentence best; the first where none."""
    about = {*span.about, *span.mentions}

    def suits(section: SectionRow) -> tuple[bool, bool]:
        here = not section.region or bool(taxonomy.covers(section.region) & about)
        return here, not section.theme or section.theme in span.themes

    best = max(sections, key=suits, default=None)
    return (best.region, best.theme) if best else ("", "")
