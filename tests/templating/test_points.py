"""Points of charts: what stands behind them is told in a table, and they lead there."""

from __future__ import annotations

from dataclasses import replace

from lxml import html as lxml_html

from briefing.blocks.lowering import placed
from briefing.model import Brief, ChartPoint, FigureArea, FigureImage, RenderedBrief
from briefing.quotations import full_code, passage_of
from briefing.templating import render
from briefing.templating.points import Places, numbers_of
from tests import briefs

UNKNOWN = "f-zzzz"


def code_of(made: Brief, number: int, elsewhere: bool = False) -> str:
    finding = made.findings[number]
    return full_code(passage_of((finding.elsewhere if elsewhere else finding.quotations)[0]))[:6]


def pointed(*, annex: bool = True) -> Brief:
    """Return a brief whose chart has points of all sorts."""
    made = briefs.brief()
    points = (
        ChartPoint("one", 1, "findings", (code_of(made, 0),)),
        ChartPoint("two", 2, "findings", (UNKNOWN, code_of(made, 1))),
        ChartPoint("again", 1, "findings", (code_of(made, 4, elsewhere=True),)),
        ChartPoint("unseen", 1, "findings", (UNKNOWN,)),
        ChartPoint("own", "3.4", "% of GDP", source="World Bank, line 12"),
        ChartPoint("crowd", 60, "findings", (*(UNKNOWN,) * 59, code_of(made, 2))),
    )
    chart = replace(briefs.CHART, points=points)
    return replace(made, charts=(chart,), request=replace(made.request, annex=annex))


def drawing() -> FigureImage:
    (figure,) = briefs.figures()
    labels = ("one", "two", "again", "unseen", "own", "crowd")
    areas = (FigureArea(name, 20.0 * n, 30.0, 18.0, 12.0) for n, name in enumerate(labels))
    return replace(figure, areas=tuple(areas))


def rendered(*, annex: bool = True) -> RenderedBrief:
    return render(pointed(annex=annex), (drawing(),), briefs.TAXONOMY)


def test_a_table_tells_each_number_and_leads_to_the_passages_that_are_printed() -> None:
    root = lxml_html.document_fromstring(rendered().html)
    (table,) = root.xpath("//table[@id='numbers-coverage']")
    rows = [[cell.text_content() for cell in row] for row in table.xpath(".//tbody/tr")]
    made = pointed()
    assert rows[0] == ["one", "1", "finding", code_of(made, 0)]
    assert rows[1] == ["two", "2", "findings", f"{code_of(made, 1)}, {UNKNOWN}"]
    assert rows[4] == ["own", "3.4", "% of GDP", "World Bank, line 12"]
    assert rows[5][3].startswith(code_of(made, 2))
    assert rows[5][3].endswith(" and 20 more")
    ids = set(root.xpath("//@id"))
    links = [link.get("href")[1:] for link in table.xpath(".//tbody//a")]
    assert len(links) == 4
    assert ids.issuperset(links)
    assert all(link.startswith("passage-") for link in links)
    (caption,) = root.xpath("//figcaption//a")
    assert caption.get("href") == "#numbers-coverage"


def test_a_point_leads_to_the_passage_of_its_one_finding_else_to_its_row() -> None:
    made = rendered()
    (figure,) = made.figures
    targets = {area.label: area.target for area in figure.areas}
    four = pointed().findings[4]
    assert targets["one"].startswith("passage-1-")
    assert targets["again"] == f"passage-{four.citations[1].source}-{four.elsewhere[0].block}"
    assert targets["two"] == "number-coverage-2"
    assert targets["unseen"] == "number-coverage-4"
    assert targets["own"] == "number-coverage-5"
    codes = {area.label: area.code for area in figure.areas if area.code}
    assert codes == {"one": pointed().findings[0].code, "again": four.code, "unseen": UNKNOWN}
    assert {area.label for area in figure.areas if area.leads_on} == {"two", "own", "crowd"}
    words = {area.label: area.words for area in figure.areas}
    assert words["one"] == "one: 1 finding"
    assert placed(figure, "b2").areas[1].target == "b2-number-coverage-2"


def test_without_an_annex_a_point_leads_to_a_finding_that_is_printed() -> None:
    made = rendered(annex=False)
    assert "numbers" not in made.html
    targets = {area.label: area.target for area in made.figures[0].areas}
    findings = pointed().findings
    assert (targets["one"], targets["two"]) == (findings[0].code, findings[1].code)
    assert (targets["again"], targets["unseen"]) == (findings[4].code, "")


def test_a_number_of_ones_own_leads_to_its_row_which_names_its_line() -> None:
    made = briefs.brief()
    points = tuple(
        ChartPoint(f"Armenia, {year}", value, "%", file="a.csv", line=line)
        for year, value, line in ((2016, "4.6", 2), (2017, "4.2", 3))
    )
    numbers = (("2016", "4.6"), ("2017", "4.2"))
    chart = replace(briefs.CHART, columns=("Year", "Armenia"), rows=numbers, points=points)
    figure = replace(drawing(), areas=tuple(FigureArea(one.label, 0, 0, 9, 9) for one in points))
    rendered = render(replace(made, charts=(chart,)), (figure,), briefs.TAXONOMY)
    root = lxml_html.document_fromstring(rendered.html)
    targets = [area.target for area in rendered.figures[0].areas]
    rows = [root.xpath("//tr[th[@id=$one]]", one=target)[0] for target in targets]
    found = [row.text_content() for row in rows]
    assert found == ["20164.62", "20174.23"]


def test_from_how_many_reports_findings_are_stands_with_their_number() -> None:
    points = (
        ChartPoint("Conflict", 41, "findings from 3 reports", ("f-aaaa",)),
        ChartPoint("Energy", 1, "finding from 1 report", ("f-bbbb",)),
        ChartPoint("Trade", 2, "findings", ("f-cccc",)),
    )
    made = briefs.brief()
    data = replace(made.charts[0], points=points)
    (table,) = numbers_of([data], Places(made))
    assert table.counted, "the unit needs no column"
    assert [row.value for row in table.rows] == ["41 from 3 reports", "1 from 1 report", "2"]


def test_a_table_of_what_happened_has_no_column_of_units() -> None:
    long = "In March the two ministers met in Prague and shook hands."
    points = tuple(ChartPoint(f"{n} March", long, "event", (f"f-aaa{n}",)) for n in (2, 3))
    made = briefs.brief()
    made = replace(made, charts=(replace(made.charts[0], points=points),))
    html = render(made, briefs.figures(), briefs.TAXONOMY).html
    table = lxml_html.document_fromstring(html).cssselect("table.numbers.told")[0]
    heads = [head.text_content() for head in table.cssselect("thead th")]
    assert heads == ["Shown", "What is said", "Findings behind it"]
    assert {len(row) for row in table.cssselect("tbody tr")} == {3}
