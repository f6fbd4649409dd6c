"""Build the two binary sample reports in assets/samples/reports from their text sources.

Takes tools/samples/near-abroad-digest.html (with its style sheet) and
tools/samples/european-security-yearbook-digest.md (with its Word styles and settings); gives
near-abroad-digest.pdf and european-security-yearbook-digest.docx. The other three samples are text
and are their own source.

The same sources give the same bytes: dates come from the sources, the PDF identifier is fixed, and
every member of the Word package carries one fixed timestamp.

    python tools/make_samples.py [FOLDER]        # default: assets/samples/reports
"""

from __future__ import annotations

import hashlib
import re
import sys
import zipfile
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm
from docx.text.paragraph import Paragraph
from weasyprint import HTML

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "samples"
SAMPLES = ROOT / "assets" / "samples" / "reports"

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
FOOTNOTES_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
TEMPLATE_PARTS = (
    "thumbnail",
    "extended-properties",
    "stylesWithEffects",
    "customXml",
    "numbering",
    "webSettings",
)
ZIP_TIME = (1980, 1, 1, 0, 0, 0)

SEPARATORS = """
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0">
<w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>"""
NOTE_MARK = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr>{}</w:r>'
PAGE_NUMBER = f'<w:fldSimple {WORD} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def make_pdf(source: Path, target: Path) -> None:
    """Write the PDF of an HTML source, tagged and with an identifier drawn from its name."""
    identifier = hashlib.sha256(source.stem.encode()).digest()[:16]
    HTML(filename=source).write_pdf(target, pdf_identifier=identifier, pdf_variant="pdf/ua-1")


@dataclass(frozen=True)
class Chapter:
    """A yearbook chapter as its text source gives it."""

    fields: dict[str, str]
    blocks: tuple[str, ...]
    notes: dict[int, str]


def read_chapter(source: Path) -> Chapter:
    """Return what a chapter source holds: fields, one a line; then blocks; then the footnotes."""
    head, *blocks, notes = source.read_text(encoding="utf-8").strip().split("\n\n")
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    found = re.findall(r"^\[\^(\d+)\]: (.+)$", notes, flags=re.MULTILINE)
    return Chapter(fields, tuple(blocks), {int(number): text for number, text in found})


def make_docx(source: Path, target: Path) -> None:
    """Write the Word document of a chapter source."""
    chapter = read_chapter(source)
    document = docx.Document()
    drop_template_parts(document)
    look = source.with_name(source.stem.removesuffix("-digest"))
    replace_children(document.styles.element, Path(f"{look}-styles.xml"))
    replace_children(document.settings.element, Path(f"{look}-settings.xml"))
    set_page(document, chapter.fields)
    add_text(document, chapter)
    add_footnotes(document, chapter.notes)
    set_properties(document, chapter.fields)
    package = BytesIO()
    document.save(package)
    target.write_bytes(with_fixed_times(package))


def drop_template_parts(document: Document) -> None:
    """Drop the parts of python-docx's own template that this document has no use for."""
    for relations in (document.part.package.rels, document.part.rels):
        for key, relation in list(relations.items()):
            if relation.reltype.rsplit("/", 1)[1] in TEMPLATE_PARTS:
                del relations[key]


def replace_children(element: BaseOxmlElement, source: Path) -> None:
    """Give a styles or settings element the children of an XML file."""
    element.clear()
    element.extend(list(parse_xml(source.read_bytes())))


