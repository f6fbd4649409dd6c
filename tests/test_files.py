from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.files import write_atomically, written_on


def test_file_is_written_and_folders_of_the_program_are_made(tmp_path: Path) -> None:
    path = tmp_path / "new" / "note.pdf"
    write_atomically(path, b"one", make_folder=True)
    write_atomically(path, b"two")
    assert path.read_bytes() == b"two"
    assert [entry.name for entry in path.parent.iterdir()] == ["note.pdf"]


def test_a_folder_that_a_person_has_named_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="There is no such folder") as told:
        write_atomically(tmp_path / "misspelt" / "note.pdf", b"one")
    assert told.value.hint
    assert not list(tmp_path.iterdir())


def test_failure_leaves_the_old_file_and_no_scrap(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("briefing.files.os.fsync", full)
    with pytest.raises(ExportError, match="the disk is full"):
        write_atomically(path, b"new")
    assert path.read_bytes() == b"old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["note.pdf"]


def test_permissions_of_the_file_replaced_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "note.pdf"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write_atomically(path, b"new")
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_symbolic_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    target, link = tmp_path / "real.pdf", tmp_path / "link.pdf"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_the_longest_name_that_a_folder_takes_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / f"{'n' * 251}.pdf"
    write_atomically(path, b"x")
    assert path.read_bytes() == b"x"


def test_a_circle_of_links_and_a_name_too_long_are_sentences(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for path in (tmp_path / "a" / "x.pdf", tmp_path / ("n" * 300)):
        with pytest.raises(ExportError, match="cannot be written"):
            write_atomically(path, b"x")


def test_folder_in_the_place_of_the_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        write_atomically(tmp_path, b"x")


@pytest.mark.parametrize("seconds", [1e18, -1e18, float("nan"), float("inf")])
def test_a_time_that_no_calendar_has_is_told_as_the_outset(seconds: float) -> None:
    assert written_on(seconds).year == 1970
