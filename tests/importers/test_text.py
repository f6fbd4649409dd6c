"""Plain text: lines to paragraphs, headings, notes, pages."""

from __future__ import annotations

from briefing.importers import read_report
from briefing.model import BlockKind, PartialDate, Report

FILLER = (
    "The council met twice in the spring and agreed on a common line, although two of its members "
    "had asked for more time."
)


def read(text: str, name: str = "report.txt") -> Report:
    return read_report(text.encode(), name)


def of_kind(report: Report, kind: BlockKind) -> list[str]:
    return [block.text for block in report.blocks if block.kind is kind]


def test_wrapped_lines_become_paragraphs_and_short_lines_in_capitals_headings() -> None:
    report = read(
        "The harbour authority has moved most of its traffic to the northern quay, where the\n"
        "water is deep enough for larger ships. Dredging of the southern basin was put off\n"
        "again, and the shipping lines have begun to look for berths elsewhere on the coast.\n"
        "What the Lines Want\n"
        "They ask for two more cranes and a rail link. The ministry has promised both, though\n"
        "no money was set aside.\n"
        "A second paragraph starts after a short last line, and the program sees that from the\n"
        "room that was left on it.\n"
    )
    assert of_kind(report, BlockKind.HEADING) == ["What the Lines Want"]
    paragraphs = of_kind(report, BlockKind.PARAGRAPH)
    assert len(paragraphs) == 3
    assert paragraphs[0].startswith("The harbour authority has moved most of its traffic to the")
    assert paragraphs[1].endswith("no money was set aside.")


def test_a_line_end_hyphen_goes_where_the_document_writes_the_word_whole() -> None:
    report = read(
        "Regional cooperation has grown since the treaty, and all the members say that co-\n"
        "operation on water is next. The Azerbaijan-\n"
        "Moldova route was opened for freight trains, which now run twice a week on it, a long-\n"
        "term plan of both railways. Their long-term plans differ in the details, so they say.\n"
    )
    text = of_kind(report, BlockKind.PARAGRAPH)[0]
    assert "that cooperation on water" in text
    assert "Azerbaijan-Moldova route" in text
    assert "a long-term plan" in text


def test_footnotes_between_paragraphs_are_lifted_out_of_the_sentence_they_cut() -> None:
    report = read(
        f"{FILLER}¹\n\n"
        "Most observers expected that the talks would resume once the new government had formed"
        " and the\n\n"
        "¹ Cf. Jane Doe, The Council at Work, in: Review of Politics 2/2019, pp. 11-19.\n\n"
        "² See the statement at: http://example.org/statement.html.\n\n"
        "57\n\n"
        "budget had been passed.² Nothing of the kind happened.\n"
    )
    assert of_kind(report, BlockKind.PARAGRAPH) == [
        FILLER,
        "Most observers expected that the talks would resume once the new government had formed "
        "and the budget had been passed. Nothing of the kind happened.",
    ]
    assert len(of_kind(report, BlockKind.FOOTNOTE)) == 2
    assert of_kind(report, BlockKind.FURNITURE) == ["57"]


def test_a_stray_blank_line_inside_a_sentence_does_not_cut_it() -> None:
    report = read(
        f"{FILLER}\n\nSo far no mediation has brought\n\na lasting result in the valley.\n"
    )
    assert "So far no mediation has brought a lasting result in the valley." in of_kind(
        report, BlockKind.PARAGRAPH
    )


def test_a_sentence_without_a_stop_is_not_joined_to_the_next_one() -> None:
    report = read(
        f"{FILLER}\n\n"
        "Both ports will reopen to large ships as soon as the dredging of the northern channel has "
        "been paid for by the Treasury and the Fund\n\n"
        "For their part, the pilots want a second tug before the first tanker is let in.\n"
    )
    assert len(of_kind(report, BlockKind.PARAGRAPH)) == 3


def test_title_authors_and_date_are_read_where_they_stand() -> None:
    report = read(
        "Policy Brief\n\nWater and Borders in the Valley\n\nJane Doe and John B. Roe\n\n"
        f"12 May 2023\n\n{FILLER}\n"
    )
    assert report.metadata.title == "Water and Borders in the Valley"
    assert report.metadata.authors == ("Jane Doe", "John B. Roe")
    assert report.metadata.date == PartialDate(2023, 5, 12)
    assert report.blocks[-1].heading_path == ("Water and Borders in the Valley",)


def test_a_title_in_words_that_the_report_uses_is_not_taken_for_a_name() -> None:
    report = read(
        f"Mirela Pop\n\nWater Dilemmas\n\nThe dilemmas of water are old. {FILLER} {FILLER}\n"
    )
    assert report.metadata.title == "Water Dilemmas"
    assert report.metadata.authors == ("Mirela Pop",)


