from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from briefing.errors import ImportFailure
from briefing.importers.docx import DOCX
from briefing.importers.draft import Draft
from briefing.model import BlockKind
from tests.hostile.archives import bomb

_LONG = "The ministers discussed the border at length and no agreement was reached on that day."
_NAMESPACES = nsdecls("w")


def _bytes(document: Document) -> bytes:
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _read(fill: Callable[[Document], None]) -> Draft:
    document = docx.Document()
    fill(document)
    return DOCX.read(_bytes(document))


def _with_runs(xml: str) -> Draft:
    """Return the draft of a document with one paragraph of the given content."""

    def fill(document: Document) -> None:
        paragraph = parse_xml(f"<w:p {_NAMESPACES}>{xml}</w:p>")
        document.element.body.insert(0, paragraph)

    return _read(fill)


def _of_kind(draft: Draft, kind: BlockKind) -> list[str]:
    return [block.text for block in draft.blocks if block.kind is kind]


def test_styles_give_title_headings_with_levels_lists_and_captions() -> None:
    def fill(document: Document) -> None:
        document.add_heading("Security in the Region", 0)
        document.add_heading("Background", 1)
        document.add_paragraph(_LONG)
        document.add_heading("The border", 2)
        document.add_paragraph("to reopen the border;", "List Bullet")
        document.add_paragraph("Talks by year", "Caption")

    draft = _read(fill)
    headings = [(b.level, b.text) for b in draft.blocks if b.kind is BlockKind.HEADING]
    assert headings == [(1, "Security in the Region"), (2, "Background"), (3, "The border")]
    assert _of_kind(draft, BlockKind.LIST_ITEM) == ["to reopen the border;"]
    assert _of_kind(draft, BlockKind.CAPTION) == ["Talks by year"]
    assert draft.metadata.title == "Security in the Region"


def test_bold_short_paragraphs_are_headings_where_no_styles_are_used() -> None:
    def fill(document: Document) -> None:
        for heading in ("Background", "Outlook"):
            document.add_paragraph().add_run(heading).bold = True
            document.add_paragraph(_LONG)
            document.add_paragraph().add_run(_LONG).bold = True

    draft = _read(fill)
    assert _of_kind(draft, BlockKind.HEADING) == ["Background", "Outlook"]
    assert len(_of_kind(draft, BlockKind.PARAGRAPH)) == 4


def test_table_has_cells_and_rows_and_merged_cells_count_once() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph(_LONG)
        table = document.add_table(3, 3)
        for row, texts in enumerate((("State", "2021", "2022"), ("A", "1", "2"), ("B", "", "4"))):
            for cell, text in zip(table.rows[row].cells, texts, strict=True):
                cell.text = text
        table.cell(1, 1).merge(table.cell(2, 1))

    (table,) = _of_kind(_read(fill), BlockKind.TABLE)
    assert table == "State | 2021 | 2022\nA | 1 | 2\nB |  | 4"


def test_table_of_one_cell_is_text() -> None:
    def fill(document: Document) -> None:
        document.add_table(1, 1).cell(0, 0).text = _LONG

    assert _of_kind(_read(fill), BlockKind.PARAGRAPH) == [_LONG]


def test_tracked_insertions_count_and_deletions_do_not() -> None:
    draft = _with_runs(
        "<w:r><w:t xml:space='preserve'>The talks </w:t></w:r>"
        "<w:del w:id='1'><w:r><w:delText>failed</w:delText></w:r></w:del>"
        "<w:ins w:id='2'><w:r><w:t>succeeded</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r>"
    )
    assert _of_kind(draft, BlockKind.PARAGRAPH) == ["The talks succeeded."]


def test_hidden_text_is_out_and_of_a_field_its_result_is_in() -> None:
    draft = _with_runs(
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>"
        "<w:r><w:t xml:space='preserve'>See </w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        "<w:r><w:instrText>REF _x \\h</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Section 2</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:br/><w:t>below.</w:t></w:r>"
    )
    assert _of_kind(draft, BlockKind.PARAGRAPH) == ["See Section 2 below."]


def test_content_controls_and_links_are_read() -> None:
    draft = _with_runs(
        "<w:hyperlink><w:r><w:t xml:space='preserve'>The council </w:t></w:r></w:hyperlink>"
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>met.</w:t></w:r></w:sdtContent></w:sdt>"
    )
    assert _of_kind(draft, BlockKind.PARAGRAPH) == ["The council met."]


