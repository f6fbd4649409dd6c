"""From the command line: the annex, the register, and checking a document that came back."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest

from briefing.cli import main
from tests.verifying import documents

MEMO = """Talks on the Lower Border
By Ada Novak

In September 2022 Armenia and Azerbaijan exchanged fire along their border for two days. The two
governments agreed on a ceasefire under Russian mediation. Kazakhstan called on both sides to
respect the ceasefire of 2020.
"""


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    (tmp_path / "memo.txt").write_text(MEMO, "utf-8")
    place = str(tmp_path / "library")
    assert main(["import", str(tmp_path / "memo.txt"), "--library", place]) == 0
    capsys.readouterr()
    return place


@pytest.fixture
def request_file(tmp_path: Path) -> str:
    path = tmp_path / "request.toml"
    path.write_text('regions = ["AM"]\nthemes = ["conflict"]\ncharts = []\n', "utf-8")
    return str(path)


def build(request_file: str, library: str, *more: str) -> int:
    return main(["build", request_file, "--library", library, *more])


def test_what_was_written_is_verbatim_and_its_codes_lead_to_the_passage(
    request_file: str, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, word = str(tmp_path / "note.pdf"), str(tmp_path / "note.docx")
    assert build(request_file, library, "--out", pdf, "--out", word) == 0
    capsys.readouterr()
    for file in (pdf, word):
        assert main(["verify", file, "--library", library]) == 0
        out = capsys.readouterr().out
        assert re.search(r"(\d+) of \1 findings? verbatim, \1 found", out)
        assert re.search(r"In the annex (\d+) of \1 passages? verbatim, \1 found", out)
    words = documents.part(Path(word).read_bytes(), documents.MAIN)
    code = re.search(r">f</w:t><w:noBreakHyphen/><w:t[^>]*>([a-z2-7]{4})<", words)
    assert code is not None
    for named in (f"f-{code[1]}", "[1 ¶ 1]"):
        assert main(["show", named, "--in", pdf, "--library", library]) == 0
        assert "exchanged fire along their border" in capsys.readouterr().out
    assert main(["show", "f-zzzz", "--in", pdf, "--library", library]) == 1
    assert "prints no finding" in capsys.readouterr().err


def test_an_altered_file_ends_with_one_and_names_the_finding(
    request_file: str, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    word = tmp_path / "note.docx"
    assert build(request_file, library, "--out", str(word)) == 0
    changed = documents.edited(word.read_bytes(), ("exchanged fire", "exchanged notes"))
    word.write_bytes(changed)
    capsys.readouterr()
    assert main(["verify", str(word)]) == 1
    out = capsys.readouterr().out
    assert "altered   f-" in out
    assert "exchanged [-fire-] {+notes+} along" in out
    assert "only the library tells" in out


def test_a_file_without_data_is_an_error_of_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "other.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
            "<w:body><w:p/></w:body></w:document>",
        )
    assert main(["verify", str(path)]) == 1
    assert "carries no data of this program" in capsys.readouterr().err


def test_the_annex_can_be_left_out_and_asked_for(
    request_file: str, library: str, tmp_path: Path
) -> None:
    texts = {}
    for option in ("--annex", "--no-annex"):
        path = tmp_path / f"{option}.docx"
        assert build(request_file, library, "--out", str(path), option) == 0
        texts[option] = documents.main_part(path.read_bytes())
    assert "Passages" in texts["--annex"]
    assert "Passages" not in texts["--no-annex"]
    assert "Sources" in texts["--no-annex"]


def test_notes_are_asked_for_beside_the_request(
    request_file: str, library: str, tmp_path: Path
) -> None:
    path = tmp_path / "noted.docx"
    assert build(request_file, library, "--out", str(path), "--notes", "footnotes") == 0
    assert "footnoteReference" in documents.main_part(path.read_bytes())


def test_the_register_is_written_by_its_ending(
    request_file: str, library: str, tmp_path: Path
) -> None:
    table, sheet = tmp_path / "register.csv", tmp_path / "register.xlsx"
    assert build(request_file, library, "--out", str(table), "--out", str(sheet)) == 0
    rows = list(csv.DictReader(io.StringIO(table.read_bytes().decode("utf-8-sig"))))
    assert rows
    assert all(row["Verbatim"] == "yes" and row["Report"] == "memo.txt" for row in rows)
    assert zipfile.is_zipfile(sheet)
