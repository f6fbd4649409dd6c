"""The officer's own tables by the command line: told, used, and reports tagged anew with them."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library import Library
from briefing.resources import USER_DATA
from briefing.taxonomy.tables import own_folder

TEXT = """Notes on the strait

The Zubarians closed the strait to tankers in May, and oil prices rose by a fifth within a week.
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library with a report on a people that no shipped table knows."""
    monkeypatch.setenv(USER_DATA, str(tmp_path / "before"))
    report = tmp_path / "notes.txt"
    report.write_text(TEXT, encoding="utf-8")
    assert main(["import", str(report), "--library", str(tmp_path / "library")]) == 0
    return tmp_path / "library"


def own_tables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Let the program start anew with a table of countries of the officer's own."""
    monkeypatch.setenv(USER_DATA, str(tmp_path / "after"))
    own_folder().mkdir(parents=True)
    (own_folder() / "countries.toml").write_text(text, encoding="utf-8")


def about(place: Path) -> list[tuple[str, ...]]:
    with Library.open(place) as library:
        (report,) = library.reports()
        return [one.about for one in library.findings_of(report.sha256) if "Zubar" in one.text]


def test_reports_are_tagged_anew_with_own_tables_and_only_once(
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert about(place) == [()]
    assert main(["retag", "--library", str(place)]) == 0
    assert "0 reports tagged anew, 0 sentences otherwise" in capsys.readouterr().out
    own_tables(tmp_path, monkeypatch, 'OM = { people = ["Zubarian"] }\n')
    assert main(["retag", "--library", str(place)]) == 0
    assert "1 report tagged anew, 1 sentence otherwise" in capsys.readouterr().out
    assert about(place) == [("OM",)]
    assert main(["retag", "--library", str(place)]) == 0
    assert "0 reports tagged anew" in capsys.readouterr().out
    assert main(["retag", "--all", "--library", str(place)]) == 0
    assert "1 report tagged anew, 0 sentences" in capsys.readouterr().out


def test_a_mistake_in_an_own_table_is_told_after_every_command_and_stops_none(
    place: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    own_tables(tmp_path, monkeypatch, '\nOM = { peoples = ["Zubarian"] }\n')
    capsys.readouterr()
    assert main(["reports", "--library", str(place)]) == 0
    said = capsys.readouterr()
    assert "1 report in" in said.out
    assert "In countries.toml, line 2: 'peoples' is nothing that [OM] can have." in said.err


def test_the_tables_in_use_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    own_tables(tmp_path, monkeypatch, 'OM = { people = ["Zubarian"] }\n')
    assert main(["tables"]) == 0
    said = capsys.readouterr().out
    assert "countries.toml: used" in said
    assert str(own_folder()) in said
    (own_folder() / "region.toml").write_text("", encoding="utf-8")
    monkeypatch.setenv(USER_DATA, str(tmp_path / "again"))
    own_folder().parent.mkdir()
    (tmp_path / "after" / "taxonomy").rename(own_folder())
    assert main(["tables"]) == 1
    assert "region.toml: left out" in capsys.readouterr().out
