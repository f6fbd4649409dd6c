"""The command line with drafts and with a brief for each region."""

from __future__ import annotations

import csv
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing.brief_file import BriefFile, read_brief_file, save_brief_file
from briefing.cli import main
from briefing.library import Library
from briefing.model import Draft
from tests.pipeline.desks import REQUEST, add_first, add_second

REQUEST_FILE = """
regions = ["Armenia", "KZ", "DE"]
themes = ["conflict", "diplomacy"]
"""


@pytest.fixture
def library(tmp_path: Path) -> str:
    with Library.open(tmp_path / "library") as opened:
        add_first(opened)
        add_second(opened)
    return str(tmp_path / "library")


@pytest.fixture
def request_file(tmp_path: Path) -> str:
    path = tmp_path / "request.toml"
    path.write_text(REQUEST_FILE, "utf-8")
    return str(path)


def test_a_brief_for_each_region_is_written(
    request_file: str, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    arguments = ["build", request_file, "--each-region", "--out-dir", str(out)]
    arguments += ["--format", "docx", "--pattern", "{region}", "--library", library]
    assert main(arguments) == 1
    assert sorted(path.name for path in out.iterdir()) == ["Armenia.docx", "Kazakhstan.docx"]
    said = capsys.readouterr().out
    assert "Armenia: conflict" in said
    assert "No finding answers" in said
    main(arguments)
    assert "Armenia.docx exists already" in capsys.readouterr().out


@pytest.mark.parametrize("own_words", [True, False])
def test_own_words_stand_in_each_brief_only_when_asked_for(
    own_words: bool, request_file: str, library: str, tmp_path: Path
) -> None:
    path = Path(request_file)
    (tmp_path / "out").mkdir()
    path.write_text(f'{REQUEST_FILE}bottom_line = "Talks will hold."\n', "utf-8")
    arguments = ["build", request_file, "--each-region", "--out-dir", str(tmp_path / "out")]
    arguments += ["--format", "docx", "--pattern", "{region}", "--library", library]
    main([*arguments, "--own-words"] if own_words else arguments)
    with ZipFile(tmp_path / "out" / "Armenia.docx") as written:
        assert (b"Talks will hold." in written.read("word/document.xml")) is own_words


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["--each-region"],
        ["--out-dir", "x"],
        ["--each-region", "--out-dir", "x", "--out", "a.pdf"],
    ],
)
def test_options_that_do_not_go_together_are_refused(
    request_file: str, library: str, options: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build", request_file, *options, "--library", library]) == 2
    assert "--each-region with --out-dir" in capsys.readouterr().err


def test_a_draft_saved_without_its_document_is_built_from_the_library(
    library: str, tmp_path: Path
) -> None:
    saved, again = tmp_path / "a.brief", tmp_path / "b.brief"
    save_brief_file(BriefFile(Draft(REQUEST), None), saved)
    assert main(["build", str(saved), "--out", str(again), "--library", library]) == 0
    content = read_brief_file(again)
    assert content.brief is not None
    assert len(content.brief.findings) == len(content.draft.decisions) == 3


def test_a_table_tells_what_was_written_and_what_is_thin(
    request_file: str, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    arguments = [
        "build",
        request_file,
        "--each-region",
        "--out-dir",
        str(out),
        "--library",
        library,
    ]
    arguments += ["--format", "docx", "--pattern", "{region}", "--summary", str(out / "all.csv")]
    assert main(arguments) == 1
    said = capsys.readouterr().out
    assert "2 of 3 briefs written, 2 of them thin." in said
    assert "thin: only 2 findings" in said
    with (out / "all.csv").open(encoding="utf-8-sig", newline="") as table:
        rows = {row["Region"]: row for row in csv.DictReader(table)}
    assert rows["Armenia"]["Files"] == "Armenia.docx"
    assert rows["Armenia"]["Findings"] == "2"
    assert "No finding answers" in rows["Germany"]["Not written"]


def test_a_document_that_someone_has_changed_is_not_written_over(
    request_file: str, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    note = tmp_path / "note.docx"
    arguments = ["build", request_file, "--out", str(note), "--library", library]
    assert main(arguments) == 0
    assert main(arguments) == 0
    note.write_bytes(b"by a colleague")
    assert main(arguments) == 1
    assert "note.docx was changed on" in capsys.readouterr().err
    assert note.read_bytes() == b"by a colleague"
    assert main([*arguments, "--replace-changed"]) == 0
    assert note.read_bytes() != b"by a colleague"


def test_a_series_leaves_what_someone_has_changed(
    request_file: str, library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    arguments = [
        "build",
        request_file,
        "--each-region",
        "--out-dir",
        str(out),
        "--library",
        library,
    ]
    arguments += ["--format", "docx", "--pattern", "{region}", "--overwrite"]
    main(arguments)
    (out / "Armenia.docx").write_bytes(b"by a colleague")
    main(arguments)
    assert "Armenia.docx was changed on" in capsys.readouterr().out
    assert (out / "Armenia.docx").read_bytes() == b"by a colleague"
    main([*arguments, "--replace-changed"])
    assert (out / "Armenia.docx").read_bytes() != b"by a colleague"


def test_comments_with_the_passage_are_asked_for(
    request_file: str, library: str, tmp_path: Path
) -> None:
    note = tmp_path / "note.docx"
    arguments = ["build", request_file, "--out", str(note), "--library", library, "--comments"]
    assert main(arguments) == 0
    with ZipFile(note) as package:
        assert "word/comments.xml" in package.namelist()