def test_what_the_text_does_not_say_stays_empty() -> None:
    metadata = read(f"{FILLER}\n\n{FILLER} {FILLER}\n").metadata
    assert (metadata.title, metadata.authors, metadata.publisher, metadata.date) == (
        "",
        (),
        "",
        None,
    )


def test_the_copyright_line_names_the_publisher_and_the_year() -> None:
    report = read(f"{FILLER}\n\n{FILLER}\n\n© Institute of Valley Studies 2014\n")
    assert report.metadata.publisher == "Institute of Valley Studies"
    assert report.metadata.date == PartialDate(2014)
    assert of_kind(report, BlockKind.META) == ["© Institute of Valley Studies 2014"]


def test_the_head_of_a_memo_gives_author_date_and_subject() -> None:
    report = read(
        "TO: Director, Northern Division\nFROM: Sarah K. Lind\nDATE: 3 February 2025\n"
        f"SUBJECT: Ferries after the storm\n\n1. {FILLER}\n\n2. {FILLER} It was late.\n"
    )
    assert report.metadata.title == "Ferries after the storm"
    assert report.metadata.authors == ("Sarah K. Lind",)
    assert report.metadata.date == PartialDate(2025, 2, 3)
    assert of_kind(report, BlockKind.LIST_ITEM)[0] == FILLER


def test_broken_markup_is_cleaned_and_the_words_stay() -> None:
    report = read(
        f"The plan is a <u>matter of</u> *de facto* control, **so** they say &amp; write. "
        f"{FILLER}\n\n"
        "_\n\nThe governments of the valley closed ranks in public against the company's plan, "
        'thereby increasing <a href="somewhere\n\nHaving met twice, the council '
        f"adjourned. {FILLER}\n"
    )
    paragraphs = of_kind(report, BlockKind.PARAGRAPH)
    assert paragraphs[0].startswith(
        "The plan is a matter of de facto control, so they say & write."
    )
    assert paragraphs[1] == (
        "The governments of the valley closed ranks in public against the company's plan, "
        "thereby increasing"
    )
    assert paragraphs[2].startswith("Having met twice")


def test_comment_forms_are_furniture() -> None:
    report = read(
        f"{FILLER}\n\nLeave a Reply\n\nName\n\nYour email address will not be published.\n"
    )
    assert of_kind(report, BlockKind.FURNITURE) == [
        "Leave a Reply",
        "Name",
        "Your email address will not be published.",
    ]


def test_page_numbers_that_count_every_sheet_become_the_page_map() -> None:
    pages = [
        f"{FILLER} This is sheet {n}, and the sentence on it goes on until\n\n{n + 6}\n\nthe next."
        for n in range(1, 5)
    ]
    report = read("\n\n".join(pages) + "\n\n11\n")
    assert report.page_labels == ("7", "8", "9", "10", "11")
    first = next(block for block in report.blocks if block.kind is BlockKind.PARAGRAPH)
    assert first.page == 1
    assert first.text[first.page_breaks[0] :] == "the next."
    assert report.page_label(first.page_at(len(first.text) - 1)) == "8"


def test_form_feeds_part_sheets_and_running_heads_are_furniture() -> None:
    sheets = [
        f"Valley Review 12\n\n{FILLER} Sheet {word} ends here.\n\n{number}"
        for number, word in enumerate(["one", "two", "three"], 31)
    ]
    report = read("\f".join(sheets))
    assert report.page_labels == ("31", "32", "33")
    assert of_kind(report, BlockKind.FURNITURE).count("Valley Review 12") == 3
    assert [b.page for b in report.blocks if b.kind is BlockKind.PARAGRAPH] == [1, 2, 3]
    assert [b.paragraph for b in report.blocks if b.kind is BlockKind.PARAGRAPH] == [1, 1, 1]


def test_numbered_headings_and_list_items_are_told_apart() -> None:
    report = read(
        f"1. Introduction\n\n{FILLER}\n\n1.1 Scope\n\n{FILLER}\n\nThe council asks for:\n\n"
        "1. a gauge that both sides read;\n\n2. a fund for repairs.\n"
    )
    headings = [(b.text, b.level) for b in report.blocks if b.kind is BlockKind.HEADING]
    assert headings[-1] == ("1.1 Scope", 3)
    assert of_kind(report, BlockKind.LIST_ITEM) == [
        "a gauge that both sides read;",
        "a fund for repairs.",
    ]


def test_columns_set_with_spaces_are_a_table() -> None:
    report = read(
        f"{FILLER}\n\nSector        2024     2025\nVehicles       182      194\n\n{FILLER}\n"
    )
    assert of_kind(report, BlockKind.TABLE) == ["Sector | 2024 | 2025\nVehicles | 182 | 194"]


def test_units_keep_their_raised_figures() -> None:
    report = read(f"{FILLER}¹ The basin covers 120 km² of land.\n\n¹ Cf. Doe, Basins, p. 3.\n")
    assert of_kind(report, BlockKind.PARAGRAPH) == [f"{FILLER} The basin covers 120 km² of land."]
