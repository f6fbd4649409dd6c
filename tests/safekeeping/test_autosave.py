"""What is not saved yet survives whatever ends the program."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from briefing.errors import ExportError
from briefing.files import write_atomically
from briefing.model import (
    BriefRequest,
    Carried,
    Choice,
    Decision,
    Draft,
    Judgement,
    Quotation,
    RegionGroup,
    scope_of,
)
from briefing.safekeeping import processes
from briefing.safekeeping.autosave import Against, Autosave, unsaved
from briefing.safekeeping.places import autosaves
from briefing.safekeeping.processes import Process
from tests.builders import METADATA, a_summary

ROOT = Path(__file__).resolve().parents[2]


def a_draft(title: str = "Talks") -> Draft:
    quotation = Quotation("ab" * 32, 1, 2, 5, "“x”")
    decision = Decision(quotation, Choice.LEAD, "AM", "conflict", by_officer=True)
    request = BriefRequest(
        regions=("AM", "group:Two"),
        groups=(RegionGroup("Two", ("GE", "AM")),),
        since=date(2022, 9, 13),
        title=title,
        judgements=(Judgement("Talks go on.", "likely"),),
        charts=(),
    )
    summary = replace(a_summary(), stated=METADATA)
    carried = Carried(decision.passage, summary, "ix", 2)
    return Draft(request, (decision,), scope_of(request), (carried,))


def save(path: Path, draft: Draft) -> None:
    """Write a brief as it is kept in files: with its draft."""
    document = {"format": "deskbrief", "version": 2, "draft": draft}
    write_atomically(path, msgspec.json.encode(document))


@pytest.fixture
def died(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every process but this one be dead, and what this one wrote be of another."""
    other = Process(999_999_999, processes.Process.own().host, "ada", "then")
    monkeypatch.setattr(processes.Process, "own", classmethod(lambda _: other))


@pytest.mark.usefixtures("died")
def test_a_new_brief_comes_back_with_what_was_seen() -> None:
    Autosave().keep(a_draft(), ("f-aaaa",))
    (left,) = unsaved()
    assert (left.draft, left.seen, left.path) == (a_draft(), ("f-aaaa",), None)
    assert left.against is Against.NEW
    assert left.title == "Talks"
    assert "Talks" in left.message
    assert "never saved" in left.message


@pytest.mark.usefixtures("died")
def test_changes_to_a_saved_brief_are_told_to_be_newer(tmp_path: Path) -> None:
    path = tmp_path / "talks.brief"
    save(path, a_draft())
    Autosave(path).keep(a_draft("Talks go on"))
    (left,) = unsaved()
    assert (left.path, left.against) == (path, Against.AHEAD)
    assert left.draft.request.title == "Talks go on"


@pytest.mark.usefixtures("died")
def test_a_clock_that_was_set_back_or_forward_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "talks.brief"
    save(path, a_draft())
    Autosave(path).keep(a_draft("Talks go on"))
    os.utime(path, (4_000_000_000, 4_000_000_000))
    (left,) = unsaved()
    os.utime(left.file, (1, 1))
    assert unsaved()[0].against is Against.AHEAD


@pytest.mark.usefixtures("died")
def test_a_brief_saved_elsewhere_meanwhile_is_told(tmp_path: Path) -> None:
    path = tmp_path / "talks.brief"
    save(path, a_draft())
    Autosave(path).keep(a_draft("Mine"))
    save(path, a_draft("Somebody else's"))
    assert unsaved()[0].against is Against.PARTED
    path.unlink()
    assert unsaved()[0].against is Against.GONE


@pytest.mark.usefixtures("died")
def test_what_reached_the_brief_is_not_offered_again(tmp_path: Path) -> None:
    path = tmp_path / "talks.brief"
    kept = Autosave(path)
    kept.keep(a_draft())
    save(path, a_draft())  # and the program dies before it can take note
    assert unsaved() == ()
    assert not kept.file.exists()


@pytest.mark.usefixtures("died")
def test_saving_and_discarding_leave_nothing(tmp_path: Path) -> None:
    path = tmp_path / "talks.brief"
    kept = Autosave()
    kept.keep(a_draft())
    save(path, a_draft())
    kept.saved(path)
    assert unsaved() == ()
    kept.keep(a_draft("Talks go on"))
    assert unsaved()[0].against is Against.AHEAD
    kept.discard()
    assert list(autosaves().glob("*")) == []


@pytest.mark.usefixtures("died")
def test_the_same_draft_is_written_once() -> None:
    kept = Autosave()
    assert kept.keep(a_draft())
    assert not kept.keep(a_draft())
    assert kept.keep(a_draft("Talks go on"))
    kept.discard()
    assert kept.keep(a_draft("Talks go on"))


@pytest.mark.usefixtures("died")
def test_working_on_a_brief_does_not_write_over_what_was_left_of_it(tmp_path: Path) -> None:
    path = tmp_path / "talks.brief"
    save(path, a_draft())
    Autosave(path).keep(a_draft("Left by a crash"))
    Autosave(path).keep(a_draft("Begun anew"))
    assert {left.title for left in unsaved()} == {"Left by a crash", "Begun anew"}


