"""The command line as a person uses it: a folder of reports in, documents out."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest

from briefing import __version__
from briefing.cli import main
from briefing.cli.app import app

MEMO = """Talks on the Lower Border
By Ada Novak

In September 2022 Armenia and Azerbaijan exchanged fire along their border for two days. The two
governments agreed on a ceasefire under Russian mediation. Kazakhstan called on both sides to
respect the ceasefire of 2020.

Georgia offered Tbilisi as the place for talks between Baku and Yerevan in May 2023. Turkey and
Armenia opened their border to humanitarian aid in February 2023.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    reports = tmp_path / "reports"
    reports.mkdir()
    (reports / "memo.txt").write_text(MEMO, "utf-8")
    (reports / "memo.txt.toml").write_text('publisher = "Border Institute"\ndate = "2023-06"\n')
    return reports


@pytest.fixture
def library(tmp_path: Path, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    place = str(tmp_path / "library")
    assert main(["import", str(folder), "--library", place]) == 0
    capsys.readouterr()
    return place


def said(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_version_and_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert __version__ in capsys.readouterr().out
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    for command in ("import", "reports", "tag", "select", "build", "demo"):
        assert f"\n  {command} " in out


def test_every_command_is_found_under_its_own_name() -> None:
    context = click.Context(app)
    for name in app.list_commands(context):
        command = app.get_command(context, name)
        assert command is not None
        assert command.name == name
        assert command.help


def test_what_only_looks_something_up_loads_nothing_that_draws_or_prints() -> None:
    heavy = "{'docx', 'weasyprint', 'matplotlib', 'briefing.exporters'}"
    tried = (
        "import sys; from briefing.cli import main; code = main(['regions', 'Baltic']); "
        f"sys.exit(code or ' '.join({heavy} & set(sys.modules)) or 0)"
    )
    done = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-c", tried], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "Baltic" in done.stdout


def test_wrong_usage_exits_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["import"]) == 2
    assert main(["nonsense"]) == 2
    assert "Traceback" not in capsys.readouterr().err


def test_import_lists_what_went_in_and_what_failed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "empty.pdf").write_bytes(b"")
    (folder / "picture.png").write_bytes(b"\x89PNG")
    code = main(["import", str(folder), "--library", str(tmp_path / "library")])
    out, err = capsys.readouterr()
    assert code == 1
    assert "memo.txt" in out
    assert "1 report imported, 1 failed, 1 file of other kinds left aside (picture.png)." in out
    assert len(err.splitlines()) == 1
    assert err.startswith("empty.pdf: ")


def test_import_of_the_same_bytes_says_so(
    library: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "copy.txt").write_text(MEMO, "utf-8")
    assert main(["import", str(folder), "--library", library]) == 0
    assert "0 reports imported, 2 already there." in capsys.readouterr().out


