"""Word is set closer where a document would run over the sides that it is meant for."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from docx import Document

from briefing import resources
from briefing.exporters.word import DOCX
from briefing.model import RenderedBrief
from briefing.templating import render
from tests import briefs


def rendered(times: int) -> RenderedBrief:
    """Return a note with so many times eighteen findings."""
    brief = briefs.brief(briefs.request(annex=False), times=times)
    return render(brief, briefs.figures(), briefs.TAXONOMY)


def looks(made: RenderedBrief) -> tuple[float, float, float]:
    """Return size and distance of running text, and the margin below it."""
    word = Document(BytesIO(DOCX.export(made).data))
    body, section = word.styles["Body Text"], word.sections[0]
    size, after = word.styles["Normal"].font.size, body.paragraph_format.space_after
    assert size is not None
    assert after is not None
    assert section.bottom_margin is not None
    return size.pt, after.pt, section.bottom_margin.mm


def test_a_note_that_would_run_over_is_set_closer_and_a_short_one_is_not() -> None:
    long, short = looks(rendered(3)), looks(replace(rendered(3), sides=20))
    assert all(close < loose for close, loose in zip(long, short, strict=True))
    assert long[0] >= 9.5


def test_a_desk_s_own_reference_document_is_left_as_it_is() -> None:
    shipped = resources.templates() / "reference.docx"
    own = replace(rendered(3), reference_document=shipped)
    assert looks(own) == looks(replace(rendered(3), sides=20))
