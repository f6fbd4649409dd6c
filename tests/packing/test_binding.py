"""Packs bound together: order, ids, headings, what is said of the whole, annexes."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html as lxml_html

from briefing.blocks import Heading, plain_text, read_document
from briefing.errors import ImportFailure, RequestError, TemplateError
from briefing.model.pack import Copy, Pack, PieceKind
from briefing.packing import bind, read_annex
from tests import packs


def headings(html: str) -> list[tuple[int, str]]:
    return [
        (block.level, plain_text(block.content))
        for block in read_document(html).blocks
        if isinstance(block, Heading)
    ]


def test_a_pack_begins_with_cover_contents_and_control_and_ends_with_the_key() -> None:
    kinds = [piece.kind for piece in packs.pack(2).pieces]
    divided = [PieceKind.DIVIDER, PieceKind.PART] * 2 + [PieceKind.DIVIDER, PieceKind.ANNEX] * 2
    front = [PieceKind.COVER, PieceKind.CONTENTS, PieceKind.CONTROL]
    assert kinds == [*front, *divided, PieceKind.KEY]


def test_a_pack_has_one_title_and_its_briefs_stand_a_level_lower() -> None:
    found = headings(packs.pack(2).whole.html)
    assert [words for level, words in found if level == 1] == ["The talks in Tbilisi"]
    assert (2, "South Caucasus and Central Asia: who keeps the peace") in found
    assert (3, "Judgements of the desk") in found
    assert max(level for level, _ in found) == 4


def test_no_two_elements_of_a_pack_have_one_id_though_its_briefs_do() -> None:
    root = lxml_html.document_fromstring(packs.pack(3).whole.html)
    ids = root.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {"b1-source-1", "b2-source-1", "b3-source-1"} <= set(ids)


def test_contents_lead_to_every_brief_annex_and_to_the_key() -> None:
    pack = packs.pack(2)
    (contents,) = (piece for piece in pack.pieces if piece.kind is PieceKind.CONTENTS)
    links = lxml_html.document_fromstring(contents.rendered.html).xpath("//li//a/@href")
    assert links == ["#control", "#b1", "#b2", "#a1", "#a2", "#key"]


def test_a_title_given_in_the_pack_stands_instead_of_the_briefs_own() -> None:
    pack = bind(packs.PACK, [packs.bound("Who keeps the peace?")])
    assert (2, "Who keeps the peace?") in headings(pack.whole.html)
    assert pack.whole.html.count("South Caucasus and Central Asia: who") == 0


def test_cover_names_the_copy_and_its_recipient_only_where_copies_are_numbered() -> None:
    copy = Copy(2, 2, "Ambassador, Tbilisi")
    assert "Copy 2 of 2" in packs.pack(1, copy=copy).pieces[0].rendered.html
    assert "Copy" not in packs.pack(1).pieces[0].rendered.html


@pytest.mark.parametrize(
    ("begins", "ends", "said"),
    [
        (date(2026, 12, 3), None, "3 December 2026"),
        (date(2026, 12, 3), date(2026, 12, 3), "3 December 2026"),
        (date(2026, 12, 3), date(2026, 12, 5), "3–5 December 2026"),
        (date(2026, 11, 30), date(2026, 12, 2), "30 November – 2 December 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 December 2026 – 2 January 2027"),
    ],
)
def test_days_of_the_event_are_told_as_one_writes_them(
    begins: date, ends: date | None, said: str
) -> None:
    cover = packs.pack(1, begins=begins, ends=ends).pieces[0].rendered.html
    assert f"{said} · Tbilisi" in cover


def test_day_of_issue_is_the_latest_of_the_briefs_unless_the_pack_says() -> None:
    one = packs.bound()
    early, late = (
        replace(one, brief=replace(one.brief, issued=date(2026, 11, day))) for day in (2, 9)
    )
    assert bind(packs.PACK, [late, early]).whole.issued == date(2026, 11, 9)
    said = replace(packs.PACK, issued=date(2026, 11, 30))
    assert bind(said, [early]).whole.issued == date(2026, 11, 30)


def test_the_same_pack_has_the_same_identifier_and_another_copy_another() -> None:
    assert packs.pack(1).whole.identifier == packs.pack(1).whole.identifier
    copy = Copy(1, 2, "The Minister")
    assert packs.pack(1, copy=copy).whole.identifier != packs.pack(1).whole.identifier


@pytest.mark.parametrize(
    ("pack", "count", "said"), [(Pack(), 1, "no title"), (packs.PACK, 0, "holds no brief")]
)
def test_a_pack_without_title_or_briefs_is_refused(pack: Pack, count: int, said: str) -> None:
    with pytest.raises(RequestError, match=said):
        bind(pack, [packs.bound()] * count)


def test_a_template_of_the_desk_stands_before_the_shipped_cover(tmp_path: Path) -> None:
    (tmp_path / "_pack_cover.html.j2").write_text(
        '{# Ours. #}{% extends "_pack.html.j2" %}{% block matter %}<h1>Ours: {{ title }}</h1>'
        "{% endblock %}",
        "utf-8",
    )
    made = bind(packs.PACK, [packs.bound()], folders=[tmp_path])
    assert "Ours: The talks" in made.pieces[0].rendered.html


def test_a_fault_in_such_a_template_names_its_file(tmp_path: Path) -> None:
    (tmp_path / "_pack_cover.html.j2").write_text("{# #}{{ nothing }}", "utf-8")
    with pytest.raises(TemplateError, match=r"_pack_cover\.html\.j2, line 1"):
        bind(packs.PACK, [packs.bound()], folders=[tmp_path])


def test_an_annex_keeps_headings_lists_and_tables_of_its_file() -> None:
    annex = read_annex(packs.ANNEX, "programme.md")
    assert annex.title == "Programme of the visit"
    assert [block.kind for block in annex.blocks] == ["paragraph", "heading", "list", "table"]
    assert annex.blocks[3].rows[0] == ("Time", "What")


def test_a_table_of_values_becomes_an_annex_with_all_rows_of_one_width() -> None:
    annex = read_annex(b"a,b\n1\n", "values.csv")
    assert (annex.title, annex.blocks[0].rows) == ("values", (("a", "b"), ("1", "")))


@pytest.mark.parametrize(("data", "name"), [(b"", "a.md"), (b"\n\n", "a.csv")])
def test_an_empty_annex_is_refused(data: bytes, name: str) -> None:
    with pytest.raises(ImportFailure):
        read_annex(data, name)


def test_the_cover_tells_how_many_sources_have_no_date() -> None:
    cover = packs.pack(2).pieces[0].rendered.html
    told = re.search(r"Information to</th><td>(.*?)</td>", cover)
    assert told
    assert told[1] == "21 May 2023 (newest dated source; 1 of 5 undated)"
