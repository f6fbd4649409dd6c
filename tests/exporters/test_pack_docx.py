"""Packs as Word documents, read back: sections, heads and feet, contents, margins, headings."""

from __future__ import annotations

import io
import re
from functools import lru_cache
from pathlib import Path

import pikepdf

from briefing.exporters.docx_pack import export_pack_docx
from briefing.exporters.docx_xml import R, qn
from briefing.exporters.pdf_pack import PackPrinter
from briefing.model.pack import Copy, PageCount
from briefing.packing import bind
from tests import packs
from tests.exporters.test_pack_pdf import bookmarks
from tests.exporters.word import Element, Word, words
from tests.houses import a_house

BEGINS = {"control": 5, "b1": 9, "b2": 13, "a1": 19, "a2": 23, "key": 25}
COUNTED = PageCount(BEGINS, {"control": 1, "b1": 2, "b2": 3, "a1": 1, "a2": 1, "key": 1})
CHOICES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
LABEL = "This page is intentionally left blank"
TWENTIETHS_PER_MM = 1440 / 25.4


@lru_cache(maxsize=2)
def word(duplex: bool = True) -> Word:
    pack = packs.pack(2, duplex=duplex, copy=Copy(1, 2, "The Minister"))
    return Word(export_pack_docx(pack, COUNTED).data)


def sections(document: Word) -> list[Element]:
    return document.elements("sectPr")


def heads(document: Word, section: Element, kind: str) -> list[str]:
    """Return the words of a section's heads or feet, one for each variant."""
    found = []
    for reference in section.findall(qn(f"{kind}Reference")):
        name = document.relations[reference.get(f"{{{R}}}id", "")]
        found.append(" ".join(words(document.part(f"word/{name}")).split()))
    return found


def feet(document: Word) -> list[Element]:
    """Return the foot of each section's usual pages."""
    return [
        document.part(f"word/{document.relations[one.get(f'{{{R}}}id', '')]}")
        for section in sections(document)
        for one in section.findall(qn("footerReference"))[:1]
    ]


def codes(element: Element) -> list[str]:
    return [one.text or "" for one in element.iter(qn("instrText"))]


def kinds(document: Word) -> list[str]:
    return [
        "" if kind is None else str(kind.get(qn("val")))
        for kind in (section.find(qn("type")) for section in sections(document))
    ]


def test_every_piece_is_a_section_that_begins_on_a_right_hand_page() -> None:
    found = kinds(word())
    assert found.count("oddPage") == 12
    assert found.count("nextPage") == 5  # backs of the cover and of four dividers


def test_a_single_sided_pack_has_no_blank_pages() -> None:
    assert set(kinds(word(duplex=False))) == {"nextPage"}
    assert len(sections(word(duplex=False))) == 12


def test_marking_stands_in_every_variant_of_every_head_and_foot() -> None:
    for section in sections(word()):
        for kind in ("header", "footer"):
            found = heads(word(), section, kind)
            assert len(found) == 3
            assert all("OFFICIAL" in one for one in found)


def test_feet_tell_tab_reference_copy_and_page() -> None:
    found = [heads(word(), section, "footer")[0] for section in sections(word())]
    assert all("EECA/2026/201 · version 2 · Copy 1 of 2" in foot for foot in found)
    assert any("Tab 2" in foot for foot in found)
    assert all(re.search(r"Page\b.*\bof 25\b", foot) for foot in found)


def test_the_last_page_is_looked_up_since_word_does_not_count_pages_it_leaves_blank() -> None:
    codes = [one.text or "" for one in word().part("word/footer1.xml").iter(qn("instrText"))]
    assert codes == [" PAGE ", " PAGEREF pack_end "]
    names = [one.get(qn("name")) for one in word().elements("bookmarkStart")]
    assert names[-1] == "pack_end"


def test_feet_of_a_brief_tell_its_pages_and_nothing_where_word_does_not_count() -> None:
    memo = next(one for one in feet(word()) if "PAGEREF b2 " in "".join(codes(one)))
    assert any(code.endswith(" · page ") for code in codes(memo))
    (fallback,) = memo.iter(f"{CHOICES}Fallback")
    assert len(fallback) == 0
    names = [one.get(qn("name")) for one in word().elements("bookmarkStart")]
    assert {"b1_end", "b2_end", "a1_end"} <= set(names)


