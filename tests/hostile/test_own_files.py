"""Briefs, packs, requests and house styles that an enemy has made: a sentence each."""

from __future__ import annotations

import io
import os
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.brief_file import parse_brief_file, read_brief_file
from briefing.errors import BriefingError, ExportError, ImportFailure, TemplateError
from briefing.exporters.docx import export_with_reference
from briefing.house import load_house
from briefing.importers.sidecar import metadata_in
from briefing.pack_file import parse_pack, read_pack
from briefing.packing import read_annex
from briefing.pipeline.rules_file import load_rules
from briefing.request_file import load_request
from briefing.resources import templates
from briefing.tables import read_table_file
from briefing.taxonomy import read_table
from briefing.templating import load_header, render
from tests import briefs
from tests.hostile.archives import bomb
from tests.houses import a_house


@pytest.mark.parametrize("parse", [parse_brief_file, lambda data: parse_pack(data, "a.pack")])
@pytest.mark.parametrize(
    "data", [b'{"format": "deskbrief\xff"}', b'{"a":' * 100_000, b"[" * 100_000, b"9" * 5000]
)
def test_json_that_is_none_is_one_sentence(parse: Callable[[bytes], object], data: bytes) -> None:
    with pytest.raises(BriefingError, match="is not a"):
        parse(data)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only Unix has named pipes in folders")
def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "a.brief"
    os.mkfifo(pipe)
    for read in (
        read_brief_file,
        read_pack,
        load_request,
        lambda p: load_rules(p, briefs.TAXONOMY),
    ):
        with pytest.raises(ImportFailure, match=r"a\.brief is no regular file"):
            read(pipe)


def test_a_file_without_end_is_not_read_to_its_end(tmp_path: Path) -> None:
    endless = tmp_path / "a.toml"
    with endless.open("wb") as stream:
        stream.truncate(1 << 40)
    for read in (
        read_brief_file,
        read_pack,
        load_request,
        lambda p: load_rules(p, briefs.TAXONOMY),
    ):
        with pytest.raises(ImportFailure, match="is larger than"):
            read(endless)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"a," * 61, "61 columns|62 columns"),
        (b"a\n" * 60_001, "more than 60,000 rows"),
        (b"a,b\n" * 20_000 + b"c," * 50, "too many to be printed"),
        (b'"' + b"x" * 200_000, "Line 1 has a cell of more than"),
        (b'Time;Who\n10:30;"<' + b'"' * 3000, "Line 2 opens a quotation mark"),
    ],
)
def test_a_table_without_end_goes_into_no_pack(data: bytes, said: str) -> None:
    with pytest.raises(ImportFailure, match=said):
        read_annex(data, "a.csv")


def test_a_template_of_a_name_that_no_file_can_have_is_one_short_sentence(tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match="There is no template") as told:
        load_header("note" * 500, [tmp_path])
    assert len(told.value.message) < 200
    own = tmp_path / "own.html.j2"
    shipped = (templates() / "note.html.j2").read_text("utf-8")
    own.write_text(f'{shipped}{{% include "{"note" * 500}" %}}<marquee>x</marquee>', "utf-8")
    with pytest.raises(TemplateError):
        render(briefs.brief(briefs.request(template="own")), (), briefs.TAXONOMY, [tmp_path])


@pytest.mark.parametrize("read", [read_table, read_table_file])
@pytest.mark.parametrize("text", ["a = " + "[" * 50_000, "a = " + "{b = " * 50_000])
def test_a_table_nested_without_end_is_one_sentence(
    tmp_path: Path, read: Callable[[Path], object], text: str
) -> None:
    path = tmp_path / "themes.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(BriefingError, match=r"nests too deep|too large"):
        read(path)
    with pytest.raises(ImportFailure, match="nests too deep"):
        metadata_in(text.encode(), "a.toml")


def _png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (_png(60_000, 60_000), "has too many pixels"),
        (_png(10_000, 10_000), "has too many pixels"),
        (_png(0, 20), "is no picture"),
        (b"\x89PNG\r\n\x1a\n\0\0", "is no picture"),
        (b"\xff\xd8\xff\xc0\0\x02", "is no picture"),
    ],
)
def test_a_logo_that_unpacks_without_end_or_is_none_is_refused(
    tmp_path: Path, picture: bytes, said: str
) -> None:
    a_house(tmp_path, '[logo]\nfile = "crest.png"\nalt = "x"\n')
    (tmp_path / "crest.png").write_bytes(picture)
    with pytest.raises(TemplateError, match=said):
        load_house([tmp_path])


def _reference(change: Callable[[str, bytes], bytes]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(templates() / "reference.docx") as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for item in old.infolist():
            new.writestr(item.filename, change(item.filename, old.read(item)))
    return made.getvalue()


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", b"<w:body", b"<w:bodies"),
        ("_rels/.rels", b"Relationship ", b"Relation "),
        ("[Content_Types].xml", b"PartName", b"Part"),
    ],
)
def test_a_reference_document_that_lacks_what_makes_one_is_refused(
    tmp_path: Path, part: str, old: bytes, new: bytes
) -> None:
    def changed(name: str, data: bytes) -> bytes:
        data = data.replace(old, new) if name == part else data
        return data.replace(b"</w:body>", b"</w:bodies>") if b"<w:bodies" in data else data

    path = tmp_path / "reference.docx"
    path.write_bytes(_reference(changed))
    made = render(briefs.brief_of("Talks."), (), briefs.TAXONOMY)
    with pytest.raises(ExportError, match="reference document"):
        export_with_reference(made, path)


def test_a_reference_document_that_unpacks_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "reference.docx"
    path.write_bytes(bomb((templates() / "reference.docx").read_bytes()))
    made = render(briefs.brief_of("Talks."), (), briefs.TAXONOMY)
    with pytest.raises(ExportError, match="unpacks to more"):
        export_with_reference(made, path)
