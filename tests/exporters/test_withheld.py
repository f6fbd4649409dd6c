"""Of a report marked above the document no file holds more than the words of its findings."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest

from briefing.exporters.docx import export_docx
from briefing.exporters.docx_pack import export_pack_docx
from briefing.exporters.pdf import export
from briefing.exporters.pdf_pack import PackPrinter
from briefing.exporters.register import export_csv, export_xlsx
from briefing.model import Brief, BriefFinding, Disagreement, Quotation, RenderedBrief
from briefing.model.pack import PageCount
from briefing.packing import Bound
from briefing.pipeline.checking_documents import check_document
from briefing.releasing import LeftOut, Needles, needles_of, search
from briefing.templating import render
from tests import briefs, packs

BEFORE = "Before the words stands what nobody else may read of this. "
AFTER = " After them stands what was said behind closed doors only."
DIFFERS = "The other service counts them one by one, and finds 1,960  troops in its own secret way."
"""What differs, as its report spaces it."""
ALSO = "The other service had the same from a source of its own that it names to no one at all."
"""What says the same."""
NEEDLES = needles_of(
    [LeftOut(words, words) for words in (BEFORE, AFTER, DIFFERS, ALSO)], ["1,960 troops"]
)


@lru_cache(maxsize=1)
def brief() -> Brief:
    """Return an OFFICIAL brief of SECRET reports, each finding of which is marked OFFICIAL."""
    asked = briefs.request(scheme="uk", marking="OFFICIAL", comments=True)
    made = briefs.brief(asked)
    secret = (
        replace(one, metadata=replace(one.metadata, marking="SECRET")) for one in made.sources
    )
    paragraphs = (
        replace(one, text=f"{BEFORE}{one.text}{AFTER}", sentences=()) for one in made.paragraphs
    )
    sections = (
        replace(section, findings=tuple(map(_lower, section.findings))) for section in made.sections
    )
    return replace(
        made, sources=tuple(secret), paragraphs=tuple(paragraphs), sections=tuple(sections)
    )


def _lower(finding: BriefFinding) -> BriefFinding:
    quotations = tuple(replace(one, prefix=BEFORE, suffix=AFTER) for one in finding.quotations)
    other = Quotation(briefs.source_hash(2), 90, 10, 10 + len(DIFFERS), DIFFERS, BEFORE, AFTER)
    place = replace(finding.citations[0], source=2)
    differing = (Disagreement("2,000 soldiers", "1,960 troops", place, other),)
    same = Quotation(briefs.source_hash(2), 91, 0, len(ALSO), ALSO, BEFORE, AFTER)
    return replace(
        finding,
        quotations=quotations,
        marking="OFFICIAL",
        disagreements=differing * finding.lead,
        citations=(*finding.citations, *(place,) * finding.lead),
        elsewhere=(*finding.elsewhere, *(same,) * finding.lead),
    )


@lru_cache(maxsize=1)
def rendered() -> RenderedBrief:
    return render(brief(), briefs.figures(), briefs.TAXONOMY)


@lru_cache(maxsize=4)
def file(kind: str) -> bytes:
    pack = packs.of(Bound(brief(), rendered(), "The note"))
    match kind:
        case "pdf":
            return export(rendered()).data
        case "docx":
            return export_docx(rendered()).data
        case "pack.pdf":
            return PackPrinter().export(pack).data
        case "pack.docx":
            return export_pack_docx(pack, PageCount({"b1": 3}, {"b1": 2})).data
        case "csv":
            return export_csv(rendered()).data
        case _:
            return export_xlsx(rendered()).data


def held(data: bytes, needles: Needles = NEEDLES) -> set[str]:
    return {find.what for find in search(data, "note", needles).finds}


@pytest.mark.parametrize("kind", ["pdf", "docx", "pack.pdf", "pack.docx", "csv", "xlsx"])
def test_no_file_holds_the_words_around_its_findings(kind: str) -> None:
    assert held(file(kind)) == set()
    own = brief().findings[0].text
    assert held(file(kind), needles_of([LeftOut("own", own)], [])) == {"own"}


@pytest.mark.parametrize("kind", ["pdf", "docx", "pack.pdf", "pack.docx"])
def test_it_is_verbatim_when_it_comes_back(kind: str, tmp_path: Path) -> None:
    path = tmp_path / kind
    path.write_bytes(file(kind))
    assert check_document(path).is_verbatim


def test_what_differs_is_told_by_its_figure_at_its_own_place() -> None:
    (trace,) = rendered().traces
    told = next(one.finding for one in trace.findings if one.finding.disagreements)
    quotation = told.disagreements[0].quotation
    start = 10 + DIFFERS.index("1,960")
    assert (quotation.exact, quotation.start) == ("1,960  troops", start)
