from __future__ import annotations

from briefing.importers.pdf import PDF
from briefing.model import BlockKind, PartialDate
from tests.importers.made_pdfs import Line, drawn, of_kind, running, typeset

_PARAGRAPHS = [
    f"Paragraph {name} says that the ministers discussed the {topic} at length and that no "
    f"agreement was reached on the {topic}, although several delegations had asked for one. "
    f"It adds that the talks about the {topic} will be resumed when the delegations have had "
    "time to consult their governments and to study the proposals that were put to them."
    for name, topic in [
        ("one", "border"), ("two", "pipeline"), ("three", "railway"), ("four", "embargo"),
        ("five", "ceasefire"), ("six", "election"), ("seven", "customs union"),
        ("eight", "airspace"),
    ]
]  # fmt: skip
_BODY = "".join(f"<p>{text}</p>" for text in _PARAGRAPHS)
_NAMES = tuple(f"Author {letter * 2}" for letter in "ABCDEFGHIJKLMNOP")
_JUSTIFIED = "p { text-align: justify; hyphens: auto }"
_HEADS = """
@page { @bottom-center { content: counter(page); font-size: 8pt } }
@page :left { @top-left { content: "Policy Paper 12"; font-size: 8pt } }
@page :right { @top-right { content: "Security in the Region"; font-size: 8pt } }
"""


def test_paragraphs_of_one_column_come_out_whole() -> None:
    assert running(PDF.read(typeset(_BODY))) == _PARAGRAPHS


def test_two_justified_columns_are_read_one_after_the_other() -> None:
    style = "main { columns: 2; column-gap: 7mm; font-size: 9pt }" + _JUSTIFIED
    draft = PDF.read(typeset(f"<h1>Security in the Region</h1><main>{_BODY}</main>", style))
    assert draft.blocks[0].text == "Security in the Region"
    assert running(draft) == _PARAGRAPHS


def test_indented_paragraphs_without_space_between_are_parted() -> None:
    style = "p { margin: 0; text-indent: 1.5em; text-align: justify }"
    assert running(PDF.read(typeset(_BODY, style))) == _PARAGRAPHS


def test_running_heads_and_page_numbers_leave_the_text_and_become_labels() -> None:
    body = "".join(f"<p>{text} Item {n}.</p>" for n in range(6) for text in _PARAGRAPHS)
    draft = PDF.read(
        typeset(f"<div style='counter-reset: page 40'>{body}</div>", _HEADS + _JUSTIFIED)
    )
    assert not [text for text in running(draft) if "Policy Paper" in text or text.isdigit()]
    furniture = [block.text for block in of_kind(draft, BlockKind.FURNITURE)]
    assert "Policy Paper 12" in furniture
    assert "Security in the Region" in furniture
    assert len(running(draft)) == 48


def test_printed_numbers_that_differ_from_the_sheets_are_the_labels() -> None:
    pages = [
        [Line(72, 700, f"Page text number {n} of the yearbook, which is not the same as others."),
         Line(290, 40, str(70 + n), size=8)]
        for n in range(1, 5)
    ]  # fmt: skip
    assert PDF.read(drawn(*pages)).page_labels == ("71", "72", "73", "74")


def test_paragraph_over_a_page_break_is_one_block_that_knows_its_pages() -> None:
    long = " ".join(_PARAGRAPHS)
    draft = PDF.read(typeset(f"<p>{long}</p>" * 3, "p { text-align: justify } @page { size: A5 }"))
    assert running(draft) == [long] * 3
    cut = [block for block in draft.blocks if block.page_breaks]
    assert cut
    assert all(block.text[block.page_breaks[0] - 1] == " " for block in cut)


def test_footnotes_stand_apart_and_the_sentence_they_cut_is_whole() -> None:
    note = "<span class=note>See {1}, <i>The Talks</i>, Review of Affairs, vol. {0}, 2019.</span>"
    texts = [
        p.replace(" at length", " at length" + note.format(n, name))
        for n, (p, name) in enumerate(zip(_PARAGRAPHS * 2, _NAMES, strict=True), 1)
    ]
    draft = PDF.read(typeset("".join(f"<p>{text}</p>" for text in texts), _JUSTIFIED))
    assert running(draft) == _PARAGRAPHS * 2
    notes = [block.text for block in of_kind(draft, BlockKind.FOOTNOTE)]
    assert len(notes) == 16
    assert notes[0].endswith("See Author AA, The Talks, Review of Affairs, vol. 1, 2019.")


