"""Opening a saved brief: where its words stand in the library now, said and never guessed."""

from __future__ import annotations

from dataclasses import replace

from briefing.brief_file import BriefFile
from briefing.model import (
    Brief,
    Carried,
    Citation,
    Decision,
    Draft,
    Passage,
    ReportSummary,
    Source,
)
from briefing.model.desk import OpenedDraft, Standing
from briefing.pipeline.standing import Stand, Standings
from briefing.quotations import passage_of


def opened(content: BriefFile, standings: Standings) -> OpenedDraft:
    """Return a saved draft, and which of its decisions have moved or are lost.

    What the library does not hold is carried along with the source that the saved document names.
    """
    draft = content.draft
    stand = standings.of(draft.decisions, {}, draft.carried)
    moved = _with(Standing.MOVED, draft, stand)
    lost = _with(Standing.LOST, draft, stand)
    missing = {decision.passage for decision in (*moved, *lost)}
    return OpenedDraft(
        draft=replace(draft, carried=_carried(content, missing)),
        seen=content.seen,
        moved=tuple(stand[one.passage].proposed or one for one in moved),
        lost=lost,
        saved=content.saved,
    )


def _with(standing: Standing, draft: Draft, stand: dict[Passage, Stand]) -> tuple[Decision, ...]:
    return tuple(one for one in draft.decisions if stand[one.passage].standing is standing)


def _carried(content: BriefFile, missing: set[Passage]) -> tuple[Carried, ...]:
    printed = printed_places(content.brief) if content.brief else {}
    earlier = {entry.passage: entry for entry in content.draft.carried}
    known = printed | earlier
    return tuple(known[passage] for passage in known if passage in missing)


def printed_places(brief: Brief) -> dict[Passage, Carried]:
    """Return where each finding of a document stands, as the document says."""
    sources = {source.number: source for source in brief.sources}
    places = {}
    for finding in brief.findings:
        passage, citation = passage_of(finding.quotations[finding.own]), finding.citations[0]
        source = sources[citation.source]
        if source.sha256 == passage.report:
            places[passage] = _carried_from(passage, citation, source)
    return places


def _carried_from(passage: Passage, citation: Citation, source: Source) -> Carried:
    report = ReportSummary(
        sha256=source.sha256,
        file_name=source.file_name,
        format="",
        metadata=source.metadata,
        findings=0,
        imported=source.imported,
    )
    return Carried(passage, report, citation.page, citation.paragraph)