def test_reports_are_listed_with_all_that_is_known(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reports", "--library", library, "--json"]) == 0
    (report,) = said(capsys)
    assert report["file"] == "memo.txt"
    assert report["title"] == "Talks on the Lower Border"
    assert report["authors"] == ["Ada Novak"]
    assert report["publisher"] == "Border Institute"
    assert report["date"] == "2023-06"
    assert report["language"] == "en"
    assert len(report["sha256"]) == 64
    assert report["findings"] == 5
    assert main(["reports", "--library", library]) == 0
    assert "Ada Novak, Border Institute, 2023-06" in capsys.readouterr().out


def test_options_correct_what_a_report_says_of_itself(
    library: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["--title", "Border Talks", "--date", "2023-07-01", "--author", "A. Novak"]
    assert main(["import", str(folder / "memo.txt"), "--library", library, *arguments]) == 0
    capsys.readouterr()
    main(["reports", "--library", library, "--json"])
    (report,) = said(capsys)
    assert (report["title"], report["date"]) == ("Border Talks", "2023-07-01")
    assert report["authors"] == ["A. Novak"]


def test_select_gives_findings_with_place_and_reason(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["select", "--region", "south-caucasus", "--theme", "conflict", "--library", library]
    assert main([*asked, "--json"]) == 0
    rows = said(capsys)
    assert "exchanged fire along their border" in rows[0]["text"]
    assert rows[0]["file"] == "memo.txt"
    assert rows[0]["reason"]
    assert main(asked) == 0
    assert "Novak 2023, ¶ 1" in capsys.readouterr().out


def test_regions_and_themes_are_understood_by_name(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    by_id = ["select", "--region", "AM", "--theme", "diplomacy", "--library", library, "--json"]
    by_name = ["select", "--region", "armenia", "--theme", "Diplomacy", "--library", library]
    assert main(by_id) == 0
    first = said(capsys)
    assert main([*by_name, "--json"]) == 0
    assert said(capsys) == first
    assert first


def test_unknown_region_is_one_sentence_and_a_hint(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["select", "--region", "Armenja", "--library", library]) == 1
    assert capsys.readouterr().err.splitlines() == [
        "Error: There is no region 'Armenja'.",
        "       Did you mean AM (Armenia) or AR (Argentina)?",
    ]


def test_many_requests_are_answered_at_once(library: str, tmp_path: Path) -> None:
    requests, out = tmp_path / "requests.jsonl", tmp_path / "run.jsonl"
    requests.write_text(
        '{"region": "AM", "theme": "conflict"}\n\n{"region": "KZ", "theme": "energy"}\n'
    )
    arguments = ["--requests", str(requests), "--out", str(out), "--library", library]
    assert main(["select", *arguments]) == 0
    first, second = map(json.loads, out.read_text("utf-8").splitlines())
    assert (first["region"], first["theme"]) == ("AM", "conflict")
    assert first["findings"][0]["text"]
    assert second == {"region": "KZ", "theme": "energy", "findings": []}


@pytest.mark.parametrize("line", ["no json", "[]", '{"region": "AM"}', '{"region": 1, "theme": 2}'])
def test_a_line_that_is_no_request_is_named(
    library: str, tmp_path: Path, line: str, capsys: pytest.CaptureFixture[str]
) -> None:
    requests = tmp_path / "requests.jsonl"
    requests.write_text(f'{{"region": "AM", "theme": "conflict"}}\n{line}\n')
    arguments = ["--requests", str(requests), "--out", str(tmp_path / "run"), "--library", library]
    assert main(["select", *arguments]) == 1
    assert "requests.jsonl, line 2" in capsys.readouterr().err
    assert not (tmp_path / "run").exists()


def test_tag_writes_a_line_a_sentence(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "tags.jsonl"
    assert main(["tag", str(folder / "memo.txt"), "--out", str(out)]) == 0
    rows = [json.loads(line) for line in out.read_text("utf-8").splitlines()]
    assert {row["source"] for row in rows} == {"memo.txt"}
    assert rows[0]["kind"] == "heading"
    (fire,) = (row for row in rows if "exchanged fire" in row["text"])
    assert set(fire["mentions"]) == {"AM", "AZ"}
    assert "conflict" in fire["themes"]
    assert 0 < fire["finding"] <= 1
    assert fire["needs_context"] is False


def test_search_finds_words(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "humanitarian", "--library", library]) == 0
    assert "1 passage found." in capsys.readouterr().out


def test_library_that_is_not_there_is_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["reports", "--library", str(tmp_path / "none")]) == 1
    assert capsys.readouterr().err.startswith("Error: ")
    assert not (tmp_path / "none").exists()


def test_lists_name_regions_themes_and_templates(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["regions", "caucasus"]) == 0
    assert "south-caucasus" in capsys.readouterr().out
    assert main(["themes"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 13
    assert main(["templates"]) == 0
    out = capsys.readouterr().out
    assert "note " in out
    assert "memo " in out


@pytest.fixture
def request_file(tmp_path: Path) -> Path:
    path = tmp_path / "request.toml"
    path.write_text(
        'title = "The border"\nregions = ["south-caucasus"]\nthemes = ["conflict", "diplomacy"]\n'
        'issued = 2026-11-21\nmarking = "OFFICIAL"\n'
    )
    return path


def test_build_writes_every_format_and_a_saved_brief_gives_the_same_bytes(
    library: str, request_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ("note.pdf", "note.docx", "note.brief")
    outs = [argument for name in names for argument in ("--out", str(tmp_path / name))]
    assert main(["build", str(request_file), *outs, "--library", library]) == 0
    assert "compared with their source and verbatim" in capsys.readouterr().out
    (tmp_path / "again").mkdir()
    again = [arg for name in names[:2] for arg in ("--out", str(tmp_path / "again" / name))]
    saved = str(tmp_path / "note.brief")
    assert main(["build", saved, *again, "--library", library]) == 0
    for name in names[:2]:
        assert (tmp_path / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


def test_saved_brief_is_built_without_a_library(
    library: str, request_file: Path, tmp_path: Path
) -> None:
    brief, pdf = str(tmp_path / "a.brief"), tmp_path / "a.pdf"
    assert main(["build", str(request_file), "--out", brief, "--library", library]) == 0
    elsewhere = str(tmp_path / "no-library")
    assert main(["build", brief, "--out", str(pdf), "--library", elsewhere]) == 0
    assert pdf.read_bytes().startswith(b"%PDF-")


def test_finding_that_was_altered_stops_the_export_and_is_named(
    library: str, request_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief, pdf = tmp_path / "a.brief", tmp_path / "a.pdf"
    assert main(["build", str(request_file), "--out", str(brief), "--library", library]) == 0
    text = brief.read_text("utf-8")
    brief.write_text(text.replace("exchanged fire", "exchanged gifts"), "utf-8")
    capsys.readouterr()
    assert main(["build", str(brief), "--out", str(pdf), "--library", library]) == 1
    assert "does not stand in its source as printed" in capsys.readouterr().err
    assert not pdf.exists()


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ('template = "nothing"', "nothing"),
        ('charts = ["pie"]', "pie"),
        ('page_size = "A3"', "A3"),
        ('notes = "margin"', "margin"),
        ('scale = "guess"', "guess"),
        ("max_findings = 0", "length"),
        ('sources = ["nowhere.pdf"]', "nowhere.pdf"),
        ("since = 2025-01-01\nuntil = 2024-01-01", "before it begins"),
        ('[[judgements]]\ntext = "x"\nlikelihood = "maybe"', "maybe"),
    ],
)
def test_request_at_fault_is_one_sentence_and_nothing_is_written(
    library: str,
    request_file: Path,
    tmp_path: Path,
    line: str,
    named: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    request_file.write_text(f"{request_file.read_text()}{line}\n")
    out = tmp_path / "note.pdf"
    assert main(["build", str(request_file), "--out", str(out), "--library", library]) == 1
    err = capsys.readouterr().err
    assert named in err
    assert "Traceback" not in err
    assert not out.exists()


def test_ending_that_names_no_format_is_a_sentence(
    library: str, request_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    outs = ["--out", str(tmp_path / "a.pdf"), "--out", str(tmp_path / "a.odt")]
    assert main(["build", str(request_file), *outs, "--library", library]) == 1
    assert ".pdf, .docx, .csv, .xlsx, .brief" in capsys.readouterr().err
    assert not (tmp_path / "a.pdf").exists()


@pytest.fixture
def interrupted(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.cli.listing.load_taxonomy", stop)


@pytest.mark.usefixtures("interrupted")
def test_interruption_exits_with_130(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["themes"]) == 130
    assert "Traceback" not in capsys.readouterr().err
