"""Briefs for tests of templates and documents: invented reports, sentences, judgements, a chart."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from functools import lru_cache
from io import BytesIO

from briefing import fonts
from briefing.model import (
    Brief,
    BriefFinding,
    BriefRequest,
    ChartData,
    Citation,
    FigureImage,
    Judgement,
    Metadata,
    PartialDate,
    Quotation,
    Region,
    RegionKind,
    Section,
    Source,
    SourceParagraph,
    Taxonomy,
    Theme,
    WordPicture,
)

TAXONOMY = Taxonomy(
    regions={
        "south-caucasus": Region("south-caucasus", "South Caucasus", RegionKind.SUBREGION),
        "central-asia": Region("central-asia", "Central Asia", RegionKind.SUBREGION),
    },
    themes={
        "conflict": Theme("conflict", "Conflict and territory", "Fighting, borders, ceasefires."),
        "diplomacy": Theme("diplomacy", "Diplomacy and mediation", "Talks and mediators."),
        "alliances": Theme("alliances", "Alliances", "Pacts and blocs."),
    },
)

JUDGEMENTS = (
    Judgement(
        "The next round of talks between Baku and Yerevan is held outside the region.",
        likelihood="likely",
        confidence="moderate",
        would_change="a joint invitation to Tbilisi before the summer.",
    ),
    Judgement(
        "No garrison in the south leaves before its lease runs out.",
        likelihood="highly likely",
        confidence="high",
    ),
)

_SOURCES = (
    Metadata(
        "Hinterland No More: Six Neighbours after the War",
        ("Tomasz Halicki", "Anne Besson"),
        "Institute for Eastern Studies",
        PartialDate(2022, 12),
        "en",
    ),
    Metadata(
        "A Security Order for the Steppe", (), "Eurasia Policy Memos", PartialDate(2010), "en"
    ),
    Metadata(
        "Two Tables, One Treaty",
        ("Editorial staff",),
        "The Week Abroad",
        PartialDate(2023, 5, 21),
        "en",
        "https://example.org/2023/05/two-tables-one-treaty",
    ),
    Metadata(
        "Alliances of Convenience",
        ("M. Terekhov", "Ilse Brandt", "J. Okafor"),
        "Yearbook of European Security",
        PartialDate(2021, 6),
        "en",
    ),
    Metadata("", (), "", None, "en"),
)
_FILES = (
    "hinterland.pdf",
    "steppe-2010.txt",
    "two-tables.html",
    "alliances-of-convenience.pdf",
    "interview.docx",
)
_PAGED = (True, True, False, True, False)

_SENTENCES: dict[tuple[str, str], tuple[str, ...]] = {
    ("south-caucasus", "conflict"): (
        "After the two days of shelling in September 2022 the call for help went unanswered, and "
        "the government in Yerevan said so in parliament.",
        "The ceasefire of November 2020 named a corridor but not who guards it.",
        "Between 1,500 and 2,000 soldiers stood along the line of contact in spring, most of them "
        "without heavy weapons.",
        "Both capitals count the villages on the border differently: four by one map, eight by "
        "the other.",
    ),
    ("south-caucasus", "diplomacy"): (
        "Three mediators offer the same two capitals three tables, and each round is moved to "
        "where the last mediator failed.",
        "The text on the table has seventeen articles; fourteen are said to be agreed.",
        "Tbilisi has hosted four meetings of the border commissions since 2021.",
        "Neither side has yet named a date for a signature.",
    ),
    ("south-caucasus", "alliances"): (
        "Membership of the pact was frozen in practice long before it was frozen in words.",
        "Ankara trains officers in Baku under an agreement of 2010 that was renewed in 2021.",
    ),
    ("central-asia", "conflict"): (
        "Fighting on the Isfara river in September 2022 cost more than one hundred lives and drove "
        "136,000 people from their homes.",
        "Some 660 of 970 kilometres of the border are agreed on paper.",
        "Water, not ideology, decides when the shooting begins.",
    ),
    ("central-asia", "diplomacy"): (
        "The five presidents now meet once a year without a sixth at the table.",
        "A treaty of friendship was signed by three of the five in Cholpon-Ata; two wanted time.",
    ),
    ("central-asia", "alliances"): (
        "The deployment of January 2022 lasted nine days, which surprised those who remembered "
        "earlier ones.",
        "The customs union of 2010 was called a beginning by all who signed it.",
        "Joint exercises were cancelled twice, the second time by the host.",
    ),
}


def request(**changes: object) -> BriefRequest:
    """Return a full request: everything that a document can show, unless changed."""
    full = BriefRequest(
        regions=("south-caucasus", "central-asia"),
        themes=("conflict", "diplomacy", "alliances"),
        title="South Caucasus and Central Asia: who keeps the peace",
        addressee="Director, Eastern Europe and Central Asia",
        sender="Regional desk, ext. 4417",
        copies=("Policy planning", "Embassy Tbilisi"),
        reference="EECA/2026/114",
        version="1",
        marking="OFFICIAL",
        bottom_line="The reports agree that the old guarantor no longer settles its neighbours’ "
        "quarrels; they differ on whether that is new, and on who fills the gap.",
        judgements=JUDGEMENTS,
        recommendation="That the Minister offer to host the next meeting of the border "
        "commissions, and say so before the summit.",
        lines_to_take=(
            "We support direct talks and are ready to host.",
            "Borders are for the two governments to agree, without force.",
        ),
        action="Agree by 4 December 2026 whether the offer is made in writing.",
        enclosures=("Map of the agreed sections of the border",),
    )
    return replace(full, **changes)  # type: ignore[arg-type]


def bare_request(**changes: object) -> BriefRequest:
    """Return a request that brings nothing but regions, themes and a template."""
    return BriefRequest(
        regions=("south-caucasus",),
        themes=("conflict",),
        **changes,  # type: ignore[arg-type]
    )


def brief(wanted: BriefRequest | None = None, *, charts: bool = True, times: int = 1) -> Brief:
    """Return a brief of ``times`` × 18 findings from five sources."""
    wanted = wanted or request()
    findings = _Findings()
    sections = tuple(
        Section(
            title=f"{TAXONOMY.regions[region].name} · {TAXONOMY.themes[theme].name}",
            region=region,
            theme=theme,
            findings=tuple(findings.make(text) for _ in range(times) for text in sentences),
        )
        for (region, theme), sentences in _SENTENCES.items()
    )
    made = Brief(
        request=wanted,
        title=wanted.title or "South Caucasus: conflict and territory",
        issued=date(2026, 11, 21),
        cut_off=PartialDate(2023, 5, 21),
        sections=sections,
        sources=sources(findings.cited),
        charts=(CHART,) if charts else (),
        candidates=93,
        verified=sum(len(section.findings) for section in sections),
        program="Deskbrief 0.1.0",
    )
    return with_paragraphs(made)


def empty_brief(wanted: BriefRequest | None = None) -> Brief:
    """Return a brief for a request that no finding answers."""
    return replace(
        brief(wanted or bare_request()),
        sections=(),
        sources=(),
        charts=(),
        cut_off=None,
        candidates=0,
        verified=0,
        omitted=("Which country is spoken of under which theme: no finding to count.",),
    )


def brief_of(*texts: str, wanted: BriefRequest | None = None) -> Brief:
    """Return a brief whose findings are these texts, all from the first source."""
    findings = tuple(
        BriefFinding(f"f-x{n}", text, (_quotation(0, text, n),), (Citation(1, "9", n),))
        for n, text in enumerate(texts, 1)
    )
    section = Section("South Caucasus · Conflict", "south-caucasus", "conflict", findings)
    made = replace(
        brief(wanted, charts=False),
        sections=(section,),
        sources=sources({1: len(findings)}),
        verified=len(findings),
    )
    return with_paragraphs(made)


def sources(cited: dict[int, int]) -> tuple[Source, ...]:
    """Return the sources with these numbers, each with how many findings cite it."""
    return tuple(
        Source(
            number=number,
            sha256=_sha256(number - 1),
            file_name=_FILES[number - 1],
            metadata=_SOURCES[number - 1],
            imported="2026-11-20",
            cited=count,
        )
        for number, count in sorted(cited.items())
    )


def source_hash(number: int) -> str:
    """Return the SHA-256 of the source with this number."""
    return _sha256(number - 1)


class _Findings:
    """Deals the sentences out to the sources in turn and counts."""

    def __init__(self) -> None:
        self.cited: dict[int, int] = {}
        self._made = 0

    def make(self, text: str) -> BriefFinding:
        n, self._made = self._made, self._made + 1
        source = n % len(_SOURCES)
        citations = [_citation(source, n)]
        elsewhere: tuple[Quotation, ...] = ()
        if n % 6 == 4:
            other = (source + 1) % len(_SOURCES)
            citations.append(_citation(other, n + 3))
            elsewhere = (_quotation(other, text, n),)
        for citation in citations:
            self.cited[citation.source] = self.cited.get(citation.source, 0) + 1
        return BriefFinding(
            code=f"f-{n:04d}",
            text=text,
            quotations=(_quotation(source, text, n),),
            citations=tuple(citations),
            elsewhere=elsewhere,
            lead=n % 4 == 0,
            year=2010 if source == 1 else None,
        )


def _citation(source: int, n: int) -> Citation:
    page = str(3 + n) if _PAGED[source] else ""
    return Citation(source=source + 1, page=page, paragraph=1 + n % 7)


def _quotation(source: int, text: str, n: int) -> Quotation:
    start = len(_BEFORE)
    return Quotation(_sha256(source), 4 + n, start, start + len(text), text)


_BEFORE = "The chapter comes to its point late. "
_AFTER = " It then turns to another matter."


def with_paragraphs(made: Brief) -> Brief:
    """Return a brief with the paragraphs that its findings are taken from."""
    quoted = {
        (one.report, one.block): one.exact
        for finding in made.findings
        for one in (*finding.quotations, *finding.elsewhere)
    }
    paragraphs = (
        SourceParagraph(report, block, f"{_BEFORE}{exact}{_AFTER}")
        for (report, block), exact in quoted.items()
    )
    return replace(made, paragraphs=tuple(paragraphs))


def _sha256(source: int) -> str:
    return hashlib.sha256(_FILES[source].encode()).hexdigest()


CHART = ChartData(
    chart="coverage",
    question="Which region is spoken of under which theme?",
    answer="Conflict leads in both regions; alliances in the South Caucasus are the thinnest.",
    basis="Number of findings, 18 from 5 reports.",
    alt="Table drawn as a chart. South Caucasus: conflict 4, diplomacy 4, alliances 2. "
    "Central Asia: conflict 3, diplomacy 2, alliances 3.",
    columns=("Conflict", "Diplomacy", "Alliances"),
    rows=(("South Caucasus", 4, 4, 2), ("Central Asia", 3, 2, 3)),
)


def figures() -> tuple[FigureImage, ...]:
    """Return the drawing of the brief's chart."""
    return (_figure(),)


