"""Names of files made of words from outside lead nowhere else, and look like what they are."""

from __future__ import annotations

import pytest

from briefing.naming import NameWords, copy_name, file_name, safe_name


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("../../etc/passwd", "etc - passwd"),
        ("\\\\host\\share\\x", "host - share - x"),
        ("C:\\CON", "C - CON"),
        ("/", ""),
        ("..", ""),
        ("nul.txt", "nul.txt_"),
        ("CON .md", "CON .md_"),
        ("COM¹", "COM¹_"),
        ("conout$", "conout$_"),
        ("a\0b\nc\x7f", "ab c"),
        ("Note. . .", "Note"),
        ("fdp.exe \u202egpj\u202c", "fdp.exe gpj"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("lone \ud800", "lone"),
    ],
)
def test_a_name_leads_nowhere_else_and_is_no_device(said: str, name: str) -> None:
    assert safe_name(said) == name


def test_a_name_of_any_length_leaves_room_for_its_ending() -> None:
    words = NameWords(title="Ⱥ" * 5000, region="x" * 5000, template="note")
    for pattern in ("{title}", "{region} {title}", "{title}/{region}"):
        assert 0 < len(file_name(pattern, words).encode()) <= 200
    assert len(copy_name("a" * 500, 1, 9, "b" * 500).encode()) <= 200


def test_words_of_a_title_are_not_read_as_a_pattern() -> None:
    words = NameWords(title="{region} {0.__class__}", region="secret", template="note")
    assert file_name("{title}", words) == "{region} {0.__class__}"
