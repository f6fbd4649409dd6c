"""What the program does with a file of each kind, from its bytes to what is shown or kept of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from briefing import naming, scale_files
from briefing.brief_file import dump_brief_file, parse_brief_file
from briefing.errors import BriefingError
from briefing.exporters.docx import export_with_reference
from briefing.exporters.word import DOCX
from briefing.extraction.extractor import Extractor
from briefing.house import load_house
from briefing.importers.reading import read_report
from briefing.importers.sidecar import metadata_in
from briefing.indicators import parse_table
from briefing.library import FindingQuery, Library
from briefing.library.examining import Harm
from briefing.marking.scheme_file import read_scheme
from briefing.model import Report, Taxonomy
from briefing.pack_file import parse_pack
from briefing.packing.annexes import read_annex
from briefing.pipeline.exporting import draw_charts
from briefing.pipeline.rules_file import load_rules
from briefing.request_file import parse_request
from briefing.settings import load_settings
from briefing.taxonomy import load_taxonomy, tables
from briefing.templating import render
from briefing.tracing import read_payload
from briefing.verifying.comparing import compared
from briefing.verifying.reading import read_returned
from briefing.verifying.table_heads import without_repeated_heads
from fuzzing import sound
from tests import briefs

Use = Callable[[bytes, Path], object]
_DAY = date(2026, 11, 21)
_NAME = "given.html.j2"


@cache
def _taxonomy() -> Taxonomy:
    return load_taxonomy()


@cache
def _extractor() -> Extractor:
    return Extractor.shipped()


def warm_up() -> None:
    """Load what reading and tagging need, which is no file's fault."""
    _extractor().findings(read_report(b"Talks were held in Prague.", "talks.txt"))
    _taxonomy()


def report(ending: str) -> Use:
    """Return the way of a report: read, handed over, tagged."""

    def use(data: bytes, _: Path) -> Report:
        packed = msgspec.msgpack.encode(read_report(data, f"report{ending}"))
        read = msgspec.msgpack.decode(packed, type=Report)
        for finding in _extractor().findings(read):
            at = finding.passage
            if read.blocks[at.block].text[at.start : at.end] != finding.text:
                raise AssertionError("a finding is not verbatim")
        return read

    return use


def sidecar(data: bytes, _: Path) -> object:
    """Read what is said of a report beside it."""
    return metadata_in(data, "report.pdf.toml")


def brief(data: bytes, _: Path) -> object:
    """Open a brief, save it, write its document; once in a while with charts, and for Word."""
    content = parse_brief_file(data, "a.brief")
    if parse_brief_file(dump_brief_file(content)) != content:
        raise AssertionError("a brief is another once it is saved")
    if content.brief is None:
        return content
    lot = hashlib.sha256(data).digest()[0]
    figures = draw_charts(content.brief) if lot % 8 == 0 else briefs.figures()
    written = render(content.brief, figures, _taxonomy())
    return DOCX.export(written).pages if lot % 4 == 0 else written.html


def pack(name: str) -> Use:
    """Return the way of a pack's file of a name."""
    return lambda data, _: parse_pack(data, name)


def request(data: bytes, _: Path) -> object:
    """Read a request, and name a file after it."""
    asked = parse_request(_text(data), "request.toml")
    words = naming.NameWords("2026-11-21", asked.title, asked.reference, asked.template, "x")
    name = naming.file_name("{title} {reference} {template}", words)
    if "/" in name or "\\" in name or len(name.encode()) > 250:
        raise AssertionError("a name leads elsewhere")
    return asked


def template(data: bytes, folder: Path) -> object:
    """Write a document by a template."""
    (folder / _NAME).write_bytes(data)
    made = briefs.brief(briefs.request(template="given"))
    return render(made, briefs.figures(), _taxonomy(), [folder]).html


def settings(data: bytes, folder: Path) -> object:
    """Read settings, which never fails."""
    remarks: list[str] = []
    read = load_settings(_file(folder, "settings.toml", data), remarks)
    return read, remarks


def scheme(data: bytes, folder: Path) -> object:
    """Read a scheme of markings."""
    return read_scheme(_file(folder, "own.toml", data))


def scale(data: bytes, folder: Path) -> object:
    """Read a scale of likelihood."""
    said = scale_files.scale_mistakes(_file(folder, "own.toml", data))
    if said:
        raise BriefingError(said)
    return said


def rules(data: bytes, folder: Path) -> object:
    """Read rules for tags."""
    return load_rules(_file(folder, "rules.toml", data), _taxonomy())


def themes(data: bytes, folder: Path) -> object:
    """Look through a table of themes of an officer's own."""
    _file(folder, "themes.toml", data)
    tables.check_tables(folder)
    return None


def house(name: str) -> Use:
    """Return the way of a house style, one file of which is given."""

    def use(data: bytes, folder: Path) -> object:
        sound.house(folder)
        _file(folder, name, data)
        return load_house([folder]) is None

    return use


def reference(data: bytes, folder: Path) -> object:
    """Write a document in the styles of a reference document."""
    made = render(briefs.brief_of("Talks were held."), (), briefs.TAXONOMY)
    return len(export_with_reference(made, _file(folder, "reference.docx", data)).data)


def table(name: str) -> Use:
    """Return the way of a table of figures."""
    return lambda data, _: parse_table(data, name, _taxonomy(), _DAY)


def annex(data: bytes, _: Path) -> object:
    """Read a table that goes along with a pack."""
    return read_annex(data, "who.csv")


def library(data: bytes, folder: Path) -> object:
    """Open a library, look at all that it holds, correct it, and have it mended."""
    _file(folder, "library.sqlite", data)
    shown: list[Any] = []
    with Library.open(folder) as opened:
        for held in opened.reports():
            shown += [opened.report(held.sha256), opened.findings_of(held.sha256)]
            opened.correct_metadata(held.sha256, held.metadata)
        shown += [opened.search("Armenia border"), opened.candidates(FindingQuery())]
        shown += [opened.count_by_theme(FindingQuery()), opened.count_by_region(FindingQuery(), {})]
        for fault in (*opened.examination.of_file(), *opened.examination.of_folder()):
            if fault.harm is not Harm.STRAY:
                opened.examination.mend(fault)
    return shown


def verify(name: str) -> Use:
    """Return the way of a document that came back."""

    def use(data: bytes, _: Path) -> object:
        returned = read_returned(data, name)
        if returned.data is None:
            return returned
        carried = read_payload(returned.data)
        text = without_repeated_heads(returned, carried.parts)
        return compared(carried.parts, text, carried.on_blank_pages)

    return use


def carried(data: bytes, _: Path) -> object:
    """Read what a document carries."""
    return read_payload(data)


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
