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
    request = [str(tmp_path / "request.toml"), "--library", library]
    assert main(["charts", *request, "--data", str(tmp_path / "growth.csv")]) == 0
    assert "lines: Growth: How an indicator" in capsys.readouterr().out
    (tmp_path / "growth.csv").unlink()
    again = ["build", str(note), "--library", library, "--out", str(tmp_path / "again.brief")]
    chart = "lines: Growth | 2020-"
    assert main([*again, "--indicator", "Growth", "--chart", chart]) == 0
    rebuilt = read_brief_file(tmp_path / "again.brief").brief
    assert rebuilt is not None
    assert [one.chart for one in rebuilt.charts] == [chart]
    assert main([*again, "--indicator", "Grwth"]) == 1
    assert "Did you mean Growth?" in capsys.readouterr().err
    assert main([*again, "--chart", "lines: Grwth"]) == 1
    assert "Did you mean Growth?" in capsys.readouterr().err


def test_tables_are_told_with_their_charts_before_anything_is_built(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    more = "".join(
        f"Debt,{name},2023,{len(name)},% of GDP,B\n" for name in ("Mali", "Niger", "Chad")
    )
    (tmp_path / "growth.csv").write_text(TABLE + more + "Debt,Mali,2022,9,US$,B\n", "utf-8")
    assert main(["data", str(tmp_path / "growth.csv")]) == 0
    told = capsys.readouterr().out
    assert "growth.csv: 10 values, 2 indicators, 4 countries, 2018 to 2023." in told
    assert "is Armenia meant?" in told
    assert "\nGrowth (%): 1 country, 2018 to 2023\n  lines: Growth\n" in told
    assert "\nDebt (% of GDP): 3 countries, 2023\n  bars: Debt (% of GDP)\n" in told
    assert "\nDebt (US$): 1 country, 2022\n  too little for a chart\n" in told
