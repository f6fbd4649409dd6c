"""The annex of passages as a template sees it: by source, each paragraph with its used words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.blocks import runs_from_the_right
from briefing.citing import short_citation
from briefing.model import Brief, BriefFinding, ChartData, Citation, Quotation, Source
from briefing.templating.annex_marks import AnnexMarks
from briefing.templating.cited import passage_id
from briefing.templating.excerpts import Piece, excerpt, pieces_of_quotations
from briefing.templating.filters import foreign
from briefing.tongues import language_of_passage


@dataclass(frozen=True, slots=True)
class Use:
    """A finding that a passage of the annex stands behind."""

    code: str
    """Where the way back leads."""
    how: str
    """Empty where the finding's own words stand there; else in words: ``the same said``."""
    chart: str = ""
    """Id of the chart that alone prints it; empty where a section does."""
    figure: int = 0
    """The number of that chart in the document."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a source in the annex."""

    id: str
    """Where marks lead: ``passage-1-14``."""
    citations: tuple[Citation, ...]
    """Its places as they stand in the marks; two where it runs over a page."""
    uses: tuple[Use, ...]
    pieces: tuple[Piece, ...]
    at_hand: bool
    """Whether the paragraph was at hand; else there are the quoted words alone."""
    language: str
    """Its language where that is not the document's; else empty."""
    from_the_right: bool
    portion: str = ""
    """Its marking as it stands in brackets before it; empty where none are printed."""
    withheld: str = ""
    """The marking of its report where that is above the document's: no more is printed then."""


@dataclass(frozen=True, slots=True)
class SourcePassages:
    """The passages of one source."""

    source: Source
    short: str
    """Author and date in short: ``Halicki and Besson, December 2022``."""
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A quotation of a finding with its place, before those of a paragraph are put together."""

    citation: Citation
    quotation: Quotation
    use: Use
    portion: str
    """Of the finding."""

    @property
    def place(self) -> tuple[int, int]:
        return self.citation.source, self.quotation.block

    @property
    def order(self) -> tuple[int, int, bool, int]:
        """By source and paragraph; what is printed of it first, in its order."""
        return *self.place, bool(self.use.how), self.quotation.start


def annex_of(
    brief: Brief, language: str, charts: Sequence[ChartData]
) -> tuple[SourcePassages, ...]:
    """Return the passages behind a brief's findings, in the order of its sources.

    ``charts`` are those that the document shows, in its order.
    """
    quoted = sorted((*_printed(brief), *_charted(brief, charts)), key=lambda one: one.order)
    texts = {(one.report, one.block): one for one in brief.paragraphs}
    sources = {source.number: source for source in brief.sources}
    marks = AnnexMarks(brief)

    def passage(place: tuple[int, int], group: Iterable[_Quoted]) -> Passage:
        words = list(group)
        source = sources[place[0]]
        withheld = marks.withheld(source)
        found = None if withheld else texts.get((source.sha256, place[1]))
        quotations = [one.quotation for one in words]
        pieces = excerpt(found, quotations) if found else pieces_of_quotations(quotations)
        text = " ".join(piece.text for piece in pieces)
        spoken = language_of_passage(text, source.metadata.language)
        return Passage(
            id=passage_id(words[0].citation, words[0].quotation),
            citations=tuple(dict.fromkeys(one.citation for one in words)),
            uses=tuple(dict.fromkeys(one.use for one in words)),
            pieces=pieces,
            at_hand=found is not None,
            language=foreign(language, spoken) if spoken else "",
            from_the_right=runs_from_the_right(text),
            portion=marks.portion(source, (one.portion for one in words)),
            withheld=withheld,
        )

    made = [(place[0], passage(place, group)) for place, group in groupby(quoted, _place)]
    return tuple(
        SourcePassages(
            sources[number],
            short_citation(sources[number].metadata, sources[number].file_name),
            tuple(one for _, one in group),
        )
        for number, group in groupby(made, key=lambda pair: pair[0])
    )


def _printed(brief: Brief) -> Iterator[_Quoted]:
    for finding in brief.findings:
        yield from _quoted(finding)


def _charted(brief: Brief, charts: Sequence[ChartData]) -> Iterator[_Quoted]:
    """Yield what stands behind charts alone; the way back leads to the first that quotes it."""
    shown = _shown(charts)
    for finding in brief.charted:
        if finding.code in shown:
            use = Use(finding.code, "", *shown[finding.code])
            (own,) = finding.quotations
            yield _Quoted(finding.citations[0], own, use, finding.portion)


def _shown(charts: Sequence[ChartData]) -> dict[str, tuple[str, int]]:
    """Return id and number of the chart of each code: one that prints words before one that counts.

    A finding whose words a chart prints is counted in others too, which may stand before it.
    """
    shown: dict[str, tuple[str, int]] = {}
    for is_worded in (False, True):
        for number, data in reversed([*enumerate(charts, 1)]):
            points = (one for one in data.points if isinstance(one.value, str) == is_worded)
            shown |= {code: (data.chart, number) for point in points for code in point.codes}
    return shown


def _quoted(finding: BriefFinding) -> Iterator[_Quoted]:
    own = finding.citations[0]
    for quotation in finding.quotations:
        yield _Quoted(own, quotation, Use(finding.code, ""), finding.portion)
    for citation, quotation in zip(finding.citations[1:], finding.elsewhere, strict=True):
        yield _Quoted(citation, quotation, Use(finding.code, "the same said"), finding.portion)
    for one in finding.disagreements:
        use = Use(finding.code, "another figure")
        yield _Quoted(one.citation, one.quotation, use, finding.portion)


def _place(one: _Quoted) -> tuple[int, int]:
    return one.place
