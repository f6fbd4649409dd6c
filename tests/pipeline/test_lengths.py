"""What is proposed fits the sides that a template is meant for, beside what the officer wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.exporters.pdf_preview import Preview
from briefing.library import Library
from briefing.model import BriefRequest, Draft, FieldKind, FieldValue, Judgement
from briefing.pipeline.building import BuiltBrief, build_brief
from briefing.pipeline.desk import Desk
from briefing.pipeline.exporting import export_brief
from briefing.pipeline.lengths import USUAL_FINDINGS, findings_with_room
from briefing.progress import Silent
from briefing.selection.spread import LENGTH_REACHED
from briefing.templating import load_header, render
from tests.builders import a_data_file, a_report, a_taxonomy, found_in, original_of

TODAY = date(2026, 11, 21)
SAID = (
    "In the year {n} the commission of the two governments met again on neutral ground and agreed, "
    "after three days of talks in which the mediators had no part, on a further stretch of the "
    "line that neither side had named before."
)
SENTENCES = tuple(SAID.format(n=2000 + n) for n in range(16))
WORDS = "We hold what was agreed to be worth more than what was signed, and say so to both sides."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    report = a_report(*SENTENCES)
    findings = [found_in(report, one, about=("AM",), themes=("conflict",)) for one in SENTENCES]
    with Library.open(tmp_path / "library", create=True) as opened:
        opened.add(report, findings, original_of(report), TODAY)
        yield opened


def asked(template: str, **more: object) -> BriefRequest:
    """Return a request in which nothing but the scope and the paper is said."""
    said = BriefRequest(("AM",), ("conflict",), template=template, page_size="Letter")
    return replace(said, charts=(), issued=TODAY, **more)  # type: ignore[arg-type]


def filled(template: str) -> BriefRequest:
    """Return a request with a word in every field of its template."""
    rows = {
        FieldKind.LINES: ((WORDS,), (WORDS,), (WORDS,)),
        FieldKind.PAIRS: (("One", WORDS), ("Another", WORDS)),
        FieldKind.DATE: (("2026-12-01",),),
    }
    fields = load_header(template).fields
    return asked(
        template,
        addressee="Minister",
        sender="Desk",
        bottom_line=WORDS,
        judgements=(Judgement(WORDS, "likely", "high", WORDS),) * 3,
        recommendation=WORDS,
        lines_to_take=(WORDS,) * 3,
        action=WORDS,
        enclosures=("Map", "Statement"),
        fields=tuple(
            FieldValue(one.name, rows.get(one.kind, ((f"{WORDS}\n\n{WORDS}",),))) for one in fields
        ),
    )


def built(library: Library, request: BriefRequest) -> BuiltBrief:
    """Return the brief that the program proposes."""
    return build_brief(library, request, a_taxonomy(), today=TODAY)


@pytest.mark.parametrize("template", ["note", "visit"])
def test_a_document_of_two_sides_with_every_field_filled_keeps_to_them(
    library: Library, template: str
) -> None:
    brief = built(library, filled(template)).brief
    assert 3 < len(brief.findings) < USUAL_FINDINGS
    length = Preview().measure(render(brief, (), a_taxonomy()))
    assert 1.5 < length.filled < 2


def test_where_nothing_else_is_said_the_usual_number_is_proposed(library: Library) -> None:
    assert len(built(library, asked("note")).brief.findings) == USUAL_FINDINGS


def test_charts_of_own_figures_that_come_by_themselves_take_up_room(library: Library) -> None:
    plain = replace(filled("note"), charts=None)
    found = [
        len(built(library, replace(plain, data=data)).brief.findings)
        for data in ((), (a_data_file(),))
    ]
    assert found[1] < found[0]
    request = replace(plain, data=(a_data_file(),))
    view = Desk(library, a_taxonomy(), today=lambda: TODAY).view(Draft(request))
    assert view.used == found[1]


@pytest.mark.parametrize("more", [{"max_findings": 14}, {"max_words": 10_000}])
def test_who_asks_for_a_length_gets_it(library: Library, more: dict[str, int]) -> None:
    request = replace(filled("note"), **more)  # type: ignore[arg-type]
    number = more.get("max_findings", USUAL_FINDINGS)
    assert len(built(library, request).brief.findings) == number


def test_the_window_proposes_the_same_and_says_why_the_others_stay_out(library: Library) -> None:
    request = filled("visit")
    view = Desk(library, a_taxonomy(), today=lambda: TODAY).view(Draft(request))
    assert view.used == len(built(library, request).brief.findings)
    assert not view.fresh
    left = {row.why_left_out for row in view.rows if not row.decision.is_used}
    assert left == {LENGTH_REACHED}


def test_a_document_that_ran_over_says_for_how_many_findings_there_is_room(
    library: Library, tmp_path: Path
) -> None:
    request = replace(filled("note"), max_findings=16, lines_to_take=(WORDS,) * 12)
    brief = built(library, request).brief
    room = findings_with_room(brief, load_header("note"))
    assert 0 < room < 16
    path, silent = tmp_path / "note.pdf", Silent()
    (file,) = export_brief(brief, [path], a_taxonomy(), silent, verification=None)
    assert file.remarks[-1].endswith(
        f"3 sides, meant for 2. Beside your own words there is room for about {room} of 16 "
        "findings: use fewer, or shorten your words."
    ), file.remarks


@pytest.mark.parametrize(
    ("charts", "said"),
    [
        ((), "Your own words alone fill them: shorten your words."),
        (
            ("locator",),
            "Charts and your own words alone fill them: leave out a chart, or shorten the words.",
        ),
    ],
)
def test_where_there_is_room_for_no_findings_nobody_is_told_to_use_fewer(
    library: Library, tmp_path: Path, charts: tuple[str, ...], said: str
) -> None:
    request = replace(filled("note"), lines_to_take=(WORDS,) * 90, charts=charts)
    brief = built(library, request).brief
    assert len(brief.charts) == len(charts)
    path, silent = tmp_path / "note.pdf", Silent()
    (file,) = export_brief(brief, [path], a_taxonomy(), silent, verification=None)
    assert file.remarks[-1].endswith(f"meant for 2. {said}"), file.remarks
