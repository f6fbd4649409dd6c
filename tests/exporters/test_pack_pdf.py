"""Packs as PDF, read back: order of pages, numbers, links, marking; the same bytes again."""

from __future__ import annotations

import io
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pikepdf
import pypdfium2
import pytest

from briefing import fonts
from briefing.errors import Cancelled
from briefing.exporters import Exported
from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_pack import PackPrinter
from briefing.model.pack import Copy, RenderedPack
from briefing.packing import Bound
from tests import packs

BLANK = "This page is intentionally left blank"
POINTS_PER_MM = 72 / 25.4


@lru_cache(maxsize=4)
def bound(duplex: bool = True, page_size: str = "A4") -> RenderedPack:
    return packs.pack(2, duplex=duplex, page_size=page_size)


@lru_cache(maxsize=4)
def exported(duplex: bool = True, page_size: str = "A4") -> Exported:
    return PackPrinter().export(bound(duplex, page_size))


def pages(document: Exported) -> list[str]:
    pdf = pypdfium2.PdfDocument(document.data)
    try:
        return [
            page.get_textpage().get_text_bounded().replace("\r\n", "\n").replace("\xa0", " ")
            for page in pdf
        ]
    finally:
        pdf.close()


def page_with(texts: list[str], words: str) -> int:
    """Return the number of the first page after the contents with these words."""
    return next(n for n, text in enumerate(texts, 1) if words in text and n > 4)


def bookmarks(items: Any) -> list[str]:
    return [title for item in items for title in (item.title, *bookmarks(item.children))]


def lefts(document: Exported) -> list[float]:
    """Return how far from the left edge the text of each page begins, in millimetres."""
    pdf = pypdfium2.PdfDocument(document.data)
    try:
        found = []
        for page in pdf:
            text = page.get_textpage()
            boxes = [text.get_rect(n) for n in range(text.count_rects())]
            found.append(min(box[0] for box in boxes) / POINTS_PER_MM)
        return found
    finally:
        pdf.close()


def test_every_part_begins_on_a_right_hand_page() -> None:
    texts = pages(exported())
    begins = ("Document control", "BRIEFING NOTE", "MEMO", "Times are local", "Who is where")
    for words in begins:
        assert page_with(texts, words) % 2 == 1, words
    assert next(n for n, text in enumerate(texts, 1) if "\nTab 1\n" in f"\n{text}") % 2 == 1


def test_what_is_left_blank_says_so_and_carries_marking_and_number() -> None:
    texts = pages(exported())
    blanks = [(n, text) for n, text in enumerate(texts, 1) if BLANK in text]
    assert blanks
    for number, text in blanks:
        assert number % 2 == 0
        assert text.count("OFFICIAL") == 2
        assert f"Page {number} of {len(texts)}" in text


def test_every_page_tells_its_number_and_marking_and_the_pack() -> None:
    texts = pages(exported())
    for number, text in enumerate(texts, 1):
        assert f"Page {number} of {len(texts)}" in text
        assert text.count("OFFICIAL") >= 2
        assert "EECA/2026/201 · version 2" in text


def test_pages_of_a_tab_are_counted_by_themselves() -> None:
    texts = pages(exported())
    begins = page_with(texts, "MEMO")
    total = sum("Tab 2 · page" in text for text in texts)
    assert total > 1
    for number in range(1, total + 1):
        assert f"Tab 2 · page {number} of {total}" in texts[begins + number - 2]


def test_contents_tell_the_page_on_which_each_part_begins() -> None:
    texts = pages(exported())
    with pikepdf.open(io.BytesIO(exported().data)) as pdf:
        links = [a for a in pdf.pages[2].Annots if a.Subtype == "/Link"]
        names = [str(link.Dest) for link in links]
    assert names == ["control", "b1", "b2", "a1", "a2", "key"]
    begin = {
        "Document control": page_with(texts, "Document control"),
        "Programme of the visit": page_with(texts, "Times are local"),
        "Key to likelihood": page_with(texts, "Probability"),
    }
    lines = texts[2].splitlines()
    for words, number in begin.items():
        (line,) = (one for one in lines if words in one)
        assert line.split()[-1].lstrip(".") == str(number)


