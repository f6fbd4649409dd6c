"""What a page that comes ahead of the rest is put together from."""

from __future__ import annotations

from io import BytesIO

import pypdfium2
import pytest

from briefing.exporters.pdf_bands import Band, joined
from briefing.exporters.pdf_layout import Sheet, Span
from briefing.exporters.pdf_montage import Montage
from briefing.exporters.pdf_units import excerpt_of, units_of
from briefing.exporters.pdf_versions import Versions
from briefing.rasterising import Raster, draw_page

PARTS = "abcdef"
SHEET = Sheet(400, 40, 360, tuple(Span(n, 40 + 50 * n, 80 + 50 * n) for n in range(6)))
"""Six parts, 40 high and 10 apart; the last ends 30 above the end of the page."""


def montage(new: str, old: str = PARTS) -> Montage:
    return Montage(SHEET, range(len(new)), Versions(old, new))


def fresh(parts: list[int], high: float = 40) -> dict[int, Span]:
    """Return parts laid out below each other, 10 apart."""
    return {
        part: Span(part, 7 + (high + 10) * n, 7 + (high + 10) * n + high)
        for n, part in enumerate(parts)
    }


def drawn(pdf: bytes) -> Raster:
    return draw_page(pdf, 1, 1)


def page_of_lines(grey: dict[tuple[int, int], int]) -> bytes:
    """Return a page of 100 by 100 points with rows, from top to bottom, of shades of grey."""
    document = pypdfium2.PdfDocument.new()
    page = document.new_page(100, 100)
    raw = pypdfium2.raw
    for (top, bottom), shade in grey.items():
        box = raw.FPDFPageObj_CreateNewRect(0, 100 - bottom, 100, bottom - top)
        raw.FPDFPageObj_SetFillColor(box, shade, shade, shade, 255)
        raw.FPDFPath_SetDrawMode(box, raw.FPDF_FILLMODE_WINDING, False)
        raw.FPDFPage_InsertObject(page, box)
    page.gen_content()
    written = BytesIO()
    document.save(written)
    page.close()
    document.close()
    return written.getvalue()


def shade(raster: Raster, row: int) -> int:
    return raster.data[row * raster.stride + 4 * (raster.width // 2)]


# --- versions


def test_a_part_that_is_kept_is_known_by_the_number_it_had() -> None:
    versions = Versions(PARTS, "abXdf")
    assert [versions.was(part) for part in range(5)] == [0, 1, None, 3, 5]


def test_the_end_of_a_document_does_not_hide_what_else_is_alike() -> None:
    versions = Versions("abcdeZ", "abdeY")
    assert [(change.old_first, change.old_end) for change in versions.changes] == [(2, 3), (5, 6)]


def test_what_is_put_before_a_part_belongs_where_that_part_begins() -> None:
    versions = Versions(PARTS, "abXcdef")
    assert versions.in_new(2) == 2
    assert versions.in_new(3) == 4
    assert versions.in_old(2) == 2
    assert versions.in_new(6) == 7


# --- what is laid out, and what goes where


def test_only_what_changed_and_its_neighbours_are_laid_out() -> None:
    assert montage("abXdef").wanted() == [range(1, 4)]
    assert montage("abdef").wanted() == [range(1, 3)]
    assert montage("Xbcde").wanted() == [range(0, 2)]
    assert montage("aXcdYf").wanted() == [range(0, 3), range(3, 6)]


def test_a_single_new_part_is_laid_out_though_it_has_no_neighbour() -> None:
    assert montage("X").wanted() == [range(1)]


def test_what_is_left_out_lets_the_rest_move_up() -> None:
    pieces = montage("abdef").pieces(fresh([1, 2]))
    assert [(piece.part, piece.at) for piece in pieces] == [
        (0, 40),
        (1, 90),
        (2, 140),
        (3, 190),
        (4, 240),
    ]
    assert not any(piece.is_new for piece in pieces)


def test_what_grows_moves_the_rest_down_and_the_last_off_the_page() -> None:
    pieces = montage("abXdef").pieces(fresh([1, 2, 3], high=80))
    assert [(piece.part, piece.at, piece.end) for piece in pieces[2:]] == [
        (2, 140, 220),
        (3, 230, 270),
        (4, 280, 320),
    ]


def test_what_does_not_fit_into_what_was_laid_out_ends_the_page() -> None:
    pieces = montage("abXYZdef").pieces(fresh([1, 2]))
    assert [piece.part for piece in pieces] == [0, 1, 2]


def test_pieces_that_stand_together_make_one_strip() -> None:
    page = montage("abXdef")
    strips = page.strips(page.pieces(fresh([1, 2, 3])))
    assert [(strip.top, strip.bottom, strip.at, strip.is_new) for strip in strips] == [
        (0, 130, 0, False),  # with the head of the page
        (57, 97, 140, True),
        (190, 330, 190, False),
        (360, 400, 360, False),
    ]


def test_what_falls_away_is_not_seen_above_the_foot() -> None:
    page = montage("abcdX", old=PARTS)
    strips = page.strips(page.pieces(fresh([3], high=10)))
    assert [(strip.top, strip.bottom) for strip in strips] == [(0, 230), (360, 400)]


# --- pictures


def test_bands_go_where_they_are_wanted() -> None:
    one = page_of_lines({(0, 50): 10, (50, 100): 90})
    other = page_of_lines({(0, 100): 200})
    made = drawn(joined(100, 100, [Band(one, 50, 60, 0), Band(other, 0, 20, 10)]))
    assert [shade(made, row) for row in (5, 20, 50)] == [90, 200, 255]


def test_of_a_band_nothing_is_seen_but_itself() -> None:
    page = page_of_lines({(0, 40): 10, (40, 60): 120, (60, 100): 10})
    made = drawn(joined(100, 100, [Band(page, 40, 60, 70)]))
    assert [shade(made, row) for row in (50, 68, 80, 92)] == [255, 255, 120, 255]


# --- excerpts


HTML = """<html lang="en"><head><title>t</title></head><body class="note"><h1>One</h1>
<ul class="x"><li>a</li><li>b</li></ul><p>Two</p><ol><li>c</li><li>d</li><li>e</li></ol>
</body></html>"""


def test_all_parts_put_together_again_are_the_document() -> None:
    units = units_of(HTML)
    again = units_of(excerpt_of(units, [range(len(units))]))
    assert again.texts[1:] == units.texts[1:]
    assert again.root.body.get("class") == "note"


def test_an_excerpt_holds_the_runs_it_is_asked_for() -> None:
    units = units_of(HTML)
    again = units_of(excerpt_of(units, [range(1, 2), range(3, 4)]))
    assert [part.text for part in again.root.body.iter("li", "p")] == ["a", "Two"]


def test_of_what_is_not_seen_the_words_are_left_out_and_the_blocks_are_not() -> None:
    units = units_of("<html><head></head><body><p>a <a href='#b'>b</a> c</p><div><p>d</p></div>")
    again = units_of(excerpt_of(units, [range(2)], unseen=[0, 1]))
    assert [part.text_content() for part in again.root.body] == ["x", "d"]
    assert all("unseen" in part.classes for part in again.root.body)


@pytest.mark.parametrize(("first", "start"), [(4, "1"), (6, "3")])
def test_a_list_goes_on_counting_where_it_was_taken_apart(first: int, start: str) -> None:
    assert f'start="{start}"' in excerpt_of(units_of(HTML), [range(first, first + 1)])
