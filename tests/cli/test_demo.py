"""The whole way in a process of its own, in which any use of a network is an error."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import docx
import pypdfium2

from briefing.templating import load_header

ROOT = Path(__file__).resolve().parent.parent.parent


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "main.py", *arguments]  # watched: tests/conftest.py
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603


def test_demonstration_makes_four_documents_without_network(tmp_path: Path) -> None:
    done = run("demo", "--out", str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert "Read    5 reports" in done.stdout
    for name in ("briefing-note.pdf", "memo.pdf"):
        with pypdfium2.PdfDocument(tmp_path / name) as document:
            text = "".join(page.get_textpage().get_text_range() for page in document)
        assert "South Caucasus" in text
        assert "Digest of" in text
    for name, template in (("briefing-note.docx", "note"), ("memo.docx", "memo")):
        document = docx.Document(str(tmp_path / name))
        assert len(document.inline_shapes) == len(load_header(template).charts) > 0
    for number in range(1, 5):
        assert f"[{number}" in text, "four of the five reports at the least"
