"""Rules by the command line: tried, kept, listed, removed, handed on as a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli import main
from briefing.library import Library
from briefing.quotations import full_code
from tests.pipeline.test_ruling import MEMO, STATES, add, found


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A library with a memo and a note on states."""
    with Library.open(tmp_path / "library") as library:
        add(library, "memo.txt", MEMO, publisher="Field Post")
        add(library, "states.txt", STATES, publisher="Ledger")
    return tmp_path / "library"


QUARTET = ["--term", "Quartet", "--add-theme", "Diplomacy", "--add-region", "AM"]


def test_rule_is_tried_before_it_is_kept(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "add", *QUARTET, "--try", "--library", str(place)]) == 0
    said = capsys.readouterr().out
    assert "The Quartet sat in Vienna" in said
    assert "+AM +diplomacy" in said
    assert "would change 1 finding in 1 report: 1 gains AM and 1 gains diplomacy" in said
    assert main(["rules", "--library", str(place)]) == 0
    assert capsys.readouterr().out == "0 rules.\n"


def test_rule_is_kept_listed_shown_and_removed(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rules", "add", *QUARTET, "--library", str(place)]) == 0
    assert "Rule 1 kept: “Quartet” is diplomacy (theme)." in capsys.readouterr().out
    assert main(["rules", "--library", str(place)]) == 0
    listing = capsys.readouterr().out
    assert "2  “Quartet” is AM (region)\n      speaks of 1 finding\n" in listing
    with Library.open(place) as library:
        code = full_code(found(library, "Quartet").passage)
    assert main(["show", code, "--library", str(place)]) == 0
    assert "diplomacy: your rule: “Quartet”" in capsys.readouterr().out
    assert main(["rules", "--library", str(place), "remove", "1"]) == 0
    assert "Rule 1 removed" in capsys.readouterr().out
    assert main(["rules", "remove", "1", "--library", str(place)]) == 1
    assert "There is no rule 1." in capsys.readouterr().err
    with Library.open(place) as library:
        assert found(library, "Quartet").themes == ()


def test_rule_may_hold_for_one_report_only(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rule = ["--term", "Georgia", "--remove-region", "Georgia", "--library", str(place)]
    assert main(["rules", "add", *rule, "--source", "memo.txt", "--try"]) == 0
    assert "It would change nothing." in capsys.readouterr().out
    assert main(["rules", "add", *rule, "--source", "states.txt"]) == 0
    assert "It changes 2 findings in 1 report: 2 lose GE." in capsys.readouterr().out
    assert main(["rules", "--library", str(place)]) == 0
    assert "“Georgia” is not GE (region), in On states.txt" in capsys.readouterr().out


def test_rules_are_handed_on_as_a_file(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, other = tmp_path / "rules.toml", str(tmp_path / "other")
    ledger = ["--term", 'the "State"', "--remove-region", "GE", "--publisher", "Ledger"]
    assert main(["rules", "add", *QUARTET, "--library", str(place)]) == 0
    assert main(["rules", "add", *ledger, "--library", str(place)]) == 0
    assert main(["rules", "--export", str(path), "--library", str(place)]) == 0
    assert main(["rules", "--import", str(path), "--library", other]) == 0
    assert main(["rules", "--import", str(path), "--library", other]) == 0
    said = capsys.readouterr().out
    assert "3 rules taken in.\n0 rules taken in, 3 there already.\n" in said
    with Library.open(place) as first, Library.open(Path(other)) as second:
        assert [one.key for one in first.rulebook.rules()] == [
            one.key for one in second.rulebook.rules()
        ]


GOOD = '[[rules]]\nterm = "Quartet"\nadd_theme = "diplomacy"\n\n'


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        (GOOD + '[[rules]]\nterm = "gas"\nadd_theme = "enrgy"\n', 7, "no theme 'enrgy'"),
        (GOOD + '[[rules]]\nadd_theme = "energy"\n', 5, "has no term"),
        (GOOD + '[[rules]]\nterm = "–"\nadd_theme = "energy"\n', 6, "no term"),
        (GOOD + '[[rules]]\nterm = "gas"\n', 6, "says nothing"),
        (GOOD + '[[rules]]\nterm = "gas"\nadd_them = "energy"\n', 7, "no key 'add_them'"),
        (GOOD + '[[rules]]\nterm = 7\nadd_theme = "energy"\n', 6, "text in quotation marks"),
        (GOOD + '[[rules]]\nterm = "a"\nreport = "b"\nadd_theme = "energy"\n', 7, "SHA-256"),
        ('rule = "gas"\n', 1, "no key 'rule'"),
        (GOOD + "[[rules]\n", 5, "not valid TOML"),
    ],
)
def test_mistake_in_a_file_of_rules_is_told_with_its_line(
    place: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    text: str,
    line: int,
    said: str,
) -> None:
    path = tmp_path / "desk.toml"
    path.write_text(text, encoding="utf-8")
    assert main(["rules", "--import", str(path), "--library", str(place)]) == 1
    told = capsys.readouterr().err
    assert said in told
    assert "desk.toml" in told
    assert f"line {line}" in told
    with Library.open(place) as library:
        assert library.rulebook.rules() == (), "all rules of a file, or none"
