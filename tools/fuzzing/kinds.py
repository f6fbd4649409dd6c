"""The kinds of files: sound ones, how they are spoilt, and what the program does with one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from briefing.resources import assets, templates
from fuzzing import sound, structured, using
from fuzzing.databases import database
from fuzzing.mutating import Change, spoilt


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file that comes from outside."""

    name: str
    sound: Callable[[], Sequence[bytes]]
    change: Change
    use: Callable[[bytes, Path], object]
    """Does with the bytes of a file what the program does; the folder is for files."""
    is_apart: bool = False
    """Whether the program reads it in a process of its own, so that a crash is one failed file."""


_MARKUP = structured.any_of(structured.markup)
_ARCHIVE = structured.any_of(structured.archive, structured.archive, structured.archive)
_PDF = structured.any_of(structured.pdf, structured.pdf)
_VALUES = structured.any_of(structured.values, structured.values, structured.values)
_LINES = structured.any_of(structured.lines, structured.lines)


def _files(*paths: Path) -> Callable[[], Sequence[bytes]]:
    return lambda: [path.read_bytes() for path in paths]


def _these(*files: bytes) -> Callable[[], Sequence[bytes]]:
    return lambda: files


KINDS: tuple[Kind, ...] = (
    Kind("pdf", sound.pdfs, _PDF, using.report(".pdf"), is_apart=True),
    Kind("docx", sound.word_files, _ARCHIVE, using.report(".docx"), is_apart=True),
    Kind("html", lambda: sound.report(".html"), _MARKUP, using.report(".html"), is_apart=True),
    Kind("markdown", lambda: sound.report(".md"), _LINES, using.report(".md"), is_apart=True),
    Kind("text", lambda: sound.report(".txt"), _LINES, using.report(".txt"), is_apart=True),
    Kind("sidecar", lambda: sound.report(".pdf.toml"), _LINES, using.sidecar),
    Kind("brief", sound.brief_files, _VALUES, using.brief),
    Kind("pack", sound.pack_files, _VALUES, using.pack("a.pack")),
    Kind("pack by hand", _these(sound.PACK), _LINES, using.pack("a.toml")),
    Kind("request", _files(assets("samples", "request.toml")), _LINES, using.request),
    Kind("template", _files(templates() / "memo.html.j2"), _LINES, using.template),
    Kind("settings", sound.settings, _LINES, using.settings),
    Kind("scheme", _files(assets("markings", "uk.toml")), _LINES, using.scheme),
    Kind("scale", _these(sound.SCALE), _LINES, using.scale),
    Kind("rules", _these(sound.RULES), _LINES, using.rules),
    Kind("themes", _these(sound.THEMES), _LINES, using.themes),
    Kind("house", _these(sound.HOUSE), _LINES, using.house("house.toml")),
    Kind("logo", lambda: [sound.crest()], spoilt, using.house("crest.png")),
    Kind("font", lambda: [sound.font()], spoilt, using.house("DejaVuSans.ttf")),
    Kind("reference", lambda: [sound.reference()], _ARCHIVE, using.reference),
    Kind("csv", _files(assets("samples", "data", "economy.csv")), _LINES, using.table("a.csv")),
    Kind("xlsx", lambda: [sound.workbook()], _ARCHIVE, using.table("a.xlsx")),
    Kind("annex", _these(sound.ANNEX), _LINES, using.annex),
    Kind("library", lambda: [sound.library()], database, using.library),
    Kind("verify pdf", lambda: sound.returned("pdf"), _PDF, using.verify("a.pdf")),
    Kind("verify docx", lambda: sound.returned("docx"), _ARCHIVE, using.verify("a.docx")),
    Kind("carried data", sound.carried, _VALUES, using.carried),
)
