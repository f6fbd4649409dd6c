"""What a comment beside a finding says: source, page and paragraph, and the passage itself."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import Brief, BriefFinding, Citation, Comment, Quotation, Source
from briefing.templating.filters import authors, place, spoken


def comments_on(brief: Brief) -> Iterator[Comment]:
    """Yield a comment for each finding of a brief."""
    sources = {source.number: source for source in brief.sources}
    texts = {(one.report, one.block): one.text for one in brief.paragraphs}
    for finding in brief.findings:
        said = tuple(_said(finding, sources, texts))
        yield Comment(finding.code, said)


def _said(
    finding: BriefFinding, sources: dict[int, Source], texts: dict[tuple[str, int], str]
) -> Iterator[str]:
    own = finding.quotations[finding.own]
    for citation, quotation in zip(finding.citations, (own, *finding.elsewhere), strict=False):
        yield _source(sources[citation.source], citation)
        yield f"“{' '.join(_passage(quotation, texts).split())}”"
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
