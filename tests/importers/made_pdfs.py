"""Small PDF files for the tests: typeset from HTML, or drawn line by line."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
import weasyprint

from briefing.importers.draft import Draft, DraftBlock
from briefing.model import BlockKind

_FONT = "font-family: 'DejaVu Serif', 'DejaVu Sans', serif; font-size: 10pt; line-height: 1.35;"
_STYLE = f"""
@page {{ size: A4; margin: 25mm 22mm }}
body {{ {_FONT} }} h1 {{ font-size: 20pt }} h2 {{ font-size: 13pt }}
p {{ margin: 0 0 6pt }} .note {{ float: footnote; font-size: 8pt }}
table {{ border-collapse: collapse }} td, th {{ border-bottom: .5pt solid; padding: 2pt 10pt }}
"""


def typeset(body: str, style: str = "", head: str = "") -> bytes:
    """Return a PDF of an HTML body."""
    page = (
        f"<html lang=en><head>{head}<style>{_STYLE}{style}</style></head><body>{body}</body></html>"
    )
    return bytes(weasyprint.HTML(string=page).write_pdf())


@dataclass(frozen=True)
class Line:
    """Text drawn at a place, in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 10.0
    spacing: float = 0.0
    font: str = "F1"


def drawn(*pages: Sequence[Line], rotate: int = 0, title: str = "") -> bytes:
    """Return a PDF whose lines are drawn in the order given."""
    document = pikepdf.new()
    for lines in pages:
        page = document.add_blank_page(page_size=(595, 842))
        fonts = {f"/{name}": _font(face) for name, face in _FACES.items()}
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(fonts))
        page.obj.Contents = document.make_stream("\n".join(map(_shown, lines)).encode("cp1252"))
        if rotate:
            page.obj.Rotate = rotate
    if title:
        document.docinfo["/Title"] = title
        document.docinfo["/CreationDate"] = "D:20190304120000Z"
    return saved(document)


_FACES = {"F1": "Helvetica", "F2": "Helvetica-Bold"}


def _font(face: str) -> pikepdf.Dictionary:
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Font,
        Subtype=pikepdf.Name.Type1,
        BaseFont=pikepdf.Name(f"/{face}"),
        Encoding=pikepdf.Name.WinAnsiEncoding,
    )


def _shown(line: Line) -> str:
    text = line.text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    place = f"{line.x} {line.y} Td {line.spacing} Tc"
    return f"BT /{line.font} {line.size} Tf {place} ({text}) Tj ET"


def saved(document: pikepdf.Pdf, encryption: pikepdf.Encryption | None = None) -> bytes:
    """Return the bytes of a document."""
    buffer = io.BytesIO()
    document.save(buffer, encryption=encryption)
    return buffer.getvalue()


def running(draft: Draft) -> list[str]:
    """Return the texts that can hold findings."""
    return [block.text for block in draft.blocks if block.kind.is_running_text]


def of_kind(draft: Draft, kind: BlockKind) -> list[DraftBlock]:
    """Return the blocks of a kind."""
    return [block for block in draft.blocks if block.kind is kind]
