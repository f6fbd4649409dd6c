"""Leaks of every kind, planted into sound files, and found."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_LZMA, ZipFile

import pikepdf
import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from briefing.exporters.docx import export_docx
from briefing.exporters.pdf import export
from briefing.model import FieldValue
from briefing.releasing import LeftOut, Needles, needles_of, search
from briefing.releasing.readings import Readings
from briefing.templating import render
from tests import briefs

LEAK = "Two battalions leave the garrison at Lake Ost before the first snow falls."
WIDE = "Два батальона покидают гарнизон у озера до первого снега."


def needles(words: str = LEAK) -> Needles:
    left_out = [LeftOut("the finding", words), LeftOut("its code", "f-zz9x", exact=True)]
    return needles_of(left_out, [])


@lru_cache(maxsize=1)
def sound() -> tuple[bytes, bytes]:
    rendered = render(briefs.brief(charts=False), (), briefs.TAXONOMY)
    return export(rendered).data, export_docx(rendered).data


@lru_cache(maxsize=1)
def leaking() -> tuple[bytes, bytes]:
    """Return files that print the words as findings."""
    rendered = render(briefs.brief_of(LEAK), (), briefs.TAXONOMY)
    return export(rendered).data, export_docx(rendered).data


@pytest.mark.parametrize("which", [0, 1], ids=["pdf", "docx"])
def test_a_file_that_does_not_hold_it_is_said_to_be_clean(which: int) -> None:
    searched = search(sound()[which], "note", needles())
    assert searched.finds == ()
    assert searched.sentence.endswith("for 2 things left out: nothing found.")
    counted = dict(searched.counts)
    assert counted["stream"] > 10 if which == 0 else counted["part"] > 8


@pytest.mark.parametrize("which", [0, 1], ids=["pdf", "docx"])
def test_words_that_are_printed_are_found(which: int) -> None:
    searched = search(leaking()[which], "note", needles())
    assert [find.what for find in searched.finds] == ["the finding"]
    assert "1 found" in searched.sentence


def test_words_on_a_page_are_found_by_the_fonts_of_its_stream_too() -> None:
    found = needles()
    places = {where for where, text in Readings().of(leaking()[0], "note") if found.within(text)}
    assert any(where.endswith(", text") for where in places)
    assert any(", page " in where for where in places)


Plant = Callable[[pikepdf.Pdf], None]


def _title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo["/Subject"] = pikepdf.String(LEAK)


def _alt(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Extra = pdf.make_indirect(pikepdf.Dictionary(Alt=pikepdf.String(LEAK)))


def _actual_text(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    text = LEAK.encode("utf-16-be").hex().encode()
    page.contents_add(b"/Span <</ActualText <FEFF" + text + b">>> BDC EMC", prepend=True)


def _attached(pdf: pikepdf.Pdf, data: bytes, name: str) -> pikepdf.AttachedFileSpec:
    return pikepdf.AttachedFileSpec(
        pdf, data, description="", filename=name, mime_type="", creation_date="", mod_date=""
    )


def _attachment(pdf: pikepdf.Pdf) -> None:
    data = json.dumps({"findings": [LEAK]}).encode()
    pdf.attachments["data.json"] = _attached(pdf, data, "data.json")


def _attached_package(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["x.xlsx"] = _attached(pdf, _package({"a.xml": LEAK}), "x.xlsx")


def _attachment_name(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["f-zz9x.txt"] = _attached(pdf, b"x", "f-zz9x.txt")


def _xmp(pdf: pikepdf.Pdf) -> None:
    spelt = "".join(f"&#{ord(sign)};" for sign in LEAK)
    pdf.pages[0].obj.Metadata = pdf.make_stream(f"<x:xmpmeta>{spelt}</x:xmpmeta>".encode())


def _orphan(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Kept = pdf.make_stream(b"BT (" + LEAK.encode() + b") Tj ET")


def _octal(pdf: pikepdf.Pdf) -> None:
    spelt = "".join(f"\\{ord(sign):03o}" for sign in LEAK).encode()
    pdf.pages[0].contents_add(b"/P <</Note (" + spelt + b")>> BDC EMC", prepend=True)


def _bookmark(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem(LEAK, 0))


@pytest.mark.parametrize(
    "plant",
    [
        _title,
        _alt,
        _actual_text,
        _attachment,
        _attached_package,
        _attachment_name,
        _xmp,
        _orphan,
        _octal,
        _bookmark,
    ],
)
def test_a_leak_in_a_pdf_is_found(plant: Plant) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(sound()[0])) as pdf:
        plant(pdf)
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert search(out.getvalue(), "note.pdf", needles()).finds


def test_what_was_crossed_out_by_a_later_revision_of_a_pdf_is_found() -> None:
    stream = zlib.compress(f"BT ({LEAK}) Tj ET".encode())
    data = sound()[0] + b"\n9 0 obj\n<<>>\nstream\n" + stream + b"\nendstream endobj\n%%EOF"
    assert search(data, "note.pdf", needles()).finds
    assert search(sound()[0] + f"% {LEAK}".encode(), "note.pdf", needles()).finds


def test_words_of_another_script_are_found_in_a_pdf() -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(sound()[0])) as pdf:
        pdf.docinfo["/Keywords"] = pikepdf.String(WIDE)
        pdf.save(out)
    assert search(out.getvalue(), "note.pdf", needles(WIDE)).finds
    assert not search(sound()[0], "note.pdf", needles(WIDE)).finds


def _package(parts: dict[str, str | bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def _runs(words: str) -> str:
    return "".join(f"<w:r><w:t>{part} </w:t></w:r>" for part in words.split())


def _picture() -> bytes:
    said = PngInfo()
    said.add_text("Comment", LEAK, zip=True)
    out = BytesIO()
    Image.new("L", (2, 2)).save(out, "png", pnginfo=said)
    return out.getvalue()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("word/comments.xml", f"<w:comments>{_runs(LEAK)}</w:comments>"),
        ("docProps/more.xml", f'<p name="x" value="{LEAK}"/>'),
        ("customXml/item1.xml", "".join(f"&#x{ord(sign):x};" for sign in LEAK)),
        ("word/charts/chart1.xml", f"<c:v>{LEAK}</c:v>"),
        ("word/embeddings/data.xlsx", _package({"xl/sharedStrings.xml": LEAK})),
        ("word/media/chart.png", _picture()),
        ("word/media/chart.svg", f"<svg><desc>{LEAK}</desc></svg>".encode("utf-16")),
        ("word/f-zz9x.xml", ""),
        ("word/data.bin", b"\x00\x01" + zlib.compress(LEAK.encode())),
        ("word/page.html", '<img src="data:image/svg+xml;base64,'
         + base64.b64encode(f"<svg>{LEAK}</svg>".encode()).decode() + '">'),
        ("word/link.xml", f'<a href="x:{LEAK.replace(" ", "%20%20")}"/>'),
        ("word/data.json", json.dumps("".join(f"{sign}" for sign in LEAK))),
        ("word/hex.txt", LEAK.encode().hex()),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 30 else "",
)  # fmt: skip
def test_a_leak_in_a_word_file_is_found(name: str, content: str | bytes) -> None:
    out = BytesIO(sound()[1])
    with ZipFile(out, "a", ZIP_DEFLATED) as package:
        package.writestr(name, content)
    assert search(out.getvalue(), "note.docx", needles()).finds


def test_a_comment_on_the_whole_package_is_found() -> None:
    out = BytesIO(sound()[1])
    with ZipFile(out, "a") as package:
        package.comment = LEAK.encode()
    assert search(out.getvalue(), "note.docx", needles()).finds


def test_a_damaged_part_of_an_archive_hides_no_other() -> None:
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_LZMA) as archive:
        archive.writestr("a", bytes(range(256)))
        archive.writestr("b", LEAK)
    data = bytearray(packed.getvalue())
    data[40:60] = bytes(20)
    assert search(bytes(data), "note.docx", needles()).finds


def test_a_code_is_found_though_its_hyphen_does_not_break() -> None:
    hyphens = ["-", "\u2011", "</w:t><w:noBreakHyphen/><w:t>", "&#8209;"]
    for hyphen in hyphens:
        part = f"<w:p><w:r><w:t>see f{hyphen}zz9x there</w:t></w:r></w:p>".encode()
        packed = BytesIO()
        with ZipFile(packed, "w", ZIP_DEFLATED) as package:
            package.writestr("word/document.xml", part)
        assert [find.what for find in search(packed.getvalue(), "note", needles()).finds] == [
            "its code"
        ]


@lru_cache(maxsize=1)
def meeting() -> tuple[bytes, bytes]:
    """Return files whose title and next heading make words that were left out."""
    request = briefs.request(title="Armenia", template="country", charts=())
    table = FieldValue("indicators", (("Rents", "2", "%", "2025", "Office"),))
    brief = briefs.brief(replace(request, fields=(table,)), charts=False)
    rendered = render(brief, (), briefs.TAXONOMY)
    return export(rendered).data, export_docx(rendered).data


@pytest.mark.parametrize("which", [0, 1], ids=["pdf", "docx"])
def test_a_heading_and_what_stands_before_it_make_no_words_together(which: int) -> None:
    data = meeting()[which]
    sought = needles_of([LeftOut("it", "Armenia at a")], [])
    assert sought.names
    texts = [text for _, text in Readings().of(data, "sheet")]
    joined = [text for text in texts if isinstance(text, str) and sought.within(text)]
    assert joined or which, "the outline names both headings one behind the other"
    assert search(data, "sheet", sought).finds == ()


@pytest.mark.parametrize("which", [0, 1], ids=["pdf", "docx"])
def test_a_short_phrase_of_a_finding_is_found_however_its_lines_break(which: int) -> None:
    words = "Lake Ost before the first"
    sought = needles_of([LeftOut("it", words)], ["Alliances and security order of Lake"])
    assert len(search(leaking()[which], "note", sought).finds) == 1