def test_table_keeps_its_cells_together_and_out_of_the_prose() -> None:
    rows = "".join(
        f"<tr><td>Country {c}</td><td>{n}</td><td>{n / 10}%</td></tr>"
        for c, n in [("A", 120), ("B", 340), ("C", 560)]
    )
    table = f"<table><tr><th>State</th><th>Troops</th><th>Share</th></tr>{rows}</table>"
    draft = PDF.read(typeset(f"<p>{_PARAGRAPHS[0]}</p>{table}<p>{_PARAGRAPHS[1]}</p>"))
    assert running(draft) == _PARAGRAPHS[:2]
    (block,) = of_kind(draft, BlockKind.TABLE)
    assert block.text.splitlines() == [
        "State | Troops | Share", "Country A | 120 | 12.0%", "Country B | 340 | 34.0%",
        "Country C | 560 | 56.0%",
    ]  # fmt: skip


def test_headings_have_levels_and_title_block_gives_authors_and_date() -> None:
    draft = PDF.read(
        typeset(
            "<h1>Security in the Region: Prospects and Risks</h1><p>By Jane Doe and John Roe</p>"
            f"<p>12 March 2023</p><h2>Background</h2><p>{_PARAGRAPHS[0]}</p>"
            f"<h2>Outlook</h2><p>{_PARAGRAPHS[1]}</p>"
        )
    )
    headings = [(block.level, block.text) for block in of_kind(draft, BlockKind.HEADING)]
    assert headings == [
        (1, "Security in the Region: Prospects and Risks"),
        (2, "Background"),
        (2, "Outlook"),
    ]
    assert draft.metadata.title == "Security in the Region: Prospects and Risks"
    assert draft.metadata.authors == ("Jane Doe", "John Roe")
    assert draft.metadata.date == PartialDate(2023, 3, 12)
    assert draft.metadata.language == "en"


def test_bulleted_lines_are_list_items_without_their_bullets() -> None:
    draft = PDF.read(
        typeset(
            "<p>The plan has two aims:</p><ul><li>to reopen the border;</li>"
            "<li>to rebuild the railway.</li></ul>"
        )
    )
    items = [block.text for block in of_kind(draft, BlockKind.LIST_ITEM)]
    assert items == ["to reopen the border;", "to rebuild the railway."]


def test_pull_quote_is_not_read_twice() -> None:
    quote = "no agreement was reached on the border, although several delegations had asked for one"
    body = f"<p>{_PARAGRAPHS[0]}</p><p style='font-size: 15pt'>{quote}</p><p>{_PARAGRAPHS[1]}</p>"
    assert running(PDF.read(typeset(body))) == _PARAGRAPHS[:2]


def test_contents_list_is_furniture_with_its_heading() -> None:
    heading = "Talks on the border and the railway: what was said"
    entries = "".join(f"<p>{heading} {'. ' * 40}{n * 7}</p>" for n in range(1, 5))
    front = f"<h1>The Region</h1><h2>Contents</h2>{entries}"
    draft = PDF.read(typeset(f"{front}<h2>{heading}</h2>{_BODY}"))
    assert running(draft) == _PARAGRAPHS
    assert [b.text for b in of_kind(draft, BlockKind.HEADING)] == ["The Region", heading]


def test_caption_is_told_from_text() -> None:
    caption = "Table 2. Talks by year and place"
    body = f"<p>{_PARAGRAPHS[0]}</p><p>{caption}</p><p>{_PARAGRAPHS[1]}</p>"
    draft = PDF.read(typeset(body))
    assert [b.text for b in of_kind(draft, BlockKind.CAPTION)] == [
        "Table 2. Talks by year and place"
    ]


def test_heading_of_the_first_section_is_no_list_of_authors() -> None:
    body = f"<h1>Security in the Region</h1><h2>South Caucasus and Central Asia</h2>{_BODY}"
    draft = PDF.read(typeset(body))
    assert draft.metadata.authors == ()
    headings = [block.text for block in of_kind(draft, BlockKind.HEADING)]
    assert headings == ["Security in the Region", "South Caucasus and Central Asia"]
