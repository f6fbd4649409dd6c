"""A document grows by what is added to it: one line more never makes the whole of it looser."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2
import pytest

from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_preview import Preview
from briefing.model import Judgement, RenderedBrief
from briefing.templating import render
from tests import briefs


def length(judgements: int) -> float:
    """Return the length, in sides, of a note with so many judgements of two lines."""
    words = "The talks go on in the capitals and bring no more than a date for the next round. " * 2
    wanted = briefs.request(
        judgements=tuple(Judgement(words + f"No {n}.") for n in range(judgements)), annex=False
    )
    rendered = render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY)
    assert rendered.sides == 2
    return Preview().measure(rendered).filled


def test_a_note_that_runs_over_its_length_grows_no_faster_than_what_is_added() -> None:
    lengths = [length(number) for number in range(4, 16, 2)]
    beyond = [n for n, sides in enumerate(lengths) if sides > 2]
    assert beyond, lengths
    first = beyond[0]
    assert lengths[first] - lengths[first - 1] < 0.5, lengths


def test_a_document_without_a_limit_is_set_tighter_only_to_save_a_page() -> None:
    brief = briefs.brief(briefs.request(annex=False), times=4)
    rendered = render(brief, briefs.figures(), briefs.TAXONOMY)
    free = replace(rendered, sides=0)
    assert Preview().measure(free).pages >= 3


@pytest.mark.parametrize(("template", "more"), [("memo", 0), ("submission", 16), ("visit", 14)])
def test_a_short_list_of_sources_stands_on_one_page(template: str, more: int) -> None:
    pages = PDF.export(rendered(template, times=2, more=more)).data
    document = pypdfium2.PdfDocument(pages)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    document.close()
    listed = [text for text in texts if "imported" in text]
    assert len(texts) > 2
    assert len(listed) == 1
    assert "Sources" in listed[0]


def test_what_moved_on_with_a_list_alone_makes_no_document_a_page_longer() -> None:
    # Set as usual, the sources of the memo find no room on its second page.
    assert Preview().measure(rendered("memo")).pages == 2


def rendered(template: str, *, times: int = 1, more: int = 0) -> RenderedBrief:
    """Return a brief without annex, its second finding longer by so many sentences."""
    brief = briefs.brief(briefs.request(template=template, annex=False), times=times)
    first, *others = brief.sections
    one, two, *rest = first.findings
    two = replace(two, text=two.text + " It was signed in two languages, each binding." * more)
    sections = (replace(first, findings=(one, two, *rest)), *others)
    return render(replace(brief, sections=sections), briefs.figures(), briefs.TAXONOMY)
