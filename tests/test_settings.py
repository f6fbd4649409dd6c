"""Settings come back as they were kept; a damaged file costs nobody the start of the program."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import ExportError
from briefing.model import RegionGroup
from briefing.resources import default_library, user_data
from briefing.settings import (
    RECENT,
    Appearance,
    Settings,
    load_settings,
    save_settings,
    settings_file,
    with_group,
    with_recent,
    without_group,
    without_recent,
)

FULL = Settings(
    library="/srv/desk library",
    templates='C:\\Users\\ada\\"own" templates',
    appearance=Appearance.DARK,
    sender="Ada Novak, Desk 4\nsecond line\t\x7f",
    page_size="Letter",
    scale="icd203",
    template="memo",
    export_pattern="{date} {region}",
    export_folder="/out",
    groups=(RegionGroup("Black Sea", ("BG", "GE")), RegionGroup("Łódź “x”", ("PL",))),
    recent=("/b.brief", "/a.brief"),
    autosave_seconds=60,
    backups=3,
)


@pytest.mark.parametrize("settings", [Settings(), FULL])
def test_settings_come_back_as_they_were_kept(tmp_path: Path, settings: Settings) -> None:
    path = tmp_path / "new" / "settings.toml"
    save_settings(settings, path)
    remarks: list[str] = []
    assert load_settings(path, remarks) == settings
    assert remarks == []


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    remarks: list[str] = []
    assert load_settings(tmp_path / "none.toml", remarks) == Settings()
    assert remarks == []


@pytest.mark.parametrize("content", [b'sender = "cut', b"\xff\xfe\x00", b"a = [[[" * 2000])
def test_a_damaged_file_gives_defaults_and_a_remark_and_is_kept(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(content)
    remarks: list[str] = []
    assert load_settings(path, remarks) == Settings()
    (remark,) = remarks
    assert "settings.toml" in remark
    assert "settings.toml.damaged" in remark
    assert (tmp_path / "settings.toml.damaged").read_bytes() == content
    assert not path.exists()
    assert load_settings(path, remarks) == Settings()
    assert len(remarks) == 1


def test_a_wrong_value_costs_only_itself(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(
        'sender = "Desk 4"\nautosave_seconds = "often"\nbackups = true\nappearance = "pink"\n'
        'recent = ["/a.brief", 7]\npage_size = "B5"\nfrom_the_future = 1\n'
        '[[groups]]\nname = "Empty"\n[[groups]]\nname = "Two"\nmembers = ["GE", "AM"]\n'
    )
    remarks: list[str] = []
    read = load_settings(path, remarks)
    assert read == Settings(sender="Desk 4", groups=(RegionGroup("Two", ("GE", "AM")),))
    told = " ".join(remarks)
    for key in ("autosave_seconds", "backups", "appearance", "recent", "page_size", "groups"):
        assert key in told
    assert "from_the_future" not in told


def test_what_a_newer_program_has_set_is_not_lost(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_text('sender = "Desk 4"\ncolour_of_marks = "green"\nlevels = [1, 2]\n')
    save_settings(Settings(sender="Desk 5"), path)
    kept = path.read_text()
    assert 'colour_of_marks = "green"' in kept
    assert "levels = [1, 2]" in kept
    assert load_settings(path).sender == "Desk 5"


@pytest.mark.parametrize(("given", "taken"), [(1, 5), (30, 30), (10**9, 3600)])
def test_seconds_between_autosaves_stay_within_reason(
    tmp_path: Path, given: int, taken: int
) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f"autosave_seconds = {given}\n")
    assert load_settings(path).autosave_seconds == taken


def test_a_place_that_refuses_is_told_when_keeping(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    with pytest.raises(ExportError):
        save_settings(Settings(), tmp_path / "file" / "settings.toml")


def test_briefs_opened_lately_stand_latest_first_and_once(tmp_path: Path) -> None:
    settings = Settings()
    for number in range(RECENT + 3):
        settings = with_recent(settings, tmp_path / f"{number}.brief")
    settings = with_recent(settings, tmp_path / "7.brief")
    assert settings.recent[0] == str(tmp_path / "7.brief")
    assert len(settings.recent) == len(set(settings.recent)) == RECENT
    settings = without_recent(settings, tmp_path / "7.brief")
    assert str(tmp_path / "7.brief") not in settings.recent


def test_a_group_of_the_same_name_is_replaced_in_its_place() -> None:
    first, second = RegionGroup("One", ("GE",)), RegionGroup("Two", ("AM",))
    settings = with_group(with_group(Settings(), first), second)
    changed = with_group(settings, RegionGroup("one", ("RU",)))
    assert [group.members for group in changed.groups] == [("RU",), ("AM",)]
    assert without_group(settings, "One").groups == (second,)


def test_the_users_folder_can_be_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DESKBRIEF_DATA", str(tmp_path / "desk"))
    assert user_data() == tmp_path / "desk"
    assert default_library() == tmp_path / "desk" / "library"
    assert settings_file() == tmp_path / "desk" / "settings.toml"
    save_settings(Settings(sender="Desk 4"))
    assert load_settings().sender == "Desk 4"
    monkeypatch.setenv("DESKBRIEF_DATA", "")
    assert user_data() != tmp_path / "desk"
