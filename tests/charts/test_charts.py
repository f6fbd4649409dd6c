"""Every chart of the list goes through these, without being named here."""

from __future__ import annotations

import io
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations, count
from pathlib import Path

import pytest
from PIL import Image

from briefing.charts import CHARTS, drawing, measuring
from briefing.charts.chart import Chart, NotEnough
from briefing.charts.drawing import tint
from briefing.charts.loading import FONT_LIST, load
from briefing.errors import BriefError
from briefing.fonts import FAMILIES
from briefing.model import (
    BriefRequest,
    Candidate,
    ChartData,
    ChartPoint,
    Choice,
    Metadata,
    PartialDate,
    ReportSummary,
    Selection,
    StoredFinding,
)
from briefing.quotations import full_code
from tests.builders import TALKS, a_data_file, a_finding, a_stored, a_summary, a_taxonomy

README = Path(__file__).resolve().parents[2] / "README.md"
REQUEST = BriefRequest(regions=("south-caucasus", "KZ"), themes=("conflict", "diplomacy"))
HALICKI = a_summary(
    sha256="a" * 64, metadata=Metadata("H", ("Tomasz Halicki",), date=PartialDate(2022, 12))
)
UNDATED = a_summary(sha256="c" * 64, metadata=Metadata("U"))
STEPPE = a_summary(sha256="b" * 64, metadata=Metadata("S", (), "Steppe Memos", PartialDate(2010)))
SHELLING = "On 13 September 2022 shelling of Armenia from Azerbaijan killed about 105 soldiers."
GUARDS = "Some 1,960 Russian peacekeepers were posted from 2020 until September 2022."
UNION = "In July 2010 Kazakhstan joined the customs union, which handles 12 per cent of its trade."
WAR = "In August 2008 some 9,000 soldiers crossed the tunnel into Georgia."


_SMALLEST_TYPE = 6.5
_LEAST_STEP = 2.0
"""By which two areas of different colours differ in a greyscale print, of 255."""
_BLOCKS = count()
"""No two findings stand in one paragraph."""


def offered(
    report: ReportSummary,
    about: str,
    theme: str,
    *dates: str,
    also_in: ReportSummary | None = None,
    text: str = TALKS,
    mentions: Sequence[str] = (),
) -> Candidate:
    named = (about, *mentions)
    block = next(_BLOCKS)

    def told_by(one: ReportSummary) -> StoredFinding:
        finding = a_finding(
            text,
            report=one.sha256,
            block=block,
            about=(about,),
            mentions=named,
            themes=(theme,),
            dates=dates,
        )
        return a_stored(finding, report=one)

    again = (told_by(also_in),) if also_in else ()
    stored = told_by(report)
    return Candidate(stored, 0.5, about, theme, "", Choice.LEFT_OUT, also_in=again)


SELECTION = Selection(
    replace(REQUEST, data=(a_data_file(),)),
    (
        offered(HALICKI, "AM", "conflict", "2022-09-13", text=SHELLING, mentions=("AZ",)),
        offered(HALICKI, "AZ", "conflict", "2020", "2022-09", text=GUARDS, mentions=("AM", "RU")),
        offered(HALICKI, "south-caucasus", "diplomacy", "2022", also_in=STEPPE),
        offered(STEPPE, "KZ", "diplomacy", "2010-07", text=UNION, mentions=("RU", "csto")),
        offered(STEPPE, "GE", "conflict", "2008-08", text=WAR, mentions=("RU",)),
        offered(STEPPE, "GE", "conflict"),
    ),
)


def data_of(chart: Chart, selection: Selection = SELECTION) -> ChartData:
    data = chart.data(selection, a_taxonomy())
    assert isinstance(data, ChartData)
    return data


@pytest.fixture(params=CHARTS, ids=lambda chart: chart.id)
def chart(request: pytest.FixtureRequest) -> Chart:
    found: Chart = request.param
    return found


def test_ids_are_distinct() -> None:
    assert len({chart.id for chart in CHARTS}) == len(CHARTS)


def test_the_manual_names_every_chart_and_none_besides() -> None:
    (row,) = (line for line in README.read_text("utf-8").splitlines() if "| `charts` |" in line)
    named, _, _ = row.partition("; left out:")
    assert re.findall(r"`([a-z]+)`", named) == ["charts", *(chart.id for chart in CHARTS)]


