"""Measures how fast plain text is read, tagged and imported, beside spaCy.

    python tools/bench_text.py [--text FILE …] [--spacy FOLDER | --no-spacy]

Prints a line a figure: its name, the figure, what is to be reached. The text is what the shipped
sample reports say, or the files named. Figures of one core are of processor time, ours and spaCy's
in turn, the medians of several rounds. spaCy is fetched into an environment of its own, by default
in the folder for temporary files, and measured there: see ``bench_spacy``.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "tools")]

from bench_importing import Imported, imported  # noqa: E402
from bench_spacy import Spacy, fetched  # noqa: E402

from briefing.extraction.extractor import Extractor  # noqa: E402
from briefing.extraction.gazetteer import Gazetteer, Hit  # noqa: E402
from briefing.extraction.guarded import words_in  # noqa: E402
from briefing.extraction.names import shipped_names  # noqa: E402
from briefing.extraction.sentences import sentences  # noqa: E402
from briefing.importers.reading import read_report  # noqa: E402
from briefing.model import Report  # noqa: E402
from briefing.resources import assets  # noqa: E402

ROUNDS = 61
_FEW = 5
"""Rounds of what takes longer and has no peer."""
_SAMPLES = ("assets/samples/reports", "tests/evaluation/reports")
_SPACY = Path(tempfile.gettempdir()) / "deskbrief-bench-spacy"
Figure = tuple[str, str, str]


def sample_texts() -> list[str]:
    """Return the shipped reports as plain text, a paragraph to a block."""
    folders = [ROOT / folder for folder in _SAMPLES]
    files = sorted(path for folder in folders for path in folder.glob("*") if path.is_file())
    reports = [read_report(path.read_bytes(), path.name) for path in files if _is_report(path)]
    return ["\n\n".join(block.text for block in report.blocks) for report in reports]


def _is_report(path: Path) -> bool:
    return path.suffix in (".txt", ".md", ".html", ".docx", ".pdf")


def seconds_of(task: Callable[[], object]) -> float:
    """Return the processor time that a task takes."""
    words_in.cache_clear()  # a text is new to the program only once
    began = time.process_time()
    task()
    return time.process_time() - began


def figures(texts: Sequence[str], spacy: Path | None) -> Iterator[Figure]:
    """Yield what was measured: a name, a figure and what is to be reached."""
    reports = [_read(text) for text in texts]
    yield from _beside_spacy(texts, reports, spacy)
    extractor = Extractor.shipped()
    size = _megabytes(texts)
    reading = median(seconds_of(lambda: [_read(one) for one in texts]) for _ in range(_FEW))
    tagging = median(
        seconds_of(lambda: [extractor.findings(one) for one in reports]) for _ in range(_FEW)
    )
    yield "reading of plain text, one core", f"{size / reading:.2f} MB/s", ""
    yield "tagging of plain text, one core", f"{size / tagging:.2f} MB/s", ""
    yield from _end_to_end(imported(texts))


def _beside_spacy(
    texts: Sequence[str], reports: Sequence[Report], folder: Path | None
) -> Iterator[Figure]:
    gazetteer = Gazetteer(shipped_names(assets("taxonomy")))
    names = sorted({name.text for name in shipped_names(assets("taxonomy")) if name.regions})
    python = fetched(folder) if folder else None
    ours, theirs = [], []
    with Spacy(python, names, texts) as spacy:
        for _ in range(ROUNDS):
            ours.append(seconds_of(lambda: [_names(one, gazetteer) for one in reports]))
            theirs.append(spacy.seconds())
    size = _megabytes(texts)
    yield "sentences and names of plain text, one core", f"{size / median(ours):.2f} MB/s", ""
    if python is None:
        yield "sentences and names: spaCy is not to be had here, left out", "-", "≥ 3"
        return
    yield "the same by spaCy (sentencizer, PhraseMatcher)", f"{size / median(theirs):.2f} MB/s", ""
    yield "the same, times as fast as spaCy", f"{median(theirs) / median(ours):.2f}", "≥ 3"


def _end_to_end(took: Imported) -> Iterator[Figure]:
    yield "import of plain text, end to end", f"{took.megabytes / took.wall:.2f} MB/s", "≥ 1"
    yield "the same, cores used", f"{took.processor / took.wall:.2f}", ""
    yield "the same, one core", f"{took.megabytes / took.processor:.2f} MB/s", ""


def _names(report: Report, gazetteer: Gazetteer) -> list[list[Hit]]:
    """Return what spaCy is compared with: the names in each sentence, with their places."""
    return gazetteer.find_all([sentence.text for sentence in sentences(report)])


def _read(text: str) -> Report:
    return read_report(text.encode(), "report.txt")


def _megabytes(texts: Sequence[str]) -> float:
    return sum(len(text.encode()) for text in texts) / 1e6


def main() -> None:
    """Print each figure as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--text", nargs="*", type=Path, default=[], help="plain texts to measure by"
    )
    parser.add_argument(
        "--spacy", type=Path, metavar="FOLDER", default=_SPACY, help="where spaCy is fetched to"
    )
    parser.add_argument("--no-spacy", action="store_true", help="measure without spaCy")
    wanted = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in wanted.text] or sample_texts()
    for name, figure, target in figures(texts, None if wanted.no_spacy else wanted.spacy):
        sys.stdout.write(f"{name}\t{figure}\t{target}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
