"""Areas of figures are links in the PDF and can be clicked in the preview."""

from __future__ import annotations

import io
from dataclasses import replace

import pikepdf
import pytest

from briefing.exporters.pdf import PDF
from briefing.exporters.pdf_layout import lay_out
from tests.templating.test_points import rendered


@pytest.fixture(scope="module")
def pdf() -> pikepdf.Pdf:
    """Return a document in which a point of the figure, “own”, is drawn in two places."""
    made = rendered()
    (figure,) = made.figures
    own = next(area for area in figure.areas if area.label == "own")
    areas = (*figure.areas, replace(own, top=own.top + own.height + 1.0))
    figures = (replace(figure, areas=areas),)
    return pikepdf.open(io.BytesIO(PDF.export(replace(made, figures=figures)).data))


def test_each_area_is_a_link_of_the_tagged_structure(pdf: pikepdf.Pdf) -> None:
    links = {
        str(link.Contents): link
        for page in pdf.pages
        for link in page.get("/Annots", ())
        if str(link.Dest).startswith(("passage-", "number-"))
        and str(link.Contents).startswith(("one: ", "two: ", "own: "))
    }
    assert sorted(links) == ["one: 1 finding", "own: 3.4 % of GDP", "two: 2 findings"]
    places = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    for link in links.values():
        element = places[link.StructParent]
        assert element.S == "/Link"
        assert any(held.Obj == link for held in element.K)
        assert any(child == element for child in element.P.K)
    one, two = links["one: 1 finding"].Rect, links["two: 2 findings"].Rect
    assert float(two[0] - one[0]) == pytest.approx(20.0, abs=0.5)
    assert float(one[3] - one[1]) == pytest.approx(12.0, abs=0.5)


def test_a_point_in_two_places_is_one_link_of_the_structure(pdf: pikepdf.Pdf) -> None:
    links = [link for page in pdf.pages for link in page.get("/Annots", ())]
    own = [link for link in links if str(link.Contents) == "own: 3.4 % of GDP"]
    places = dict(zip(*[iter(pdf.Root.StructTreeRoot.ParentTree.Nums)] * 2, strict=True))
    first, second = (places[link.StructParent] for link in own)
    assert first == second
    assert [held.Obj for held in first.K] == own
    assert [child == first for child in first.P.K].count(True) == 1


def test_the_preview_knows_which_finding_or_which_point_of_a_chart_was_clicked() -> None:
    made = rendered()
    layout = lay_out(made)
    pages = [layout.page(number) for number in range(1, layout.total + 1)]
    points = {point.label: point for page in pages for point in page.points}
    (figure,) = made.figures
    assert {label: point.code for label, point in points.items()} == {
        area.label: area.code for area in figure.areas
    }
    assert {point.chart for point in points.values()} == {"coverage"}
    assert points["two"].words == "two: 2 findings"
    assert all(0 < point.left < 1 and 0 < point.top < 1 for point in points.values())


def test_the_preview_knows_the_edge_of_a_point_that_is_no_box() -> None:
    made = rendered()
    (figure,) = made.figures
    one = figure.areas[0]
    corner = (one.left, one.top, one.left + one.width, one.top, one.left, one.top + 2 * one.height)
    areas = (replace(one, outline=(corner,)), *figure.areas[1:])
    layout = lay_out(replace(made, figures=(replace(figure, areas=areas),)))
    points = [point for n in range(1, layout.total + 1) for point in layout.page(n).points]
    (outline,) = (point.outline for point in points if point.outline)
    assert list(outline[0]) == pytest.approx([0, 0, 1, 0, 0, 2])