def test_chart_asks_answers_and_gives_its_numbers_in_words(chart: Chart) -> None:
    data = data_of(chart)
    assert data.chart == chart.id
    assert data.question.endswith("?")
    assert data.answer.endswith(".")
    assert "findings" in data.basis or (chart.own and "Source: " in data.basis)
    cells = [cell for row in data.rows for cell in row[1:-1]]
    numbers = {str(cell) for cell in cells if cell and isinstance(cell, int)}
    assert all(number in data.alt for number in numbers)
    assert all(len(row) == len(data.columns) for row in data.rows)


def test_points_lie_within_the_picture_and_lead_to_findings_that_are_known(chart: Chart) -> None:
    data = data_of(chart)
    labels = [point.label for point in data.points]
    assert len(set(labels)) == len(labels)
    known = {
        full_code(one.finding.passage)
        for candidate in SELECTION.candidates
        for one in (candidate.stored, *candidate.also_in)
    }
    for point in data.points:
        assert str(point.value)
        assert point.unit
        assert known.issuperset(point.codes)
        assert point.unit != "findings" or len(point.codes) == point.value
    image = chart.draw(data)
    assert {area.label for area in image.areas} == set(labels)
    for area in image.areas:
        assert 0 <= area.left < area.left + area.width <= image.width_pt + 0.01
        assert 0 <= area.top < area.top + area.height <= image.height_pt + 0.01


def test_chart_of_an_earlier_version_is_drawn_and_leads_nowhere(chart: Chart) -> None:
    data = data_of(chart)
    image = chart.draw(replace(data, points=()))
    assert (image.svg, image.areas) == (chart.draw(data).svg, ())


def test_every_letter_can_be_read_and_every_area_told_apart_in_grey(chart: Chart) -> None:
    svg = chart.draw(data_of(chart)).svg.decode()
    assert all(float(size) >= _SMALLEST_TYPE for size in re.findall(r"font-size: ([\d.]+)px", svg))
    greys = {colour: _grey(colour) for colour in re.findall(r"fill: (#[0-9a-f]{6})", svg)}
    for one, other in combinations(greys, 2):
        assert abs(greys[one] - greys[other]) >= _LEAST_STEP, (one, other)


def _grey(colour: str) -> float:
    """Return how light a colour is on a greyscale print, 0 to 255."""
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_matplotlib_knows_the_bundled_fonts_and_has_looked_for_no_others() -> None:
    load()
    from matplotlib.font_manager import FontManager, fontManager

    assert FontManager.__version__ == FONT_LIST
    bundled = {str(face.path) for family in FAMILIES for face in family.faces}
    assert {str(entry.fname) for entry in fontManager.ttflist} == bundled
    assert not fontManager.afmlist


def test_nothing_is_drawn_or_measured_before_the_bundled_fonts_are_known(
    chart: Chart, monkeypatch: pytest.MonkeyPatch
) -> None:
    from matplotlib import figure

    data = data_of(chart)
    known: list[bool] = []

    class Sheet(figure.Figure):
        def __init__(self, *args: object, **kwargs: object) -> None:
            assert known, "matplotlib would look for the fonts of the machine"
            super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(figure, "Figure", Sheet)
    for place in (drawing, measuring):
        monkeypatch.setattr(place, "load", lambda: known.append(True))
    assert chart.draw(data).svg


def test_chart_is_left_out_when_there_is_next_to_nothing(chart: Chart) -> None:
    for selection in (Selection(REQUEST, ()), Selection(REQUEST, SELECTION.candidates[:1])):
        said = chart.data(selection, a_taxonomy())
        assert isinstance(said, NotEnough)
        assert said.reason.endswith(".")


def test_drawing_is_the_same_each_time_and_as_large_as_it_says(chart: Chart) -> None:
    data = data_of(chart)
    image = chart.draw(data)
    assert chart.draw(data) == image
    root = ET.fromstring(image.svg)  # noqa: S314 - our own drawing
    assert root.get("width") == f"{image.width_pt:g}pt"
    assert chart.draw(data).for_word() == image.for_word()
    with Image.open(io.BytesIO(image.for_word().png)) as png:
        assert png.width == pytest.approx(image.width_pt / 72 * 300, abs=2)
        assert png.mode == "RGB", "what is transparent is dark in some programs"
        assert png.info["dpi"] == pytest.approx((300, 300), abs=0.1)
        assert png.convert("L").getextrema() != (255, 255), "nothing was drawn"


