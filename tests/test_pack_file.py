"""Packs as files: saved and read again, written by hand, refused with what is wrong."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.errors import BriefError, RequestError
from briefing.model.pack import Pack, PackAnnex, PackPart
from briefing.pack_file import dump_pack, moved, parse_pack, read_pack, save_pack
from tests import packs

FULL = replace(
    packs.PACK,
    parts=(PackPart("georgia.brief"), PackPart("armenia.toml", "Armenia", "memo")),
    annexes=(PackAnnex("programme.md"),),
    binding_mm=30,
    issued=date(2026, 11, 30),
)
BY_HAND = """
title = "The talks"
begins = 2026-12-03
recipients = ["The Minister"]

[[parts]]
file = "georgia.brief"
template = "memo"

[[versions]]
version = "1"
day = 2026-11-10
change = "First issue"
"""


def test_a_saved_pack_is_read_as_it_was(tmp_path: Path) -> None:
    save_pack(FULL, tmp_path / "talks.pack")
    assert read_pack(tmp_path / "talks.pack") == FULL


def test_the_same_pack_gives_the_same_bytes_and_says_its_version() -> None:
    assert dump_pack(FULL) == dump_pack(replace(FULL))
    said = json.loads(dump_pack(FULL))
    assert (said["format"], said["version"]) == ("deskbrief-pack", 1)


def test_a_pack_written_by_hand_needs_little() -> None:
    pack = parse_pack(BY_HAND.encode(), "talks.toml")
    assert pack.parts == (PackPart("georgia.brief", template="memo"),)
    assert (pack.begins, pack.recipients) == (date(2026, 12, 3), ("The Minister",))
    assert (pack.versions[0].day, pack.duplex) == (date(2026, 11, 10), True)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("titel = 'x'", "there is no key 'titel'"),
        ("[[parts]]\nfiel = 'x'", "parts: there is no key 'fiel'"),
        ("[[parts]]\ntitle = 'x'", "file"),
        ("title = 3", "title must be a text"),
        ("page_size = 'A5'", "no page size 'A5'"),
        ("binding_mm = 90", "binding margin of 90 mm"),
        ("begins = 2026-12-04\nends = 2026-12-03", "ends before it begins"),
        ("title =", "not valid TOML"),
    ],
)
def test_what_no_pack_can_have_is_told(text: str, said: str) -> None:
    with pytest.raises(RequestError, match=said):
        parse_pack(text.encode(), "talks.toml")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"{", "not a pack"),
        (b'{"format": "deskbrief"}', "not a pack"),
        (b'{"format": "deskbrief-pack"}', "which version"),
        (b'{"format": "deskbrief-pack", "version": 9}', "newer version"),
        (b'{"format": "deskbrief-pack", "version": 1}', "damaged"),
    ],
)
def test_a_file_that_is_no_pack_is_refused(data: bytes, said: str) -> None:
    with pytest.raises(BriefError, match=said):
        parse_pack(data, "talks.pack")


def test_a_pack_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefError, match="cannot be opened"):
        read_pack(tmp_path / "none.pack")


def test_files_are_named_from_where_the_pack_is_saved(tmp_path: Path) -> None:
    pack = Pack(parts=(PackPart("briefs/a.brief"),))
    assert moved(pack, tmp_path, tmp_path / "packs").parts[0].file == "../briefs/a.brief"
    assert moved(pack, tmp_path, tmp_path) == pack
