"""The table of reports: what its cells show, how it is sifted and sorted, and how fast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from briefing.model import Metadata, PartialDate, ReportSummary
from gui import theme
from gui.metadata_fields import Field, FieldError, text_of, with_text
from gui.models.reports import ReportsModel
from gui.theme_marks import MARKS
from tests.gui.sources import CUSTOMS, MEMO, REPORTS, TALKS


@pytest.fixture
def model(qtbot: QtBot, qtmodeltester: object) -> ReportsModel:
    made = ReportsModel()
    made.show(REPORTS)
    return made


def shown(model: ReportsModel, column: int = 0) -> list[str]:
    return [model.index(row, column).data() for row in range(model.rowCount())]


def test_model_keeps_the_rules_of_qt(model: ReportsModel, qtmodeltester: object) -> None:
    qtmodeltester.check(model)  # type: ignore[attr-defined]


def test_report_without_title_goes_by_its_file(model: ReportsModel) -> None:
    assert shown(model) == ["Talks at the Border", "memo.txt", "A Customs Union"]


def test_cells_speak_as_one_writes(model: ReportsModel) -> None:
    row = [model.index(0, column).data() for column in range(model.columnCount())]
    assert row[1:] == ["Ada Novak, Ben Okoro", "Institute", "4 May 2023", "English", "41"]


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("border", ["Talks at the Border"]),
        ("2010 weekly", ["A Customs Union"]),
        ("memo.TXT", ["memo.txt"]),
        ("french", ["memo.txt"]),
        ("okoro", ["Talks at the Border"]),
        ("nothing of the kind", []),
    ],
)
def test_every_word_must_occur_somewhere(
    model: ReportsModel, words: str, titles: list[str]
) -> None:
    model.sift(words)
    assert shown(model) == titles


@pytest.mark.parametrize(
    ("column", "titles"),
    [
        (0, ["A Customs Union", "memo.txt", "Talks at the Border"]),
        (3, ["memo.txt", "A Customs Union", "Talks at the Border"]),
        (5, ["memo.txt", "A Customs Union", "Talks at the Border"]),
    ],
)
def test_rows_are_sorted_by_what_a_column_means(
    model: ReportsModel, column: int, titles: list[str]
) -> None:
    model.sort(column)
    assert shown(model) == titles
    model.sort(column, Qt.SortOrder.DescendingOrder)
    assert shown(model) == titles[::-1]
    model.sort(-1)
    assert shown(model)[0] == "Talks at the Border"


def test_sorting_keeps_what_was_selected(model: ReportsModel) -> None:
    held = QPersistentModelIndex(model.index(0, 0))
    model.sort(0)
    assert held.row() == 2
    assert held.data() == "Talks at the Border"


def test_edited_cell_asks_for_a_correction(model: ReportsModel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(model.correction_wanted) as asked:
        model.setData(model.index(0, 3), "2023-06")
    assert asked.args == [TALKS, Field.DATE, "2023-06"]
    assert not model.setData(model.index(0, 5), "9")


def test_ten_thousand_reports_are_sorted_and_sifted_in_no_time(qtbot: QtBot) -> None:
    model = ReportsModel()
    many = tuple(
        replace(
            TALKS,
            sha256=f"{n:064x}",
            findings=n * 7919 % 1000,
            metadata=replace(TALKS.metadata, title=f"Report {n * 7919 % 10007}"),
        )
        for n in range(10_000)
    )
    model.show(many)
    deeds: tuple[Callable[[], None], ...] = (
        lambda: model.sort(0),
        lambda: model.sort(5, Qt.SortOrder.DescendingOrder),
        lambda: model.sift("report 77"),
        lambda: model.sift(""),
    )
    for deed in deeds:
        began = perf_counter()
        deed()
        assert perf_counter() - began < 4  # far above what it takes: a guard against growth
    assert model.rowCount() == 10_000


def test_fields_are_typed_as_they_are_shown() -> None:
    metadata = replace(TALKS.metadata, marking="RESTRICTED", grade="B2")
    for field in Field:
        assert with_text(metadata, field, text_of(metadata, field)) == metadata
    assert with_text(metadata, Field.AUTHORS, " Ada Novak ;; Cem  Aydin ").authors == (
        "Ada Novak",
        "Cem Aydin",
    )
    assert with_text(metadata, Field.DATE, "2022-09").date == PartialDate(2022, 9)
    assert with_text(metadata, Field.LANGUAGE, "german").language == "de"
    assert with_text(metadata, Field.LANGUAGE, "pt-BR").language == "pt-BR"
    assert with_text(metadata, Field.PUBLISHER, "").publisher == ""


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        (Field.DATE, "some day in 2022", "is not a date such as 2022"),
        (Field.DATE, "2022-13", "is not a date such as 2022"),
        (Field.LANGUAGE, "Klingonish", "is not a language such as English"),
        (Field.ADDRESS, "example.org/a b", "begins with https://"),
    ],
)
def test_what_a_field_cannot_hold_is_said_in_words(field: Field, text: str, words: str) -> None:
    with pytest.raises(FieldError, match=words):
        with_text(Metadata(), field, text)


def luminance(colour: QColor) -> float:
    parts = [colour.redF(), colour.greenF(), colour.blueF()]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(QColor(one)), luminance(QColor(other))))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("which", [0, 1])
def test_marks_of_themes_stand_out_and_differ(which: int) -> None:
    shades = (theme.LIGHT, theme.DARK)[which]
    marks = [pair[which] for pair in MARKS.values()]
    assert len(set(marks)) == 13
    for mark in marks:
        assert contrast(mark, shades.paper) >= 3
        assert contrast(mark, shades.selected) >= 2.9, mark


def test_unlisted_report_is_not_found(model: ReportsModel) -> None:
    assert model.row_of(CUSTOMS.sha256) == 2
    assert model.row_of("ff" * 32) == -1
    assert model.report(99) is None
    assert isinstance(model.report(1), ReportSummary)
    assert model.report(1) == MEMO


@pytest.mark.parametrize(
    ("typed", "authors"),
    [
        ("Jeremy Smith and Ana Jones", ("Jeremy Smith", "Ana Jones")),
        ("Jeremy Smith, Ana Jones & Cem Aydin", ("Jeremy Smith", "Ana Jones", "Cem Aydin")),
        ("Jeremy Smith, Ana Jones, and Cem Aydin", ("Jeremy Smith", "Ana Jones", "Cem Aydin")),
        ("Smith and Jones", ("Smith", "Jones")),
        ("Novak, Ada", ("Novak, Ada",)),
        ("Novak, Ada; Okoro, Ben", ("Novak, Ada", "Okoro, Ben")),
        ("Ministry of Trade and Industry", ("Ministry of Trade and Industry",)),
        ("Rand and Sons Press;", ("Rand and Sons Press",)),
        ("", ()),
    ],
)
def test_authors_are_told_apart_as_one_types_them(typed: str, authors: tuple[str, ...]) -> None:
    metadata = with_text(Metadata(), Field.AUTHORS, typed)
    assert metadata.authors == authors
    again = with_text(Metadata(), Field.AUTHORS, text_of(metadata, Field.AUTHORS))
    assert again.authors == authors
