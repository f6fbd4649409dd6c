"""Fonts: files as published, names as the families say, coverage told honestly."""

from __future__ import annotations

import hashlib

import pytest
from fontTools.ttLib import TTFont

from briefing import fonts, resources
from briefing.fonts import FAMILIES, Face, Family

FACES = [(family, face) for family in FAMILIES for face in family.faces]


def test_font_files_are_as_their_publishers_made_them() -> None:
    sums = resources.assets("fonts", "SHA256SUMS").read_text("utf-8").split()
    recorded = dict(zip(sums[1::2], sums[0::2], strict=True))
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in resources.assets("fonts").glob("*.ttf")
    }
    assert found == recorded


def test_every_shipped_file_belongs_to_a_family() -> None:
    shipped = {path.name for path in resources.assets("fonts").glob("*.ttf")}
    assert shipped == {face.file for _, face in FACES}


@pytest.mark.parametrize(("family", "face"), FACES, ids=lambda value: getattr(value, "file", ""))
def test_a_face_is_what_its_family_says_of_it(family: Family, face: Face) -> None:
    with TTFont(face.path) as font:
        names = font["name"]
        assert (names.getDebugName(16) or names.getDebugName(1)) == family.name
        assert font["OS/2"].usWeightClass == face.weight
        assert bool(font["OS/2"].fsSelection & 1) == face.italic
        assert font["OS/2"].fsType == 0, "embedding must be allowed"


@pytest.mark.parametrize("family", ["SourceSerif4", "SourceSans3", "DejaVu"])
def test_every_family_has_its_licence_beside_it(family: str) -> None:
    assert resources.assets("fonts", f"LICENSE-{family}.txt").stat().st_size > 1000


@pytest.mark.parametrize(
    "text",
    [
        "Łódź, Şuşa, Gəncə, Phú Quốc – “as agreed” … 40 % ≥ 5 €",
        "Нұр-Сұлтан, Дзержинськ, Сухум, Өзбекистон",
        "Αθήνα και Θεσσαλονίκη",
        "Երևան",
        "თბილისი",
        "تهران",
        "ירושלים",
        "soft\u00adhyphen, zero\u200bwidth, word\u2060joiner, no\u00a0break,\ttab\n",
    ],
)
def test_text_of_the_scripts_we_print_is_covered(text: str) -> None:
    assert fonts.uncovered(text) == ()


def test_uncovered_characters_are_named_once_in_order() -> None:
    assert fonts.uncovered("中文, 文中 and ก") == ("中", "文", "ก")


def test_a_run_of_uncovered_characters_is_spelt_out_together() -> None:
    assert fonts.spell_out_uncovered("Beijing (中文) ก") == "Beijing ([U+4E2D U+6587]) [U+0E01]"


def test_covered_text_is_left_alone() -> None:
    assert fonts.spell_out_uncovered("Ереван – Երևան") == "Ереван – Երևան"


def test_characters_with_meaning_in_patterns_are_no_trouble() -> None:
    assert fonts.spell_out_uncovered("a-]^\\中") == "a-]^\\[U+4E2D]"


def test_half_a_character_is_spelt_out() -> None:
    assert fonts.spell_out_uncovered("x\ud800") == "x[U+D800]"
