"""Bytes to characters."""

from __future__ import annotations

import pytest

from briefing.errors import ImportFailure
from briefing.importers.encoding import decode
from briefing.importers.html_tree import parse_page, text_of

GERMAN = "Die Außenminister trafen sich in Köln – „ein guter Tag“, hieß es."
RUSSIAN = (
    "Министры встретились в столице и договорились о новой встрече. Граница остаётся открытой, "
    "сообщили в министерстве транспорта в понедельник."
)


@pytest.mark.parametrize("name", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "cp1252"])
def test_western_text_is_read_in_any_usual_encoding(name: str) -> None:
    assert decode(GERMAN.encode(name)) == GERMAN


@pytest.mark.parametrize("name", ["cp866", "cp1251", "koi8-r"])
def test_cyrillic_text_is_read_in_the_encodings_of_its_time(name: str) -> None:
    assert decode(RUSSIAN.encode(name)) == RUSSIAN


def test_a_declared_encoding_is_believed_where_the_bytes_bear_it_out() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN}</body></html>'
    assert text_of(parse_page(page.encode("cp1251"))) == RUSSIAN


def test_a_declaration_that_the_bytes_contradict_is_not_believed() -> None:
    page = f'<html><head><meta charset="utf-8"></head><body>{RUSSIAN}</body></html>'
    assert text_of(parse_page(page.encode("cp1251"))) == RUSSIAN


def test_one_bad_byte_does_not_spoil_sound_utf8() -> None:
    text = decode(GERMAN.encode() * 40 + b"\xff" + GERMAN.encode() * 40)
    assert text.count(GERMAN) == 80


def test_binary_data_is_refused() -> None:
    with pytest.raises(ImportFailure, match="binary"):
        decode(bytes(range(32)) * 30)
