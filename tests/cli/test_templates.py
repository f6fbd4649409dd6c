"""Templates on the command line: what each needs, one's own folder, mistakes."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import resources
from briefing.cli import main


@pytest.fixture(autouse=True)
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of templates in a data folder of this test's own."""
    monkeypatch.setenv(resources.USER_DATA, str(tmp_path / "data"))
    return tmp_path / "data" / "templates"


def test_the_list_tells_what_each_template_needs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates"]) == 0
    out = capsys.readouterr().out
    assert "visit        Visit brief: " in out
    assert "at least one lead finding, visit or meeting, date of the meeting" in out
    assert "indicators (table of Indicator, Value, Unit, Year, Source)" in out


def test_a_template_in_the_data_folder_is_found_without_being_named(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", "--new", "desk-note", "--from", "note"]) == 0
    assert capsys.readouterr().out.strip() == str(own / "desk-note.html.j2")
    assert main(["templates"]) == 0
    assert "desk-note    Desk note: " in capsys.readouterr().out


def test_a_folder_that_is_named_comes_first(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    main(["templates", "--new", "desk", "--from", "note"])
    assert main(["templates", "--new", "desk", "--from", "memo", "--templates", str(other)]) == 0
    capsys.readouterr()
    assert main(["templates", "--templates", str(other)]) == 0
    assert "desk         Desk: To, from and subject at the head" in capsys.readouterr().out
    assert (own / "desk.html.j2").is_file()


def test_one_template_at_fault_does_not_hide_the_others(
    own: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own.mkdir(parents=True)
    (own / "broken.html.j2").write_text('{#\ntitle = "T"\nsides = "two"\n#}', "utf-8")
    assert main(["templates"]) == 1
    told = capsys.readouterr()
    assert "note         Briefing note" in told.out
    assert f"{own / 'broken.html.j2'}, line 3, in the header: “sides” should be" in told.err


def test_new_and_from_go_together() -> None:
    assert main(["templates", "--new", "mine"]) == 2
