"""What a person or a script may type and nobody meant: a sentence, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import main as main_program
from briefing.cli import main

MEMO = "Talks\n\nArmenia and Azerbaijan exchanged fire along their border in September 2022.\n"
LONG = "a" * 300


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (tmp_path / "memo.txt").write_text(MEMO, "utf-8")
    place = str(tmp_path / "library")
    assert main(["import", str(tmp_path / "memo.txt"), "--library", place]) == 0
    capsys.readouterr()
    return place


def test_names_that_are_too_long_are_told(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import", f"{LONG}.txt", "--title", "T", "--library", library]) == 1
    assert "file name too long" in capsys.readouterr().err
    assert main(["reports", "--library", LONG]) == 1
    assert "file name too long" in capsys.readouterr().err
    assert main(["select", "--requests", LONG, "--out", "x", "--library", library]) == 1
    assert "file name too long" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["search", "x"], ["select", "--region", "AM"]])
def test_a_limit_beyond_all_measure_is_wrong_usage(
    library: str, command: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*command, "--limit", str(10**23), "--library", library]) == 2
    assert "1<=x<=10000" in capsys.readouterr().err


@pytest.mark.parametrize("line", ["[" * 100_000, '{"region": {}}', "9" * 5000, "null"])
def test_a_line_that_is_no_request_is_named(
    library: str, tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, out = tmp_path / "asked.jsonl", tmp_path / "out.jsonl"
    asked.write_text(f'{{"region": "AM", "theme": "conflict"}}\n{line}\n')
    arguments = ["select", "--requests", str(asked), "--out", str(out), "--library", library]
    assert main(arguments) == 1
    assert "asked.jsonl, line 2 is no request." in capsys.readouterr().err
    assert not out.exists()


def test_words_that_are_no_text_are_searched_for_as_far_as_they_are(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "border\udcff", "--library", library]) == 0
    assert "1 passage found." in capsys.readouterr().out


def test_a_second_import_says_what_it_corrected(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["import", str(tmp_path / "memo.txt"), "--library", library, "--title", "Fire"]
    assert main(arguments) == 0
    out = capsys.readouterr().out
    assert "memo.txt: metadata corrected · Fire" in out
    assert "0 reports imported, metadata of 1 report corrected." in out
    assert main(arguments) == 0
    assert "1 already there" in capsys.readouterr().out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="of Linux")
def test_output_that_goes_to_a_full_disk_is_told_in_a_sentence(library: str) -> None:
    root = Path(__file__).resolve().parent.parent.parent
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(  # noqa: S603 - our own program
            [sys.executable, root / "main.py", "reports", "--library", library],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 1
    assert done.stderr == "Error: The output cannot be written: the disk is full.\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no polite end of a process")
def test_a_command_that_is_told_to_end_ends_as_by_a_key(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(sys, "argv", ["main.py", "reports"])
    monkeypatch.setattr("briefing.cli.main", lambda: os.kill(os.getpid(), signal.SIGTERM))
    try:
        assert main_program.run() == 130
    finally:
        signal.signal(signal.SIGTERM, before)
    assert capsys.readouterr().err == "Interrupted.\n"