@lru_cache(maxsize=1)
def _figure() -> FigureImage:
    from PIL import Image

    png = BytesIO()
    Image.new("L", (450, 150), 210).save(png, "PNG", dpi=(300, 300))
    svg = _svg().encode()
    return FigureImage(
        name="coverage",
        svg=svg,
        for_word=lambda: WordPicture(svg, png.getvalue()),
        width_pt=450.0,
        height_pt=110.0,
    )


def _svg() -> str:
    cells = []
    for row, values in enumerate(CHART.rows):
        y = 30 + 40 * row
        cells.append(f'<text x="100" y="{y + 20}" text-anchor="end">{values[0]}</text>')
        for column, value in enumerate(values[1:]):
            x = 110 + 112 * column
            shade = 250 - 20 * int(value)
            fill = f"rgb({shade},{shade},{shade})"
            cells.append(f'<rect x="{x}" y="{y}" width="108" height="34" fill="{fill}"/>')
            cells.append(f'<text x="{x + 54}" y="{y + 21}" text-anchor="middle">{value}</text>')
    heads = "".join(
        f'<text x="{164 + 112 * n}" y="20" text-anchor="middle">{name}</text>'
        for n, name in enumerate(CHART.columns)
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" width="450pt" height="110pt" '
        f'viewBox="0 0 450 110" font-family="{fonts.SANS.name}" font-size="10">'
        f"{heads}{''.join(cells)}</svg>"
    )
