"""Semantic HTML read into blocks."""

from __future__ import annotations

from typing import TypeVar

import pytest

from briefing.blocks import (
    Block,
    Direction,
    Figure,
    Heading,
    LineBreak,
    ListItem,
    Paragraph,
    Position,
    Quote,
    Table,
    Text,
    plain_text,
    read_document,
    runs_from_the_right,
)
from briefing.errors import TemplateError
from briefing.templating import render
from tests import briefs

Kind = TypeVar("Kind", bound=Block)


def document(body: str, html: str = 'lang="en"') -> str:
    return f"<html {html}><head><title>Talks</title></head><body>{body}</body></html>"


def only(kind: type[Kind], body: str) -> Kind:
    (block,) = read_document(document(body)).blocks
    assert isinstance(block, kind)
    return block


def test_white_space_is_collapsed_as_html_has_it() -> None:
    block = only(Paragraph, "<p>\n  Two \n <strong> words </strong>  and<br> more \n</p>")
    assert block.content == (
        Text("Two "),
        Text("words ", strong=True),
        Text("and"),
        LineBreak(),
        Text("more"),
    )


def test_looks_nest_and_the_nearest_class_names_the_role() -> None:
    block = only(
        Paragraph,
        '<p id="p"><span class="marks">[<a class="mark" href="#p"><em>1</em></a>]</span>'
        "H<sub>2</sub>O</p>",
    )
    assert block.content == (
        Text("[", role="marks"),
        Text("1", emphasis=True, role="mark", link="#p"),
        Text("]", role="marks"),
        Text("H"),
        Text("2", position=Position.SUB),
        Text("O"),
    )


def test_an_id_inside_a_line_stays_with_its_words() -> None:
    block = only(Paragraph, '<p>see <span id="here">this</span> <span id="empty"></span></p>')
    assert [piece.ids for piece in block.content if isinstance(piece, Text)] == [
        (),
        ("here",),
        (),
        ("empty",),
    ]


def test_headings_have_the_level_of_their_element() -> None:
    blocks = read_document(document('<h1>A</h1><h2 id="b">B</h2><h3 class="key">C</h3>')).blocks
    assert blocks == (
        Heading(1, (Text("A"),)),
        Heading(2, (Text("B"),), ids=("b",)),
        Heading(3, (Text("C"),), roles=("key",)),
    )


def test_the_items_of_each_list_count_from_one() -> None:
    blocks = read_document(
        document('<ul class="findings"><li id="f">a</li></ul><ol><li>b</li><li>c</li></ol>')
    ).blocks
    assert blocks == (
        ListItem((Text("a"),), False, 1, 1, ids=("f",), roles=("findings",)),
        ListItem((Text("b"),), True, 1, 2),
        ListItem((Text("c"),), True, 2, 2),
    )


def test_numbered_paragraphs_are_one_list_through_the_document() -> None:
    blocks = read_document(
        document(
            '<p class="numbered"><span class="number">1.</span> One</p><h2>Then</h2>'
            '<p class="numbered" id="f"><span class="number">2.</span> Two <em>more</em></p>'
        )
    ).blocks
    items = [block for block in blocks if isinstance(block, ListItem)]
    assert [(item.number, item.list_number, plain_text(item.content)) for item in items] == [
        (1, 0, "One"),
        (2, 0, "Two more"),
    ]
    assert items[1].ids == ("f",)


def test_tables_keep_headings_and_several_paragraphs() -> None:
    table = only(
        Table,
        "<table class='facts'><thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr><th scope='row'>b</th><td><p>c</p><p>d</p></td></tr>"
        "<tr><td></td><td>e</td></tr></tbody></table>",
    )
    assert [row.heading for row in table.rows] == [True, False, False]
    assert [len(cell.paragraphs) for row in table.rows for cell in row.cells] == [1, 1, 1, 2, 1, 1]


def test_quotations_are_read_by_paragraph() -> None:
    blocks = read_document(document("<blockquote><p>One.</p><p>Two.</p></blockquote>")).blocks
    assert blocks == (Quote((Text("One."),)), Quote((Text("Two."),)))


def test_the_head_holds_title_and_author_only() -> None:
    html = document("").replace("</title>", "</title><style>p {}</style>")
    with pytest.raises(TemplateError, match="<style> inside <head>"):
        read_document(html)


def test_figures_have_a_question_a_picture_and_a_caption() -> None:
    figure = only(
        Figure,
        '<figure id="figure-x"><p class="chart-question">How many?</p><img src="figure:x" '
        'alt="Two bars"><figcaption><strong class="answer">Two.</strong> Reports.</figcaption>'
        "</figure>",
    )
    assert (figure.name, figure.alt, figure.ids) == ("x", "Two bars", ("figure-x",))
    assert plain_text(figure.question) == "How many?"
    assert figure.caption[0] == Text("Two.", strong=True, role="answer")