def test_letters_are_text_in_one_file_and_outlines_in_the_other(chart: Chart) -> None:
    image = chart.draw(data_of(chart))
    assert b"<text" in image.svg
    assert b"Source Sans 3" in image.svg
    assert b"<text" not in image.for_word().outlined


def test_no_line_of_words_needs_a_space_that_drawings_drop(chart: Chart) -> None:
    """SVG keeps no space at either end of a text, and one of several."""
    svg = chart.draw(data_of(chart)).svg.decode()
    lines = [line for line in re.findall(r"<text[^>]*>([^<]*)</text>", svg) if line.strip()]
    assert lines
    assert all(line == " ".join(line.split(" ")).strip(" ") for line in lines)
    assert not any("  " in line for line in lines)


def test_hostile_names_stay_text(chart: Chart) -> None:
    evil = a_summary(
        sha256="e" * 64,
        metadata=Metadata(
            "x", ("$\\frac{1}{0}$ <script>alert(1)</script>",), date=PartialDate(2021)
        ),
    )
    more = tuple(offered(evil, "AM", "conflict", "2021") for _ in range(3))
    data = data_of(chart, replace(SELECTION, candidates=SELECTION.candidates + more))
    assert b"<script" not in chart.draw(data).svg


def damaged(chart: Chart) -> Iterator[ChartData]:
    data = data_of(chart)
    name, *cells = data.rows[0]
    yield replace(data, rows=())
    yield replace(data, columns=(), rows=((),) * 3)
    yield replace(data, columns=data.columns[:1], rows=(("alone",),))
    yield replace(data, rows=data.rows[:1] * 5000)
    yield replace(data, columns=data.columns * 500, rows=tuple(row * 500 for row in data.rows))
    yield replace(data, rows=(*data.rows, (name,)))
    yield replace(data, rows=((name, *["many\0"] * len(cells)), *data.rows[1:]))
    yield replace(data, rows=((name, *[-1] * len(cells)), *data.rows[1:]))
    yield replace(data, rows=((name, *[10**30] * len(cells)), *data.rows[1:]))
    yield replace(data, rows=((7, *cells), *data.rows[1:]))
    yield replace(data, rows=(("2022" * 9999, *cells), *data.rows[1:]))
    yield replace(data, rows=(("20\x0022", *cells), *data.rows[1:]))
    yield replace(data, rows=tuple((row[0], *[0] * len(cells)) for row in data.rows))
    for point in (
        ChartPoint("a\0b", 1, "findings"),
        ChartPoint("long" * 999, 1, "findings"),
        ChartPoint("large", 10**30, "findings"),
        ChartPoint("code", 1, "findings", ("passage-1-2",)),
        ChartPoint("line", "1", "%", file="a.csv", line=-1),
    ):
        yield replace(data, points=(point,))
    yield replace(data, points=(ChartPoint("twice", 1, "findings"),) * 2)
    yield replace(data, points=tuple(ChartPoint(f"{n}", 1, "findings") for n in range(5000)))


def test_damaged_data_is_an_error_in_words_and_never_drawn(chart: Chart) -> None:
    for data in damaged(chart):
        with pytest.raises(BriefError, match=f"The chart “{chart.id}” of the brief is damaged: "):
            chart.draw(data)


def test_data_of_one_chart_is_refused_by_the_others(chart: Chart) -> None:
    for other in CHARTS:
        if other is not chart:
            with pytest.raises(BriefError, match="is damaged"):
                chart.check(data_of(other))


def test_tints_fall_steadily_in_lightness_and_keep_their_numbers_legible() -> None:
    def luminance(colour: str) -> float:
        parts = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
        linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    steps = [luminance(tint(n / 10)) for n in range(11)]
    assert steps == sorted(steps, reverse=True)
    ink = luminance("#1b2431")
    assert all((step + 0.05) / (ink + 0.05) >= 4.5 for step in steps)
