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
from briefing.model import Draft, Metadata
from briefing.model.pack import Pack, PackAnnex, PackPart, PackVersion
from briefing.pipeline.building import build_draft
from briefing.pipeline.pack_order import PackOrder
from briefing.pipeline.packing import Packer
from briefing.progress import Silent
from briefing.rasterising import single_pages
from briefing.releasing.readings import Readings
from briefing.taxonomy import load_taxonomy
from tests import briefs, packs
from tests.pipeline.desks import (
    ALMATY,
    ENERGY,
    FIRE,
    GUARDS,
    REQUEST,
    SECOND,
    a_desk,
    add_first,
    add_second,
    proposed,
)

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
    made = packer(library)
    files = made.export(PackOrder(PACK, folder, paths), Silent())
    assert [file.path for file in files] == list(paths)
    assert all(path.stat().st_size > 10_000 for path in paths)
    shown = made.printed(PACK, folder, Silent())
    assert shown == paths[0].read_bytes()
    assert len(list(single_pages(shown))) == files[0].pages


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


SECRET_PACK = Pack(
    title="(O) The talks",
    event="Operation Nightfall by the lake",
    place="Castle of the Seven Bridges",
    scheme="uk",
    department="(O) Desk for rivers",
    recipients=("(O) The Minister", "Colonel Marek Hrubec"),
    versions=(PackVersion("1", None, "", "Adds what the lake garrison told us"),),
    parts=(PackPart("lower.toml", "Titled after the garrison"), PackPart("higher.toml")),
    annexes=(PackAnnex("programme.md", "(O) Programme"), PackAnnex("who.csv", "Who is watched")),
)


@pytest.fixture
def secret_folder(tmp_path: Path, library: Library) -> Path:
    """A folder with requests, one of which asks for nothing but a SECRET report, and annexes."""
    library.correct_metadata(SECOND.sha256, Metadata("Guards of the bridge", marking="SECRET"))
    made = tmp_path / "secret"
    made.mkdir()
    (made / "lower.toml").write_text(f'scheme = "uk"\n{ASKED}', "utf-8")
    (made / "higher.toml").write_text('scheme = "uk"\nregions = ["Georgia"]\n', "utf-8")
    (made / "programme.md").write_bytes(packs.ANNEX)
    (made / "who.csv").write_bytes(packs.TABLE)
    return made


def released(pack: Pack, folder: Path, library: Library, *names: str) -> tuple[list[str], str]:
    """Write the version releasable at OFFICIAL; return its remarks and all its text."""
    paths = tuple(folder / name for name in names)
    order = PackOrder(pack, folder, paths, numbered=True, level="OFFICIAL")
    files = packer(library).export(order, Silent())
    said = [remark for file in files for remark in file.remarks]
    texts = [words for file in files for words in Readings().of(file.path.read_bytes(), "x")]
    return said, " ".join(text for _, text in texts if isinstance(text, str))


def test_a_releasable_pack_holds_nothing_above_its_level_in_any_part(
    secret_folder: Path, library: Library
) -> None:
    said, text = released(SECRET_PACK, secret_folder, library, "talks.pdf", "talks.docx")
    assert "Releasable at OFFICIAL. Left out: 1 whole brief; 1 annex; event of the pack;" in said[0]
    assert sum(one.endswith("nothing found.") for one in said) == 2
    assert "1 of 1" in text
    for words in ("The Minister", "Arrival", FIRE, "Desk for rivers"):
        assert words in text
    hidden = (GUARDS, ENERGY, "Nightfall", "Seven Bridges", "Hrubec", "garrison", "Ambassador",
              "watched", "SECRET", "(O) The")  # fmt: skip
    assert [words for words in hidden if words in text] == []


def test_what_one_brief_of_a_pack_marks_above_the_level_is_in_none(
    secret_folder: Path, library: Library, tmp_path: Path
) -> None:
    draft = proposed(a_desk(library), replace(REQUEST, scheme="uk"))
    decisions = tuple(
        replace(one, marking="SECRET") if one.finding.exact == FIRE else one
        for one in draft.decisions
    )
    draft = replace(draft, decisions=decisions)
    built = build_draft(library, draft, load_taxonomy(), today=TODAY)
    saved = BriefFile(draft, built.brief)
    save_brief_file(saved, secret_folder / "marked.brief")
    (secret_folder / "kz.toml").write_text('scheme = "uk"\nregions = ["AM", "KZ"]\n', "utf-8")
    pack = Pack("(O) Talks", scheme="uk", parts=(PackPart("kz.toml"), PackPart("marked.brief")),
                recipients=("(O) The Minister",))  # fmt: skip
    _, text = released(pack, secret_folder, library, "a.docx")
    assert ALMATY in text
    assert FIRE not in text


def test_an_annex_that_holds_what_was_left_out_stops_a_releasable_pack(
    secret_folder: Path, library: Library
) -> None:
    (secret_folder / "programme.md").write_text(f"# Programme\n\nThey say: {GUARDS}\n", "utf-8")
    with pytest.raises(ExportError, match=r"Minister\.pdf still holds what may not be released"):
        released(SECRET_PACK, secret_folder, library, "a.pdf")
    assert not list(secret_folder.glob("*.pdf"))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"parts": SECRET_PACK.parts[1:]}, "No finding of the pack may be released"),
        ({"scheme": "us"}, "marked by several schemes: uk, us"),
    ],
)
def test_a_pack_that_cannot_be_released_is_refused(
    changes: dict[str, object], said: str, secret_folder: Path, library: Library
) -> None:
    with pytest.raises(BriefingError, match=said):
        released(replace(SECRET_PACK, **changes), secret_folder, library, "a.docx")  # type: ignore[arg-type]


def test_a_text_or_annex_marked_above_a_pack_refuses_it(folder: Path, library: Library) -> None:
    marked = replace(PACK, scheme="uk", marking="OFFICIAL", annexes=PACK.annexes[:1])
    for changes in (
        {"event": "(S) Nightfall"},
        {"annexes": (PackAnnex("programme.md", "(S) Programme"),)},
    ):
        order = PackOrder(replace(marked, **changes), folder, (folder / "a.docx",))
        with pytest.raises(ExportError, match="too low"):
            packer(library).export(order, Silent())
