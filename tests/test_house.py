"""The style of a house: what its file may say, and what is refused with line and reason."""

from __future__ import annotations

import errno
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from briefing import fonts
from briefing.errors import TemplateError
from briefing.house import PALETTE, load_house
from briefing.house.contrast import contrast
from briefing.resources import own_templates
from tests.houses import a_house

WHOLE = """
[logo]
file = "crest.png"
alt = "Ministry"
height_mm = 10

[colours]
accent = "#004A7F"

[headings]
family = "DejaVu Sans"
regular = "DejaVuSans.ttf"
"""


def test_a_folder_without_a_house_style_has_none(tmp_path: Path) -> None:
    assert load_house([tmp_path, own_templates()]) is None
    assert not own_templates().exists()


def test_nothing_goes_out_without_the_style_of_a_folder_that_is_away(tmp_path: Path) -> None:
    with pytest.raises(TemplateError, match="is not there") as told:
        load_house([tmp_path / "drive", own_templates()])
    assert "Connect its drive" in told.value.hint


def test_logo_that_the_disk_does_not_give_is_told_with_the_reason(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = a_house(tmp_path, WHOLE)

    def torn_out(_: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "read_bytes", torn_out)
    with pytest.raises(TemplateError, match=r"crest\.png cannot be read: the drive"):
        load_house([folder])


def test_logo_colours_and_fonts_are_read(tmp_path: Path) -> None:
    house = load_house([a_house(tmp_path, WHOLE)])
    assert house is not None
    assert house.colours == (("#1f4b73", "#004a7f"),)
    assert house.headings is not None
    assert [face.weight for face in house.headings.faces] == [400]
    assert house.text is None
    assert house.logo is not None
    assert (house.logo.width_mm, house.logo.height_mm) == (30.0, 10.0)


def test_a_logo_is_kept_on_white_and_without_what_else_its_file_holds(tmp_path: Path) -> None:
    house = load_house([a_house(tmp_path, WHOLE)])
    assert house is not None
    assert house.logo is not None
    with Image.open(BytesIO(house.logo.png)) as image:
        assert (image.mode, image.getpixel((0, 0))) == ("RGB", (255, 255, 255))
        assert "Comment" not in image.info


def test_a_changed_file_is_read_anew(tmp_path: Path) -> None:
    before = load_house([a_house(tmp_path, '[colours]\naccent = "#004a7f"')])
    assert load_house([tmp_path]) is before
    after = load_house([a_house(tmp_path, '[colours]\naccent = "#00305a" # darker')])
    assert after is not None
    assert after.colours == (("#1f4b73", "#00305a"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[logo", "is no TOML"),
        ('[colors]\naccent = "#004a7f"', "line 1: “colors” is not known"),
        ('[colours]\naccnt = "#004a7f"', "line 2: [colours] has no “accnt”"),
        ("[colours]\naccent = 3", "line 2: “accent” should be a text"),
        ('[colours]\naccent = "blue"', "should be a colour such as #1f4b73, not blue"),
        ('[colours]\naccent = "#7fb2e5"', "line 2: “accent” #7fb2e5 on white paper has a contrast"),
        ('[colours]\nground = "#808080"', "line 2: “ink” #1b2431 on the tinted ground"),
        ('[logo]\nfile = "crest.png"', "[logo] needs “file” and “alt”"),
        ('[logo]\nfile = "no.png"\nalt = "A"', "line 2: there is no file no.png beside it"),
        ('[logo]\nfile = "../crest.png"\nalt = "A"', "there is no file ../crest.png beside it"),
        ('[logo]\nfile = "house.toml"\nalt = "A"', "house.toml is no picture"),
        ('[logo]\nfile = "crest.png"\nalt = "A"\nheight_mm = 40', "should be from 4 to 14"),
        ('[text]\nregular = "DejaVuSans.ttf"', "[text] needs “family” and “regular”"),
        ('[text]\nfamily = "A"\nregular = "crest.png"', "line 3: crest.png is no font"),
    ],
)
def test_a_mistake_is_told_with_its_line(tmp_path: Path, text: str, expected: str) -> None:
    with pytest.raises(TemplateError) as caught:
        load_house([a_house(tmp_path, text)])
    assert str(tmp_path / "house.toml") in caught.value.message
    assert expected in caught.value.message
    assert caught.value.hint or "TOML" in caught.value.message


def test_the_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.01)


def test_the_palette_is_that_of_the_stylesheets() -> None:
    from briefing import resources

    css = (resources.templates() / "print.css").read_text("utf-8")
    assert all(colour in css for colour in PALETTE.values())
    assert f"'{fonts.SERIF.name}'" in css
    assert f"'{fonts.SANS.name}'" in css
