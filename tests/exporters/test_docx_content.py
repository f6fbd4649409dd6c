"""What templates may write beyond the shipped ones, read back from Word documents."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.exporters.docx_direction import LRM, directions
from briefing.exporters.docx_xml import qn
from briefing.exporters.word import DOCX
from briefing.model import Comment, RenderedBrief
from briefing.templating import render
from tests import briefs
from tests.exporters.word import Word, path, value, words


def rendered(body: str) -> RenderedBrief:
    """Return a rendered brief with a body of one's own."""
    document = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY)
    html = f'<html lang="en-GB"><head><title>T</title></head><body>{body}</body></html>'
    return replace(document, html=html)


def word(body: str) -> Word:
    return Word(DOCX.export(rendered(body)).data)


def test_emphasis_is_a_character_style_and_positions_are_kept() -> None:
    runs = word(
        "<p><strong>a</strong><em>b</em>x<sup>2</sup><strong><em>c</em></strong></p>"
    ).elements("r")
    assert [value(run, "rPr/rStyle") for run in runs] == ["Strong", "Emphasis", "", "", "Strong"]
    assert value(runs[3], "rPr/vertAlign") == "superscript"
    assert runs[4].find(path("rPr/i")) is not None


def test_unknown_classes_are_body_text() -> None:
    read = word('<p class="motto">In <span class="fancy">short</span></p>')
    assert read.paragraphs("Body Text") == ["In short"]


def test_a_judgement_is_set_apart_in_words_and_in_style() -> None:
    read = word(
        '<div class="judgement"><p class="judgement-terms">Our judgement · likely</p>'
        '<p class="judgement-text">It holds.</p><p class="judgement-change">A vote.</p></div>'
    )
    assert read.paragraphs("Body Text 3") == ["Our judgement · likely"]
    assert read.paragraphs("Body Text 2") == ["It holds."]
    assert read.paragraphs("Body Text Indent") == ["A vote."]


def test_what_xml_has_no_place_for_is_left_out_wherever_it_comes_from() -> None:
    odd = "A\x00\x0b\ud800\uffff<b>\"&'\t\nB"
    made = replace(rendered("<p>Text.</p>"), title=odd, marking=odd, reference=odd)
    comment = Comment("x", (odd,))
    made = replace(made, html=made.html.replace("<p>", '<p id="x">'), comments=(comment,))
    read = Word(DOCX.export(made).data)
    kept = "A<b>\"&'\t\nB"
    assert kept in "".join(read.part("word/comments.xml").itertext())
    assert "".join(read.part("word/header2.xml").itertext()).startswith(kept)


def test_markup_in_text_is_text() -> None:
    text = '<w:p> & "quotes" \' ]]> &amp;'
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    assert word(f"<p>{escaped}</p>").paragraphs() == [text]


@settings(max_examples=15, deadline=None)
@given(st.text(min_size=1, max_size=40))
def test_any_text_is_written_as_it_is(text: str) -> None:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    possible = re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
    assert "".join("".join(word(f"<p>{escaped}</p>").paragraphs()).split()) == "".join(
        possible.split()
    )


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("plain", [("plain", False)]),
        ("السلام عليكم", [("السلام عليكم", True)]),
        ("the word السلام, here", [("the word ", False), ("السلام", True), (", here", False)]),
        ("عام (2023) حول", [("عام (2023) حول", True)]),
        ("Тбилиси", [("Тбилиси", False)]),
        ("", []),
    ],
)
def test_text_is_cut_where_its_direction_changes(text: str, cut: list[tuple[str, bool]]) -> None:
    assert directions(text) == cut


def test_arabic_runs_from_right_to_left_and_its_mark_from_left_to_right() -> None:
    read = word(
        '<ul><li>السلام <span class="marks">[<a class="mark" href="#s">1, p. 9</a>]</span></li>'
        '<li id="s">Latin</li></ul>'
    )
    arabic, latin = read.elements("p")
    assert arabic.find(path("pPr/bidi")) is not None
    assert latin.find(path("pPr/bidi")) is None
    assert next(arabic.iter(qn("r"))).find(path("rPr/rtl")) is not None
    assert f"{LRM}1,\u00a0p.\u00a09{LRM}" in words(arabic)


def test_the_language_of_a_quotation_is_told() -> None:
    (run,) = word('<p lang="ru">Мир</p>').elements("r")
    assert value(run, "rPr/lang") == "ru"


def test_tables_repeat_their_heading_keep_rows_whole_and_are_described() -> None:
    read = word(
        "<table><thead><tr><th>Theme</th><th>Lead</th></tr></thead>"
        "<tbody><tr><th scope='row'>Conflict</th><td><p>a</p><p>b</p></td></tr></tbody></table>"
    )
    (table,) = read.elements("tbl")
    rows = table.findall(qn("tr"))
    heading = [row.find(path("trPr/tblHeader")) is not None for row in rows]
    assert heading == [True, False]
    assert all(row.find(path("trPr/cantSplit")) is not None for row in rows)
    assert value(table, "tblPr/tblDescription") == "Theme, Lead, Conflict"


