"""Any report and any findings in it, for tests that nothing is lost."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from itertools import pairwise

from hypothesis import strategies as st

from briefing.model import (
    Block,
    BlockKind,
    Evidence,
    Facet,
    Finding,
    Metadata,
    PartialDate,
    Passage,
    Report,
    TextKind,
)

_TEXT = st.text(max_size=30)
_TEXTS = st.lists(_TEXT, max_size=3).map(tuple)
_DAYS = st.dates().map(lambda day: PartialDate(day.year, day.month, day.day))
_DATES = _DAYS | st.builds(PartialDate, st.integers(1, 9999), st.none() | st.integers(1, 12))
_IDS = st.lists(st.sampled_from(["AM", "AZ", "nato", "ß"]), max_size=3, unique=True).map(tuple)

METADATA = st.builds(Metadata, _TEXT, _TEXTS, _TEXT, st.none() | _DATES, _TEXT, _TEXT)
_BLOCKS = st.builds(
    Block,
    kind=st.sampled_from(BlockKind),
    text=st.text(max_size=120),
    page=st.none() | st.integers(1, 900),
    page_breaks=st.lists(st.integers(0, 120), max_size=2).map(lambda cuts: tuple(sorted(cuts))),
    paragraph=st.integers(0, 99),
    level=st.integers(0, 6),
    heading_path=_TEXTS,
)
_EVIDENCE = st.builds(Evidence, st.sampled_from(Facet), _TEXT, _TEXT, _TEXT)


@st.composite
def reports(draw: st.DrawFn) -> tuple[Report, bytes]:
    """Return a report and the bytes of its original."""
    original = draw(st.binary(max_size=50))
    blocks = draw(st.lists(_BLOCKS, min_size=1, max_size=4))
    report = Report(
        sha256=sha256(original).hexdigest(),
        file_name=draw(_TEXT),
        format=draw(_TEXT),
        metadata=draw(METADATA),
        blocks=tuple(blocks),
        page_labels=draw(_TEXTS),
        remarks=draw(_TEXTS),
    )
    return report, original


@st.composite
def findings_in(draw: st.DrawFn, report: Report) -> list[Finding]:
    """Return findings that follow one another in the blocks of a report."""
    made = []
    for number, block in enumerate(report.blocks):
        cuts = draw(st.lists(st.integers(0, len(block.text)), max_size=4, unique=True).map(sorted))
        for start, end in pairwise(cuts):
            finding = draw(_FINDINGS)
            passage = Passage(report.sha256, number, start, end)
            made.append(replace(finding, passage=passage, text=block.text[start:end]))
    return made


_FINDINGS = st.builds(
    Finding,
    passage=st.just(Passage("", 0, 0, 0)),
    text=st.just(""),
    kind=st.sampled_from(TextKind),
    mentions=_IDS,
    about=_IDS,
    themes=st.lists(st.sampled_from(["conflict", "energy"]), max_size=2, unique=True).map(tuple),
    strength=st.floats(0, 1),
    needs_context=st.booleans(),
    dates=st.lists(_DATES, max_size=3).map(tuple),
    evidence=st.lists(_EVIDENCE, max_size=3).map(tuple),
)
