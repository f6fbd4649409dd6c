"""Packs from files to finished documents: what is read, refused, marked, copied."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from briefing.brief_file import BriefFile, draft_of, save_brief_file
from briefing.errors import BriefError, BriefingError, ExportError
from briefing.library import Library
from briefing.model import Draft
from briefing.model.pack import Pack, PackAnnex, PackPart
from briefing.pipeline.building import build_draft
from briefing.pipeline.pack_order import PackOrder
from briefing.pipeline.packing import Packer
from briefing.progress import Silent
from briefing.taxonomy import load_taxonomy
from tests import briefs, packs
from tests.pipeline.desks import REQUEST, add_first, add_second

TODAY = date(2026, 11, 21)
ASKED = 'title = "Armenia"\nregions = ["Armenia"]\nthemes = ["conflict", "diplomacy"]\n'


def packer(library: Library | None) -> Packer:
    return Packer(library, load_taxonomy(), today=lambda: TODAY)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library") as opened:
        add_first(opened)
        add_second(opened)
        yield opened


@pytest.fixture
def folder(tmp_path: Path, library: Library) -> Path:
    """A folder with a saved brief, a request and an annex."""
    made = tmp_path / "pack"
    made.mkdir()
    built = build_draft(library, Draft(REQUEST), load_taxonomy(), today=TODAY)
    save_brief_file(BriefFile(built.draft, built.brief), made / "saved.brief")
    (made / "asked.toml").write_text(ASKED, "utf-8")
    (made / "programme.md").write_bytes(packs.ANNEX)
    return made


PACK = Pack(
    title="The talks",
    parts=(PackPart("saved.brief"), PackPart("asked.toml", template="memo")),
    annexes=(PackAnnex("programme.md"),),
    recipients=("The Minister", "Ambassador/Tbilisi"),
)


def test_a_pack_of_a_saved_brief_and_a_request_is_written_in_both_formats(
    folder: Path, library: Library, tmp_path: Path
) -> None:
    paths = (tmp_path / "talks.pdf", tmp_path / "talks.docx")
    files = packer(library).export(PackOrder(PACK, folder, paths), Silent())
    assert [file.path for file in files] == list(paths)
    assert all(path.stat().st_size > 10_000 for path in paths)
    assert files[0].pages is not None


def test_each_recipient_gets_a_numbered_copy_of_its_own(
    folder: Path, library: Library, tmp_path: Path
) -> None:
    order = PackOrder(PACK, folder, (tmp_path / "talks.docx",), numbered=True)
    files = packer(library).export(order, Silent())
    assert [file.path.name for file in files] == [
        "talks 1 of 2 The Minister.docx",
        "talks 2 of 2 Ambassador - Tbilisi.docx",
    ]
    assert files[0].path.read_bytes() != files[1].path.read_bytes()


def test_numbered_copies_for_nobody_are_refused(folder: Path, tmp_path: Path) -> None:
    order = PackOrder(replace(PACK, recipients=()), folder, (tmp_path / "a.pdf",), numbered=True)
    with pytest.raises(ExportError, match="names no recipient"):
        packer(None).export(order, Silent())


def test_without_a_library_saved_briefs_are_bound_and_requests_are_not(
    folder: Path, tmp_path: Path
) -> None:
    saved = replace(PACK, parts=PACK.parts[:1])
    order = PackOrder(saved, folder, (tmp_path / "talks.docx",))
    assert packer(None).export(order, Silent())
    with pytest.raises(BriefError, match=r"asked\.toml: .*no library"):
        packer(None).export(replace(order, pack=PACK), Silent())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"parts": (PackPart("none.brief"),)}, r"none\.brief: "),
        ({"parts": (PackPart("saved.brief", template="nothing"),)}, r"saved\.brief: .*no template"),
        ({"annexes": (PackAnnex("none.md"),)}, r"none\.md: It cannot be opened"),
        ({"parts": ()}, "holds no brief"),
        ({"binding_mm": 3}, "binding margin"),
    ],
)
def test_what_cannot_be_bound_is_named(
    changes: dict[str, object], said: str, folder: Path, library: Library, tmp_path: Path
) -> None:
    order = PackOrder(replace(PACK, **changes), folder, (tmp_path / "a.docx",))  # type: ignore[arg-type]
    with pytest.raises(BriefingError, match=said):
        packer(library).export(order, Silent())
    assert not (tmp_path / "a.docx").exists()


def test_an_unknown_ending_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    order = PackOrder(Pack(), tmp_path, (tmp_path / "a.odt",))
    with pytest.raises(ExportError, match=r"a\.odt has no ending"):
        packer(None).export(order, Silent())


def marked_brief(folder: Path, name: str, marking: str) -> PackPart:
    made = briefs.brief(briefs.request(marking=marking, scheme="uk"), charts=False)
    save_brief_file(BriefFile(draft_of(made), made), folder / name)
    return PackPart(name)


def test_a_pack_is_marked_with_the_highest_of_its_briefs_and_not_below(tmp_path: Path) -> None:
    parts = (
        marked_brief(tmp_path, "low.brief", "OFFICIAL"),
        marked_brief(tmp_path, "high.brief", "SECRET"),
    )
    order = PackOrder(Pack("Talks", scheme="uk", parts=parts), tmp_path, (tmp_path / "a.docx",))
    packer(None).export(order, Silent())
    assert "SECRET" in _custom(tmp_path / "a.docx")
    low = replace(order, pack=replace(order.pack, marking="OFFICIAL"))
    with pytest.raises(ExportError, match=r"too low: tab 2 \(SECRET\)"):
        packer(None).export(low, Silent())


def _custom(path: Path) -> str:
    from zipfile import ZipFile

    with ZipFile(path) as archive:
        return archive.read("docProps/custom.xml").decode()
