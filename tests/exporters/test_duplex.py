"""A brief printed on both sides: margins change sides from page to page, and nothing else."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2

from briefing.exporters.docx import export_docx
from briefing.exporters.docx_xml import qn
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_preview import Preview
from briefing.model import RenderedBrief
from briefing.model.desk import PreviewPage
from briefing.templating import render
from tests import briefs
from tests.exporters.word import Word

POINTS_PER_MM = 72 / 25.4


def rendered(*, duplex: bool) -> RenderedBrief:
    made = briefs.brief(briefs.request(duplex=duplex), times=3)
    return render(made, briefs.figures(), briefs.TAXONOMY)


def left(data: bytes, index: int) -> int:
    """Return how far from the left edge a page's text begins, in millimetres."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        text = pdf[index].get_textpage()
        boxes = [text.get_rect(n) for n in range(text.count_rects())]
        return round(float(min(box[0] for box in boxes)) / POINTS_PER_MM)
    finally:
        pdf.close()


def test_margins_change_sides_on_left_hand_pages_and_the_text_is_as_long() -> None:
    both, one = PDF.export(rendered(duplex=True)), PDF.export(rendered(duplex=False))
    assert both.pages == one.pages
    assert [left(both.data, n) for n in range(3)] == [28, 22, 28]
    assert [left(one.data, n) for n in range(3)] == [25, 25, 25]


def test_word_mirrors_its_margins_too() -> None:
    both, one = (Word(export_docx(rendered(duplex=wanted)).data) for wanted in (True, False))
    assert both.part("word/settings.xml").find(qn("mirrorMargins")) is not None
    assert one.part("word/settings.xml").find(qn("mirrorMargins")) is None
    assert mm(both, "left") == 28
    assert mm(both, "left") + mm(both, "right") == mm(one, "left") + mm(one, "right")


def mm(document: Word, side: str) -> int:
    return round(int(document.elements("pgMar")[0].get(qn(side), "")) * 25.4 / 1440)


def test_a_page_shown_ahead_of_the_rest_has_the_margins_of_its_side() -> None:
    preview, shown = Preview(), list[PreviewPage]()
    brief = rendered(duplex=True)
    preview.render(brief, lambda page: None, (1, 2))
    word = "corridor"
    place = brief.html.rindex(word)
    changed = f"{brief.html[:place]}passage{brief.html[place + len(word) :]}"
    preview.render(replace(brief, html=changed), shown.append, (1, 2, 3))
    ahead = [page for page in shown if not page.exact]
    assert ahead
    for page in ahead:
        assert left(page.pdf, 0) == (28 if page.number % 2 else 22)
