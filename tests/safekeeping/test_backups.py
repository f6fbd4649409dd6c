"""A brief that is overwritten can be had back."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from briefing.errors import BriefError
from briefing.safekeeping.backups import copies_of, keep_copy, restore_copy
from briefing.safekeeping.places import copies

NOON = datetime.fromisoformat("2026-11-22T10:42:00+00:00")


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "Talks [draft].brief"
    path.write_text("first")
    return path


def versions(brief: Path) -> list[str]:
    return [copy.file.read_text() for copy in copies_of(brief)]


def test_a_copy_bears_name_and_time_and_the_former_content(brief: Path) -> None:
    file = keep_copy(brief, now=NOON)
    assert file is not None
    assert file.name == "Talks [draft] 2026-11-22 10.42.brief"
    (copy,) = copies_of(brief)
    assert (copy.file, copy.size) == (file, 5)
    assert (copy.made.hour, copy.made.minute) == (10, 42)
    assert file.read_text() == "first"


def test_the_same_content_is_copied_once(brief: Path) -> None:
    assert keep_copy(brief) is not None
    assert keep_copy(brief) is None
    assert len(copies_of(brief)) == 1


def test_a_brief_that_is_not_there_yet_has_no_copy(tmp_path: Path) -> None:
    assert keep_copy(tmp_path / "new.brief") is None
    assert copies_of(tmp_path / "new.brief") == ()


def test_copies_of_one_minute_have_names_of_their_own_and_keep_their_order(brief: Path) -> None:
    for number in range(12):
        brief.write_text(str(number))
        keep_copy(brief, kept=20, now=NOON)
    assert versions(brief) == [str(number) for number in reversed(range(12))]


def test_the_latest_are_kept_whatever_the_clock_says(brief: Path) -> None:
    for number in range(6):
        brief.write_text(str(number))
        keep_copy(brief, kept=3, now=NOON - timedelta(days=number))
    assert versions(brief) == ["5", "4", "3"]
    assert len(list(copies().glob("*/*.brief"))) == 3


def test_without_its_list_the_order_is_that_of_the_names(brief: Path) -> None:
    for number in range(3):
        brief.write_text(str(number))
        keep_copy(brief, now=NOON + timedelta(days=number))
    for damaged in ("[]", "{", '{"copies": 5}'):
        (listed,) = copies().glob("*/copies.json")
        listed.write_text(damaged)
        assert versions(brief) == ["2", "1", "0"]


def test_briefs_of_the_same_name_do_not_share_copies(brief: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / brief.name
    other.parent.mkdir()
    other.write_text("other")
    keep_copy(brief)
    keep_copy(other)
    assert (versions(brief), versions(other)) == (["first"], ["other"])


def test_restoring_keeps_what_it_overwrites(brief: Path) -> None:
    keep_copy(brief, kept=1, now=NOON)
    brief.write_text("second")
    (copy,) = copies_of(brief)
    restore_copy(copy, brief, kept=1)
    assert brief.read_text() == "first"
    assert "second" in versions(brief)


def test_a_copy_can_be_restored_to_another_place(brief: Path, tmp_path: Path) -> None:
    keep_copy(brief)
    brief.unlink()
    restore_copy(copies_of(brief)[0], tmp_path / "again.brief")
    assert (tmp_path / "again.brief").read_text() == "first"


def test_a_copy_that_is_gone_is_told(brief: Path) -> None:
    keep_copy(brief)
    (copy,) = copies_of(brief)
    copy.file.unlink()
    with pytest.raises(BriefError, match="no longer there"):
        restore_copy(copy, brief)
    assert brief.read_text() == "first"


def test_a_very_long_name_has_copies_too(tmp_path: Path) -> None:
    brief = tmp_path / f"{'ł' * 120}.brief"
    brief.write_text("long")
    keep_copy(brief)
    assert versions(brief) == ["long"]