def test_bookmarks_are_the_headings_of_the_whole() -> None:
    with pikepdf.open(io.BytesIO(exported().data)) as pdf, pdf.open_outline() as outline:
        titles = bookmarks(outline.root)
    assert titles[:3] == ["The talks in Tbilisi", "Contents", "Document control"]
    assert titles.count("Sources") == 2
    assert titles[-1].startswith("PHIA")


def test_marks_lead_into_the_same_brief() -> None:
    with pikepdf.open(io.BytesIO(exported().data)) as pdf:
        names = pdf.Root.Names.Dests.Names
        known = {str(name) for name in list(names)[::2]}
        used = {
            str(link.Dest)
            for page in pdf.pages
            for link in page.get("/Annots", [])
            if link.Subtype == "/Link"
        }
    assert used <= known
    assert any(name.startswith("b1-") for name in used)
    assert any(name.startswith("b2-") for name in used)


def test_margins_are_mirrored_and_as_wide_as_asked_for_where_sheets_are_bound() -> None:
    found = lefts(exported())
    assert all(abs(left - 28) < 1 for left in found[::2])
    assert all(left < 27.5 for left in found[1::2])


def test_a_single_sided_pack_has_no_blank_pages_and_one_binding_margin() -> None:
    document = exported(duplex=False)
    assert not any(BLANK in text for text in pages(document))
    assert all(abs(left - 28) < 1 for left in lefts(document))


def test_letter_paper_is_obeyed_by_every_page() -> None:
    with pikepdf.open(io.BytesIO(exported(page_size="Letter").data)) as pdf:
        sizes = {tuple(round(float(side)) for side in page.MediaBox) for page in pdf.pages}
    assert sizes == {(0, 0, 612, 792)}


def test_a_numbered_copy_tells_its_number_on_every_page() -> None:
    pack = replace(bound(), copy=Copy(2, 3, "Ambassador, Tbilisi"))
    assert all("Copy 2 of 3" in text for text in pages(PackPrinter().export(pack)))


def test_a_pack_made_after_another_has_the_bytes_of_one_made_by_itself() -> None:
    printer = PackPrinter()
    printer.export(packs.pack(1))
    assert printer.export(bound()).data == exported().data
    assert printer.export(bound()).data == exported().data


def test_a_figure_that_a_brief_was_the_first_to_show_is_shown_by_a_pack() -> None:
    svg = (  # in a face that nothing else on its pages wears
        '<svg xmlns="http://www.w3.org/2000/svg" width="450pt" height="110pt">'
        f'<text x="9" y="90" font-family="{fonts.SANS.name}" font-style="italic" '
        'font-weight="bold">Unlike</text></svg>'
    )
    part = packs.bound()
    figures = tuple(replace(one, svg=svg.encode()) for one in part.rendered.figures)
    part = replace(part, rendered=replace(part.rendered, figures=figures))
    PDF.export(part.rendered)
    assert "Unlike" in "".join(pages(PackPrinter().export(packs.of(part))))


def with_notes(part: Bound) -> Bound:
    """Return a brief whose first section has two notes, printed below their section."""
    note = '<p>Said.<span class="note" id="note-{0}">Note {0}.</span></p>'
    html = part.rendered.html.replace('<body class="', '<body class="endnotes ', 1)
    html = html.replace("</h2>", f"</h2>{note.format(1)}{note.format(2)}", 1)
    return replace(part, rendered=replace(part.rendered, html=html))


def test_notes_are_counted_from_one_in_every_brief_and_titles_stay() -> None:
    memo = with_notes(packs.bound(template="memo"))
    document = PackPrinter().export(packs.of(with_notes(packs.bound("First")), memo))
    text = "\n".join(pages(document))
    assert text.count("Note 1.") == text.count("Note 2.") == 2
    assert "Subject: South Caucasus and Central Asia" in text


def test_a_pack_can_be_stopped_between_its_pieces() -> None:
    class Stopped:
        def start(self, total: int) -> None: ...

        def step(self, what: str) -> None: ...

        def check(self) -> None:
            raise Cancelled

    with pytest.raises(Cancelled):
        PackPrinter().export(bound(), Stopped())
