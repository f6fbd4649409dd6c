"""matplotlib is loaded for charts alone: without the user's settings and fonts, and unnoticed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRAW_EACH_FIRST = """
import os, sys
from briefing.charts import CHARTS
from tests.charts.test_charts import data_of

for chart in CHARTS:
    data = data_of(chart)
    assert "matplotlib" not in sys.modules, "it is imported when a chart is drawn"
    child = os.fork()
    if not child:
        drawn = False
        try:
            drawn = bool(chart.draw(data).svg)
        finally:
            os._exit(0 if drawn else 1)
    assert os.waitpid(child, 0)[1] == 0, chart.id
"""


@pytest.mark.parametrize("writable", [True, False])
def test_whichever_chart_is_drawn_first_nothing_is_left_with_the_user_or_complained_of(
    tmp_path: Path, writable: bool
) -> None:
    (tmp_path / "file").touch()
    home = tmp_path if writable else tmp_path / "file" / "home"
    folders = {"HOME": home, "XDG_CONFIG_HOME": home / "config", "XDG_CACHE_HOME": home / "cache"}
    others = {key: value for key, value in os.environ.items() if key != "MPLCONFIGDIR"}
    told = subprocess.run(  # noqa: S603
        [sys.executable, "-c", DRAW_EACH_FIRST],
        env={**others, **{key: str(folder) for key, folder in folders.items()}},
        cwd=ROOT,
        capture_output=True,
        timeout=60,
        text=True,
    )
    assert (told.returncode, told.stderr) == (0, "")
    assert [one.name for one in tmp_path.iterdir()] == ["file"]
