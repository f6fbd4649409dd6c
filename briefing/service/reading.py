"""A report for reading: its blocks, each with its findings and why they are tagged so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from briefing.library import Library
from briefing.model import Block, Facet, Finding, Report, Taxonomy, TextKind
from briefing.model.desk import BlockView, FindingSpan, ReportView
from briefing.quotations import full_code
from briefing.wording import listed

_CODE_LENGTH = 6
"""Characters of a finding's code, ``f-3k7q``; the desk understands any beginning."""
_QUOTED = 2
"""So many of the words that led to a tag are quoted."""


def read_report(library: Library, sha256: str, taxonomy: Taxonomy) -> ReportView:
    """Return a report's text with its findings.

    Raises:
        LibraryError: the library does not hold the report.
    """
    report = library.report(sha256)
    spans = defaultdict[int, list[FindingSpan]](list)
    for finding in library.findings_of(sha256):
        if finding.kind is TextKind.BODY:
            spans[finding.passage.block].append(_span(finding, taxonomy))
    blocks = tuple(
        _block(report, block, spans[number]) for number, block in enumerate(report.blocks)
    )
    return ReportView(library.summary(sha256), blocks, report.remarks)


def _block(report: Report, block: Block, spans: Iterable[FindingSpan]) -> BlockView:
    return BlockView(
        kind=block.kind,
        text=block.text,
        level=block.level,
        page=report.page_label(block.page),
        paragraph=block.paragraph,
        spans=tuple(spans),
    )


def _span(finding: Finding, taxonomy: Taxonomy) -> FindingSpan:
    return FindingSpan(
        passage=finding.passage,
        kind=finding.kind,
        code=full_code(finding.passage)[:_CODE_LENGTH],
        themes=finding.themes,
        about=finding.about,
        mentions=finding.mentions,
        strength=finding.strength,
        reason="; ".join(filter(None, _reasons(finding, taxonomy))),
    )


def _reasons(finding: Finding, taxonomy: Taxonomy) -> Iterator[str]:
    """Yield ``about Armenia and Azerbaijan (“Baku”)``, then each theme with its words."""
    regions = {id_: region.name for id_, region in taxonomy.regions.items()}
    themes = {id_: theme.name for id_, theme in taxonomy.themes.items()}
    if finding.about:
        names = listed([regions.get(id_, id_) for id_ in finding.about])
        yield f"about {names}{_words(finding, Facet.ABOUT, finding.about)}"
    for theme in finding.themes:
        name = themes.get(theme, theme).lower()
        yield f"{name}{_words(finding, Facet.THEME, (theme,))}"
    yield from (one.reason for one in finding.evidence if one.is_ruled and not one.tag)


def _words(finding: Finding, facet: Facet, tags: tuple[str, ...]) -> str:
    told = [one for one in finding.evidence if one.facet is facet and one.tag in tags]
    by_rule = [one.reason for one in told if one.is_ruled]
    said = [f"“{one.words}”" for one in told if one.words and not one.is_ruled]
    quoted = list(dict.fromkeys((*by_rule, *said)))[:_QUOTED]
    return f" ({', '.join(quoted)})" if quoted else ""
