"""Briefs for several regions, written in one go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from briefing.model import RegionGroup
from briefing.model.desk import ExportedFile, SeriesEntry
from briefing.service.calls import ExportSeries
from gui.exporting_written import rows_of_series
from gui.models.series import SeriesModel
from gui.series_dialog import SeriesDialog
from tests.briefs import request
from tests.gui import out

CHECK = Qt.ItemDataRole.CheckStateRole


def dialog_for(qtbot: QtBot, folder: Path) -> SeriesDialog:
    def answer(call: ExportSeries) -> tuple[SeriesEntry, ...]:
        first = tuple(ExportedFile(folder / f"a.{format_}", 2, ()) for format_ in call.formats)
        return (
            SeriesEntry("GE", "Georgia", first, 4),
            SeriesEntry("AM", "Armenia", (), 0, "No finding answers."),
        )

    dialog = SeriesDialog(out.workspace(folder, {ExportSeries: answer}))
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitUntil(lambda: lines(dialog.form.model)[0] == ("South Caucasus", "7"))
    return dialog


def lines(model: SeriesModel, parent: QModelIndex | None = None) -> list[tuple[str, str]]:
    parent = parent or QModelIndex()
    found = []
    for row in range(model.rowCount(parent)):
        name = model.index(row, 0, parent)
        found.append((name.data(), model.index(row, 1, parent).data() or ""))
        found += lines(model, name)
    return found


def test_regions_of_the_request_stand_with_members_and_counts(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    assert ("Georgia", "3") in lines(dialog.form.model)
    assert dialog.form.model.chosen() == ("south-caucasus", "central-asia")


def test_ticking_by_keyboard_adds_a_brief(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    view = dialog.form.list
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Space)
    chosen = dialog.form.model.chosen()
    assert len(chosen) == 3
    assert chosen[0] == "south-caucasus"


def test_names_differ_from_region_to_region(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    dialog.form.pattern.setText("{region} {template}")
    assert "South Caucasus note" in dialog.form.example.text()
    dialog.form.formats.boxes["pdf"].setChecked(False)
    assert "(.docx)" in dialog.form.example.text()


def test_series_is_written_and_listed(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    dialog.form.overwrite.setChecked(True)
    dialog.go.click()
    qtbot.waitUntil(lambda: dialog.stack.currentWidget() is dialog.written)
    (call,) = out.calls_of(dialog.workspace, ExportSeries)
    assert call.regions == ("south-caucasus", "central-asia")
    assert (call.formats, call.folder, call.overwrite) == (("pdf", "docx"), tmp_path, True)
    assert not call.own_words
    model = dialog.written.list.model()
    briefs = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert briefs == ["Georgia", "Georgia", "Armenia"]
    assert model.index(2, 2).data() == "not written"
    dialog.written.list.setCurrentIndex(model.index(2, 0))
    assert dialog.written.remarks.text() == "No finding answers."
    assert not dialog.written.open.isEnabled()


def test_own_words_go_into_each_brief_only_when_ticked(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    form = dialog.form
    assert not form.own_words.isChecked()
    form.own_words.click()
    call = form.call()
    assert call is not None
    assert call.own_words


def test_without_a_ticked_region_nothing_is_written(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    for row in range(dialog.form.model.rowCount()):
        dialog.form.model.setData(dialog.form.model.index(row, 0), Qt.CheckState.Unchecked, CHECK)
    assert not dialog.go.isEnabled()
    dialog.start()
    assert out.calls_of(dialog.workspace, ExportSeries) == []


def test_own_groups_stand_with_their_members(qtbot: QtBot) -> None:
    group = RegionGroup("Black Sea", ("GE",))
    model = SeriesModel(request(regions=(group.id,), groups=(group,)), out.VOCABULARY.taxonomy)
    assert [name for name, _ in lines(model)] == ["Black Sea", "Georgia"]


def test_a_table_of_what_was_written_is_put_beside_the_briefs(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = dialog_for(qtbot, tmp_path)
    form = dialog.form
    call = form.call()
    assert call is not None
    assert call.summary is None
    form.summary.setChecked(True)
    call = form.call()
    assert call is not None
    assert call.summary == tmp_path / "summary.csv"


def test_what_is_thin_is_said_of_each_file(tmp_path: Path) -> None:
    file = ExportedFile(tmp_path / "a.pdf", 2, ("A remark.",))
    thin = ("only 2 findings", "one report only")
    (row,) = rows_of_series((SeriesEntry("GE", "Georgia", (file,), 2, thin=thin),))
    assert row.remarks == ("Only 2 findings, one report only.", "A remark.")
