"""Measure the findings against labelled sentences, and fail where they fall below what is promised.

    python tools/quality.py FOLDER

FOLDER holds ``evaluation/score.py``, ``evaluation/gold.jsonl`` and ``reports/``. Prints one line a
figure with the least that is accepted; exit code 1 when one falls below.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

MAIN = Path(__file__).resolve().parent.parent / "main.py"

AT_LEAST = {
    "mentions": 0.97,
    "about": 0.86,
    "themes": 0.74,
    "finding_average_precision": 0.88,
    "needs_context": 0.87,
    "kind_accuracy": 0.97,
    "ndcg10": 0.76,
    "ratio_to_bm25": 1.44,
}
AT_MOST = {"furniture_offered_as_finding": 0.05, "text_lost": 0.0}


def main(folder: Path) -> int:
    """Run the program over the labelled reports, print the figures, and judge them."""
    with tempfile.TemporaryDirectory() as scratch:
        figures = dict(_figures(folder, Path(scratch)))
    failed = 0
    for name, value in figures.items():
        limit = AT_LEAST.get(name, AT_MOST.get(name))
        short = name in AT_LEAST and value < AT_LEAST[name]
        over = name in AT_MOST and value > AT_MOST[name]
        failed += short or over
        told = (
            "" if limit is None else f"  ({'at most' if name in AT_MOST else 'at least'} {limit})"
        )
        print(f"{name:32}{value:8.3f}{told}{'  TOO LOW' * short}{'  TOO HIGH' * over}")
    return 1 if failed else 0


def _figures(folder: Path, scratch: Path) -> Iterator[tuple[str, float]]:
    """Yield every figure of the scorer that is one number, and F1 where it gives three."""
    gold = folder / "evaluation" / "gold.jsonl"
    reports = sorted((folder / "reports").iterdir())
    labelled = {json.loads(line)["source"] for line in gold.read_text("utf-8").splitlines()}
    reports = [path for path in reports if path.name in labelled]
    _run(MAIN, "tag", *reports, "--out", scratch / "tags.jsonl")
    yield from _flat(_score(folder, "tags", gold, scratch / "tags.jsonl"))

    library = scratch / "library"
    _run(MAIN, "import", *reports, "--library", library)
    (scratch / "requests.jsonl").write_text(_run(_scorer(folder), "requests", gold), "utf-8")
    asked = ("--requests", scratch / "requests.jsonl", "--out", scratch / "run.jsonl")
    _run(MAIN, "select", *asked, "--library", library)
    yield from _flat(_score(folder, "select", gold, scratch / "run.jsonl"))


def _scorer(folder: Path) -> Path:
    return folder / "evaluation" / "score.py"


def _score(folder: Path, what: str, gold: Path, made: Path) -> dict[str, Any]:
    scored: dict[str, Any] = json.loads(_run(_scorer(folder), what, gold, made))
    return scored


def _run(script: Path, *arguments: str | Path) -> str:
    command = [sys.executable, str(script), *map(str, arguments)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603


def _flat(scored: dict[str, Any]) -> Iterator[tuple[str, float]]:
    for name, value in scored.items():
        yield name, float(value["f1"] if isinstance(value, dict) else value)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
