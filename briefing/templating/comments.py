"""What a comment beside a finding says: source, page and paragraph, and the passage itself."""

from __future__ import annotations

from collections.abc import Container, Iterator

from briefing.model import Brief, BriefFinding, Citation, Comment, Quotation, Source
from briefing.templating.annex_marks import AnnexMarks
from briefing.templating.bibliography import authors
from briefing.templating.cited import place
from briefing.templating.spoken import spoken


def comments_on(brief: Brief) -> Iterator[Comment]:
    """Yield a comment for each finding of a brief."""
    sources = {source.number: source for source in brief.sources}
    texts = {(one.report, one.block): one.text for one in brief.paragraphs}
    marks = AnnexMarks(brief)
    above = {source.sha256 for source in brief.sources if marks.withheld(source)}
    for finding in brief.findings:
        said = tuple(_said(finding, sources, texts, above))
        yield Comment(finding.code, said)


def _said(
    finding: BriefFinding,
    sources: dict[int, Source],
    texts: dict[tuple[str, int], str],
    above: Container[str],
) -> Iterator[str]:
    own = finding.quotations[finding.own]
    for citation, quotation in zip(finding.citations, (own, *finding.elsewhere), strict=False):
        yield _source(sources[citation.source], citation)
        is_above = quotation.report in above
        said = quotation.exact if is_above else _passage(quotation, texts)
        yield f"“{' '.join(said.split())}”"
    yield finding.code


def _source(source: Source, citation: Citation) -> str:
    said = source.metadata
    by = f"{authors(said.authors)}: " if said.authors else ""
    title = said.title or source.file_name
    return f"{by}{title}, {spoken(said.date) or 'undated'} [{place(citation)}]"


def _passage(quotation: Quotation, texts: dict[tuple[str, int], str]) -> str:
    """Return the whole paragraph, where it is at hand; else the words with what is around them."""
    whole = texts.get((quotation.report, quotation.block))
    return whole or f"{quotation.prefix}{quotation.exact}{quotation.suffix}"