def set_page(document: Document, fields: dict[str, str]) -> None:
    """Set a book page, a running head from the second page on, and a page number on every page."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(165), Mm(240)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(26), Mm(22)
    section.header_distance = section.footer_distance = Mm(12)
    section.different_first_page_header_footer = True
    head = section.header.paragraphs[0]
    head.text = f"{fields['running-head-left']}\t{fields['running-head-right']}"
    section.first_page_header.paragraphs[0].style = "Normal"
    for footer in (section.first_page_footer, section.footer):
        append_xml(footer.paragraphs[0], PAGE_NUMBER)


def append_xml(paragraph: Paragraph, xml: str) -> None:
    """Append an element to a paragraph."""
    paragraph._p.insert_element_before(parse_xml(xml))


def add_text(document: Document, chapter: Chapter) -> None:
    """Add the title, the subtitle and the blocks, each in its named style."""
    document.add_paragraph(chapter.fields["title"], style="Title")
    document.add_paragraph(chapter.fields["subtitle"], style="Subtitle")
    for block in chapter.blocks:
        style = style_of(block)
        paragraph = document.add_paragraph(style=style)
        for run in runs_of(block.removeprefix("## ").removeprefix("> ")):
            append_xml(paragraph, run)


def style_of(block: str) -> str:
    """Return the name of the paragraph style that the mark before a block stands for."""
    if block.startswith("## "):
        return "Heading 1"
    return "Quote" if block.startswith("> ") else "Body Text"


def runs_of(text: str) -> list[str]:
    """Return the runs of a paragraph: plain text, *emphasis* and footnote references."""
    parts = re.split(r"(\*[^*]+\*|\[\^\d+\])", text)
    return [run_of(part) for part in parts if part]


def run_of(part: str) -> str:
    """Return one run as XML that stands on its own."""
    if part.startswith("[^"):
        mark = f'<w:footnoteReference w:id="{part[2:-1]}"/>'
        return NOTE_MARK.format(mark).replace("<w:r>", f"<w:r {WORD}>", 1)
    emphasis = '<w:rPr><w:rStyle w:val="Emphasis"/></w:rPr>' if part.startswith("*") else ""
    text = escape(part.strip("*"))
    return f'<w:r {WORD}>{emphasis}<w:t xml:space="preserve">{text}</w:t></w:r>'


def add_footnotes(document: Document, notes: dict[int, str]) -> None:
    """Add the part that holds the footnotes, with the two separators that Word asks for."""
    body = "".join(footnote(number, text) for number, text in notes.items())
    xml = f"<w:footnotes {WORD}>{SEPARATORS}{body}</w:footnotes>"
    part = Part(PackURI("/word/footnotes.xml"), FOOTNOTES_TYPE, xml.encode())
    document.part.relate_to(part, OFFICE + "footnotes")


def footnote(number: int, text: str) -> str:
    """Return one footnote as XML: its mark, a tab, its text."""
    style = '<w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
    mark = NOTE_MARK.format("<w:footnoteRef/>")
    runs = "".join(runs_of(text)).replace(f" {WORD}", "")
    tab = "<w:r><w:tab/></w:r>"
    return f'<w:footnote w:id="{number}"><w:p>{style}{mark}{tab}{runs}</w:p></w:footnote>'


def set_properties(document: Document, fields: dict[str, str]) -> None:
    """Fill the core properties; the date is that of the original, as the README says."""
    core = document.core_properties
    core.title, core.author, core.subject = fields["title"], fields["author"], fields["subject"]
    core.keywords, core.language, core.comments = fields["keywords"], "en-GB", ""
    core.created = core.modified = datetime.fromisoformat(f"{fields['date']}T00:00:00+00:00")
    core.last_modified_by, core.revision = fields["author"], 1


def with_fixed_times(package: BytesIO) -> bytes:
    """Return the package with one timestamp for every member, in the order it was written."""
    result = BytesIO()
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            member = zipfile.ZipInfo(name, ZIP_TIME)
            member.create_system, member.compress_type = 3, zipfile.ZIP_DEFLATED
            new.writestr(member, old.read(name))
    return result.getvalue()


def main(arguments: list[str]) -> None:
    """Build both files into the folder given, or into assets/samples/reports."""
    folder = Path(arguments[0]) if arguments else SAMPLES
    make_pdf(SOURCES / "near-abroad-digest.html", folder / "near-abroad-digest.pdf")
    name = "european-security-yearbook-digest"
    make_docx(SOURCES / f"{name}.md", folder / f"{name}.docx")


if __name__ == "__main__":
    main(sys.argv[1:])