def test_a_table_is_described_by_its_headings() -> None:
    (table,) = word(
        "<table class='facts'><tr><th scope='row'>To</th><td>Director</td></tr></table>"
    ).elements("tbl")
    assert value(table, "tblPr/tblDescription") == "To"


def test_columns_fill_the_text_and_follow_their_words() -> None:
    read = word("<table><tr><td>ab</td><td>a much longer run of words in a cell</td></tr></table>")
    narrow, wide = (int(column.get(qn("w"), "0")) for column in read.elements("gridCol"))
    assert narrow < wide
    assert narrow + wide == int(read.elements("tblW")[0].get(qn("w"), "0"))


def test_the_facts_stay_with_what_stands_below_them() -> None:
    read = word("<table class='facts'><tr><td>likely</td></tr></table><p>x</p>")
    cell, *_, below = read.elements("p")
    assert cell.find(path("pPr/keepNext")) is not None
    assert below.find(path("pPr/keepNext")) is None


def test_two_tables_in_a_row_stay_two_and_the_last_is_followed_by_a_paragraph() -> None:
    table = "<table><tr><td>x</td></tr></table>"
    body = word(table + table).elements("body")[0]
    assert [str(child.tag).split("}")[1] for child in body] == [
        "tbl",
        "p",
        "tbl",
        "p",
        "sectPr",
    ]


def test_each_ordered_list_counts_from_one() -> None:
    read = word("<ol><li>a</li><li>b</li></ol><ol><li>c</li></ol>")
    numbers = [value(p, "pPr/numPr/numId") for p in read.elements("p")]
    assert numbers[0] == numbers[1]
    assert len(set(numbers)) == 2
    starts = {
        entry.get(qn("numId")): value(entry, "lvlOverride/startOverride")
        for entry in read.part("word/numbering.xml").findall(qn("num"))
    }
    assert [starts[number] for number in numbers] == ["1", "1", "1"]


def test_ids_that_look_alike_keep_their_own_bookmarks() -> None:
    long = "x" * 60
    read = word(
        f'<p id="a-b">1</p><p id="a_b">2</p><p id="{long}1">3</p><p id="{long}2">4</p>'
        '<p id="9">5</p><p><a href="#a_b">6</a></p>'
    )
    names = [start.get(qn("name"), "") for start in read.elements("bookmarkStart")]
    assert len({name.lower() for name in names}) == 5
    assert all(len(name) <= 40 and name[0].isalpha() for name in names)
    assert read.elements("hyperlink")[0].get(qn("anchor")) == names[1]


def test_no_line_ends_at_the_hyphen_of_a_code_or_a_fingerprint_but_in_running_text() -> None:
    made = word(
        '<p id="f-0001">f-0001 and <a class="back" href="#f-0001">f-0001</a>, '
        '<span class="origin">well-kept.pdf, SHA-256 1f</span></p>'
    )
    held = [run for run in made.elements("r") if run.find(qn("noBreakHyphen")) is not None]
    assert [words(run) for run in held] == ["f-0001", "well-kept.pdf, SHA-256 1f"]
    assert [len(run.findall(qn("noBreakHyphen"))) for run in held] == [1, 1]
    assert made.paragraphs() == ["f-0001 and f-0001, well-kept.pdf, SHA-256 1f"]


def test_a_short_list_and_what_is_kept_with_it_stay_on_one_page() -> None:
    items = '<li id="source-1">A</li><li id="source-2">B</li>'
    behind = '<p class="data-source">F</p><p class="old-key">K</p><p class="made-by">M</p>'
    whole = word(f'<ol class="sources whole">{items}</ol>{behind}').elements("p")
    long = word(f'<ol class="sources">{items}</ol>{behind}').elements("p")
    kept = [p.find(path("pPr/keepNext")) is not None for p in (*whole, *long)]
    assert kept == [True, True, False, True, False, False, False, False, True, False]


def test_numbers_stand_digit_below_digit_and_a_short_table_on_one_page() -> None:
    head = "<thead><tr><th scope='col'>Year</th><th scope='col'>AM</th><th>Lines</th></tr></thead>"
    rows = "<tr><th scope='row'>{}</th><td>4.6</td><td>2</td></tr>"
    body = f"<tbody>{rows.format(2016)}{rows.format(2017)}</tbody>"
    paragraphs = word(f"<table class='own-numbers whole'>{head}{body}</table>").elements("p")[:9]
    assert [value(one, "pPr/jc") for one in paragraphs] == ["", "right", ""] * 3
    kept = [one.find(path("pPr/keepNext")) is not None for one in paragraphs]
    assert kept == [True] * 6 + [False] * 3