def test_text_box_stored_twice_is_read_once() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Key point of the box.</w:t></w:r></w:p></w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    draft = _with_runs(
        f"<w:r><w:t>Text.</w:t></w:r><w:r><mc:AlternateContent {mc}>"
        f"<mc:Choice Requires='wps'><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )
    assert _of_kind(draft, BlockKind.PARAGRAPH) == ["Text.", "Key point of the box."]


def test_heads_and_feet_are_furniture() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph(_LONG)
        document.sections[0].header.paragraphs[0].text = "Policy Paper 12"

    assert _of_kind(_read(fill), BlockKind.FURNITURE) == ["Policy Paper 12"]


def test_numbers_that_word_makes_stand_before_headings_and_items() -> None:
    def fill(document: Document) -> None:
        for text in ("reopen the border", "rebuild the railway"):
            document.add_paragraph(text, "List Number")

    items = _of_kind(_read(fill), BlockKind.LIST_ITEM)
    assert items == ["1. reopen the border", "2. rebuild the railway"]


def test_author_counts_only_where_the_text_names_them_and_created_is_no_date() -> None:
    def fill(document: Document) -> None:
        document.add_paragraph(_LONG)
        document.core_properties.author = "office account"
        document.core_properties.title = "draft_v3.docx"

    metadata = _read(fill).metadata
    assert (metadata.authors, metadata.title, metadata.date) == ((), "", None)


def test_footnotes_stand_apart_after_the_paragraph_that_calls_them() -> None:
    draft = DOCX.read(_with_footnote())
    assert [(b.kind, b.text) for b in draft.blocks] == [
        (BlockKind.PARAGRAPH, "The council met."),
        (BlockKind.FOOTNOTE, "1 See the minutes."),
    ]


def _with_footnote() -> bytes:
    document = docx.Document()
    document.element.body.insert(
        0,
        parse_xml(
            f"<w:p {_NAMESPACES}><w:r><w:t>The council met.</w:t></w:r>"
            "<w:r><w:footnoteReference w:id='2'/></w:r></w:p>"
        ),
    )
    notes = (
        f"<w:footnotes {_NAMESPACES}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:footnoteRef/></w:r>"
        "<w:r><w:t>See the minutes.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relation = f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/>'.encode()
    return _changed(
        _bytes(document),
        {
            "word/footnotes.xml": lambda _: notes.encode(),
            "word/_rels/document.xml.rels": lambda xml: xml.replace(
                b"</Relationships>", relation + b"</Relationships>"
            ),
        },
    )


def _changed(data: bytes, parts: dict[str, Callable[[bytes], bytes]]) -> bytes:
    """Return the package with some parts changed or added."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in {*source.namelist(), *parts}:
            old = source.read(name) if name in source.namelist() else b""
            target.writestr(name, parts.get(name, bytes)(old))
    return buffer.getvalue()


def test_template_and_file_with_macros_are_read_like_any_other() -> None:
    document = docx.Document()
    document.add_paragraph(_LONG)
    data = _changed(
        _bytes(document),
        {
            "[Content_Types].xml": lambda types: types.replace(
                b"document.main+xml", b"template.main+xml"
            )
        },
    )
    assert _of_kind(DOCX.read(data), BlockKind.PARAGRAPH) == [_LONG]


def test_entity_of_a_hostile_file_is_not_expanded() -> None:
    document = docx.Document()
    document.add_paragraph("The council met.")
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    data = _changed(
        _bytes(document),
        {"word/document.xml": lambda xml: xml.replace(b"<w:document", bomb + b"<w:document", 1)
         .replace(b"council", b"council &b;")},
    )  # fmt: skip
    text = " ".join(block.text for block in DOCX.read(data).blocks)
    assert "aaaa" not in text


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 word/ and nothing more", "damaged"),
        (_OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (_OLE + "WordDocument".encode("utf-16-le"), ".doc format"),
        (_changed(_bytes(docx.Document()), {"word/document.xml": lambda _: b"<broken"}), "damaged"),
        (_bytes(docx.Document()), "no text"),
    ],
)
def test_what_cannot_be_read_is_one_sentence_with_a_hint(data: bytes, words: str) -> None:
    with pytest.raises(ImportFailure, match=words) as caught:
        DOCX.read(data)
    assert caught.value.message.endswith(".")
    assert caught.value.hint


def test_package_that_unpacks_to_far_too_much_is_refused() -> None:
    with pytest.raises(ImportFailure, match="unpacks"):
        DOCX.read(bomb(_bytes(docx.Document())))


@pytest.mark.parametrize("packing", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_file_whose_packed_parts_are_spoilt_is_told_to_be_damaged(packing: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", packing) as archive:
        archive.writestr("word/document.xml", "<w>text</w>" * 500)
    data = bytearray(packed.getvalue())
    begin = data.index(b"word/document.xml") + len("word/document.xml")
    data[begin : begin + 40] = b"\xff" * 40
    with pytest.raises(ImportFailure, match="damaged"):
        DOCX.read(bytes(data))