def test_paragraphs_know_what_encloses_them() -> None:
    block = only(Paragraph, '<div class="judgement" id="j"><p class="judgement-text">So.</p></div>')
    assert (block.roles, block.within, block.ids) == (("judgement-text",), ("judgement",), ("j",))


def test_loose_text_in_a_division_becomes_a_paragraph() -> None:
    blocks = read_document(document("<div>One <em>two</em><p>three</p> four</div>")).blocks
    assert [plain_text(block.content) for block in blocks if isinstance(block, Paragraph)] == [
        "One two",
        "three",
        "four",
    ]


def test_language_and_direction_are_inherited() -> None:
    read = read_document(document('<p>a</p><p lang="ar" dir="rtl">b</p>', 'lang="en" dir="ltr"'))
    first, second = read.blocks
    assert (read.language, read.direction) == ("en", Direction.LTR)
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.content == (Text("a"),)
    assert second.content == (Text("b", language="ar"),)
    assert second.direction is Direction.RTL


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("قال", True),
        ("2023: שלום world", True),
        ("The word تهران", False),
        ("١٢٣ talks", False),
        ("…", False),
        ("", False),
    ],
)
def test_the_first_letter_tells_which_way_a_text_runs(text: str, right: bool) -> None:
    assert runs_from_the_right(text) is right


def test_characters_that_xml_forbids_are_dropped() -> None:
    block = only(Paragraph, "<p>a\x0bb\x00c\ufffed</p>")
    assert plain_text(block.content) == "abcd"


def test_unknown_classes_are_kept_and_harmless() -> None:
    block = only(Paragraph, '<p class="motto">In <span class="fancy">short</span></p>')
    assert block.roles == ("motto",)
    assert block.content[1] == Text("short", role="fancy")


@pytest.mark.parametrize(
    ("body", "named"),
    [
        ("<video></video>", "<video> inside <body>"),
        ("<p>Look: <img src='x' alt='y'></p>", "<img> inside <p>,"),
        ("<ul><li><p>block</p></li></ul>", "<p> inside <li> (“block”)"),
        ("<ul><p>stray</p></ul>", "<p> inside <ul>"),
        ("<ul>stray<li>a</li></ul>", "“stray” loose inside <ul>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul> inside <li> (“b”)"),
        ("<nav></nav>", "<nav> inside <body>"),
        ("<hr>", "<hr> inside <body>"),
        ("<p><b>x</b></p>", "<b> inside <p> (“x”)"),
        ("<p><code>x</code></p>", "<code> inside <p> (“x”)"),
        ("<p><script class='number'>1.</script>x</p>", "<script> inside <p>"),
        ("<p><span class='number'><video></video>1.</span>x</p>", "<video> inside <span>"),
        ("<h5>too deep</h5>", "<h5> inside <body>"),
        ("<table><tr><th>a</th></tr><tr><td>b</td><td>c</td></tr></table>", "[1, 2] cells"),
        ("<table></table>", "no cells"),
        ("<table><tr><td>a<p>b</p></td></tr></table>", "“a” loose inside <td>"),
        ("<table><tr>a<td>b</td></tr></table>", "“a” loose inside <tr>"),
        ("<table><tr><td>b</td></tr><caption>a</caption></table>", "<caption> inside <table>"),
        (
            "<figure><img src='figure:x' alt='a'><img src='figure:y' alt='b'></figure>",
            "<img> inside <figure>",
        ),
        ("<figure>a<img src='figure:x' alt='b'></figure>", "“a” loose inside <figure>"),
        ("<figure><img src='figure:x' alt=' '></figure>", "no alternative text"),
        ("<figure><img src='https://x/y.png' alt='y'></figure>", "no picture"),
        ("<p><a href='#gone'>x</a></p>", "“#gone”"),
        ("<p><a href='https://example.org'>x</a></p>", "“https://example.org”"),
        ("<p id='a'></p><p id='a'></p>", "“a” to 2 elements"),
        ("<table id='a'><tr id='a'><td>x</td></tr></table>", "“a” to 2 elements"),
    ],
)
def test_mistakes_of_a_template_are_named(body: str, named: str) -> None:
    with pytest.raises(TemplateError) as refused:
        read_document(document(body))
    assert named in refused.value.message
    assert refused.value.hint


@pytest.mark.parametrize(
    "html",
    [
        "",
        " \n",
        "<html><head><title>T</title></head><body></body></html>",
        '<html lang="en"><body></body></html>',
    ],
)
def test_a_document_needs_title_and_language(html: str) -> None:
    with pytest.raises(TemplateError, match="lacks a body, a title or a language"):
        read_document(html)


@pytest.mark.parametrize("template", ["note", "memo"])
def test_every_finding_of_the_shipped_templates_is_an_item_with_its_code(template: str) -> None:
    brief = briefs.brief(briefs.request(template=template))
    html = render(brief, briefs.figures(), briefs.TAXONOMY).html
    items = [block for block in read_document(html).blocks if isinstance(block, ListItem)]
    found = [item.ids for item in items if "finding" in item.roles]
    assert found == [(finding.code,) for finding in brief.findings]
