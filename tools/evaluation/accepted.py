"""What has been reached and is to be reached: the targets, and the figures of the accepted run."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from evaluation.running import Run

TARGETS = {
    "mentions": 0.97,
    "about": 0.85,
    "themes": 0.72,
    "finding_average_precision": 0.82,
    "needs_context": 0.80,
    "kind_accuracy": 0.97,
    "furniture_offered": 0.0,
    "text_lost": 0.0,
    "ndcg10": 0.80,
}
TIMES_BASELINE = 1.5
"""The answers to requests are to be so many times as good as BM25's."""
LESS_IS_BETTER = frozenset({"furniture_offered", "text_lost"})
SLACK = 0.015
"""A figure may fall so far below the accepted one before it counts as a loss."""


def target(name: str, baseline: Mapping[str, float]) -> float | None:
    """Return what a figure is to reach; None where nothing is asked."""
    if name == "ndcg10":
        return min(1.0, max(TARGETS[name], TIMES_BASELINE * baseline.get(name, 0.0)))
    return TARGETS.get(name)


def is_reached(name: str, value: float, wanted: float) -> bool:
    """Whether a figure is as good as wanted, to three places."""
    return round(value, 3) <= wanted if name in LESS_IS_BETTER else round(value, 3) >= wanted


def read_accepted(path: Path) -> dict[str, dict[str, float]]:
    """Return the figures of the accepted run, by set of labels; none where there is no file."""
    if not path.exists():
        return {}
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: {key: float(value) for key, value in row.items()} for name, row in table.items()}


def write_accepted(path: Path, runs: Iterable[Run]) -> None:
    """Keep the figures of these runs; those of other sets stay."""
    known = read_accepted(path) | {one.name: one.figures for one in runs}
    head = "# Figures of the last accepted run; `tools/evaluate.py --accept` writes this file.\n"
    path.write_text(head + "".join(_section(*row) for row in known.items()), encoding="utf-8")


def _section(name: str, figures: Mapping[str, float]) -> str:
    lines = "".join(f"{key} = {value:.3f}\n" for key, value in figures.items())
    return f'\n["{name}"]\n{lines}'


def losses(run: Run, accepted: Mapping[str, float]) -> Iterator[str]:
    """Yield a sentence for every figure that has fallen below what was accepted."""
    for name, before in accepted.items():
        now = run.figures.get(name, 0.0)
        worse = now - before if name in LESS_IS_BETTER else before - now
        if worse > SLACK:
            yield f"{run.name}: {name} was {before:.3f} and is {now:.3f}."