def test_a_brief_that_ends_on_a_right_hand_page_is_followed_by_a_labelled_one() -> None:
    tails = [
        one
        for one in word().elements("p")
        if any(LABEL in code for code in codes(one)) and " INT(" in "".join(codes(one))
    ]
    shown = [LABEL in words(next(one.iter(f"{CHOICES}Fallback"))) for one in tails]
    assert shown == [False, True, False, True, True, True]  # contents not counted, control, b1, …
    assert not any(LABEL in "".join(codes(one)) for one in word(duplex=False).elements("p"))


def test_margins_are_mirrored_and_sheets_bound_where_they_are_printed_on_both_sides() -> None:
    settings = word().part("word/settings.xml")
    assert settings.find(qn("mirrorMargins")) is not None
    for section in sections(word()):
        margins = section.find(qn("pgMar"))
        assert margins is not None
        assert round(int(margins.get(qn("left"), "0")) / TWENTIETHS_PER_MM) == 28
    assert word(duplex=False).part("word/settings.xml").find(qn("mirrorMargins")) is None


def test_contents_are_filled_with_the_pages_of_the_pdf() -> None:
    entries = [
        " ".join(words(one).split())
        for one in word().elements("p")
        if word().style(one).lower() == "toc 1"
    ]
    assert len(entries) == len(BEGINS)
    assert all(
        entry.endswith(str(page)) for entry, page in zip(entries, BEGINS.values(), strict=True)
    )


def test_the_contents_list_ends_before_its_section_does() -> None:
    ending = [
        one for one in word().elements("p") if one.find(f"{qn('pPr')}/{qn('sectPr')}") is not None
    ]
    assert not [one for one in ending if one.findall(f"{qn('r')}/{qn('fldChar')}")]


def test_briefs_stand_as_chapters_below_one_title() -> None:
    titles = word().paragraphs("heading 1")
    assert titles[:2] == ["Contents", "Document control"]
    assert "Programme of the visit" in titles
    assert "Judgements of the desk" in word().paragraphs("heading 2")


def test_names_of_bookmarks_are_given_once() -> None:
    names = [one.get(qn("name")) for one in word().elements("bookmarkStart")]
    assert len(names) == len(set(names))


def test_paragraphs_of_each_memo_are_numbered_from_one() -> None:
    document = Word(
        export_pack_docx(
            packs.of(packs.bound("One", template="memo"), packs.bound("Two", template="memo")),
            COUNTED,
        ).data
    )
    starts = document.part("word/numbering.xml").iter(qn("startOverride"))
    assert sum(start.get(qn("val")) == "1" for start in starts) >= 2


def test_the_same_pack_gives_the_same_bytes() -> None:
    pack = packs.pack(2)
    assert export_pack_docx(pack, COUNTED).data == export_pack_docx(pack, COUNTED).data


def test_word_and_pdf_have_the_same_headings() -> None:
    pack = packs.pack(2)
    document = Word(export_pack_docx(pack, COUNTED).data)
    styles = ("Title", "heading 1", "heading 2", "heading 3")
    found = [
        one for one in document.paragraphs(*styles) if not re.fullmatch(r"(Tab|Annex) \w", one)
    ]
    with (
        pikepdf.open(io.BytesIO(PackPrinter().export(pack).data)) as pdf,
        pdf.open_outline() as out,
    ):
        assert [" ".join(one.split()) for one in found] == bookmarks(out.root)


def test_the_logo_of_the_house_stands_on_the_cover_and_nowhere_else(tmp_path: Path) -> None:
    folder = a_house(tmp_path, '[logo]\nfile = "crest.png"\nalt = "Ministry of Weather"\n')
    pack = bind(packs.PACK, [packs.bound()], folders=[folder])
    document = Word(export_pack_docx(pack, COUNTED).data)
    drawn = [
        (number, reference.get(qn("type")))
        for number, section in enumerate(sections(document))
        for reference in section.findall(qn("headerReference"))
        if list(
            document.part(f"word/{document.relations[reference.get(f'{{{R}}}id', '')]}").iter(
                qn("drawing")
            )
        )
    ]
    assert drawn == [(0, "first")]
