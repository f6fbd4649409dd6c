"""Fields that a template declares, what is written in them, and what a brief lacks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from briefing.brief_file import BriefFile, draft_of, dump_brief_file, parse_brief_file
from briefing.errors import RequestError, TemplateError
from briefing.model import FieldKind, FieldValue, TemplateField
from briefing.request_file import parse_request
from briefing.templating import (
    checklist,
    load_header,
    missing,
    needed,
    render,
    stray_codes,
    undated,
    unknown_fields,
)
from tests import briefs

TRIAL = """{#
title = "Trial"
description = "For trying."
needs = ["addressee", "lead_finding"]

[[fields]]
name = "meeting_date"
label = "Date of the meeting"
kind = "date"
needed = true

[[fields]]
name = "points"
label = "Points"
kind = "lines"

[[fields]]
name = "asked"
label = "If asked"
kind = "pairs"

[[fields]]
name = "figures"
label = "Figures"
kind = "table"
columns = ["What", "Value", "Year"]
#}
<html lang="en"><head><title>t</title></head><body><h1>t</h1>
<p>{{ fields.meeting_date | spoken }}</p>
<ul>{% for point in fields.points %}<li>{{ point }}</li>{% endfor %}</ul>
{% for pair in fields.asked %}<p>{{ pair.first }} – {{ pair.second }}</p>{% endfor %}
{% for row in fields.figures %}<p>{{ row | join("/") }}</p>{% endfor %}
</body></html>
"""
WRITTEN = """
template = "trial"
[fields]
meeting_date = 2026-11-30
points = ["We welcome the talks.", "We offer to host."]
asked = [["Do you take sides?", "No."], ["And the border?", ""]]
figures = [["Population", 2.8, 2024], ["Area"]]
"""


def parsed(html: str) -> Any:
    return lxml_html.document_fromstring(html)


def trial(folder: Path, toml: str = WRITTEN) -> str:
    """Return what the trial template writes for a request in TOML."""
    (folder / "trial.html.j2").write_text(TRIAL, "utf-8")
    brief = briefs.brief(parse_request(toml), charts=False)
    made = render(brief, (), briefs.TAXONOMY, [folder])
    return " ".join(parsed(made.html).body.text_content().split())


def test_a_field_is_read_as_its_kind(tmp_path: Path) -> None:
    assert trial(tmp_path) == (
        "t 30 November 2026 We welcome the talks.We offer to host. Do you take sides? – No."
        "And the border? – Population/2.8/2024Area//"
    )


def test_a_field_in_which_nothing_is_written_is_empty(tmp_path: Path) -> None:
    assert trial(tmp_path, 'template = "trial"') == "t"


def test_a_field_that_is_not_declared_is_told_with_those_that_are(tmp_path: Path) -> None:
    text = TRIAL.replace("fields.points", "fields.point")
    (tmp_path / "trial.html.j2").write_text(text, "utf-8")
    with pytest.raises(TemplateError, match=r"“point” is not a part of .*has asked, figures, meet"):
        render(briefs.brief(parse_request(WRITTEN)), (), briefs.TAXONOMY, [tmp_path])


def test_fields_are_kept_in_a_brief_file() -> None:
    brief = briefs.brief(parse_request(WRITTEN))
    read = parse_brief_file(dump_brief_file(BriefFile(draft_of(brief), brief)))
    assert read.draft.request.fields == brief.request.fields
    assert brief.request.fields[1] == FieldValue(
        "points", (("We welcome the talks.",), ("We offer to host.",))
    )


@pytest.mark.parametrize(
    ("toml", "message"),
    [
        ('fields = "x"', "fields must be a table"),
        ("[fields]\npoints = [[['x']]]", "the field points holds a table, or lists"),
        ("[fields]\n[fields.points]\na = 1", "the field points holds a table, or lists"),
    ],
)
def test_fields_of_the_wrong_shape_are_told(toml: str, message: str) -> None:
    with pytest.raises(RequestError, match=message):
        parse_request(toml)


def test_a_header_tells_its_fields_and_needs(tmp_path: Path) -> None:
    (tmp_path / "trial.html.j2").write_text(TRIAL, "utf-8")
    header = load_header("trial", [tmp_path])
    assert header.fields[0] == TemplateField(
        "meeting_date", "Date of the meeting", FieldKind.DATE, needed=True
    )
    assert needed(header) == (
        "to whom it goes",
        "at least one lead finding",
        "date of the meeting",
    )


def test_what_is_missing_is_told_and_leads_to_its_field(tmp_path: Path) -> None:
    (tmp_path / "trial.html.j2").write_text(TRIAL, "utf-8")
    header = load_header("trial", [tmp_path])
    bare = briefs.empty_brief(briefs.bare_request(template="trial"))
    assert [(one.name, one.words) for one in missing(header, bare)] == [
        ("addressee", "to whom it goes"),
        ("lead_finding", "at least one lead finding"),
        ("fields.meeting_date", "date of the meeting"),
    ]
    full = briefs.brief(briefs.request(fields=parse_request(WRITTEN).fields))
    assert missing(header, full) == ()


def test_a_field_with_nothing_but_space_is_missing(tmp_path: Path) -> None:
    (tmp_path / "trial.html.j2").write_text(TRIAL, "utf-8")
    blank = briefs.brief(briefs.request(fields=(FieldValue("meeting_date", ((" ",),)),)))
    (one,) = missing(load_header("trial", [tmp_path]), blank)
    assert one.name == "fields.meeting_date"


def test_fields_of_another_template_are_named() -> None:
    brief = briefs.brief(briefs.request(fields=(FieldValue("objectiv", (("Talk.",),)),)))
    assert unknown_fields(load_header("visit"), brief) == ("objectiv",)


def test_words_where_a_date_is_wanted_are_told_of() -> None:
    header = load_header("visit")

    def told(words: str) -> tuple[str, ...]:
        fields = (FieldValue("meeting_date", ((words,),)),)
        return undated(header, briefs.brief(briefs.request(fields=fields)))

    assert told("tomorow")
    fields = (FieldValue("meeting_date", (("tomorow",),)),)
    listed = checklist(header, briefs.brief(briefs.request(fields=fields)))
    assert listed[-1].words == "date of the meeting, as a date"
    assert listed[-1].name == "fields.meeting_date"
    assert not told("2026-11-30")
    assert not told("early December 2026")


def test_a_code_in_the_officers_words_is_printed_as_the_findings_marks() -> None:
    wanted = briefs.request(bottom_line="They differ. [f-0000] And so on [f-none].")
    made = render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY)
    (line,) = parsed(made.html).cssselect(".bottom-line")
    assert line.text_content() == "They differ. [1, p.\u00a03\u00a0¶\u00a01] And so on [f-none]."
    assert len(line.cssselect("a.mark")) == 1


def test_codes_that_name_no_finding_of_the_brief_are_told() -> None:
    wanted = briefs.request(
        bottom_line="They differ. [f-0000; f-none]",
        fields=(FieldValue("points", (("So [f-gone].",),)),),
    )
    assert stray_codes(briefs.brief(wanted)) == ("f-none", "f-gone")


def test_findings_stand_behind_the_line_that_names_them_each_once() -> None:
    wanted = briefs.request(
        template="talking",
        lines_to_take=("We offer to host. [f-0000; f-0002]", "We said so before [f-0000]."),
        fields=(FieldValue("questions", (("Why now?", "Because they ask. [f-0003]"),)),),
    )
    document = parsed(render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY).html)
    behind = [[item.get("id") for item in one] for one in document.cssselect("ul.behind")]
    assert behind == [["f-0000", "f-0002"], ["f-0003"]]
    first, second = document.cssselect("p.numbered.line")
    assert first.text_content() == "1. We offer to host."
    assert second.cssselect("a.mark")
    codes = [item.get("id") for item in document.cssselect(".finding")]
    assert sorted(codes) == sorted(one.code for one in briefs.brief().findings)


@pytest.mark.parametrize(("lines", "heading"), [((), ""), (("We offer to host.",), " besides")])
def test_what_no_line_names_stands_beside_lines_only_where_there_are_some(
    lines: tuple[str, ...], heading: str
) -> None:
    wanted = briefs.request(template="talking", lines_to_take=lines)
    html = render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY).html
    assert f"<h2>What the reports say{heading}</h2>" in html


def test_a_country_sheet_says_where_a_figure_is_not_known() -> None:
    rows = (("Population", "2.8", "million", "2024", "Statistics office"), ("Growth",))
    wanted = briefs.request(template="country", fields=(FieldValue("indicators", rows),))
    document = parsed(render(briefs.brief(wanted), briefs.figures(), briefs.TAXONOMY).html)
    cells = [[cell.text for cell in row] for row in document.cssselect("table.indicators tbody tr")]
    assert cells == [list(rows[0]), ["Growth", "n/a", "n/a", "n/a", "n/a"]]


def test_a_visit_brief_parts_open_from_closed_and_numbers_later_changes() -> None:
    fields = (
        FieldValue("closed_background", (("He is ill.",),)),
        FieldValue("addendum", (("2026-11-22", "The minister comes too."), ("No lunch.",))),
    )
    brief = briefs.brief(briefs.request(template="visit", fields=fields))
    document = parsed(render(replace(brief), briefs.figures(), briefs.TAXONOMY).html)
    headings = [heading.text for heading in document.cssselect("h2")]
    free = headings.index("Background: may be used freely")
    assert free < headings.index("Background: not to be disclosed") < headings.index("Addendum")
    changes = [item.text_content() for item in document.cssselect("ol.addendum li")]
    assert changes == ["22 November 2026: The minister comes too.", "No lunch."]
    (signed,) = document.cssselect(".signed")
    assert signed.text_content() == "Regional desk, ext. 4417, 21 November 2026"
