from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import RequestError, TemplateError
from briefing.library import Library
from briefing.model import BriefRequest, Judgement, Metadata, PartialDate
from briefing.pipeline.building import build_brief
from briefing.pipeline.exporting import export_brief
from briefing.progress import Silent
from tests.builders import a_report, a_taxonomy, found_in, original_of

TODAY = date(2026, 11, 21)
FIRE = "Armenia and Azerbaijan exchanged fire along their border on 13 September 2022."
TALKS = "Kazakhstan offered Almaty as the place for talks in May 2023."


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    report = a_report(FIRE, TALKS)
    findings = [
        found_in(report, FIRE, about=("AM", "AZ"), themes=("conflict",), dates=("2022-09-13",)),
        found_in(report, TALKS, about=("KZ",), themes=("diplomacy",), dates=("2023-05",)),
    ]
    with Library.open(tmp_path / "library") as opened:
        opened.add(report, findings, original_of(report), TODAY)
        yield opened


def texts(library: Library, request: BriefRequest) -> list[str]:
    built = build_brief(library, request, a_taxonomy(), today=TODAY)
    assert len(built.verification.verbatim) == len(built.brief.findings)
    return [finding.text for finding in built.brief.findings]


def test_a_sub_region_covers_its_members(library: Library) -> None:
    assert texts(library, BriefRequest(("south-caucasus",), ("conflict",))) == [FIRE]
    assert texts(library, BriefRequest(("central-asia",), ("conflict", "diplomacy"))) == [TALKS]


def test_regions_and_themes_may_be_named(library: Library) -> None:
    assert texts(library, BriefRequest(("Armenia",), ("Conflict",))) == [FIRE]


def test_the_period_is_that_of_the_events(library: Library) -> None:
    assert texts(library, BriefRequest(("AM", "KZ"), since=date(2023, 1, 1))) == [TALKS]
    assert texts(library, BriefRequest(("AM", "KZ"), until=date(2022, 12, 31))) == [FIRE]


def test_what_has_no_date_at_all_is_passed_over_when_a_period_is_asked(
    library: Library,
) -> None:
    undated = a_report("Georgia fought over its border.", metadata=Metadata("Undated"))
    finding = found_in(undated, "Georgia", about=("GE",), themes=("conflict",))
    library.add(undated, [finding], original_of(undated), TODAY)
    assert texts(library, BriefRequest(("GE",))) == ["Georgia"]
    asked = BriefRequest(("GE", "AM"), since=date(2020, 1, 1))
    built = build_brief(library, asked, a_taxonomy(), today=TODAY)
    assert [finding.text for finding in built.brief.findings] == [FIRE]
    assert any("1 finding." in said for said in built.brief.omitted)


def test_the_day_of_issue_is_the_request_s_or_today(library: Library) -> None:
    request = BriefRequest(("AM",), issued=date(2024, 2, 29))
    assert build_brief(library, request, a_taxonomy(), today=TODAY).brief.issued.year == 2024
    undated = build_brief(library, BriefRequest(("AM",)), a_taxonomy(), today=TODAY).brief
    assert undated.issued == TODAY
    assert undated.cut_off == PartialDate(2023, 5, 4)


def test_a_request_that_nothing_answers_gives_an_empty_brief(
    library: Library, tmp_path: Path
) -> None:
    built = build_brief(library, BriefRequest(("DE",), ("energy",)), a_taxonomy(), today=TODAY)
    assert built.brief.findings == ()
    out = tmp_path / "empty.pdf"
    (file,) = export_brief(built.brief, [out], a_taxonomy(), Silent(), built.verification)
    assert file.pages == 1


@pytest.mark.parametrize(
    ("request_", "named"),
    [
        (BriefRequest(("AM",), sources=("nowhere.pdf",)), "nowhere.pdf"),
        (BriefRequest(("AM",), charts=("pie",)), "pie"),
        (BriefRequest(("AM",), page_size="A3"), "A3"),
        (BriefRequest(("AM",), binding_mm=900), "binding margin of 900 mm"),
        (BriefRequest(("AM",), binding_mm=-300), "binding margin of -300 mm"),
        (BriefRequest(("AM",), max_words=0), "length"),
        (BriefRequest(("AM",), judgements=(Judgement("x", "perhaps"),)), "perhaps"),
    ],
)
def test_what_does_not_exist_is_named(library: Library, request_: BriefRequest, named: str) -> None:
    with pytest.raises(Exception, match=named) as caught:
        build_brief(library, request_, a_taxonomy(), today=TODAY)
    assert caught.type.__module__ == RequestError.__module__


OWN = """{#
title = "Slip"
description = "One line."
#}
{% extends "_document.html.j2" %}
{% block opening %}<h1>Slip: {{ brief.title }}</h1>{% endblock %}
"""


def test_a_template_of_one_s_own_folder_is_used(library: Library, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    (folder / "slip.html.j2").write_text(OWN, "utf-8")
    request = BriefRequest(("AM",), template="slip")
    built = build_brief(library, request, a_taxonomy(), today=TODAY, folders=[folder])
    out = tmp_path / "slip.pdf"
    export_brief(built.brief, [out], a_taxonomy(), Silent(), built.verification, [folder])
    assert out.read_bytes().startswith(b"%PDF-")


def test_a_fault_in_it_names_file_and_line_and_nothing_is_written(
    library: Library, tmp_path: Path
) -> None:
    (tmp_path / "slip.html.j2").write_text(OWN.replace("brief.title", "brief.titel"), "utf-8")
    request = BriefRequest(("AM",), template="slip")
    built = build_brief(library, request, a_taxonomy(), today=TODAY, folders=[tmp_path])
    out = tmp_path / "slip.pdf"
    with pytest.raises(TemplateError, match=r"slip\.html\.j2.*line 6"):
        export_brief(built.brief, [out], a_taxonomy(), Silent(), built.verification, [tmp_path])
    assert not out.exists()