@pytest.mark.usefixtures("died")
def test_recovered_work_stays_safe_until_it_is_saved(tmp_path: Path) -> None:
    path = tmp_path / "talks.brief"
    save(path, a_draft())
    Autosave(path).keep(a_draft("Left by a crash"))
    (left,) = unsaved()
    going_on = Autosave(taken_over=left)
    assert unsaved() == (left,)
    going_on.keep(a_draft("Gone on with"))
    (again,) = unsaved()
    assert (again.title, again.path, again.sequence) == ("Gone on with", path, 2)
    save(path, again.draft)
    going_on.saved(path)
    assert unsaved() == ()


def test_work_of_a_program_that_still_runs_is_left_alone() -> None:
    Autosave().keep(a_draft())
    assert unsaved() == ()
    assert len(unsaved(running=True)) == 1


@pytest.mark.usefixtures("died")
def test_a_damaged_side_file_is_told_and_kept_and_hides_no_other() -> None:
    Autosave().keep(a_draft())
    for name, content in {"a": b"", "b": b"{}", "c": b"[[[" * 100_000, "d": b"\xff"}.items():
        (autosaves() / f"{name}.autosave").write_bytes(content)
    damaged: list[Path] = []
    assert len(unsaved(damaged)) == 1
    assert [file.stem for file in damaged] == ["a", "b", "c", "d"]
    assert all(file.exists() for file in damaged)


@pytest.mark.usefixtures("died")
def test_the_latest_work_stands_first(monkeypatch: pytest.MonkeyPatch) -> None:
    for title in ("One", "Two"):
        Autosave().keep(a_draft(title))
    found = [replace(left, when=datetime.fromisoformat("2026-11-22T10:42Z")) for left in unsaved()]
    assert {left.title for left in found} == {"One", "Two"}
    assert found[0].message.endswith("never saved")


def test_a_killed_program_loses_no_more_than_the_last_moment(data: Path, tmp_path: Path) -> None:
    path = tmp_path / "talks.brief"
    save(path, a_draft())
    script = textwrap.dedent("""
        import sys
        from pathlib import Path
        from briefing.model import BriefRequest, Draft
        from briefing.safekeeping.autosave import Autosave

        kept = Autosave(Path(sys.argv[1]))
        for number in range(1_000_000):
            kept.keep(Draft(BriefRequest(title=f"Version {number}")))
            print(number, flush=True)
    """)
    with subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", script, str(path)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        for line in program.stdout:
            if line.strip() == "20":
                assert unsaved() == (), "it still runs"
                program.send_signal(signal.SIGKILL)
                break
        last = max([20, *(int(line) for line in program.stdout)])
    (left,) = unsaved()
    assert left.path == path
    assert left.against is Against.AHEAD
    assert int(left.title.removeprefix("Version ")) in (last, last + 1)


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work of another machine that shares the data folder."""
    with monkeypatch.context() as there:
        other = Process(4711, "another machine", "ada", "then")
        there.setattr(processes.Process, "own", classmethod(lambda _: other))
        kept = Autosave()
        kept.keep(a_draft())
    return kept.file


def fall_silent(file: Path) -> None:
    long_ago = datetime.now(UTC).timestamp() - 400
    os.utime(file, (long_ago, long_ago))


def test_work_of_another_machine_is_offered_once_it_has_long_been_silent(elsewhere: Path) -> None:
    assert unsaved() == ()
    fall_silent(elsewhere)
    (left,) = unsaved()
    assert left.file == elsewhere
    assert unsaved(silent_for=1000) == ()


def test_work_of_another_machine_is_offered_though_the_clock_was_set_back(elsewhere: Path) -> None:
    next_year = datetime.now(UTC).timestamp() + 365 * 86_400
    os.utime(elsewhere, (next_year, next_year))
    assert [left.file for left in unsaved()] == [elsewhere]


def test_work_that_cannot_be_put_aside_is_told_as_such(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    kept = Autosave()
    (tmp_path / "file").touch()
    monkeypatch.setattr(kept, "_file", tmp_path / "file" / "side")
    with pytest.raises(ExportError, match="What is not saved cannot be put aside") as told:
        kept.keep(a_draft("Talks"))
    assert told.value.hint.startswith("Save the brief.")


def test_work_of_another_machine_is_gone_on_with_in_a_file_of_ones_own(
    elsewhere: Path, tmp_path: Path
) -> None:
    fall_silent(elsewhere)
    (left,) = unsaved()
    before = elsewhere.read_bytes()
    going_on = Autosave(taken_over=left)
    going_on.keep(a_draft("Gone on with"))
    assert going_on.file != elsewhere
    assert elsewhere.read_bytes() == before
    going_on.saved(tmp_path / "talks.brief")
    assert not elsewhere.exists()


def test_work_that_went_on_at_another_machine_is_not_cleared_away(elsewhere: Path) -> None:
    fall_silent(elsewhere)
    (left,) = unsaved()
    going_on = Autosave(taken_over=left)
    values = msgspec.json.decode(elsewhere.read_bytes())
    elsewhere.write_bytes(msgspec.json.encode(values | {"sequence": left.sequence + 1}))
    going_on.discard()
    assert elsewhere.exists()
