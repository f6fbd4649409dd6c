from __future__ import annotations

from pathlib import Path

import pytest

from briefing.brief_file import read_brief_file
from briefing.cli import main

TABLE = (
    "indicator,country,year,value,unit,source\n"
    + "".join(f"Growth,Armenia,{year},{year - 2015},%,Office A\n" for year in range(2018, 2024))
    + "Growth,Armenja,2024,9,%,Office A\n"
)
MEMO = "Armenia and Azerbaijan resumed talks on their border in Prague on 4 May 2023.\n"


def test_own_figures_are_built_in_told_of_and_kept_in_the_brief(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "memo.txt").write_text(MEMO, "utf-8")
    (tmp_path / "growth.csv").write_text(TABLE, "utf-8")
    (tmp_path / "request.toml").write_text('regions = ["AM"]\n', "utf-8")
    library, note = str(tmp_path / "library"), tmp_path / "note.brief"
    assert main(["import", str(tmp_path / "memo.txt"), "--library", library]) == 0
    asked = ["build", str(tmp_path / "request.toml"), "--library", library, "--out", str(note)]
    capsys.readouterr()
    assert main([*asked, "--data", str(tmp_path / "growth.csv")]) == 0
    told = capsys.readouterr().out
    assert "growth.csv: 6 values, 1 indicator, 1 country, 2018 to 2023." in told
    assert "Line 8: “Armenja” is no country that is known here; is Armenia meant?" in told
    kept = read_brief_file(note)
    assert kept.brief is not None
    assert "lines: Growth" in [chart.chart for chart in kept.brief.charts]
    (tmp_path / "growth.csv").unlink()
    again = ["build", str(note), "--library", library, "--out", str(tmp_path / "again.brief")]
    assert main([*again, "--indicator", "Growth"]) == 0
    assert main([*again, "--indicator", "Grwth"]) == 1
    assert "Did you mean Growth?" in capsys.readouterr().err
