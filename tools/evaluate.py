"""Measure the findings against sentences labelled by hand, and show what goes wrong most.

    python tools/evaluate.py [--shared FOLDER] [--brief] [--check] [--accept]

The reports and labels of ``tests/evaluation`` are always measured; those of ``FOLDER/evaluation``
(``gold.jsonl``, with the reports in ``FOLDER/reports``) where that folder is there. Beside each
figure stand those of a simple baseline, of the last accepted run, and what is to be reached.
``--brief`` prints the tables alone; ``--check`` ends with code 1 where a figure has fallen below
the accepted run; ``--accept`` keeps the figures as those of the accepted run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from evaluation.accepted import losses, read_accepted, write_accepted  # noqa: E402
from evaluation.labels import read_set  # noqa: E402
from evaluation.printing import page  # noqa: E402
from evaluation.running import Run, run  # noqa: E402

OWN = ROOT / "tests" / "evaluation"
ACCEPTED = OWN / "accepted.toml"


def main(arguments: argparse.Namespace) -> int:
    """Print the figures of every set of labels that is there; return the exit code."""
    accepted = read_accepted(ACCEPTED)
    runs = list(_runs(arguments.shared))
    for one in runs:
        for line in page(one, accepted.get(one.name, {}), details=not arguments.brief):
            print(line)
        print()
    lost = [sentence for one in runs for sentence in losses(one, accepted.get(one.name, {}))]
    if arguments.accept:
        write_accepted(ACCEPTED, runs)
    elif arguments.check:
        print(*lost, sep="\n", end="\n" if lost else "")
        return 1 if lost else 0
    return 0


def _runs(shared: Path | None) -> Iterator[Run]:
    yield run(read_set("made-up", OWN / "labels.jsonl", OWN / "reports"))
    if shared and (shared / "evaluation" / "gold.jsonl").is_file():
        labels = read_set("shared", shared / "evaluation" / "gold.jsonl", shared / "reports")
        yield run(labels, guide_only=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, help="a folder with evaluation/ and reports/")
    parser.add_argument("--brief", action="store_true", help="the tables alone")
    parser.add_argument("--check", action="store_true", help="fail where a figure has fallen")
    parser.add_argument("--accept", action="store_true", help="keep these figures as accepted")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main(_arguments()))
