"""Feeds the program spoilt and hostile files of every kind, and tells what it cannot bear.

    python tools/fuzz.py [--seconds 60] [--seed WORD] [--only KIND …] [--jobs 2] [--keep FOLDER]
    python tools/fuzz.py --replay FILE --only KIND

Each file is a sound one of our own making, spoilt by lot: bytes turned, cut, doubled, parts of
archives, objects of PDFs and values of JSON changed, and put in what has broken programs before.
For each the program must come to a result or to a sentence (``BriefingError``), within limits of
time and memory, without writing elsewhere, connecting or starting anything. The lot is drawn from a
seed that is printed: the same seed gives the same files. What broke the program is kept, with what
it said. The exit code is 1 where there is such a file.

A drawing of our own rather than hypothesis: most of these files are bytes of a format and not
values of a type, thousands a second count for more than small examples, and a file that ends the
process must not end the search.
"""

from __future__ import annotations

import argparse
import secrets
import sys
import warnings
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from fuzzing.hunting import Hunt, Judge  # noqa: E402
from fuzzing.kinds import KINDS, Kind  # noqa: E402


def main() -> int:
    """Hunt, or replay one file; return the exit code."""
    options = _options()
    warnings.simplefilter("ignore")
    kinds = [kind for kind in KINDS if not options.only or kind.name in options.only]
    if options.replay:
        return _replayed(options.replay, kinds[0])
    seed = options.seed or secrets.token_hex(4)
    print(f"seed {seed}, {options.seconds:.0f} seconds, {len(kinds)} kinds of files", flush=True)
    for kind in kinds:
        kind.sound()  # made before the time begins to run
    hunt = Hunt(kinds, seed, options.keep)
    hunt.run(options.seconds, options.jobs, lambda said: print(said, flush=True))
    _tell(hunt)
    return int(hunt.found_faults)


def _tell(hunt: Hunt) -> None:
    head = ("kind", "tried", "results", "sentences", "ended", "faults", "seconds")
    print("\t".join(head))
    for name, tally in (*hunt.tallies.items(), ("all", hunt.whole())):
        print(name, *tally.figures(), sep="\t")
    for name, tally in hunt.tallies.items():
        for why, times in tally.faults.most_common():
            print(f"{name}: {times} × {why} → {tally.kept.get(why, '')}")
    for knock in hunt.knocks[:5]:
        print(f"somebody reached out: {knock}")


def _replayed(path: Path, kind: Kind) -> int:
    judge = Judge()
    verdict = judge.verdict(kind.name, path.read_bytes())
    judge.close()
    print(verdict.kind, verdict.why, verdict.trace, sep="\n")
    return int(verdict.kind not in ("result", "refused"))


def _options(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", default="", help="A word that the files are drawn from.")
    parser.add_argument("--only", action="append", choices=[kind.name for kind in KINDS])
    parser.add_argument("--jobs", type=int, default=2, help="So many processes at a time.")
    parser.add_argument("--keep", type=Path, default=ROOT / "out" / "fuzz")
    parser.add_argument("--replay", type=Path, help="Use this one file, of the kind --only names.")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
