"""Measures how fast plain text is read and tagged, in megabytes of text a second of one core.

    python tools/bench_text.py [--text FILE …] [--spacy FOLDER]

Prints a line a figure: a name, a tab, the figure. The text is what the shipped sample reports say,
or the files named. Each figure is the best of several rounds, so that what else the machine does
counts little. With ``--spacy`` spaCy is fetched into an environment of its own in a folder and
measured there: a blank pipeline with sentencizer and PhraseMatcher, given the same names.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from briefing.extraction.extractor import Extractor  # noqa: E402
from briefing.extraction.gazetteer import Gazetteer, Hit  # noqa: E402
from briefing.extraction.guarded import words_in  # noqa: E402
from briefing.extraction.names import shipped_names  # noqa: E402
from briefing.extraction.sentences import sentences  # noqa: E402
from briefing.importers.reading import read_report  # noqa: E402
from briefing.model import Report  # noqa: E402
from briefing.resources import assets  # noqa: E402

ROUNDS = 7
_SAMPLES = ("assets/samples/reports", "tests/evaluation/reports")

SPACY = """
import json, sys, time
import spacy
from spacy.matcher import PhraseMatcher
given = json.load(sys.stdin)
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
nlp.max_length = 10 ** 8
matcher = PhraseMatcher(nlp.vocab)
matcher.add("region", list(nlp.tokenizer.pipe(given["names"])))
best = float("inf")
for _ in range(given["rounds"]):
    began = time.process_time()
    for text in given["texts"]:
        doc = nlp(text)
        [(one.start_char, one.end_char) for one in doc.sents], matcher(doc)
    best = min(best, time.process_time() - began)
print(best)
"""
"""What the other interpreter runs; it gets names and texts as JSON."""


def sample_texts() -> list[str]:
    """Return the shipped reports as plain text, a paragraph to a block."""
    folders = [ROOT / folder for folder in _SAMPLES]
    files = sorted(path for folder in folders for path in folder.glob("*") if path.is_file())
    reports = [read_report(path.read_bytes(), path.name) for path in files if _is_report(path)]
    return ["\n\n".join(block.text for block in report.blocks) for report in reports]


def _is_report(path: Path) -> bool:
    return path.suffix in (".txt", ".md", ".html", ".docx", ".pdf")


def best_of(task: Callable[[], object]) -> float:
    """Return the least processor time that the task took, in seconds."""
    taken = []
    for _ in range(ROUNDS):
        words_in.cache_clear()  # a text is new to the program only once
        began = time.process_time()
        task()
        taken.append(time.process_time() - began)
    return min(taken)


def figures(texts: Sequence[str], spacy: Path | None) -> Iterator[tuple[str, str]]:
    """Yield what was measured, a name and a figure each."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    extractor = Extractor.shipped()
    reports = [_read(text) for text in texts]
    reading = best_of(lambda: [_read(text) for text in texts])
    tagging = best_of(lambda: [extractor.findings(report) for report in reports])
    gazetteer = Gazetteer(shipped_names(assets("taxonomy")))
    names = best_of(lambda: [_names(report, gazetteer) for report in reports])
    yield "sentences and names of plain text alone", f"{size / names:.2f} MB/s"
    yield "reading of plain text", f"{size / reading:.2f} MB/s"
    yield "tagging of plain text", f"{size / tagging:.2f} MB/s"
    yield "reading and tagging of plain text", f"{size / (reading + tagging):.2f} MB/s"
    other = _by_spacy(spacy, texts) if spacy else None
    if other is None:
        yield "spaCy is not there to be compared with (--spacy fetches it)", "-"
        return
    yield "spaCy: blank, sentencizer, PhraseMatcher, same names", f"{size / other:.2f} MB/s"
    yield "sentences and names alone, times as fast as spaCy", f"{other / names:.2f}"
    yield "reading and tagging, times as fast as spaCy", f"{other / (reading + tagging):.2f}"


def _names(report: Report, gazetteer: Gazetteer) -> list[list[Hit]]:
    """Return what spaCy is compared with: the names in each sentence."""
    return [gazetteer.find(sentence.text) for sentence in sentences(report)]


def _read(text: str) -> Report:
    return read_report(text.encode(), "report.txt")


def _by_spacy(folder: Path, texts: Sequence[str]) -> float | None:
    """Return the seconds that spaCy takes; None where it cannot be fetched."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
        _run([str(python), "-m", "pip", "install", "--quiet", "spacy"])
    except (OSError, subprocess.CalledProcessError):
        return None
    names = sorted({name.text for name in shipped_names(assets("taxonomy")) if name.regions})
    given = json.dumps({"names": names, "texts": list(texts), "rounds": ROUNDS})
    return float(_run([str(python), "-c", SPACY], given))


def _run(command: list[str], given: str = "") -> str:
    done = subprocess.run(command, input=given, capture_output=True, text=True, check=True)  # noqa: S603 - our own commands
    return done.stdout


def main() -> None:
    """Print each figure as soon as it is known."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "--text", nargs="*", type=Path, default=[], help="plain texts to measure by"
    )
    parser.add_argument("--spacy", type=Path, metavar="FOLDER", help="where spaCy is fetched to")
    wanted = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in wanted.text] or sample_texts()
    for name, figure in figures(texts, wanted.spacy):
        sys.stdout.write(f"{name}\t{figure}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
