"""Reports and tags corrected, passages shown, work brought back, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library import FindingQuery, Library
from briefing.model import BriefRequest, Draft
from briefing.quotations import full_code
from briefing.resources import USER_DATA
from briefing.safekeeping import processes
from briefing.safekeeping.autosave import Autosave
from briefing.safekeeping.backups import keep_copy

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
def code(library: str) -> str:
    """The code of the finding on the exchange of fire, as long as it need be."""
    with Library.open(Path(library)) as opened:
        (found,) = opened.search("exchanged fire")
        return full_code(found.finding.passage)[:8]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(USER_DATA, str(tmp_path / "data"))
    return tmp_path / "data"


def test_a_code_shows_its_passage_among_its_neighbours(
    library: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["show", code, "--library", library]) == 0
    out = capsys.readouterr().out
    assert "Talks on the Lower Border" in out
    assert "Novak, ¶ 1 · memo.txt" in out
    assert "\n> In September 2022 Armenia and Azerbaijan exchanged fire" in out
    assert "\n  The two governments agreed" in out
    assert "About: AM (Armenia), AZ (Azerbaijan)" in out


def test_a_mark_of_a_brief_shows_its_passage(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked, brief = tmp_path / "request.toml", str(tmp_path / "talks.brief")
    asked.write_text('regions = ["AM", "AZ"]\n', "utf-8")
    assert main(["build", str(asked), "--library", library, "--out", brief]) == 0
    capsys.readouterr()
    assert main(["show", "[1 ¶ 1]", "--brief", brief, "--library", library]) == 0
    assert "\n> In September 2022 Armenia" in capsys.readouterr().out
    assert main(["show", "[1 ¶ 99]", "--brief", brief, "--library", library]) == 1
    assert "prints no finding with the mark '[1 ¶ 99]'" in capsys.readouterr().err
    assert main(["show", "border", "--brief", brief, "--library", library]) == 1
    assert "'border' is no mark" in capsys.readouterr().err


def test_a_code_without_a_finding_is_told(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["show", "f-nothere", "--library", library]) == 1
    assert "No finding in the library has the code 'f-nothere'." in capsys.readouterr().err


def test_tags_are_corrected_and_withdrawn(
    library: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["--about", "Georgia, eu", "--theme", "energy", "--library", library]
    assert main(["correct-tags", code, *given]) == 0
    assert "about GE, eu; themes energy" in capsys.readouterr().out
    assert main(["correct-tags", code, "--about", "", "--library", library]) == 0
    assert "about nothing; themes energy" in capsys.readouterr().out, "the theme stays corrected"
    assert main(["show", code, "--library", library]) == 0
    assert "corrected by the desk" in capsys.readouterr().out
    assert main(["correct-tags", code, "--withdraw", "--library", library]) == 0
    assert "about AM, AZ" in capsys.readouterr().out


def test_tags_that_do_not_exist_are_refused(
    library: str, code: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["correct-tags", code, "--about", "Atlantis", "--library", library]) == 1
    assert "There is no region 'Atlantis'." in capsys.readouterr().err
    assert main(["correct-tags", code, "--library", library]) == 2
    assert main(["correct-tags", code, "--withdraw", "--about", "AM", "--library", library]) == 2


def test_metadata_is_corrected_without_the_file(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["correct", "memo.txt", "--title", "Border Talks", "--library", library]) == 0
    assert "memo.txt: metadata corrected · Border Talks" in capsys.readouterr().out
    assert main(["correct", "memo.txt", "--withdraw", "--library", library]) == 0
    assert "withdrawn · Talks on the Lower Border" in capsys.readouterr().out
    assert main(["correct", "memo.txt", "--library", library]) == 2
    assert main(["correct", "memo.txt", "--date", "soon", "--library", library]) == 1


def test_a_report_is_removed(library: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["remove", "memo.txt", "gone.txt", "--library", library]) == 1
    assert "no report “gone.txt”" in capsys.readouterr().err
    with Library.open(Path(library)) as opened:
        assert len(opened.reports()) == 1, "nothing is removed unless all are there"
    assert main(["remove", "memo.txt", "memo.txt", "--library", library]) == 0
    assert "1 report removed." in capsys.readouterr().out
    with Library.open(Path(library)) as opened:
        assert opened.candidates(FindingQuery()) == ()


def test_counts_are_listed_by_theme_and_region(
    library: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["count", "--region", "south-caucasus", "--library", library]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert any(line.split()[1:2] == ["conflict"] for line in lines)
    assert any(line.split()[1:] == ["KZ", "Kazakhstan"] for line in lines)
    assert lines[-1].endswith("under all that was asked.")


def test_an_interrupted_import_says_that_nothing_was_changed(
    library: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.pipeline.importing.awaited", stop)
    (tmp_path / "more.txt").write_text(MEMO.replace("Kazakhstan", "Georgia"), "utf-8")
    assert main(["import", str(tmp_path / "more.txt"), "--library", library]) == 130
    assert "Nothing was imported: the library is as it was before." in capsys.readouterr().err


@pytest.mark.usefixtures("data")
def test_copies_of_a_brief_are_listed_and_restored(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    brief = tmp_path / "talks.brief"
    assert main(["backups", str(brief)]) == 0
    assert "There are no copies" in capsys.readouterr().out
    for content in ("first", "second"):
        brief.write_text(content)
        keep_copy(brief)
    brief.write_text("third")
    assert main(["backups", str(brief)]) == 0
    out = capsys.readouterr().out
    assert [line.split()[0] for line in out.splitlines()] == ["1", "2"]
    other = tmp_path / "old.brief"
    assert main(["backups", str(brief), "--restore", "2", "--out", str(other)]) == 0
    assert (brief.read_text(), other.read_text()) == ("third", "first")
    assert main(["backups", str(brief), "--restore", "1"]) == 0
    assert brief.read_text() == "second"
    capsys.readouterr()
    assert main(["backups", str(brief), "--restore", "9"]) == 1
    assert "There is no copy 9." in capsys.readouterr().err


@pytest.mark.usefixtures("data")
def test_unsaved_work_is_listed_saved_and_given_up(
    library: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert main(["recover"]) == 0
    assert "Nothing is unsaved." in capsys.readouterr().out
    dead = processes.Process(999_999_999, processes.Process.own().host, "ada")
    with monkeypatch.context() as patched:
        patched.setattr(processes.Process, "own", classmethod(lambda _: dead))
        for title in ("Talks", "Gas"):
            Autosave().keep(Draft(BriefRequest(regions=("AM",), title=title)))
    assert main(["recover"]) == 0
    listed = capsys.readouterr().out.splitlines()
    assert len(listed) == 2
    assert "never saved" in listed[0]
    saved = tmp_path / "again.brief"
    assert main(["recover", "--restore", "1", "--out", str(saved), "--library", library]) == 0
    assert saved.exists()
    assert main(["recover", "--discard", "1"]) == 0
    capsys.readouterr()
    assert main(["recover"]) == 0
    assert "Nothing is unsaved." in capsys.readouterr().out
    assert main(["recover", "--restore", "1"]) == 2


def test_a_saved_brief_is_built_with_what_came_in_since_on_request(
    library: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = tmp_path / "request.toml"
    asked.write_text('regions = ["AM", "KZ"]\nthemes = ["conflict"]\n', "utf-8")
    saved, out = str(tmp_path / "talks.brief"), str(tmp_path / "talks.pdf")
    assert main(["build", str(asked), "--out", saved, "--library", library]) == 0
    before = capsys.readouterr().out
    (tmp_path / "more.txt").write_text(
        "A Second Memo\nBy Ada Novak\n\nIn May 2023 Armenian troops shelled two villages across "
        "the border, and eleven soldiers were killed.\n",
        "utf-8",
    )
    assert main(["import", str(tmp_path / "more.txt"), "--library", library]) == 0
    capsys.readouterr()
    assert main(["build", saved, "--out", out, "--library", library]) == 0
    assert "from 1 report" in before
    assert "from 1 report" in capsys.readouterr().out
    again = ["build", saved, "--propose-again", "--out", out, "--library", library]
    assert main(again) == 0
    assert "from 2 reports" in capsys.readouterr().out


def test_a_passage_shown_tells_what_is_taken_back_after_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "Copper\nBy Ada Novak\n\nArmenia exported 900 tonnes of copper to Georgia in 2022. "
    (tmp_path / "copper.txt").write_text(f"{text}However, the figure is disputed.\n", "utf-8")
    place = str(tmp_path / "library")
    assert main(["import", str(tmp_path / "copper.txt"), "--library", place]) == 0
    with Library.open(Path(place)) as opened:
        (found,) = opened.search("exported")
        code = full_code(found.finding.passage)[:8]
    capsys.readouterr()
    assert main(["show", code, "--library", place]) == 0
    assert "The sentence after it sets something against it." in capsys.readouterr().out
