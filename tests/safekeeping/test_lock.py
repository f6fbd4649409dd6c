"""One brief is open in one place."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from datetime import date
from pathlib import Path

import pytest

from briefing.safekeeping.lock import Holder, Lock, holder_of, lock_file, take_lock
from briefing.safekeeping.places import locks
from briefing.safekeeping.processes import Process

ROOT = Path(__file__).resolve().parents[2]
TAKES = textwrap.dedent("""
    import sys
    from pathlib import Path
    from briefing.safekeeping.lock import Lock, take_lock

    path = Path(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    taken = take_lock(path)
    print("mine" if isinstance(taken, Lock) else taken.message, flush=True)
    sys.stdin.readline()
""")


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "briefs" / "talks.brief"
    path.parent.mkdir()
    path.write_text("{}")
    return path


def program(brief: Path) -> subprocess.Popen[str]:
    """Start a program that takes the lock when a line is sent, and ends with the next."""
    started = subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", TAKES, str(brief)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert said(started) == "ready"
    return started


def said(started: subprocess.Popen[str]) -> str:
    assert started.stdout is not None
    return started.stdout.readline().strip()


def tell(started: subprocess.Popen[str]) -> None:
    assert started.stdin is not None
    started.stdin.write("\n")
    started.stdin.flush()


def end(started: subprocess.Popen[str]) -> None:
    started.kill()
    started.communicate()


def foreign(brief: Path, process: Process) -> None:
    values = {"process": {**process_values(process)}, "since": "2026-11-22T10:42:00", "token": "x"}
    lock_file(brief).write_text(json.dumps(values))


def process_values(process: Process) -> dict[str, object]:
    return {
        "pid": process.pid,
        "host": process.host,
        "user": process.user,
        "birth": process.birth,
    }


def test_a_lock_stands_beside_the_brief_until_released(brief: Path) -> None:
    taken = take_lock(brief)
    assert isinstance(taken, Lock)
    assert taken.file == brief.parent / ".talks.brief.lock"
    holder = holder_of(brief)
    assert holder is not None
    assert holder.process.is_own
    taken.release()
    assert holder_of(brief) is None
    assert [path.name for path in brief.parent.iterdir()] == ["talks.brief"]
    taken.release()


def test_another_program_is_told_who_has_it(brief: Path) -> None:
    other = program(brief)
    try:
        tell(other)
        assert said(other) == "mine"
        held = take_lock(brief)
        assert isinstance(held, Holder)
        assert held.process.pid == other.pid
        assert held.message.startswith(f"{held.process.user} has it open on {held.process.host}")
        assert isinstance(take_lock(brief, force=True), Lock)
    finally:
        end(other)


def test_a_killed_program_leaves_a_lock_that_is_taken_over(brief: Path) -> None:
    other = program(brief)
    tell(other)
    assert said(other) == "mine"
    end(other)
    assert lock_file(brief).exists()
    assert holder_of(brief) is None
    assert isinstance(take_lock(brief), Lock)


def test_another_process_of_the_same_number_does_not_keep_a_dead_lock_alive(brief: Path) -> None:
    own = Process.own()
    if not own.birth:
        pytest.skip("the machine does not tell when processes began")
    foreign(brief, Process(os.getppid(), own.host, own.user, "of another start"))
    assert isinstance(take_lock(brief), Lock)


def test_a_lock_of_another_machine_is_respected(brief: Path) -> None:
    foreign(brief, Process(1, "far-away", "ada"))
    held = take_lock(brief)
    assert isinstance(held, Holder)
    assert held.message.startswith("ada has it open on far-away since 10:42 ")


@pytest.mark.parametrize(
    ("today", "said"),
    [
        (date(2026, 11, 22), "today"),
        (date(2026, 11, 23), "on 22 November"),
        (date(2027, 1, 2), "on 22 November 2026"),
    ],
)
def test_the_day_of_a_lock_is_said_as_one_speaks(today: date, said: str) -> None:
    held = Holder(Process(1, "far-away", "ada"), "2026-11-22T10:42:00+01:00")
    assert held.message_on(today) == f"ada has it open on far-away since 10:42 {said}."


@pytest.mark.parametrize("content", ["", "nonsense", "[]", "{}", '{"process": {"pid": "x"}}'])
def test_a_lock_that_says_nothing_is_somebodys(brief: Path, content: str) -> None:
    lock_file(brief).write_text(content)
    held = take_lock(brief)
    assert isinstance(held, Holder)
    assert held.message == "Somebody has it open."
    assert isinstance(take_lock(brief, force=True), Lock)


def test_of_programs_at_the_same_moment_one_gets_it(brief: Path) -> None:
    dead = Process(999_999_999, Process.own().host, "ada")
    for _ in range(3):
        foreign(brief, dead)
        racing = [program(brief) for _ in range(4)]
        try:
            for one in racing:
                tell(one)
            assert sorted(said(one) == "mine" for one in racing) == [False, False, False, True]
        finally:
            for one in racing:
                end(one)


def test_the_same_program_may_take_its_lock_anew(brief: Path) -> None:
    first, second = take_lock(brief), take_lock(brief)
    assert isinstance(first, Lock)
    assert isinstance(second, Lock)
    first.release()
    assert holder_of(brief) is not None, "the lock has passed to the second"
    second.release()
    assert holder_of(brief) is None


def test_a_brief_reached_by_a_link_is_the_same_brief(brief: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.brief"
    link.symlink_to(brief)
    foreign(brief, Process(1, "far-away", "ada"))
    assert isinstance(take_lock(link), Holder)


def test_where_nothing_can_be_written_beside_it_the_lock_lies_in_the_users_folder(
    tmp_path: Path,
) -> None:
    away = tmp_path / "drive that was taken out" / "talks.brief"
    taken = take_lock(away)
    assert isinstance(taken, Lock)
    assert taken.file is not None
    assert taken.file.parent == locks()
    assert holder_of(away) is not None
    taken.release()
    assert holder_of(away) is None


def test_without_any_place_for_a_lock_the_brief_can_still_be_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("DESKBRIEF_DATA", str(tmp_path / "file"))
    taken = take_lock(tmp_path / "file" / "talks.brief")
    assert isinstance(taken, Lock)
    assert taken.file is None
    taken.release()
