"""Markings, grades, hints and releasable versions from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli import main

FIRST = """Talks on the Lower Border

In September 2022 Armenia and Azerbaijan exchanged fire along their border for two days.
"""
SECOND = """Watching the Northern Bridge

The Armenian army moved two battalions from the garrison at Lake Ost to the border in March 2023.
"""
REQUEST = """
regions = ["AM"]
scheme = "uk"
bottom_line = "The truce may hold."
recommendation = "(O) Wait."
"""


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "first.txt").write_text(FIRST, "utf-8")
    (reports / "second.txt").write_text(SECOND, "utf-8")
    (reports / "second.txt.toml").write_text('marking = "NATO SECRET"\ngrade = "b2"\n')
    place = str(tmp_path / "library")
    assert main(["import", str(reports), "--library", place]) == 0
    capsys.readouterr()
    return place


@pytest.fixture
def request_file(tmp_path: Path) -> str:
    path = tmp_path / "request.toml"
    path.write_text(REQUEST, "utf-8")
    return str(path)


def test_schemes_are_listed_with_their_levels(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["markings"]) == 0
    said = capsys.readouterr().out
    assert "(OS) OFFICIAL-SENSITIVE, within OFFICIAL" in said
    assert "(CTS) COSMIC TOP SECRET" in said
    assert "Schemes of your own:" in said


def test_a_scheme_of_one_s_own_is_looked_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "house.toml"
    path.write_text('name = "House"\n[[level]]\nname = "open"\nportion = "O"\n', "utf-8")
    assert main(["markings", "--check", str(path)]) == 1
    assert "In house.toml, line 3: the level 'open' is not in capitals" in capsys.readouterr().err
    path.write_text('name = "House"\n[[level]]\nname = "OPEN"\nportion = "O"\n', "utf-8")
    assert main(["markings", "--check", str(path)]) == 0


def test_scales_are_listed_and_one_of_one_s_own_is_looked_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DESKBRIEF_DATA", str(tmp_path))
    path = tmp_path / "scales" / "house.toml"
    path.parent.mkdir()
    path.write_text('name = "House"\n[[term]]\nwords = ["rather"]\n', "utf-8")
    assert main(["scales", "--check", str(path)]) == 1
    assert "house.toml, line 2" in capsys.readouterr().err
    assert main(["scales"]) == 0
    said = capsys.readouterr()
    assert "55–75 %      likely or probable" in said.out
    assert "This scale of yours is left out." in said.err


def test_marking_and_grade_come_with_a_report_or_are_corrected(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    corrected = ["correct", "first.txt", "--marking", "OFFICIAL", "--grade", "a 1"]
    assert main([*corrected, "--library", library]) == 0
    capsys.readouterr()
    assert main(["reports", "--json", "--library", library]) == 0
    rows = {row["file"]: row for row in json.loads(capsys.readouterr().out)}
    assert (rows["first.txt"]["marking"], rows["first.txt"]["grade"]) == ("OFFICIAL", "A1")
    assert (rows["second.txt"]["marking"], rows["second.txt"]["grade"]) == ("NATO SECRET", "B2")
    assert main(["correct", "first.txt", "--grade", "Q9", "--library", library]) == 1
    assert "is no grade" in capsys.readouterr().err


def test_a_marking_that_is_too_low_is_refused_and_hints_are_told(
    library: str, request_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "note.docx"
    low = tmp_path / "low.toml"
    low.write_text(f'marking = "OFFICIAL"\n{REQUEST}', "utf-8")
    assert main(["build", str(low), "--out", str(out), "--library", library]) == 1
    assert "The marking OFFICIAL is too low: finding f-" in capsys.readouterr().err
    assert not out.exists()
    assert main(["build", request_file, "--out", str(out), "--library", library]) == 0
    assert "Bottom line: “may” says no likelihood" in capsys.readouterr().out
    assert out.exists()


def test_a_releasable_version_says_what_was_searched(
    library: str, request_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outs = [tmp_path / "note.pdf", tmp_path / "note.docx"]
    named = [part for out in outs for part in ("--out", str(out))]
    wanted = ["build", request_file, "--releasable", "OFFICIAL", "--library", library]
    assert main([*wanted, *named]) == 0
    said = capsys.readouterr().out
    assert "1 finding from 1 report" in said
    assert "Left out: 1 finding; 1 source; bottom line." in said
    assert said.count("things left out: nothing found.") == 2
    assert all(out.exists() for out in outs)


def test_a_releasable_version_is_made_for_each_region(
    library: str, request_file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out, table = tmp_path / "out", tmp_path / "table.csv"
    out.mkdir()
    wanted = ["build", request_file, "--releasable", "OFFICIAL", "--each-region"]
    assert main([*wanted, "--out-dir", str(out), "--format", "docx", "--summary", str(table),
                 "--library", library]) == 0  # fmt: skip
    assert "Left out: 1 finding; 1 source." in capsys.readouterr().out
    assert "Armenia" in table.read_text("utf-8-sig")
    assert len(list(out.iterdir())) == 1
