"""The command that binds a pack."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest

from briefing.cli import main
from briefing.library import Library
from briefing.pack_file import read_pack
from tests.pipeline.desks import add_first

REQUEST = 'title = "Armenia"\nregions = ["Armenia"]\nthemes = ["conflict", "diplomacy"]\n'
PACK = """
title = "The talks"
recipients = ["The Minister", "The Ambassador"]

[[parts]]
file = "armenia.toml"
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    with Library.open(tmp_path / "library") as opened:
        add_first(opened)
    (tmp_path / "armenia.toml").write_text(REQUEST, "utf-8")
    (tmp_path / "talks.toml").write_text(PACK, "utf-8")
    return tmp_path / "talks.toml"


def run(source: Path, *more: str) -> int:
    return main(["pack", str(source), "--library", str(source.parent / "library"), *more])


def test_a_pack_is_bound_and_told(source: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = source.with_suffix(".pdf")
    assert run(source, "--out", str(out), "--page-size", "Letter", "--single-sided") == 0
    said = capsys.readouterr().out
    assert "The talks: 1 brief." in said
    with pikepdf.open(out) as pdf:
        assert f"({len(pdf.pages)} pages)" in said
        assert round(float(pdf.pages[0].MediaBox[2])) == 612


def test_each_recipient_gets_a_copy(source: Path) -> None:
    assert run(source, "--out", str(source.with_suffix(".docx")), "--copies") == 0
    names = sorted(path.name for path in source.parent.glob("*.docx"))
    assert names == ["talks 1 of 2 The Minister.docx", "talks 2 of 2 The Ambassador.docx"]


def test_a_pack_written_by_hand_is_saved_as_one_that_the_window_opens(source: Path) -> None:
    saved = source.parent / "other" / "talks.pack"
    saved.parent.mkdir()
    assert run(source, "--out", str(saved)) == 0
    assert read_pack(saved).parts[0].file == "../armenia.toml"


def test_a_pack_that_names_what_is_not_there_says_which(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source.write_text(PACK.replace("armenia", "nowhere"), "utf-8")
    assert run(source, "--out", str(source.with_suffix(".pdf"))) == 1
    assert "nowhere.toml" in capsys.readouterr().err
