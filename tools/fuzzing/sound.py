"""Sound files of every kind that the program reads, all of our own making."""

from __future__ import annotations

import io
import shutil
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict, replace
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import openpyxl
from PIL import Image

from briefing.brief_file import BriefFile, draft_of, dump_brief_file
from briefing.extraction.extractor import Extractor
from briefing.files import write_toml
from briefing.importers.reading import read_report
from briefing.library import Library
from briefing.model.pack import PackAnnex, PackPart
from briefing.pack_file import dump_pack
from briefing.resources import assets, templates
from briefing.settings import Settings
from briefing.verifying.docx_reading import read_docx
from tests import briefs, packs
from tests.importers import made_pdfs
from tests.verifying import documents

_LINES = [made_pdfs.Line(72, 760 - 14 * n, f"Armenia met Azerbaijan {n} times.") for n in range(9)]
_TABLE = "<table><tr><th>Year</th><th>Talks</th></tr><tr><td>2021</td><td>4</td></tr></table>"
_PAGE = f"""<h1>Talks at the Border</h1><p>By Ada Novak</p><h2>Talks</h2><p>Armenia and Azerbaijan
resumed talks<span class=note>In May 2023.</span> in Prague.</p><ul><li>to open the road;</li></ul>
{_TABLE}"""
_RULES = """[[rules]]\nterm = "Contact Group"\nadd_theme = "diplomacy"\npublisher = "OSCE"\n
[[rules]]\nterm = "the lake"\nremove_theme = "conflict"\nadd_region = "AM"\n"""
_SCALE = """name = "House"\nnote = "As agreed."\nconfidence = ["firm", "weak"]\n
[[term]]\nwords = ["hardly"]\nrange = "0-20 %"\n\n[[term]]\nwords = ["likely"]\nrange = "50 %"\n"""
_PACK = """title = "The talks"\nevent = "Visit"\nbegins = 2026-12-03\nrecipients = ["The Minister"]
page_size = "A4"\nbinding_mm = 20\n\n[[parts]]\nfile = "georgia.brief"\ntemplate = "memo"\n
[[annexes]]\nfile = "programme.md"\n\n[[versions]]\nversion = "1"\nday = 2026-11-10\n"""
_HOUSE = """[logo]\nfile = "crest.png"\nalt = "Ministry"\nheight_mm = 12\n\n[colours]
ink = "#1b2431"\naccent = "#004a7f"\n
[text]\nfamily = "DejaVu Sans"\nregular = "DejaVuSans.ttf"\n"""
_THEMES = """[[theme]]\nid = "water"\nname = "Water"\ndescription = "Rivers"
strong = ["river treaty", "dam*"]\nplain = ["river"]\n"""


def report(ending: str) -> list[bytes]:
    """Return the sample report of an ending."""
    folder = assets("samples", "reports")
    return [path.read_bytes() for path in sorted(folder.glob(f"*{ending}"))]


@cache
def pdfs() -> Sequence[bytes]:
    """Return PDFs: the sample, one drawn line by line, one typeset."""
    return [*report(".pdf"), made_pdfs.drawn(_LINES, _LINES, title="T"), made_pdfs.typeset(_PAGE)]


@cache
def word_files() -> Sequence[bytes]:
    """Return Word files: the sample, one of ours with notes and comments."""
    return [*report(".docx"), *returned("docx")]


@cache
def returned(format_id: str) -> Sequence[bytes]:
    """Return a document of ours in PDF or Word, as it comes back."""
    return [{"pdf": documents.pdf_file, "docx": documents.word_file}[format_id]()]


@cache
def carried() -> Sequence[bytes]:
    """Return what a document of ours carries."""
    held = read_docx(documents.word_file()).data
    return [held or b""]


@cache
def brief_files() -> Sequence[bytes]:
    """Return ``.brief`` files of both versions, with a chart and without."""
    made = briefs.brief()
    own = briefs.brief_of("Talks were held.", "They ended.", wanted=briefs.bare_request())
    first = {"format": "deskbrief", "version": 1, "brief": own}
    return [
        dump_brief_file(BriefFile(draft_of(made), made, ("f-0001",), date(2026, 11, 21))),
        dump_brief_file(BriefFile(draft_of(own), None)),
        msgspec.json.encode(first),
    ]


def pack_files() -> Sequence[bytes]:
    """Return a pack as the program saves it."""
    parts = (PackPart("a.brief"), PackPart("b.toml", template="memo"))
    annexes = (PackAnnex("programme.md", "Programme"),)
    return [dump_pack(replace(packs.PACK, parts=parts, annexes=annexes))]


def workbook() -> bytes:
    """Return the sample figures as a workbook."""
    book = openpyxl.Workbook()
    sheet: Any = book.active
    text = assets("samples", "data", "economy.csv").read_text("utf-8")
    for line in text.splitlines()[:40]:
        sheet.append(line.split(","))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


@cache
def library() -> bytes:
    """Return the file of a small library."""
    data = report(".txt")[0]
    read = read_report(data, "memo.txt")
    with TemporaryDirectory() as folder:
        with Library.open(Path(folder)) as opened:
            found = Extractor.shipped().findings(read)
            opened.add(read, found, data, date(2026, 11, 21), tables="x")
            opened.correct_tags(found[0].passage, about=("AM",), themes=None)
        with closing(sqlite3.connect(Path(folder) / "library.sqlite")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
        return (Path(folder) / "library.sqlite").read_bytes()


def crest() -> bytes:
    """Return a picture."""
    made = io.BytesIO()
    Image.new("RGBA", (30, 10), (9, 9, 9, 0)).save(made, "PNG")
    return made.getvalue()


def font() -> bytes:
    """Return a font of ours."""
    return assets("fonts", "DejaVuSans.ttf").read_bytes()


def reference() -> bytes:
    """Return the reference document of Word."""
    return (templates() / "reference.docx").read_bytes()


def settings() -> Sequence[bytes]:
    """Return the settings of somebody."""
    return [write_toml(asdict(Settings(recent=("/a.brief",)))).encode()]


def house(folder: Path) -> None:
    """Put what a house style needs into a folder."""
    (folder / "crest.png").write_bytes(crest())
    shutil.copy(assets("fonts", "DejaVuSans.ttf"), folder)
    (folder / "house.toml").write_text(_HOUSE, "utf-8")


RULES, SCALE, HOUSE, THEMES, PACK = (
    text.encode() for text in (_RULES, _SCALE, _HOUSE, _THEMES, _PACK)
)
ANNEX = packs.TABLE
