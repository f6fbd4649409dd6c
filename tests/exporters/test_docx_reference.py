"""The reference document: made by its script, replaceable by the style of a house."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import docx
import pytest
from lxml import etree

from briefing import resources
from briefing.errors import ExportError
from briefing.exporters.docx import export_with_reference
from briefing.exporters.docx_xml import R, W, qn
from briefing.exporters.word import DOCX
from briefing.model import House, Logo, RenderedBrief
from briefing.templating import render
from tests import briefs
from tests.exporters.word import WP, Word, value, words

REFERENCE = resources.templates() / "reference.docx"
SCRIPT = Path(__file__).parents[2] / "tools" / "make_reference_docx.py"


@pytest.fixture(scope="module")
def rendered() -> RenderedBrief:
    return render(briefs.brief(), briefs.figures(), briefs.TAXONOMY)


def changed(target: Path, *replacements: tuple[bytes, bytes]) -> Path:
    """Write the reference with other words in its parts and return where."""
    with zipfile.ZipFile(REFERENCE) as source, zipfile.ZipFile(target, "w") as copy:
        for name in source.namelist():
            data = source.read(name)
            for old, new in replacements:
                data = data.replace(old, new) if name.endswith(".xml") else data
            copy.writestr(name, data)
    return target


def test_the_shipped_reference_is_what_the_script_makes(tmp_path: Path) -> None:
    made = tmp_path / "made.docx"
    subprocess.run([sys.executable, str(SCRIPT), str(made)], check=True)  # noqa: S603
    with zipfile.ZipFile(made) as ours, zipfile.ZipFile(REFERENCE) as shipped:
        assert ours.namelist() == shipped.namelist()
        different = [name for name in ours.namelist() if ours.read(name) != shipped.read(name)]
    assert different == []


def test_embedded_fonts_are_the_bundled_files() -> None:
    bundled = {path.read_bytes()[32:] for path in resources.assets("fonts").glob("Source*.ttf")}
    with zipfile.ZipFile(REFERENCE) as package:
        embedded = [package.read(name) for name in package.namelist() if name.endswith(".odttf")]
    assert len(embedded) == 6
    assert all(data[32:] in bundled for data in embedded)


def test_an_embedded_font_is_read_with_its_key() -> None:
    with zipfile.ZipFile(REFERENCE) as package:
        table = package.read("word/fontTable.xml").decode()
        data = package.read("word/fonts/font1.odttf")
    key = bytes.fromhex(table.split('w:fontKey="{')[1].split("}")[0].replace("-", ""))[::-1]
    head = bytes(byte ^ key[place % 16] for place, byte in enumerate(data[:32]))
    serif = resources.assets("fonts", "SourceSerif4-Regular.ttf").read_bytes()
    assert head + data[32:] == serif


def test_the_shipped_reference_has_every_style_that_is_asked_for(rendered: RenderedBrief) -> None:
    assert export_with_reference(rendered, REFERENCE).remarks == ()


def test_the_looks_of_another_reference_are_worn(rendered: RenderedBrief, tmp_path: Path) -> None:
    house = changed(
        tmp_path / "house.docx", (b"Source Serif 4", b"Garamond"), (b"1F4B73", b"AA0000")
    )
    word = Word(export_with_reference(rendered, house).data)
    styles = word.package.read("word/styles.xml")
    assert b"Garamond" in styles
    assert b"AA0000" in styles
    everything = b"".join(
        word.package.read(name) for name in word.package.namelist() if name.endswith(".xml")
    )
    assert b"Source Serif 4" not in everything
    assert b"1F4B73" not in everything


def test_styles_are_found_by_name_whatever_their_ids(
    rendered: RenderedBrief, tmp_path: Path
) -> None:
    house = changed(tmp_path / "house.docx", (b'"Heading1"', b'"berschrift1"'))
    word = Word(export_with_reference(rendered, house).data)
    worn = {value(paragraph, "pPr/pStyle") for paragraph in word.elements("p")}
    assert "berschrift1" in worn
    assert "Heading1" not in worn


def test_a_reference_that_lacks_styles_is_used_and_each_lack_is_told(
    rendered: RenderedBrief, tmp_path: Path
) -> None:
    plain = tmp_path / "plain.docx"
    docx.Document().save(str(plain))
    exported = export_with_reference(rendered, plain)
    assert any("“Block Text”" in remark for remark in exported.remarks)
    word = Word(exported.data)
    assert rendered.title in word.paragraphs()
    sources = [words(p) for p in word.elements("p") if words(p).startswith("1.\u2002")]
    assert len(sources) == 1


def test_body_and_origin_of_the_reference_do_not_show(
    rendered: RenderedBrief, tmp_path: Path
) -> None:
    house = docx.Document(str(REFERENCE))
    house.add_paragraph("How to use this template")
    house.core_properties.author = "Someone else"
    target = tmp_path / "house.docx"
    house.save(str(target))
    word = Word(export_with_reference(rendered, target).data)
    everything = b"".join(word.package.read(name) for name in word.package.namelist())
    for words_of_old in (b"How to use", b"Someone else"):
        assert words_of_old not in everything


def test_margins_come_from_the_reference(rendered: RenderedBrief, tmp_path: Path) -> None:
    house = docx.Document(str(REFERENCE))
    house.sections[0].left_margin = docx.shared.Mm(40)
    target = tmp_path / "house.docx"
    house.save(str(target))
    (margins,) = Word(export_with_reference(rendered, target).data).elements("pgMar")
    assert margins.get(qn("left")) == "2268"


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 broken", b"not a document"])
def test_a_reference_that_cannot_be_opened_is_one_sentence(
    rendered: RenderedBrief, tmp_path: Path, data: bytes
) -> None:
    broken = tmp_path / "broken.docx"
    broken.write_bytes(data)
    with pytest.raises(ExportError, match=r"broken\.docx cannot be opened"):
        export_with_reference(rendered, broken)


@pytest.mark.parametrize("key", [b" Id=", b" Type=", b" Target="])
def test_a_reference_with_half_a_relation_is_one_sentence(
    rendered: RenderedBrief, tmp_path: Path, key: bytes
) -> None:
    spoilt = tmp_path / "desk.docx"
    with zipfile.ZipFile(REFERENCE) as source, zipfile.ZipFile(spoilt, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name).replace(key, b" X=", 1))
    with pytest.raises(ExportError, match="cannot be opened"):
        export_with_reference(rendered, spoilt)


@pytest.mark.parametrize("part", ["styles", "settings", "numbering", "fontTable", "theme"])
def test_a_reference_whose_part_is_called_something_else_is_used_or_one_sentence(
    rendered: RenderedBrief, tmp_path: Path, part: str
) -> None:
    spoilt = tmp_path / "desk.docx"
    named = f"wordprocessingml.{part}+xml".encode()
    with zipfile.ZipFile(REFERENCE) as source, zipfile.ZipFile(spoilt, "w") as copy:
        for name in source.namelist():
            copy.writestr(name, source.read(name).replace(named, b"nothing+xml"))
    with suppress(ExportError):
        assert Word(export_with_reference(rendered, spoilt).data).paragraphs("Title")


def test_a_defect_of_the_program_does_not_read_as_the_references(
    rendered: RenderedBrief, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise KeyError("of ours")

    own = tmp_path / "desk.docx"
    own.write_bytes(REFERENCE.read_bytes())
    monkeypatch.setattr("briefing.exporters.docx.set_language", broken)
    with pytest.raises(KeyError, match="of ours"):
        export_with_reference(rendered, own)


def test_a_missing_reference_is_one_sentence(rendered: RenderedBrief, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"gone\.docx cannot be opened"):
        export_with_reference(rendered, tmp_path / "gone.docx")


def test_another_kind_of_package_is_refused(rendered: RenderedBrief, tmp_path: Path) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("hello.txt", "hello")
    other = tmp_path / "other.docx"
    other.write_bytes(data.getvalue())
    with pytest.raises(ExportError):
        export_with_reference(rendered, other)


def test_a_reference_document_beside_the_users_templates_is_worn(tmp_path: Path) -> None:
    house = docx.Document(str(REFERENCE))
    house.sections[0].left_margin = docx.shared.Mm(40)
    house.save(str(tmp_path / "reference.docx"))
    made = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY, [tmp_path])
    (margins,) = Word(DOCX.export(made).data).elements("pgMar")
    assert margins.get(qn("left")) == "2268"


def test_the_first_folder_that_holds_a_reference_document_gives_it(tmp_path: Path) -> None:
    first, second, third = (tmp_path / name for name in ("first", "second", "third"))
    for folder in (first, second, third):
        folder.mkdir()
    for folder in (second, third):
        (folder / "reference.docx").write_bytes(REFERENCE.read_bytes())
    made = render(briefs.brief(), (), briefs.TAXONOMY, [first, second, third])
    assert made.reference_document == second / "reference.docx"


def test_without_one_of_the_users_the_shipped_reference_is_worn(
    rendered: RenderedBrief, tmp_path: Path
) -> None:
    made = render(briefs.brief(), briefs.figures(), briefs.TAXONOMY, [tmp_path])
    assert made.reference_document is None
    assert DOCX.export(made).data == export_with_reference(rendered, REFERENCE).data


def with_letterhead(folder: Path, *, first: bool = False, numbered: bool = False) -> Path:
    """Return a reference document with a logo and an address, as desks have them."""
    house = docx.Document(str(REFERENCE))
    section = house.sections[0]
    section.different_first_page_header_footer = first
    head = section.first_page_header if first else section.header
    head.paragraphs[0].add_run("Ministry of Outer Affairs")
    picture = io.BytesIO(briefs.figures()[0].for_word().png)
    head.paragraphs[0].add_run().add_picture(picture, width=docx.shared.Mm(20))
    section.footer.paragraphs[0].text = "12 Harbour Road"
    if numbered:
        field = etree.fromstring(f'<w:fldSimple xmlns:w="{W}" w:instr=" PAGE "/>')
        section.footer.paragraphs[0]._p.append(field)
    target = folder / "house.docx"
    house.save(str(target))
    return target


def test_the_letterhead_stays_between_the_marking_and_the_page_number(
    rendered: RenderedBrief, tmp_path: Path
) -> None:
    word = Word(export_with_reference(rendered, with_letterhead(tmp_path)).data)
    heads = word.heads_and_feet()
    for variant in ("default", "first", "even"):
        head, foot = heads["header", variant], heads["footer", variant]
        assert head.startswith(rendered.marking)
        assert "Ministry of Outer Affairs" in head
        assert foot.startswith("12 Harbour Road")
        assert rendered.marking in foot
        assert foot.endswith("Page 1 of 1")
    pictures = [name for name in word.package.namelist() if "media/image" in name]
    assert len(pictures) == 1
    relations = word.package.read("word/_rels/header1.xml.rels").decode()
    assert "media/image" in relations


def test_a_letterhead_of_the_first_page_stands_there_only(
    rendered: RenderedBrief, tmp_path: Path
) -> None:
    house = with_letterhead(tmp_path, first=True)
    heads = Word(export_with_reference(rendered, house).data).heads_and_feet()
    assert "Ministry" in heads["header", "first"]
    assert "Ministry" not in heads["header", "default"]
    assert heads["header", "default"].startswith(rendered.marking)


def test_a_page_number_of_theirs_is_not_printed_twice(
    rendered: RenderedBrief, tmp_path: Path
) -> None:
    house = with_letterhead(tmp_path, numbered=True)
    heads = Word(export_with_reference(rendered, house).data).heads_and_feet()
    assert "Page 1 of 1" not in heads["footer", "default"]


def test_a_picture_of_the_letterhead_has_words(rendered: RenderedBrief, tmp_path: Path) -> None:
    word = Word(export_with_reference(rendered, with_letterhead(tmp_path)).data)
    told = [node.get("descr") for node in word.part("word/header1.xml").iter(f"{WP}docPr")]
    assert told == ["Letterhead"]


def test_logo_and_letterhead_have_a_picture_each(rendered: RenderedBrief, tmp_path: Path) -> None:
    logo = Logo(briefs.figures()[0].for_word().png, "Crest", 30, 10)
    housed = replace(rendered, house=House(logo))
    letterhead = with_letterhead(tmp_path, first=True)
    word = Word(export_with_reference(housed, letterhead).data)
    head = word.part("word/header2.xml")
    named = head.xpath("//@r:embed", namespaces={"r": R})
    related = word.part("word/_rels/header2.xml.rels")
    targets = {one.get("Id", ""): one.get("Target") for one in related}
    assert len(named) == 2
    assert len({targets[name] for name in named}) == 2


def test_what_the_reference_holds_is_packed_as_it_was_there(rendered: RenderedBrief) -> None:
    document = zipfile.ZipFile(io.BytesIO(DOCX.export(rendered).data))
    assert document.testzip() is None
    with zipfile.ZipFile(REFERENCE) as shipped:
        fonts = [one for one in shipped.infolist() if one.filename.endswith(".odttf")]
    assert fonts
    for font in fonts:
        assert document.getinfo(font.filename).compress_size == font.compress_size


def test_a_reference_put_in_the_place_of_another_is_worn_at_once(
    rendered: RenderedBrief, tmp_path: Path
) -> None:
    place = changed(tmp_path / "house.docx")
    before = export_with_reference(rendered, place).data
    changed(place, (b'w:val="heading 1"', b'w:val="Kapitel"'))
    assert export_with_reference(rendered, place).data != before
    changed(place)
    assert export_with_reference(rendered, place).data == before


def test_styles_for_notes_comments_and_contents_are_made_where_they_are_lacking(
    tmp_path: Path,
) -> None:
    plain = tmp_path / "plain.docx"
    docx.Document().save(str(plain))
    made = render(briefs.brief(briefs.request(comments=True)), briefs.figures(), briefs.TAXONOMY)
    noted = made.html.replace("</h1>", '</h1><p>Words.<span class="note">A note.</span></p>', 1)
    exported = export_with_reference(replace(made, html=noted), plain)
    names = set(Word(exported.data).style_names.values())
    assert {"footnote text", "footnote reference", "annotation text"} <= names
    (remark,) = (one for one in exported.remarks if "reference document" in one)
    assert "footnote" not in remark
