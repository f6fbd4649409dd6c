"""Running heads on one line with the number of the page."""

from __future__ import annotations

from briefing.importers import read_report

LINES = (
    "The strait has been fished in common since the peace, and for most of that time\n"
    "nobody asked whose fish they were. The question was put for the first time when\n"
    "a trawler from the south was held in Ostburg for a fortnight, and its catch was\n"
)
CHAPTER = (
    LINES
    + "\n64                      Yearbook of Strait Studies\n\n"
    + "sold on the quay. "
    + LINES
    + "\nA. B. Holm / The Strait and Its Fishermen           65\n\n"
    + "sold on the quay. "
    + LINES
    + "\n66                      Yearbook of Strait Studies\n\n"
    + "sold on the quay.\n"
)


def test_heads_with_numbers_are_furniture_and_leave_the_paragraph_whole() -> None:
    report = read_report(CHAPTER.encode(), "chapter.txt")
    assert [block.kind.value for block in report.blocks] == ["paragraph", *["furniture"] * 3]
    text = report.blocks[0].text
    assert text.count("and its catch was sold on the quay.") == 3
    assert "Yearbook" not in text


def test_their_numbers_make_the_page_map() -> None:
    report = read_report(CHAPTER.encode(), "chapter.txt")
    assert report.page_labels == ("", "64", "65", "66")
    text, breaks = report.blocks[0].text, report.blocks[0].page_breaks
    assert [text[offset:].startswith("sold on the quay.") for offset in breaks] == [True] * 3


def test_rows_that_end_in_figures_are_no_heads() -> None:
    report = read_report(
        b"Ships by harbour\n\nOstburg      12\nWestburg      14\nSudhaven      19\n\n"
        b"The table counts ships above a thousand tonnes that lay at the quay in May.\n",
        "table.txt",
    )
    assert not [block for block in report.blocks if block.kind.value == "furniture"]
