"""Charts on the command line: which there are, why not the others, one as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.resources import assets


@pytest.fixture(scope="module")
def at_hand(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return a library with the sample reports, and a request."""
    folder = tmp_path_factory.mktemp("charts")
    library, request = folder / "library", folder / "request.toml"
    request.write_text('regions = ["south-caucasus"]\nthemes = ["conflict", "diplomacy"]\n')
    reports = str(assets("samples", "reports"))
    assert main(["import", reports, "--library", str(library)]) == 0
    return library, request


def test_charts_are_listed_with_question_and_answer_or_the_reason_against_them(
    at_hand: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    library, request = at_hand
    assert main(["charts", str(request), "--library", str(library)]) == 0
    out = capsys.readouterr().out
    assert "coverage     Coverage: " in out
    assert "Which themes does each report cover on the South Caucasus?" in out
    assert "not offered: No chart of own data: no table of figures has been added." in out


def test_a_chart_is_written_in_the_form_that_its_ending_names(
    at_hand: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    library, request = at_hand
    call = ["charts", str(request), "--library", str(library), "--chart", "coverage", "--out"]
    assert main([*call, str(tmp_path / "c.svg")]) == 0
    assert b"<svg" in (tmp_path / "c.svg").read_bytes()
    assert main([*call, str(tmp_path / "c.png")]) == 0
    assert (tmp_path / "c.png").read_bytes().startswith(b"\x89PNG")
    assert main([*call, str(tmp_path / "c.gif")]) == 1
    assert "Let it end in .svg or .png." in capsys.readouterr().err
    call[-2] = "nonesuch"
    assert main([*call, str(tmp_path / "d.svg")]) == 1
    assert "There is no chart 'nonesuch'." in capsys.readouterr().err
    assert not (tmp_path / "c.gif").exists()
