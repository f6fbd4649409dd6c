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
    assert "\nDebt (% of GDP): 3 countries, 2023 to 2023\n  bars: Debt (% of GDP)\n" in told
    assert "\nDebt (US$): 1 country, 2022 to 2022\n  too little for a chart\n" in told


def test_charts_of_own_data_are_chosen_listed_and_written_on_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "memo.txt").write_text(MEMO, "utf-8")
    table = TABLE + "".join(
        f"Debt,Armenia,{year},{year - 2000},%,B\n" for year in range(2018, 2024)
    )
    (tmp_path / "growth.csv").write_text(table, "utf-8")
    (tmp_path / "request.toml").write_text('regions = ["Armenia"]\n', "utf-8")
    library, note = str(tmp_path / "library"), tmp_path / "note.brief"
    assert main(["import", str(tmp_path / "memo.txt"), "--library", library]) == 0
    asked = [str(tmp_path / "request.toml"), "--library", library]
    data = ["--data", str(tmp_path / "growth.csv")]
    capsys.readouterr()
    assert main(["charts", *asked, *data]) == 0
    listed = capsys.readouterr().out
    assert "lines: Growth: How an indicator" in listed
    assert "lines: Debt: How an indicator" in listed
    picture = tmp_path / "debt.svg"
    chart = ["--chart", "lines: Debt | 2020-2022", "--out", str(picture)]
    assert main(["charts", *asked, *data, *chart]) == 0
    assert picture.read_bytes().startswith(b"<?xml")
    chosen = ["--chart", "lines: Debt | 2020-", "--chart", "lines: Growth"]
    assert main(["build", *asked, *data, *chosen, "--out", str(note)]) == 0
    kept = read_brief_file(note)
    assert kept.brief is not None
    assert [one.chart for one in kept.brief.charts] == ["lines: Debt | 2020-", "lines: Growth"]
    capsys.readouterr()
    assert main(["build", *asked, *data, "--chart", "lines: Dept", "--out", str(note)]) == 1
    told = capsys.readouterr().err
    assert "No table has an indicator 'Dept'." in told
    assert "Did you mean Debt?" in told
