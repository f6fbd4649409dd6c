"""Small builders of model values with sensible defaults, for tests to vary what they are about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from briefing.model import (
    Block,
    BlockKind,
    DataFile,
    Finding,
    Metadata,
    PartialDate,
    Passage,
    Region,
    RegionKind,
    Report,
    ReportSummary,
    Series,
    StoredFinding,
    Taxonomy,
    TextKind,
    Theme,
)

TALKS = "Armenia and Azerbaijan resumed talks on their border in Prague."
METADATA = Metadata(
    title="Talks at the Border",
    authors=("Ada Novak",),
    publisher="Institute for Frontier Studies",
    date=PartialDate(2023, 5, 4),
    language="en",
)


def a_block(text: str = TALKS, kind: BlockKind = BlockKind.PARAGRAPH, paragraph: int = 1) -> Block:
    """Return a block without pages or headings."""
    return Block(kind=kind, text=text, paragraph=paragraph)


def a_report(
    *blocks: str | Block, file_name: str = "talks.txt", metadata: Metadata = METADATA
) -> Report:
    """Return a report of paragraphs; its hash is that of ``original_of`` it."""
    made = tuple(
        block if isinstance(block, Block) else a_block(block, paragraph=number)
        for number, block in enumerate(blocks or (TALKS,), 1)
    )
    report = Report("", file_name, "text", metadata, made)
    return replace(report, sha256=sha256(original_of(report)).hexdigest())


def original_of(report: Report) -> bytes:
    """Return the bytes of the file that a built report stands for."""
    texts = [report.file_name, *(block.text for block in report.blocks)]
    return "\n\n".join(texts).encode()


def a_finding(
    text: str = TALKS,
    *,
    report: str = "ab" * 32,
    block: int = 0,
    start: int = 0,
    kind: TextKind = TextKind.BODY,
    about: Sequence[str] = ("AM", "AZ"),
    mentions: Sequence[str] | None = None,
    themes: Sequence[str] = ("diplomacy",),
    strength: float = 0.8,
    needs_context: bool = False,
    dates: Sequence[str] = (),
) -> Finding:
    """Return a finding that mentions what it is about, unless told otherwise."""
    return Finding(
        passage=Passage(report, block, start, start + len(text)),
        text=text,
        kind=kind,
        mentions=tuple(about if mentions is None else mentions),
        about=tuple(about),
        themes=tuple(themes),
        strength=strength,
        needs_context=needs_context,
        dates=tuple(PartialDate.parse(day) for day in dates),
    )


def found_in(report: Report, text: str, **tags: object) -> Finding:
    """Return the finding whose words stand in ``report``, with the given tags.

    Raises:
        StopIteration: no block of the report holds the words.
    """
    number, block = next((n, b) for n, b in enumerate(report.blocks) if text in b.text)
    start = block.text.index(text)
    return a_finding(text, report=report.sha256, block=number, start=start, **tags)  # type: ignore[arg-type]


def a_summary(
    file_name: str = "talks.txt", sha256: str = "ab" * 32, metadata: Metadata = METADATA
) -> ReportSummary:
    """Return what a list of reports shows of one."""
    return ReportSummary(sha256, file_name, "text", metadata, findings=1, imported="2023-06-01")


def a_stored(
    finding: Finding | None = None,
    *,
    report: ReportSummary | None = None,
    before: Finding | None = None,
    page: str = "",
    paragraph: int = 1,
) -> StoredFinding:
    """Return a finding as the library gives it back; its report has the finding's hash."""
    finding = finding or a_finding()
    summary = report or a_summary(sha256=finding.passage.report)
    return StoredFinding(finding, summary, page, paragraph, (), before)


def a_data_file(name: str = "economy.csv") -> DataFile:
    """Return figures of four countries over four years, with a gap."""
    grown = {
        "AM": ((2021, 5.8, 2), (2022, 12.6, 3), (2023, 8.3, 4), (2024, 5.9, 5)),
        "GE": ((2021, 10.6, 6), (2022, 11.0, 7), (2024, 9.4, 8)),
        "KZ": ((2021, 4.3, 9), (2022, 3.2, 10), (2023, 5.1, 11), (2024, 4.8, 12)),
        "RU": ((2021, 5.9, 13), (2022, -1.4, 14), (2023, 4.1, 15), (2024, 4.3, 16)),
    }
    series = (Series("GDP growth", id_, "%", "Office A", points) for id_, points in grown.items())
    return DataFile(name, "da" * 32, "2026-01-05", tuple(series))


def a_taxonomy() -> Taxonomy:
    """Return a small taxonomy: some countries, two sub-regions, two blocs, all thirteen themes."""
    countries = {
        "AM": "Armenia",
        "AZ": "Azerbaijan",
        "DE": "Germany",
        "GE": "Georgia",
        "KG": "Kyrgyzstan",
        "KZ": "Kazakhstan",
        "RU": "Russia",
        "TR": "Turkey",
    }
    groups = [
        Region("south-caucasus", "South Caucasus", RegionKind.SUBREGION, ("AM", "AZ", "GE")),
        Region("central-asia", "Central Asia", RegionKind.SUBREGION, ("KG", "KZ")),
        Region("nato", "NATO", RegionKind.BLOC, ("DE", "TR")),
        Region("csto", "CSTO", RegionKind.BLOC, ("AM", "KG", "KZ", "RU")),
    ]
    regions = [Region(id_, name, RegionKind.COUNTRY) for id_, name in countries.items()]
    themes = (
        "conflict",
        "defence",
        "nuclear",
        "alliances",
        "diplomacy",
        "influence",
        "integration",
        "economy",
        "energy",
        "sanctions",
        "politics",
        "society",
        "ideology",
    )
    return Taxonomy(
        regions={region.id: region for region in regions + groups},
        themes={name: Theme(name, name.capitalize(), f"What is {name}") for name in themes},
    )
