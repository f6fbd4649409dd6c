"""spaCy in an interpreter of its own: what ``bench_text`` compares with.

A blank English pipeline with sentencizer, and a PhraseMatcher given the same names. For each text
it gives what ours gives: the sentences with the names in each, their places, none over another.
"""

from __future__ import annotations

import json
import os
import subprocess
import venv
from collections.abc import Sequence
from pathlib import Path
from typing import Self

_PROGRAM = """
import json, sys, time
import spacy
from spacy.matcher import PhraseMatcher
from spacy.util import filter_spans
given = json.loads(sys.stdin.readline())
nlp = spacy.blank("en")
nlp.add_pipe("sentencizer")
nlp.max_length = 10 ** 8
matcher = PhraseMatcher(nlp.vocab)
matcher.add("region", list(nlp.tokenizer.pipe(given["names"])))

def read(text):
    doc = nlp(text)
    names = iter(filter_spans(matcher(doc, as_spans=True)))
    name, found = next(names, None), []
    for one in doc.sents:
        inside = []
        while name is not None and name.start < one.end:
            inside.append((name.start_char, name.end_char))
            name = next(names, None)
        found.append((one.start_char, one.end_char, inside))
    return found

for text in given["texts"]:  # its words are known from then on
    read(text)
for _ in sys.stdin:
    began = time.process_time()
    for text in given["texts"]:
        read(text)
    print(time.process_time() - began, flush=True)
"""
"""What the other interpreter runs; a line in is a round, the seconds it took a line out."""


def fetched(folder: Path) -> Path | None:
    """Return the interpreter of a folder that has spaCy; None where it cannot be fetched."""
    python = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
    try:
        if not python.exists():
            venv.create(folder, with_pip=True)
        if subprocess.run([python, "-c", "import spacy"], capture_output=True).returncode:  # noqa: S603 - our own command
            _run([python, "-m", "pip", "install", "--quiet", "spacy"])
    except (OSError, subprocess.CalledProcessError):
        return None
    return python


def _run(command: list[Path | str]) -> None:
    subprocess.run(command, capture_output=True, check=True)  # noqa: S603 - our own command


class Spacy:
    """spaCy, ready to read texts round by round; without an interpreter it takes no time."""

    def __init__(self, python: Path | None, names: Sequence[str], texts: Sequence[str]) -> None:
        self._process: subprocess.Popen[str] | None = None
        if python is not None:
            self._process = subprocess.Popen(  # noqa: S603 - our own command
                [python, "-c", _PROGRAM],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
                encoding="utf-8",
            )
            self._tell(json.dumps({"names": list(names), "texts": list(texts)}))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.communicate()

    def seconds(self) -> float:
        """Return the processor time of one round."""
        if self._process is None or self._process.stdout is None:
            return 0.0
        self._tell("")
        return float(self._process.stdout.readline())

    def _tell(self, line: str) -> None:
        if self._process is not None and self._process.stdin is not None:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
